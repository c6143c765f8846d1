"""The measures of a risk or a control: added, linked, unlinked."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisation.models import User
from organisation.views import person
from risks import services
from risks.forms import LinkMeasureForm, MeasureForm
from risks.forms.base import tell
from risks.services.rows import Owner, short_name
from risks.views.pages import REGISTERS, closed_page, page_of
from risks.views.scope import is_closed, to_change


@require_http_methods(["GET", "POST"])
def measure(request: HttpRequest, code: str | int, model: type[Owner]) -> HttpResponse:
    """A new measure, or one that is there already."""
    user, owner = person(request), to_change(model, request, code)
    if request.method == "GET" and is_closed(owner):
        return closed_page(request, owner)
    linking = "link" in request.POST
    posted = request.POST if request.method == "POST" else None
    new = MeasureForm(None if linking else posted, owner=owner, editor=user, prefix="ny")
    known = LinkMeasureForm(posted if linking else None, owner=owner, editor=user)
    form = known if linking else new
    if form.is_valid():
        try:
            _save(user, owner, form, linking)
        except services.IllegalStep as refused:
            tell(form, refused)
        else:
            messages.success(request, "Åtgärden är kopplad.")
            return redirect(page_of(owner))
    context = _about(owner) | {"form": new, "link_form": known}
    return render(request, "risks/measure.html", context, status=422 if posted else 200)


def _save(user: User, owner: Any, form: Any, linking: bool) -> None:
    act = services.link_measure if linking else services.add_measure
    act(actor=user, owner=owner, **form.cleaned_data)


@require_http_methods(["GET", "POST"])
def unlink(request: HttpRequest, code: str | int, pk: int, model: type[Owner]) -> HttpResponse:
    """Asked first, on a page of its own that needs no script."""
    user, owner = person(request), to_change(model, request, code)
    linked = owner.measures.filter(pk=pk).first()
    if linked is None:
        raise Http404
    if is_closed(owner):
        return closed_page(request, owner)
    if request.method == "POST":
        services.unlink_measure(actor=user, owner=owner, measure=linked)
        messages.success(request, "Åtgärden är inte längre kopplad hit. Den finns kvar.")
        return redirect(page_of(owner))
    return render(request, "risks/unlink.html", _about(owner) | {"measure": linked})


def _about(owner: Any) -> dict[str, Any]:
    namespace, register = REGISTERS[type(owner)]
    return {
        "row": owner,
        "short": short_name(owner),
        "register": register,
        "register_url": reverse(f"{namespace}:list"),
        "back_url": page_of(owner),
    }
