"""One section: written, saved as one types, assigned, commented on."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisation.screens import Screen, answered
from organisation.views import person
from qualityreport import pages, preview, services, studio
from qualityreport.collect import exhibits
from qualityreport.forms import SectionForm
from qualityreport.forms.studio import AssignForm, CommentForm
from qualityreport.models import Comment, Section
from qualityreport.views.editor import media_of
from qualityreport.views.scope import composed_report, read_report, visible_report


def _written(request: HttpRequest, pk: int, key: str) -> Section:
    report = visible_report(request, pk)
    found = get_object_or_404(report.sections.select_related("report"), key=key, takes_text=True)
    if not report.sections.editable_by(person(request)).filter(pk=found.pk).exists():
        raise PermissionDenied
    return found


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    found = _written(request, pk, key)
    form = SectionForm(request.POST or None, section=found)
    if request.headers.get("Accept") == "application/json":
        return _saved_while_typing(request, form, found)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_section(actor=person(request), section_id=found.pk, **form.cleaned_data)
        except services.StaleSection as stale:
            return _conflict(request, stale.stored)
        messages.success(request, f"Avsnittet ”{found.title}” är sparat.")
        return redirect("qualityreport:section", pk, key)
    return _page(request, form, found, status=422 if form.is_bound else 200)


def _saved_while_typing(request: HttpRequest, form: SectionForm, found: Section) -> HttpResponse:
    """What is typed stays in the editor, whatever is answered."""
    if not form.is_valid():
        problem = " ".join(str(e) for errors in form.errors.values() for e in errors)
        return JsonResponse({"said": f"Inte sparat: {problem}"}, status=422)
    try:
        saved = services.save_section(
            actor=person(request), section_id=found.pk, while_typing=True, **form.cleaned_data
        )
    except services.StaleSection as stale:
        return JsonResponse(
            _standing(stale.stored) | {"said": _by_another(stale.stored)}, status=409
        )
    return JsonResponse(_standing(saved) | {"said": f"Sparat {_clock(saved)}"})


@require_GET
def standing(request: HttpRequest, pk: int, key: str) -> JsonResponse:
    """Who saved last and what: asked for while somebody else may be writing."""
    return JsonResponse(_standing(_written(request, pk, key)))


def _standing(found: Section) -> dict[str, Any]:
    return {
        "version": found.version,
        "status": found.status,
        "by": found.saved_by_name,
        "at": _clock(found),
        "body": found.body,
    }


def _by_another(stored: Section) -> str:
    return f"Inte sparat: {stored.saved_by_name} sparade avsnittet {_clock(stored)}."


def _clock(found: Section) -> str:
    return date_format(timezone.localtime(found.saved_at), "H:i") if found.saved_at else ""


def _conflict(request: HttpRequest, stored: Section) -> HttpResponse:
    """The writer's own text stays in the form; saving again saves it over the other's."""
    typed = {**request.POST.dict(), "version": stored.version}
    fresh = SectionForm(typed, section=stored)
    return _page(request, fresh, stored, status=409, stored=stored)


def _page(
    request: HttpRequest, form: SectionForm, found: Section, status: int = 200, **extra: Any
) -> HttpResponse:
    user, report = person(request), found.report
    context = {
        "form": form,
        "section": found,
        "report": report,
        "may_compose": pages.may_compose(report, user),
        "outline": studio.outline(report, user, found),
        "comments": studio.comments(found),
        "comment_form": CommentForm(report=report),
        "last_year": preview.last_year(found),
        "preview": preview.section(found),
        "standing": preview.standing(found, user),
        "media": media_of(request, form),
        **extra,
    }
    return render(request, "qualityreport/section_form.html", context, status=status)


@require_GET
def block_data(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The section's tables and charts as they are now, beside the editor."""
    report = read_report(request, pk)
    found = get_object_or_404(report.sections.select_related("report__unit"), key=key)
    parts = studio.data_of(found)
    context = {
        "report": report,
        "section": found,
        "parts": parts,
        "exhibits": list(exhibits(parts)),
    }
    template = "_data" if request.headers.get("HX-Request") else "data"
    return render(request, f"qualityreport/{template}.html", context)


@require_GET
def values(request: HttpRequest, pk: int) -> JsonResponse:
    """The live figures of a text with value and source, for the chips of the editor."""
    report = read_report(request, pk)
    return JsonResponse(studio.values(report, request.GET.getlist("t")))


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    report = composed_report(request, pk)
    found = get_object_or_404(report.sections.select_related("report__unit"), key=key)
    form = AssignForm(request.POST or None, section=found)
    screen = Screen(
        title="Ansvarig och datum",
        over=found.title,
        back_url=reverse("qualityreport:detail", args=[pk]),
        crumbs=(
            ("Rapporter", reverse("qualityreport:list")),
            (str(report), reverse("qualityreport:detail", args=[pk])),
        ),
    )

    def save() -> None:
        services.assign_section(actor=person(request), section=found, **form.cleaned_data)

    message = f"”{found.title}” har fått ansvarig och datum."
    return answered(request, form, screen, save=save, message=message)


@require_POST
def comment(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    report = read_report(request, pk)
    found = get_object_or_404(report.sections.select_related("report__unit"), key=key)
    form = CommentForm(request.POST, report=report)
    if form.is_valid():
        services.comment_on(
            actor=person(request),
            section=found,
            body=form.cleaned_data["remark"],
            mentions=form.cleaned_data["mentions"],
        )
        messages.success(request, "Kommentaren är sparad.")
        return redirect("qualityreport:comments", pk, key)
    return _comments_page(request, found, form, 422)


@require_GET
def comments(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """For those who read the drafts, whether they write in the section or not."""
    report = read_report(request, pk)
    found = get_object_or_404(report.sections.select_related("report__unit"), key=key)
    return _comments_page(request, found, CommentForm(report=report))


def _comments_page(
    request: HttpRequest, found: Section, form: CommentForm, status: int = 200
) -> HttpResponse:
    report = found.report
    editable = report.sections.editable_by(person(request)).filter(pk=found.pk, takes_text=True)
    context = {
        "report": report,
        "section": found,
        "comments": studio.comments(found),
        "comment_form": form,
        "may_write": editable.exists(),
        "preview": preview.section(found),
    }
    return render(request, "qualityreport/comments.html", context, status=status)


@require_POST
def resolve_comment(request: HttpRequest, pk: int, key: str, comment: int) -> HttpResponse:
    read_report(request, pk)
    visible = Comment.objects.visible_to(person(request)).select_related("section__report__unit")
    found = get_object_or_404(visible, pk=comment, section__report_id=pk, section__key=key)
    services.resolve(actor=person(request), comment=found)
    messages.success(request, "Kommentaren är löst.")
    return redirect("qualityreport:comments", pk, key)
