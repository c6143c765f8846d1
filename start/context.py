"""The frame around every page: whose it is, where one can go, who is signed in."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import ResolverMatch, reverse
from django.utils.functional import SimpleLazyObject

from organisation.access import REPORTING_ROLES, access_of
from organisation.models import Role, Unit

CASE_ROLES = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.INVESTIGATOR, Role.DECIDER)
REPORT_ROLES = (
    Role.MANAGER,
    Role.COORDINATOR,
    Role.DECIDER,
    Role.SECRETARY,
    Role.AUDITOR,
    Role.LEX_SARAH,
)
INDICATOR_ROLES = (Role.MANAGER, Role.COORDINATOR, Role.LEX_SARAH, Role.DECIDER)
NAVIGATION: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Översikt", "start:overview", tuple(Role)),
    ("Avvikelser", "deviations:list", CASE_ROLES),
    ("Mina rapporter", "deviations:mine", REPORTING_ROLES),
    ("Åtgärder", "measures:list", CASE_ROLES),
    ("Indikatorer", "indicators:list", INDICATOR_ROLES),
    ("Rapporter", "qualityreport:list", REPORT_ROLES),
    ("Inställningar", "admin:index", (Role.ADMIN,)),
)
DEMO_LOGINS = (
    ("mona", Role.STAFF),
    ("eva", Role.MANAGER),
    ("karin", Role.COORDINATOR),
    ("sara", Role.LEX_SARAH),
    ("ulla", Role.INVESTIGATOR),
    ("dag", Role.DECIDER),
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


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Lazy: what has no frame (a fragment for htmx, the admin) pays no query for it."""
    return {"frame": SimpleLazyObject(partial(_frame, request))}


def _frame(request: HttpRequest) -> Frame:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return _frame_of_stranger()
    access = access_of(user)
    report_url = reverse("deviations:report") if access.has(*REPORTING_ROLES) else ""
    return Frame(
        municipality=municipality_name(),
        demo=settings.DEMO,
        items=_navigation(user, request.resolver_match),
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
    units = Unit.objects.filter(level=Unit.Level.MUNICIPALITY, valid_to=None)
    return units.values_list("name", flat=True).first() or ""


def _navigation(user: Any, match: ResolverMatch | None) -> tuple[NavItem, ...]:
    access = access_of(user)
    items = [
        NavItem(title, reverse(name), name)
        for title, name, roles in NAVIGATION
        if name == "start:overview" or access.has(*roles)
    ]
    here = _current(items, match)
    return tuple(
        NavItem(item.title, item.url, item.name, here[1] if item.name == here[0] else "")
        for item in items
    )


def _current(items: list[NavItem], match: ResolverMatch | None) -> tuple[str, str]:
    """The page's own item; else the register it belongs to."""
    if match is None or match.view_name == "deviations:report":
        return "", ""
    if any(item.name == match.view_name for item in items):
        return match.view_name, "page"
    below = (item.name for item in items if item.name.split(":")[0] == match.namespace)
    return (next(below, ""), "true") if match.namespace != "start" else ("", "")


def _role_name(roles: Any) -> str:
    return ", ".join(role.label for role in Role if role in roles)
