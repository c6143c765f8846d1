"""Den enskildes identitet: never on the way to anything else, and opened with a reason."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_POST

from audit.models import Event
from deviations import services
from deviations.forms import IdentityForm, OpenIdentityForm
from deviations.identity import Identity
from deviations.models import Deviation, PersonIdentity
from deviations.services.identity import has_opened_today, reason_of_today
from deviations.views.inner import frame, inner_case
from lib.versions import EditedByAnother, renew
from organisation.views import person

COMPARED = "Två sparade samtidigt: uppgifterna jämfördes"
OPEN_FIRST = (
    "Någon annan har sparat en identitet i ärendet. Det du skrev står kvar. Öppna den sparade i en"
    " annan flik, med ett skäl, och spara sedan här igen: då jämförs de."
)


@require_GET
def identity(request: HttpRequest, number: str) -> HttpResponse:
    """That there is one, and who has opened it; not what it is."""
    return _page(request, inner_case(request, number, "identity"))


@never_cache
@require_POST
@sensitive_variables("found", "form")
def open_identity(request: HttpRequest, number: str) -> HttpResponse:
    """Shown in this one answer: it is not kept in a session on the way to another page."""
    case, user = inner_case(request, number, "identity"), person(request)
    needs_reason = not reason_of_today(user, case)
    asked = OpenIdentityForm(request.POST, needs_reason=needs_reason)
    if not asked.is_valid():
        return _page(request, case, asked=asked, status=422)
    try:
        row, found = services.open_identity(
            actor=user, deviation=case, reason=asked.cleaned_data.get("reason", "")
        )
    except services.IllegalStep as refused:
        messages.error(request, str(refused))
        return redirect("deviations:identity", number)
    initial = {"version": row.version} | (vars(found) if found else {})
    form = IdentityForm(initial=initial)
    return _page(request, case, form=form, opened=found, lost=found is None)


@never_cache
@sensitive_post_parameters()
@sensitive_variables("form")
@require_POST
def keep_identity(request: HttpRequest, number: str) -> HttpResponse:
    case, user = inner_case(request, number, "change_identity"), person(request)
    form = IdentityForm(request.POST)
    if not form.is_valid():
        return _page(request, case, form=form, status=422)
    try:
        services.keep_identity(
            actor=user,
            deviation=case,
            identity=form.identity(),
            version=form.cleaned_data["version"],
        )
    except EditedByAnother as conflict:
        if has_opened_today(user, case):
            return _compared(request, case, form, conflict.saved)
        form.add_error(None, OPEN_FIRST)
        return _page(request, case, form=form, status=409)
    except services.IllegalStep as refused:
        form.add_error(None, str(refused))
        return _page(request, case, form=form, status=422)
    messages.success(request, "Identiteten är sparad, krypterad.")
    return redirect("deviations:identity", number)


@sensitive_variables("found", "differences", "form")
def _compared(
    request: HttpRequest, case: Deviation, form: IdentityForm, saved: PersonIdentity
) -> HttpResponse:
    """To see the other's text is to open it, and is logged as that."""
    _, found = services.open_identity(actor=person(request), deviation=case, reason=COMPARED)
    differences = form.compared_with(found or Identity())
    last = Event.objects.changes_of(saved).first()
    renew(form, saved.version)
    return _page(request, case, form=form, status=409, differences=differences, last=last)


@sensitive_variables("form", "more")
def _page(
    request: HttpRequest,
    case: Deviation,
    *,
    asked: OpenIdentityForm | None = None,
    form: IdentityForm | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    user = person(request)
    kept = PersonIdentity.objects.filter(deviation=case).first()
    context = frame(user, case)
    if kept is None and form is None and context["rights"].change_identity:
        form = IdentityForm()
    reason = reason_of_today(user, case)
    context |= {
        "kept": kept,
        "kept_at": _moment(kept.updated_at) if kept else "",
        "asked": asked or OpenIdentityForm(needs_reason=not reason),
        "reason_of_today": reason,
        "form": form,
        "openings": [
            (_moment(one.opened_at), one.opened_by_name, one.reason)
            for one in case.openings.all()[:50]
        ],
    }
    return render(request, "deviations/identity.html", context | more, status=status)


def _moment(moment: Any) -> str:
    return date_format(timezone.localtime(moment), "j F Y H:i")
