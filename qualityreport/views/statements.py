"""Tjänsteutlåtandet beside its report."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lib.versions import EditedByAnother, renew
from organisation.screens import Screen, confirmed, form_page
from organisation.views import person
from qualityreport import services
from qualityreport.forms.statements import StatementForm, suggested
from qualityreport.models import Report, Statement
from qualityreport.views.editor import media_of
from qualityreport.views.scope import composed_report

PAGE = "qualityreport/statement.html"


@require_http_methods(["GET", "POST"])
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    report = composed_report(request, pk)
    row = Statement.objects.filter(report=report).first()
    form = StatementForm(
        request.POST or None,
        instance=row or Statement(report=report),
        report=report,
        initial=None if row else suggested(report, person(request)),
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.write_statement(
                actor=person(request),
                report=report,
                pk=row.pk if row else None,
                version=form.cleaned_data.get("version", 1),
                content=form.content,
            )
        except EditedByAnother as conflict:
            renew(form, conflict.saved.version)
            return _page(request, report, form, row, 409, stored=conflict.saved)
        messages.success(request, "Tjänsteutlåtandet är sparat. Det byggs med nästa version.")
        return redirect("qualityreport:statement", pk)
    return _page(request, report, form, row, 422 if form.is_bound else 200)


def _page(
    request: HttpRequest,
    report: Report,
    form: StatementForm,
    row: Statement | None,
    status: int,
    **extra: Any,
) -> HttpResponse:
    remove = reverse("qualityreport:remove_statement", args=[report.pk]) if row else ""
    media = media_of(request, form)
    return form_page(
        request, PAGE, form, _screen(report, remove), status, media=media, report=report, **extra
    )


def _screen(report: Report, remove_url: str = "") -> Screen:
    back = reverse("qualityreport:detail", args=[report.pk])
    return Screen(
        title="Tjänsteutlåtande",
        over=str(report),
        back_url=back,
        crumbs=(("Rapporter", reverse("qualityreport:list")), (str(report), back)),
        lead="Brevet som rapporten lämnas till nämnden med. Byggs som en egen PDF.",
        remove_url=remove_url,
    )


@require_http_methods(["GET", "POST"])
def remove_statement(request: HttpRequest, pk: int) -> HttpResponse:
    report = composed_report(request, pk)
    back = reverse("qualityreport:detail", args=[pk])
    screen = Screen(
        title="Ta bort tjänsteutlåtandet",
        over=str(report),
        back_url=back,
        crumbs=_screen(report).crumbs,
    )
    remove = partial(services.remove_statement, actor=person(request), report=report)
    return confirmed(request, screen, remove=remove, message="Tjänsteutlåtandet är borttaget.")
