"""Utförare: the year's follow-up by service, a provider's page, and the forms behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit import services as audit
from lib.spreadsheet import Column, Value, download
from organisation.access import access_of
from organisation.models import User
from organisation.screens import Screen, answered, confirmed
from organisation.views import person, role_required
from reviews import pages, services
from reviews.forms import ContractForm, FollowUpForm, PlanForm, ProviderForm, RequirementForm
from reviews.models import (
    ActionPlan,
    Contract,
    Provider,
    ProviderFollowUp,
    Requirement,
)
from reviews.overview import ProviderListing
from reviews.querysets import EDITORS, READERS
from reviews.views.scope import (
    contract_to_change,
    follow_up_to_change,
    may_change,
    plan_to_change,
    provider_of,
    provider_to_change,
    requirement_to_change,
)

ROOT = ("Utförare", "/utforare/")
DEMANDS = ("Krav", "/utforare/krav/")
COLUMNS = (
    *(Column("Insats", 26), Column("Utförare", 40), Column("Driftsform", 18)),
    *(Column("Avtalsform", 24), Column("Gäller från", 12), Column("Gäller till", 12)),
    *(Column("Uppföljd", 12), Column("Läge", 40), Column("Krav som inte uppfylls", 12)),
)
FIRST_YEAR, LAST_YEAR = 2000, 2100


@require_GET
@role_required(*READERS)
def provider_list(request: HttpRequest) -> HttpResponse:
    user = person(request)
    listing = ProviderListing(user, request.GET)
    context = {
        "services": listing.services(),
        "year": listing.year,
        "filter_form": listing.form,
        "filtered": listing.filtered,
        "export_query": listing.address(),
        "may_add": access_of(user).has(*EDITORS),
    }
    return render(request, "reviews/providers.html", context)


@require_GET
@role_required(*READERS)
def export(request: HttpRequest) -> HttpResponse:
    listing = ProviderListing(person(request), request.GET)
    rows = list(_cells(listing))
    audit.record_export(actor=person(request), model=Provider, count=len(rows))
    return download(f"Utförare {listing.year}", COLUMNS, rows)


def _cells(listing: ProviderListing) -> Iterator[tuple[Value, ...]]:
    for found in listing.rows:
        contract, follow_up = found.contract, found.follow_up
        yield (
            *(contract.service, contract.provider.name, contract.provider.get_regime_display()),
            *(contract.get_form_display(), contract.starts_on, contract.ends_on),
            *(follow_up.carried_out_on if follow_up else None, found.standing, found.lacking),
        )


@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    provider = provider_of(user, pk)
    context = {
        "provider": provider,
        "facts": pages.provider_facts(provider),
        "contracts": pages.contracts(provider, user),
        "may_change": may_change(user, provider),
    }
    return render(request, "reviews/provider.html", context)


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def create(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = ProviderForm(request.POST or None, editor=user)
    screen = Screen(title="Lägg till utförare", over="", back_url=ROOT[1], crumbs=(ROOT,))
    return answered(
        request,
        form,
        screen,
        save=lambda: services.add_provider(actor=user, **form.values),
        message="Utföraren är tillagd. Lägg till avtalet.",
        page_of=lambda saved: pages.page_of_provider(saved.pk),
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    provider = provider_to_change(user, pk)
    form = ProviderForm(request.POST or None, instance=provider, editor=user)
    return answered(
        request,
        form,
        _screen(provider, "Ändra utföraren", remove_url=reverse("providers:remove", args=[pk])),
        save=lambda: services.update_provider(
            actor=user, pk=pk, version=form.cleaned_data["version"], changes=form.changes
        ),
        message="Utföraren är sparad.",
    )


def _screen(provider: Provider, title: str, lead: str = "", remove_url: str = "") -> Screen:
    page = pages.page_of_provider(provider.pk)
    return Screen(
        title=title,
        over=provider.name,
        back_url=page,
        crumbs=(ROOT, (provider.name, page)),
        lead=lead,
        remove_url=remove_url,
    )


@require_http_methods(["GET", "POST"])
def add_contract(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    provider = provider_to_change(user, pk)
    form = ContractForm(
        request.POST or None, instance=Contract(provider=provider), services=_services(user)
    )
    return answered(
        request,
        form,
        _screen(provider, "Lägg till avtal"),
        save=lambda: services.add_contract(actor=user, provider=provider, **form.values),
        message="Avtalet är tillagt.",
        template="reviews/contract_form.html",
    )


@require_http_methods(["GET", "POST"])
def contract(request: HttpRequest, provider: int, pk: int) -> HttpResponse:
    user = person(request)
    row = contract_to_change(user, provider, pk)
    form = ContractForm(request.POST or None, instance=row, services=_services(user))
    return answered(
        request,
        form,
        _screen(row.provider, "Ändra avtalet", remove_url=_gone("contract_remove", provider, pk)),
        save=lambda: services.update_contract(
            actor=user, pk=pk, version=form.cleaned_data["version"], changes=form.changes
        ),
        message="Avtalet är sparat.",
        template="reviews/contract_form.html",
    )


def _services(user: User) -> list[str]:
    """As they are written in the register already."""
    known = Contract.objects.filter(provider__in=Provider.objects.visible_to(user))
    return sorted(set(known.values_list("service", flat=True)))


# The year's follow-up ------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def follow_up(request: HttpRequest, provider: int, pk: int, year: int) -> HttpResponse:
    user = person(request)
    row = contract_to_change(user, provider, pk)
    if not (FIRST_YEAR <= year <= LAST_YEAR) or not row.is_in_force(year):
        raise Http404
    existing = row.follow_ups.filter(year=year).first()
    if request.method == "POST" and "version" not in request.POST:
        existing = None  # sent as the first of the year, which the service decides
    instance = existing or ProviderFollowUp(contract=row, year=year)
    form = FollowUpForm(
        request.POST or None,
        instance=instance,
        editor=user,
        requirements=services.requirements_of(instance),
    )
    lead = "Finns inga krav att pröva mot läggs de till under Krav, på utförarnas sida."
    return answered(
        request,
        form,
        _screen(
            row.provider,
            f"Uppföljning {year}",
            lead="" if form.requirements else lead,
            remove_url=_gone("follow_up_remove", provider, existing.pk) if existing else "",
        ),
        save=lambda: services.follow_up(
            actor=user,
            contract=row,
            year=year,
            fields=form.values,
            results=form.results,
            version=form.cleaned_data.get("version"),
        ),
        message=f"Uppföljningen för {year} är sparad.",
    )


@require_http_methods(["GET", "POST"])
def add_plan(request: HttpRequest, provider: int, pk: int) -> HttpResponse:
    user = person(request)
    row = follow_up_to_change(user, provider, pk)
    form = PlanForm(request.POST or None, instance=ActionPlan(follow_up=row))
    return answered(
        request,
        form,
        _screen(row.contract.provider, f"Åtgärdsplan efter uppföljningen {row.year}"),
        save=lambda: services.add_plan(actor=user, follow_up=row, **form.values),
        message="Åtgärdsplanen är tillagd.",
    )


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, provider: int, pk: int) -> HttpResponse:
    user = person(request)
    row = plan_to_change(user, provider, pk)
    form = PlanForm(request.POST or None, instance=row)
    return answered(
        request,
        form,
        _screen(
            row.follow_up.contract.provider,
            "Ändra åtgärdsplanen",
            remove_url=_gone("plan_remove", provider, pk),
        ),
        save=lambda: services.update_plan(
            actor=user, pk=pk, version=form.cleaned_data["version"], changes=form.changes
        ),
        message="Åtgärdsplanen är sparad.",
    )


# What is demanded ----------------------------------------------------------------------------


@dataclass(frozen=True)
class RequirementRow:
    pk: int
    text: str
    area: str
    unit: str
    span: str
    ended: bool
    may_change: bool


@require_GET
@role_required(*READERS)
def requirements(request: HttpRequest) -> HttpResponse:
    user, today = person(request), timezone.localdate()
    own = set(Requirement.objects.editable_by(user).values_list("pk", flat=True))
    rows = Requirement.objects.visible_to(user).select_related("unit")
    context = {
        "rows": [_requirement(row, today, row.pk in own) for row in rows],
        "may_add": access_of(user).has(*EDITORS),
    }
    return render(request, "reviews/requirements.html", context)


def _requirement(row: Requirement, today: date, may_change: bool) -> RequirementRow:
    until = f" till och med {pages.day(row.valid_to)}" if row.valid_to else ""
    return RequirementRow(
        pk=row.pk,
        text=row.text,
        area=row.get_area_display(),
        unit=row.unit.name,
        span=f"Från {pages.day(row.valid_from)}{until}",
        ended=row.valid_to is not None and row.valid_to < today,
        may_change=may_change,
    )


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def add_requirement(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = RequirementForm(request.POST or None, editor=user)
    return answered(
        request,
        form,
        _screen_of_demands("Lägg till krav"),
        save=lambda: services.add_requirement(actor=user, **form.values),
        message="Kravet är tillagt.",
    )


@require_http_methods(["GET", "POST"])
def requirement(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    row = requirement_to_change(user, pk)
    form = RequirementForm(request.POST or None, instance=row, editor=user)
    return answered(
        request,
        form,
        _screen_of_demands(
            "Ändra kravet", remove_url=reverse("providers:requirement_remove", args=[pk])
        ),
        save=lambda: services.update_requirement(
            actor=user, pk=pk, version=form.cleaned_data["version"], changes=form.changes
        ),
        message="Kravet är sparat.",
    )


def _screen_of_demands(title: str, over: str = "", remove_url: str = "") -> Screen:
    back, crumbs = reverse("providers:requirements"), (ROOT, DEMANDS)
    return Screen(title=title, over=over, back_url=back, crumbs=crumbs, remove_url=remove_url)


# What was entered by mistake ---------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    provider = provider_to_change(person(request), pk)
    return _removed(request, provider, provider, "utföraren", then=ROOT[1])


@require_http_methods(["GET", "POST"])
def remove_contract(request: HttpRequest, provider: int, pk: int) -> HttpResponse:
    row = contract_to_change(person(request), provider, pk)
    return _removed(request, row, row.provider, f"avtalet {row}")


@require_http_methods(["GET", "POST"])
def remove_follow_up(request: HttpRequest, provider: int, pk: int) -> HttpResponse:
    row = follow_up_to_change(person(request), provider, pk)
    return _removed(request, row, row.contract.provider, f"uppföljningen {row.year}")


@require_http_methods(["GET", "POST"])
def remove_plan(request: HttpRequest, provider: int, pk: int) -> HttpResponse:
    row = plan_to_change(person(request), provider, pk)
    return _removed(request, row, row.follow_up.contract.provider, "åtgärdsplanen")


@require_http_methods(["GET", "POST"])
def remove_requirement(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    row = requirement_to_change(user, pk)
    return confirmed(
        request,
        _screen_of_demands("Ta bort kravet?", over=row.text),
        remove=partial(services.remove, actor=user, row=row),
        message="Kravet är borttaget.",
    )


def _removed(
    request: HttpRequest, row: Model, provider: Provider, what: str, then: str = ""
) -> HttpResponse:
    return confirmed(
        request,
        _screen(provider, f"Ta bort {what}?"),
        remove=partial(services.remove, actor=person(request), row=row),
        message="Det är borttaget.",
        then=then,
    )


def _gone(name: str, provider: int, pk: int) -> str:
    return reverse(f"providers:{name}", args=[provider, pk])
