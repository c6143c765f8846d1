"""A form's page, the page that asks before something is removed, and what saving answers."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from audit.models import Event
from lib.refusals import Refused
from lib.versions import Difference, EditedByAnother, renew

SAVED_AT_ONCE = "Någon annan hann spara samma sak. Öppna sidan på nytt och jämför."


@dataclass(frozen=True, kw_only=True)
class Screen:
    title: str
    over: str
    back_url: str
    crumbs: tuple[tuple[str, str], ...]
    lead: str = ""
    remove_url: str = ""


def answered(
    request: HttpRequest,
    form: Any,
    screen: Screen,
    *,
    save: Callable[[], Any],
    message: str,
    page_of: Callable[[Any], str] | None = None,
    template: str = "components/form_page.html",
    **context: Any,
) -> HttpResponse:
    """The empty form, the form with what is wrong, the two texts side by side, or onwards: to
    the page of what `save` gives, or back."""
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                saved = save()
        except EditedByAnother as conflict:
            differences = form.compared_with(conflict.saved)
            if not differences:
                messages.info(request, "Någon annan hade redan sparat samma sak.")
                return redirect(screen.back_url)
            return _compared(request, form, screen, template, conflict.saved, differences, context)
        except Refused as refusal:
            tell(form, refusal)
        except IntegrityError:
            form.add_error(None, SAVED_AT_ONCE)
        else:
            messages.success(request, message)
            return redirect(page_of(saved) if page_of else screen.back_url)
    return form_page(request, template, form, screen, **context)


def _compared(
    request: HttpRequest,
    form: Any,
    screen: Screen,
    template: str,
    saved: Any,
    differences: list[Difference],
    context: dict[str, Any],
) -> HttpResponse:
    """The text that was not saved stays in the form, beside what another person saved."""
    renew(form, saved.version)
    last = Event.objects.changes_of(saved).first()
    return form_page(
        request, template, form, screen, 409, differences=differences, last=last, **context
    )


def form_page(
    request: HttpRequest,
    template: str,
    form: forms.BaseForm,
    screen: Screen,
    status: int = 0,
    **context: Any,
) -> HttpResponse:
    status = status or (422 if form.is_bound else 200)
    return render(request, template, {**asdict(screen), **context, "form": form}, status=status)


def tell(form: forms.BaseForm, refusal: Refused) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def nothing_new(request: HttpRequest, form: Any) -> bool:
    """Saved as it was: said, and no trace left of a change that was none."""
    if request.method != "POST" or not form.is_valid() or form.has_new_content:
        return False
    messages.info(request, "Ingenting var ändrat.")
    return True


def confirmed(
    request: HttpRequest,
    screen: Screen,
    *,
    remove: Callable[[], None],
    message: str,
    then: str = "",
) -> HttpResponse:
    """Removing is asked about on a page of its own, with or without scripts. `then` is where to
    go when the page that one came from is gone with it."""
    if request.method == "POST":
        try:
            remove()
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, message)
            return redirect(then or screen.back_url)
        return redirect(screen.back_url)
    return render(request, "components/remove_page.html", asdict(screen))
