"""Answers that the pages of both registers give."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from audit.models import Event
from lib.versions import EditedByAnother, renew
from organisation.models import Process
from organisation.screens import tell
from organisation.views import person
from risks.forms.base import RegisterForm
from risks.models import Control, Risk
from risks.services.rows import PROCESS_IS_CLOSED, RISK_IS_CLOSED, IllegalStep, short_name

REGISTERS: Mapping[type[Any], tuple[str, str]] = {
    Risk: ("risks", "Risker"),
    Control: ("controls", "Egenkontroller"),
    Process: ("processes", "Processer"),
}
Row = Risk | Control | Process


def key_of(row: Row) -> str | int:
    """What stands for it in an address."""
    return row.pk if isinstance(row, Process) else row.code


def page_of(row: Row) -> str:
    return reverse(f"{REGISTERS[type(row)][0]}:detail", args=[key_of(row)])


def closed_page(request: HttpRequest, row: Row) -> HttpResponse:
    messages.info(request, PROCESS_IS_CLOSED if isinstance(row, Process) else RISK_IS_CLOSED)
    return redirect(page_of(row))


def form_page(
    request: HttpRequest,
    template: str,
    form: Any,
    row: Row | None,
    *,
    status: int = 0,
    **context: Any,
) -> HttpResponse:
    model = type(row) if row else form._meta.model
    namespace, register = REGISTERS[model]
    context |= {
        "form": form,
        "row": row,
        "short": short_name(row) if row else "",
        "register": register,
        "register_url": reverse(f"{namespace}:list"),
        "back_url": page_of(row) if row else reverse(f"{namespace}:list"),
    }
    status = status or (422 if form.is_bound else 200)
    return render(request, f"risks/{template}.html", context, status=status)


def created(
    request: HttpRequest,
    form: Any,
    create: Callable[..., Any],
    title: str,
    done: str,
    then: str,
    lead: str = "",
) -> HttpResponse:
    """A form of something new. `then` names the page that follows."""
    if request.method == "POST" and form.is_valid():
        try:
            row = create(actor=person(request), **form.answers)
        except IllegalStep as refused:
            tell(form, refused)
        else:
            messages.success(request, done)
            return redirect(then, key_of(row))
    return form_page(request, "edit", form, None, title=title, lead=lead)


def edited(
    request: HttpRequest, form: Any, row: Row, update: Callable[..., Any], title: str, done: str
) -> HttpResponse:
    """A form of what is there; who saved second sees both texts."""
    if request.method == "POST" and form.is_valid():
        try:
            update(
                actor=person(request),
                version=form.cleaned_data["version"],
                changes=form.changes,
            )
        except EditedByAnother as conflict:
            return compared(request, form, conflict, title)
        except IllegalStep as refused:
            tell(form, refused)
        else:
            messages.success(request, done)
            return redirect(page_of(row))
    return form_page(request, "edit", form, row, title=title)


def compared(
    request: HttpRequest, form: RegisterForm, conflict: EditedByAnother, title: str
) -> HttpResponse:
    """The text that was not saved stays in the form, beside what another person saved."""
    saved = conflict.saved
    differences = form.compared_with(saved)
    if not differences:
        messages.info(request, "Någon annan hade redan sparat samma sak.")
        return redirect(page_of(saved))
    renew(form, saved.version)
    last = Event.objects.changes_of(saved).first()
    context = {"differences": differences, "last": last, "title": title}
    return form_page(request, "edit", form, saved, status=409, **context)
