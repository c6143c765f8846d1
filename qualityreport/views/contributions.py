"""Underlag: the coordinator's list, and the one page by which a unit answers."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lib.versions import EditedByAnother, renew
from organisation.screens import Screen, answered
from organisation.views import person
from qualityreport import pages, services, wheel
from qualityreport.contributions import owed, rows, units_to_ask
from qualityreport.forms.contributions import AskForm, ContributionForm, DrawForm, ReturnForm
from qualityreport.models import Contribution, Report, Section
from qualityreport.views.editor import media_of
from qualityreport.views.scope import composed_report


def _crumbs(report: Report) -> tuple[tuple[str, str], ...]:
    return (
        ("Rapporter", reverse("qualityreport:list")),
        (str(report), reverse("qualityreport:detail", args=[report.pk])),
        ("Underlag", reverse("qualityreport:contributions", args=[report.pk])),
    )


@require_http_methods(["GET", "POST"])
def contributions(request: HttpRequest, pk: int) -> HttpResponse:
    """Which units have sent in, which have not, and the form that asks them."""
    report = composed_report(request, pk)
    due = wheel.due_of(report, "days_to_contributions")
    form = AskForm(request.POST or None, units=units_to_ask(report), initial={"due_on": due})
    if request.method == "POST" and form.is_valid():
        asked = services.ask_for_contributions(
            actor=person(request), report=report, **form.cleaned_data
        )
        messages.success(request, f"{len(asked)} enheter är ombedda om underlag.")
        return redirect("qualityreport:contributions", pk)
    context = {"report": report, "rows": rows(report), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "qualityreport/contributions.html", context, status=status)


@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    report = composed_report(request, pk)
    count = services.remind(actor=person(request), report=report)
    messages.success(request, f"{count} enheter är påminda. Det står först på deras startsida.")
    return redirect("qualityreport:contributions", pk)


def _visible(request: HttpRequest, pk: int, contribution: int) -> Contribution:
    visible = Contribution.objects.visible_to(person(request)).filter(report_id=pk)
    return get_object_or_404(visible.select_related("report__unit", "unit"), pk=contribution)


def _composed(request: HttpRequest, pk: int, contribution: int) -> Contribution:
    row = _visible(request, pk, contribution)
    if not pages.may_compose(row.report, person(request)):
        raise PermissionDenied
    return row


@require_http_methods(["GET", "POST"])
def contribution(request: HttpRequest, pk: int, contribution: int) -> HttpResponse:
    """The unit's own page: what it owes the report. The coordinator reads it here."""
    row = _visible(request, pk, contribution)
    writes = Contribution.objects.written_by(person(request)).filter(pk=row.pk).exists()
    if request.method == "POST" and not writes:
        raise PermissionDenied
    form = ContributionForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            return _saved(request, row, form)
        except EditedByAnother as conflict:
            renew(form, conflict.saved.version)
            return _page(request, row, form, writes, 409, stored=conflict.saved)
    return _page(request, row, form, writes, 422 if form.is_bound else 200)


def _saved(request: HttpRequest, row: Contribution, form: ContributionForm) -> HttpResponse:
    submit = "keep" not in request.POST
    services.write_contribution(
        actor=person(request),
        pk=row.pk,
        version=form.cleaned_data["version"],
        texts=form.texts,
        submit=submit,
    )
    words = "Underlaget är inlämnat." if submit else "Utkastet är sparat."
    messages.success(request, words)
    return redirect("qualityreport:contribution", row.report_id, row.pk)


def _page(
    request: HttpRequest,
    row: Contribution,
    form: ContributionForm,
    writes: bool,
    status: int,
    **extra: Any,
) -> HttpResponse:
    composes = pages.may_compose(row.report, person(request))
    context = {
        "row": row,
        "report": row.report,
        "form": form,
        "writes": writes,
        "composes": composes,
        "owed": owed(row),
        "back_url": reverse("qualityreport:contributions", args=[row.report_id])
        if composes
        else reverse("start:overview"),
        "media": media_of(request, form),
        **extra,
    }
    return render(request, "qualityreport/contribution.html", context, status=status)


@require_http_methods(["GET", "POST"])
def return_contribution(request: HttpRequest, pk: int, contribution: int) -> HttpResponse:
    row = _composed(request, pk, contribution)
    form = ReturnForm(request.POST or None)
    back = reverse("qualityreport:contributions", args=[pk])
    screen = Screen(
        title="Be om komplettering", over=str(row), back_url=back, crumbs=_crumbs(row.report)
    )

    def save() -> None:
        services.return_contribution(
            actor=person(request), contribution=row, question=form.cleaned_data["question"]
        )

    message = f"{row.unit} har fått frågan."
    return answered(request, form, screen, save=save, message=message)


@require_http_methods(["GET", "POST"])
def draw_in(request: HttpRequest, pk: int, contribution: int) -> HttpResponse:
    """The unit's words into a section, with whose they are."""
    row = _composed(request, pk, contribution)
    form = DrawForm(request.POST or None, report=row.report)
    screen = Screen(
        title="Hämta in i ett avsnitt",
        over=str(row),
        back_url=reverse("qualityreport:contributions", args=[pk]),
        crumbs=_crumbs(row.report),
        lead="Texten läggs sist i avsnittet, med enheten som källa. Sedan går den att redigera.",
    )

    def save() -> Section:
        return services.draw_in(
            actor=person(request), contribution=row, section=form.cleaned_data["section"]
        )

    return answered(
        request,
        form,
        screen,
        save=save,
        message="Enhetens text står nu sist i avsnittet.",
        page_of=lambda section: reverse("qualityreport:section", args=[pk, section.key]),
    )


@require_GET
def gaps(request: HttpRequest, pk: int) -> HttpResponse:
    """F120: what the report does not know, to read through or to print."""
    report = composed_report(request, pk)
    return render(request, "qualityreport/gaps.html", {"report": report, **pages.gaps(report)})
