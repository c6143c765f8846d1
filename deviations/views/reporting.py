"""Reporting, the receipt, and what became of one's own reports."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods

from deviations import receipts, services, triage
from deviations.forms import ComplaintForm, ReportForm
from deviations.listing import STATUS_TONES
from deviations.models import Deviation, DeviationReport, Feedback, ReportDraft, Status
from deviations.services.intake import headline
from deviations.views.inner import warn_of_personnummer
from organisation.access import REPORTING_ROLES, access_of
from organisation.models import Unit, User
from organisation.views import person, role_required

MINE_PER_PAGE = 30
Sent = Callable[[], Deviation]
# By whether what was sent is a complaint.
AGAIN = {
    False: ("Rapportera en till", "deviations:report"),
    True: ("Registrera en till", "deviations:complaint"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*REPORTING_ROLES)
def report(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = ReportForm(request.POST if request.method == "POST" else None, user=user)
    sent = _take_in(request, form, lambda: _report(form, user))
    return sent or report_page(request, form)


def report_page(
    request: HttpRequest, form: ReportForm, *, status: int = 0, **more: Any
) -> HttpResponse:
    status = status or (422 if form.is_bound else 200)
    context = {"form": form, "ways": triage.ways(), **more}
    return render(request, "deviations/report.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*REPORTING_ROLES)
def complaint(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = ComplaintForm(request.POST if request.method == "POST" else None, user=user)
    status = 422 if form.is_bound else 200
    return _take_in(request, form, lambda: _complaint(form, user)) or render(
        request, "deviations/complaint.html", {"form": form}, status=status
    )


@require_GET
@role_required(*REPORTING_ROLES)
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    mine = DeviationReport.objects.visible_to(person(request)).received_as(number)
    found = mine.select_related("deviation__unit").order_by("-pk").first()
    if found is None:
        raise Http404
    again = AGAIN[found.deviation.is_complaint]
    context = {
        "receipt": receipts.receipt(found),
        "when": _moment(found.reported_at),
        "another": again[0],
        "another_url": reverse(again[1]),
    }
    return render(request, "deviations/receipt.html", context)


@require_GET
@role_required(*REPORTING_ROLES)
def mine(request: HttpRequest) -> HttpResponse:
    user = person(request)
    reports = (
        DeviationReport.objects.visible_to(user)
        .select_related("deviation", "reporter")
        .prefetch_related("deviation__feedback")
        .order_by("-reported_at", "-pk")
    )
    page = Paginator(reports, MINE_PER_PAGE).get_page(request.GET.get("sida"))
    context = {
        "rows": [_own_row(report, user) for report in page],
        "page": page,
        "drafts": [_draft_row(draft) for draft in ReportDraft.objects.visible_to(user)],
    }
    return render(request, "deviations/mine.html", context)


def _take_in(
    request: HttpRequest, form: ReportForm | ComplaintForm, send: Sent
) -> HttpResponse | None:
    """The way to the receipt, or nothing where the form has to be shown."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        case = send()
    except services.IllegalStep as refused:
        form.add_error(None, str(refused))
        return None
    warn_of_personnummer(request, form)
    return redirect("deviations:receipt", case.number)


def _report(form: ReportForm, user: User) -> Deviation:
    answers, colleague = form.cleaned_data, form.reported_for()
    return services.report_deviation(
        actor=user,
        kind=answers["kind"],
        unit=answers["unit"],
        description=answers["description"],
        reporting_unit=_own_unit(colleague or user, answers["unit"]),
        details=form.details(*form.DETAILS),
        token=answers["token"],
        reported_for=colleague,
    )


def _complaint(form: ComplaintForm, user: User) -> Deviation:
    answers = form.cleaned_data
    return services.register_complaint(
        actor=user,
        kind=answers["kind"],
        unit=answers["unit"],
        description=answers["description"],
        received_on=answers["received_on"],
        complaint=form.details(*form.COMPLAINT_PART),
        details=form.details("occurred_on", "channel"),
        token=answers["token"],
    )


def _own_unit(user: User, place: Unit) -> Unit | None:
    """Where the reporter works: the place itself, or the only unit there is."""
    own = access_of(user).own_unit_ids()
    if place.pk in own:
        return place
    return Unit.objects.get(pk=min(own)) if len(own) == 1 else None


@dataclass(frozen=True)
class OwnRow:
    number: str
    when: str
    by: str
    moved: str
    text: str
    status: str
    status_tone: str
    feedback: list[Feedback]


def _own_row(report: DeviationReport, user: User) -> OwnRow:
    case = report.deviation
    number = report.number_given or case.number
    return OwnRow(
        number=number,
        when=date_format(timezone.localtime(report.reported_at), "j F Y"),
        by=_by(report, user),
        moved=_moved(case, number),
        text=report.text,
        status=case.get_status_display(),
        status_tone=STATUS_TONES[Status(case.status)],
        feedback=list(case.feedback.all()),
    )


def _moved(case: Deviation, number: str) -> str:
    """That the report stands with another case than the one of its receipt."""
    if number == case.number:
        return ""
    if case.is_lex_sarah and not number.startswith(case.series):
        return "Rapporten utreds nu enligt lex Sarah."
    return "Fler har rapporterat samma händelse. Rapporterna utreds tillsammans."


def _by(report: DeviationReport, user: User) -> str:
    """Whose it is, where one person wrote down what another reports."""
    if not report.reported_for_id:
        return ""
    mine = report.reported_for_id == user.pk
    return f"av {report.reporter} åt dig" if mine else f"av dig åt {report.reporter_name}"


@dataclass(frozen=True)
class DraftRow:
    token: UUID
    saved: str
    text: str


def _draft_row(draft: ReportDraft) -> DraftRow:
    text = headline(draft.answers.get("description", ""))
    return DraftRow(draft.token, _moment(draft.saved_at), text)


def _moment(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F H:i")
