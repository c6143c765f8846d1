"""Reporting, the receipt, and what became of one's own reports."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods

from deviations import services
from deviations.forms import ComplaintForm, ReportForm
from deviations.listing import STATUS_TONES
from deviations.models import Deviation, DeviationReport, Feedback, Status
from deviations.views.inner import warn_of_personnummer
from organisation.access import REPORTING_ROLES, access_of
from organisation.models import Unit, User
from organisation.views import person, role_required

MINE_PER_PAGE = 30
Sent = Callable[[], Deviation]


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*REPORTING_ROLES)
def report(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = ReportForm(request.POST if request.method == "POST" else None, user=user)
    return _take_in(request, form, "deviations/report.html", lambda: _report(form, user))


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(*REPORTING_ROLES)
def complaint(request: HttpRequest) -> HttpResponse:
    user = person(request)
    form = ComplaintForm(request.POST if request.method == "POST" else None, user=user)
    return _take_in(request, form, "deviations/complaint.html", lambda: _complaint(form, user))


@require_GET
@role_required(*REPORTING_ROLES)
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    mine = DeviationReport.objects.visible_to(person(request)).received_as(number)
    found = mine.select_related("deviation__unit").order_by("-pk").first()
    if found is None:
        raise Http404
    context = {"case": found.deviation, "number": number}
    return render(request, "deviations/receipt.html", context)


@require_GET
@role_required(*REPORTING_ROLES)
def mine(request: HttpRequest) -> HttpResponse:
    reports = (
        DeviationReport.objects.visible_to(person(request))
        .select_related("deviation")
        .prefetch_related("deviation__feedback")
        .order_by("-reported_at", "-pk")
    )
    page = Paginator(reports, MINE_PER_PAGE).get_page(request.GET.get("sida"))
    context = {"rows": [_own_row(report) for report in page], "page": page}
    return render(request, "deviations/mine.html", context)


def _take_in(
    request: HttpRequest, form: ReportForm | ComplaintForm, template: str, send: Sent
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            case = send()
        except services.IllegalStep as refused:
            form.add_error(None, str(refused))
        else:
            warn_of_personnummer(request, form)
            return redirect("deviations:receipt", case.number)
    return render(request, template, {"form": form}, status=422 if form.is_bound else 200)


def _report(form: ReportForm, user: User) -> Deviation:
    answers = form.cleaned_data
    return services.report_deviation(
        actor=user,
        kind=answers["kind"],
        unit=answers["unit"],
        description=answers["description"],
        reporting_unit=_own_unit(user, answers["unit"]),
        details=form.details(
            "occurred_on",
            "discovered_at",
            "is_safe_now",
            "immediate_measures",
            "consequence_possible",
            "consequence_text",
        ),
        token=answers["token"],
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
    """`received_as` is the number of the receipt, when the report stands with another case now."""

    number: str
    received_as: str
    when: str
    text: str
    status: str
    status_tone: str
    feedback: list[Feedback]


def _own_row(report: DeviationReport) -> OwnRow:
    case = report.deviation
    return OwnRow(
        number=case.number,
        received_as="" if report.number_given == case.number else report.number_given,
        when=date_format(timezone.localtime(report.reported_at), "j F Y"),
        text=report.text,
        status=case.get_status_display(),
        status_tone=STATUS_TONES[Status(case.status)],
        feedback=list(case.feedback.all()),
    )
