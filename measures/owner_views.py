"""The pages by which a row of another register gets a measure, and lets it go again.

The register asks for the right first, and keeps the link and its log itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lib.refusals import Refused
from measures.models import Measure
from measures.owner_forms import LinkMeasureForm, NewMeasureForm
from measures.owners import Owner
from organisation.models import Unit
from organisation.screens import tell
from organisation.views import person


@dataclass(frozen=True, kw_only=True)
class About:
    """Whose measure it is, in words."""

    row: Any
    unit: Unit
    short: str
    register: str
    register_url: str
    back_url: str


def added(
    request: HttpRequest,
    owner: Owner,
    about: About,
    *,
    add: Callable[..., Measure],
    link: Callable[..., Measure],
) -> HttpResponse:
    """A new measure, or one that is there already."""
    user = person(request)
    linking = "link" in request.POST
    posted = request.POST if request.method == "POST" else None
    new = NewMeasureForm(None if linking else posted, unit=about.unit, editor=user, prefix="ny")
    known = LinkMeasureForm(posted if linking else None, owner=owner, editor=user)
    form = known if linking else new
    if form.is_valid():
        try:
            (link if linking else add)(actor=user, owner=owner, **form.cleaned_data)
        except Refused as refused:
            tell(form, refused)
        else:
            messages.success(request, "Åtgärden är kopplad.")
            return redirect(about.back_url)
    context = _context(about) | {"form": new, "link_form": known}
    return render(request, "measures/add.html", context, status=422 if posted else 200)


def unlinked(
    request: HttpRequest,
    owner: Owner,
    about: About,
    measure: Measure,
    *,
    unlink: Callable[..., None],
) -> HttpResponse:
    """Asked first, on a page of its own that needs no script."""
    if request.method == "POST":
        unlink(actor=person(request), owner=owner, measure=measure)
        messages.success(request, "Åtgärden är inte längre kopplad hit. Den finns kvar.")
        return redirect(about.back_url)
    return render(request, "measures/unlink.html", _context(about) | {"measure": measure})


def _context(about: About) -> dict[str, Any]:
    return dict(vars(about))
