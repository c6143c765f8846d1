"""The year around a report: its meeting, its improvement areas, and the report after it."""

from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisation.screens import Screen, answered, confirmed
from organisation.views import person
from qualityreport import improvements, services
from qualityreport.forms.improvements import AnswerForm, ImprovementForm, MeetingForm
from qualityreport.models import Improvement, Report
from qualityreport.views.scope import composed_report


def _screen(report: Report, title: str, **more: Any) -> Screen:
    return Screen(
        title=title,
        over=str(report),
        back_url=reverse("qualityreport:improvements", args=[report.pk]),
        crumbs=(
            ("Rapporter", reverse("qualityreport:list")),
            (str(report), reverse("qualityreport:detail", args=[report.pk])),
            ("Förbättringsområden", reverse("qualityreport:improvements", args=[report.pk])),
        ),
        **more,
    )


@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    report = composed_report(request, pk)
    form = MeetingForm(request.POST or None, report=report)
    back = reverse("qualityreport:detail", args=[pk])
    screen = Screen(
        title="Sammanträde och kontroller",
        over=str(report),
        back_url=back,
        crumbs=(("Rapporter", reverse("qualityreport:list")), (str(report), back)),
    )

    def save() -> None:
        services.set_meeting(actor=person(request), report=report, **form.cleaned_data)

    message = "Sparat. Årets datum räknas från sammanträdet."
    return answered(request, form, screen, save=save, message=message)


@require_POST
def next_year(request: HttpRequest, pk: int) -> HttpResponse:
    """The same outline and owners a year on; one that is there already is shown."""
    report = composed_report(request, pk)
    year = report.year + 1
    try:
        with transaction.atomic():
            made = services.create_report(
                actor=person(request),
                kind=report.kind,
                year=year,
                unit=report.unit,
                as_of=date(year, report.as_of.month, min(report.as_of.day, 28))
                if report.as_of.month == 2
                else report.as_of.replace(year=year),
                subtitle=report.subtitle,
                audience=report.audience,
                follows=report,
            )
    except IntegrityError:
        there = Report.objects.visible_to(person(request)).filter(
            kind=report.kind, year=year, unit=report.unit
        )
        messages.info(request, f"Rapporten för {year} finns redan.")
        return redirect("qualityreport:detail", there.values_list("pk", flat=True)[0])
    messages.success(
        request, f"{made} är skapad med samma disposition, stående texter och ansvariga."
    )
    return redirect("qualityreport:detail", made.pk)


@require_GET
def improvement_list(request: HttpRequest, pk: int) -> HttpResponse:
    report = composed_report(request, pk)
    context = {
        "report": report,
        "own": improvements.own(report.pk),
        "to_answer": improvements.to_answer(report),
        "before": improvements.previous(report),
    }
    return render(request, "qualityreport/improvements.html", context)


@require_http_methods(["GET", "POST"])
def improvement_add(request: HttpRequest, pk: int) -> HttpResponse:
    report = composed_report(request, pk)
    form = ImprovementForm(request.POST or None, instance=Improvement(report=report))
    return answered(
        request,
        form,
        _screen(report, "Nytt förbättringsområde"),
        save=lambda: services.name_improvement(actor=person(request), report=report, **form.values),
        message="Området är sparat.",
    )


def _own(request: HttpRequest, pk: int, row: int) -> Improvement:
    report = composed_report(request, pk)
    return get_object_or_404(report.improvements.select_related("report__unit"), pk=row)


@require_http_methods(["GET", "POST"])
def improvement(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    found = _own(request, pk, row)
    form = ImprovementForm(request.POST or None, instance=found)
    remove = reverse("qualityreport:improvement_remove", args=[pk, row])
    return answered(
        request,
        form,
        _screen(found.report, "Ändra förbättringsområde", remove_url=remove),
        save=lambda: services.change_improvement(
            actor=person(request),
            pk=row,
            version=form.cleaned_data["version"],
            changes=form.values,
        ),
        message="Området är sparat.",
    )


@require_http_methods(["GET", "POST"])
def improvement_remove(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    found = _own(request, pk, row)
    remove = partial(services.remove_improvement, actor=person(request), row=found)
    screen = _screen(found.report, f"Ta bort ”{found.title}”")
    return confirmed(request, screen, remove=remove, message="Området är borttaget.")


@require_http_methods(["GET", "POST"])
def improvement_answer(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Last year's area, answered in this year's report."""
    report = composed_report(request, pk)
    found = next((one for one in improvements.to_answer(report) if one.pk == row), None)
    if found is None:
        raise Http404
    form = AnswerForm(request.POST or None, instance=found)
    return answered(
        request,
        form,
        _screen(report, f"Svara om ”{found.title}”"),
        save=lambda: services.answer_improvement(
            actor=person(request),
            report=report,
            pk=row,
            version=form.cleaned_data["version"],
            changes=form.values,
        ),
        message="Svaret är sparat. Det skrivs ut i årets rapport.",
    )
