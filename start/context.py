"""The frame around every page: whose it is, where one can go, who is signed in."""

from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from lib.composed import Composed, given
from organisation.access import REPORTING_ROLES, access_of
from organisation.models import Membership, Role, Unit, UnitClosure

Place = tuple[str, str]  # the name of a view and its namespace
CASE_ROLES = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.INVESTIGATOR, Role.DECIDER)
REGISTER_ROLES = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
REPORT_ROLES = (
    Role.MANAGER,
    Role.COORDINATOR,
    Role.DECIDER,
    Role.SECRETARY,
    Role.AUDITOR,
    Role.LEX_SARAH,
)
IMPORT_ROLES = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH)
NAVIGATION: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Översikt", "start:overview", tuple(Role)),
    ("Avvikelser", "deviations:list", CASE_ROLES),
    ("Mina rapporter", "deviations:mine", REPORTING_ROLES),
    ("Diarium", "diary:list", (Role.SECRETARY, Role.LEX_SARAH)),
    ("Åtgärder", "measures:list", CASE_ROLES),
    ("Risker", "risks:list", REGISTER_ROLES),
    ("Egenkontroller", "controls:list", REGISTER_ROLES),
    ("Indikatorer", "indicators:list", REGISTER_ROLES),
    ("Granskningar", "reviews:list", REGISTER_ROLES),
    ("Utförare", "providers:list", REGISTER_ROLES),
    ("Rapporter", "qualityreport:list", REPORT_ROLES),
    ("Import", "imports:index", IMPORT_ROLES),
    ("Inställningar", "admin:index", (Role.ADMIN,)),
)
DEMO_LOGINS = (
    ("mona", Role.STAFF),
    ("eva", Role.MANAGER),
    ("karin", Role.COORDINATOR),
    ("sara", Role.LEX_SARAH),
    ("ulla", Role.INVESTIGATOR),
    ("dag", Role.DECIDER),
    ("disa", Role.DECIDER),
    ("nils", Role.SECRETARY),
    ("rut", Role.AUDITOR),
    ("admin", Role.ADMIN),
)


@dataclass(frozen=True)
class NavItem:
    """`current` is the value of aria-current: page, true (somewhere below) or nothing."""

    title: str
    url: str
    name: str
    current: str = ""


@dataclass(frozen=True)
class DemoLogin:
    username: str
    role: str


@dataclass(frozen=True, kw_only=True)
class Frame:
    municipality: str
    demo: bool
    items: tuple[NavItem, ...] = ()
    report_url: str = ""
    reporting: bool = False
    person: str = ""
    role: str = ""
    demo_logins: tuple[DemoLogin, ...] = ()
    demo_password: str = ""

    @property
    def itself(self) -> "Frame":
        """Not the lazy object around it, which holds on to its request."""
        return self


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Lazy: what has no frame (a fragment for htmx, the admin) pays no query for it."""
    return {"frame": SimpleLazyObject(partial(_frame, request))}


def _frame(request: HttpRequest) -> Frame:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return _frame_of_stranger()
    access = access_of(user)
    report_url = _url("deviations:report") if access.has(*REPORTING_ROLES) else ""
    here = request.resolver_match
    return Frame(
        municipality=_municipality_of(user.pk),
        demo=settings.DEMO,
        items=_navigation(frozenset(access.by_role), here and (here.view_name, here.namespace)),
        report_url=report_url,
        reporting=request.path == report_url,
        person=str(user),
        role=user.title or _role_name(access.by_role),
    )


def _frame_of_stranger() -> Frame:
    logins = DEMO_LOGINS if settings.DEMO else ()
    return Frame(
        municipality=municipality_name(),
        demo=settings.DEMO,
        demo_logins=tuple(DemoLogin(username, role.label) for username, role in logins),
        demo_password=settings.DEMO_PASSWORD,
    )


def municipality_name() -> str:
    """Of the first: what a page shows before it is known whose it is."""
    rows = _municipality.ask()
    return rows[0][0] if rows else ""


def _municipality_of(user_id: int) -> str:
    rows = _own_municipality.ask(user_id)
    return rows[0][0] if rows else municipality_name()


def _municipalities() -> QuerySet[Unit]:
    return Unit.objects.filter(level=Unit.Level.MUNICIPALITY, valid_to=None).order_by("pk")


@Composed
def _municipality() -> QuerySet[Unit, str]:
    return _municipalities().values_list("name", flat=True)[:1]


@Composed
def _own_municipality() -> QuerySet[Unit, str]:
    held = Membership.objects.filter(user_id=given(0)).values("unit_id")
    above = UnitClosure.objects.filter(descendant_id__in=held).values("ancestor_id")
    return _municipalities().filter(pk__in=above).values_list("name", flat=True)[:1]


# An address stays what it is for as long as the process lives.
_url = cache(reverse)


@lru_cache(maxsize=512)
def _navigation(held: frozenset[str], here: Place | None) -> tuple[NavItem, ...]:
    """Of the roles held and the page's place among the views, nothing else of the person."""
    names = [
        (title, name)
        for title, name, roles in NAVIGATION
        if name == "start:overview" or not held.isdisjoint(roles)
    ]
    current, kind = _current([name for _, name in names], here)
    return tuple(
        NavItem(title, _url(name), name, kind if name == current else "") for title, name in names
    )


def _current(names: list[str], here: Place | None) -> tuple[str, str]:
    """The page's own item; else the register it belongs to."""
    if here is None or here[0] == "deviations:report":
        return "", ""
    view, namespace = here
    if view in names:
        return view, "page"
    below = (name for name in names if name.split(":")[0] == namespace)
    return (next(below, ""), "true") if namespace != "start" else ("", "")


def _role_name(roles: Any) -> str:
    return ", ".join(role.label for role in Role if role in roles)
