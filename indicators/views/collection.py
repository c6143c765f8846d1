"""New definitions and who is to enter what, on the indicator's page; periods that are closed."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from indicators import services
from indicators.forms.collection import BreakForm, LockForm, PlanForm, UnlockForm
from indicators.models import DefinitionBreak, PeriodLock
from indicators.querysets import DEFINERS, EDITORS
from indicators.views.definitions import ROOT, page_of, screen_of
from indicators.views.scope import indicator_to_define
from organisation.access import access_of
from organisation.models import User
from organisation.screens import Screen, answered, confirmed, form_page
from organisation.views import person, role_required


@require_http_methods(["GET", "POST"])
def add_break(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    form = BreakForm(request.POST or None, instance=DefinitionBreak(indicator=indicator))
    screen = screen_of(
        indicator,
        "Ny definition",
        lead="Utfallen från det året jämförs inte med de tidigare, varken på sidan eller i "
        "rapporter, och serien ritas med ett avbrott.",
    )
    return answered(
        request,
        form,
        screen,
        save=lambda: services.note_break(actor=user, indicator=indicator, **form.values),
        message="Ändringen är noterad.",
    )


@require_http_methods(["GET", "POST"])
def remove_break(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    row = indicator.breaks.filter(pk=pk).select_related("indicator__unit").first()
    if row is None:
        raise Http404
    return confirmed(
        request,
        screen_of(indicator, f"Ta bort den nya definitionen från {row.from_year}?"),
        remove=lambda: services.remove_break(actor=user, row=row),
        message="Serien hänger ihop igen.",
    )


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, code: str) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    form = PlanForm(request.POST or None, indicator=indicator, editor=user)
    screen = screen_of(
        indicator,
        "Insamling",
        lead="Vilken enhet som lämnar utfall, och när. Har enheten redan perioden ändras vem som "
        "lämnar.",
    )
    if form.is_bound and form.is_valid():
        services.plan_collection(actor=user, indicator=indicator, **form.cleaned_data)
        messages.success(request, "Insamlingen är sparad.")
        return redirect(page_of(indicator))
    return form_page(request, "components/form_page.html", form, screen)


@require_http_methods(["GET", "POST"])
def unplan(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user = person(request)
    indicator = indicator_to_define(user, code)
    row = indicator.plan.filter(pk=pk).select_related("indicator", "unit").first()
    if row is None:
        raise Http404
    return confirmed(
        request,
        screen_of(indicator, f"Sluta samla in {row.get_period_display()} från {row.unit}?"),
        remove=lambda: services.stop_collecting(actor=user, plan=row),
        message="Perioden samlas inte längre in från enheten. Det som är lämnat finns kvar.",
    )


# Closed periods ----------------------------------------------------------------------------


@require_GET
@role_required(*EDITORS)
def locks(request: HttpRequest) -> HttpResponse:
    user = person(request)
    rows = PeriodLock.objects.visible_to(user).select_related("unit")
    opened_by_me = set(PeriodLock.objects.kept_by(user).values_list("pk", flat=True))
    context = {
        "closed": [_row(row, row.pk in opened_by_me) for row in rows if row.unlocked_at is None],
        "opened": [_row(row, False) for row in rows if row.unlocked_at is not None],
        "may_lock": access_of(user).has(*DEFINERS),
    }
    return render(request, "indicators/locks.html", context)


def _row(row: PeriodLock, may_open: bool) -> dict[str, object]:
    url = reverse("indicators:unlock", args=[row.pk]) if may_open else ""
    return {"lock": row, "label": str(row), "unit": row.unit.name, "url": url}


@require_http_methods(["GET", "POST"])
@role_required(*DEFINERS)
def lock(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = LockForm(request.POST or None, instance=PeriodLock(), editor=user)
    screen = _screen(
        "Lås en period",
        "Utfallen för perioden kan sedan inte ändras, varken i enheten eller i någon under den.",
    )
    try:
        return answered(
            request,
            form,
            screen,
            save=lambda: services.lock_period(actor=user, **form.values),
            message="Perioden är låst.",
        )
    except services.AlreadyLocked as refusal:
        form.add_error("period", str(refusal))
        return form_page(request, "components/form_page.html", form, screen)


@require_http_methods(["GET", "POST"])
def unlock(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    row = _lock_to_open(user, pk)
    form = UnlockForm(request.POST or None)
    return answered(
        request,
        form,
        _screen(
            f"Öppna {row}, {row.unit}?", "Utfallen kan sedan ändras tills perioden låses igen."
        ),
        save=partial(_open, user, row, form),
        message="Perioden är öppen igen.",
    )


def _open(user: User, row: PeriodLock, form: UnlockForm) -> PeriodLock:
    return services.unlock_period(actor=user, lock=row, motive=form.cleaned_data["motive"])


def _lock_to_open(user: User, pk: int) -> PeriodLock:
    closed = PeriodLock.objects.visible_to(user).filter(pk=pk, unlocked_at=None)
    row = closed.select_related("unit").first()
    if row is None:
        raise Http404
    if not PeriodLock.objects.kept_by(user).filter(pk=pk).exists():
        raise PermissionDenied
    return row


def _screen(title: str, lead: str) -> Screen:
    back_url = reverse("indicators:locks")
    crumbs = ((ROOT[0], reverse(ROOT[1])), ("Låsta perioder", back_url))
    return Screen(title=title, over="", lead=lead, back_url=back_url, crumbs=crumbs)
