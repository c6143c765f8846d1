"""Stående texter: what returns every year, kept by the coordinators of a unit."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from organisation.views import person, role_required
from qualityreport import services, standing
from qualityreport.forms import NewStandingTextForm, StandingTextForm
from qualityreport.models import StandingText
from qualityreport.querysets import COMPOSERS
from qualityreport.views.editor import media_of


@require_GET
@role_required(*COMPOSERS)
def standing_list(request: HttpRequest) -> HttpResponse:
    texts = StandingText.objects.visible_to(person(request))
    context = {"rows": standing.rows(texts, person(request))}
    return render(request, "qualityreport/standing_list.html", context)


@require_http_methods(["GET", "POST"])
@role_required(*COMPOSERS)
def standing_new(request: HttpRequest) -> HttpResponse:
    """A text that was not there, or how one reads from another year on."""
    chosen = {name: request.GET.get(name, "") for name in ("key", "unit")}
    form = NewStandingTextForm(request.POST or None, user=person(request), initial=chosen)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.create_standing_text(actor=person(request), **form.cleaned_data)
        except IntegrityError:  # two clicks at once: the form saw neither
            form.add_error(None, "Det finns redan en text från det rapportåret.")
        else:
            messages.success(request, f"Texten ”{standing.title(made.key)}” är sparad.")
            return redirect("qualityreport:standing_list")
    return _page(request, "standing_new", form, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def standing_text(request: HttpRequest, pk: int) -> HttpResponse:
    visible = StandingText.objects.visible_to(person(request)).select_related("unit")
    found = get_object_or_404(visible, pk=pk)
    if not StandingText.objects.composed_by(person(request)).filter(pk=pk).exists():
        raise PermissionDenied
    form = StandingTextForm(request.POST or None, text=found)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_standing_text(actor=person(request), pk=pk, **form.cleaned_data)
        except services.StaleStandingText as stale:
            return _conflict(request, stale.stored)
        messages.success(request, f"Texten ”{standing.title(found.key)}” är sparad.")
        return redirect("qualityreport:standing_list")
    return _text_page(request, form, found, status=422 if form.is_bound else 200)


def _conflict(request: HttpRequest, stored: StandingText) -> HttpResponse:
    """The writer's own text stays in the form; saving again saves it over the other's."""
    typed = {**request.POST.dict(), "version": stored.version}
    fresh = StandingTextForm(typed, text=stored)
    return _text_page(request, fresh, stored, status=409, stored=stored)


def _text_page(
    request: HttpRequest, form: StandingTextForm, found: StandingText, status: int, **extra: Any
) -> HttpResponse:
    history = StandingText.objects.visible_to(person(request)).filter(
        unit=found.unit_id, key=found.key
    )
    context = {
        "text": found,
        "title": standing.title(found.key),
        "history": [standing.row(text, may_edit=text.pk != found.pk) for text in history],
        **extra,
    }
    return _page(request, "standing_text", form, status, **context)


def _page(request: HttpRequest, name: str, form: Any, status: int, **context: Any) -> HttpResponse:
    page = {"form": form, "media": media_of(request, form), **context}
    return render(request, f"qualityreport/{name}.html", page, status=status)
