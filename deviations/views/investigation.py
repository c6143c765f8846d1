"""The page "Utredning": what must be answered, the notes, similar cases."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from audit.models import Event
from deviations import services
from deviations.checklist import Point, checklist, load
from deviations.forms import AnswersForm
from deviations.inner_rights import InnerRights
from deviations.models import Deviation, Status
from deviations.note_pages import notes_of
from deviations.rights import rights_of
from deviations.services.notes import LOCKED
from deviations.similar import similar_cases
from deviations.views.inner import frame, inner_case, warn_of_personnummer
from lib.versions import renew
from organisation.models import User
from organisation.views import person


@require_GET
def investigation(request: HttpRequest, number: str) -> HttpResponse:
    return _page(request, inner_case(request, number))


@require_POST
def answers(request: HttpRequest, number: str) -> HttpResponse:
    case = inner_case(request, number, "handles")
    form = AnswersForm(request.POST, instance=copy(case))
    if form.is_valid() and case.status == Status.INVESTIGATED:
        form.add_error(None, LOCKED)
    if not form.is_valid():
        return _page(request, case, form, status=422)
    try:
        services.update_deviation(
            actor=person(request),
            deviation_id=case.pk,
            version=form.cleaned_data["version"],
            changes=form.changes(),
        )
    except services.StaleVersion as stale:
        return _compared(request, case, form, stale.stored)
    except services.IllegalStep as refused:
        form.add_error(None, str(refused))
        return _page(request, case, form, status=422)
    messages.success(request, "Svaren är sparade.")
    warn_of_personnummer(request, form)
    return redirect("deviations:investigation", number)


def _compared(
    request: HttpRequest, case: Deviation, form: AnswersForm, stored: Deviation
) -> HttpResponse:
    """Both texts; the form keeps what was typed and now saves on top of the other."""
    differences = form.compared_with(stored)
    last = Event.objects.changes_of(stored).first()
    renew(form, stored.version)
    case.refresh_from_db()
    return _page(request, case, form, status=409, differences=differences, last=last)


def _page(
    request: HttpRequest,
    case: Deviation,
    form: AnswersForm | None = None,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    user = person(request)
    context = frame(user, case)
    rights: InnerRights = context["rights"]
    if form is None and rights.answer:
        form = AnswersForm(instance=copy(case))
    points, pages = checklist(case, load(case)), _pages_open_to(user, case, rights)
    context |= {
        "form": form,
        "points": [(point, _way_to(point, case, pages)) for point in points],
        "done": sum(point.done for point in points),
        "notes": notes_of(case, user),
        "answers": [] if form else _answers(case),
        "similar": similar_cases(user, case),
    }
    return render(request, "deviations/investigation.html", context | more, status=status)


def _pages_open_to(user: User, case: Deviation, inner: InnerRights) -> set[str]:
    rights = rights_of(user, case)
    pages = {
        "investigation": inner.answer,
        "note_add": inner.note,
        "edit": rights.edit,
        "measure": rights.measure,
    }
    return {page for page, allowed in pages.items() if allowed}


def _way_to(point: Point, case: Deviation, pages: set[str]) -> str:
    """Where a missing answer is given, for those who may give it."""
    if point.done or point.page not in pages:
        return ""
    url = reverse(f"deviations:{point.page}", args=[case.number])
    return f"{url}#{point.anchor}" if point.anchor else url


def _answers(case: Deviation) -> list[tuple[str, str]]:
    """To read, for those who do not write them."""
    yes_no = {True: "Ja", False: "Nej", None: "–"}
    causes = ", ".join(str(cause) for cause in case.causes.all())
    return [
        ("Konsekvens för barnet eller den enskilde", case.consequence_text or "–"),
        ("Vad säger barnet eller den enskilde?", case.own_view or "–"),
        ("Varför den enskilde inte har hörts", case.own_view_missing_reason or "–"),
        ("Bakomliggande orsaker", causes or "–"),
        ("Har något liknande hänt tidigare?", yes_no[case.happened_before]),
        ("Varför har det hänt igen?", case.happened_before_text or "–"),
        ("Kan hända igen", yes_no[case.could_recur]),
    ]
