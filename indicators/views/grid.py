"""The grid: all outcomes of a unit and period, entered where they stand; and who has not."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indicators.due import has_ended, latest_ended, periods_in_use
from indicators.forms.filters import GridFilterForm
from indicators.forms.grid import GridRowForm
from indicators.grid.page import GridPage
from indicators.grid.rows import Row
from indicators.grid.saving import Conflict, save
from indicators.querysets import DEFINERS, EDITORS
from indicators.words import period_label
from lib.listing import numbered
from lib.numbers import counted
from organisation.access import access_of
from organisation.choices import units_for
from organisation.models import Unit, User
from organisation.views import person, role_required

# By indicator what became of its row.
Done = dict[int, GridRowForm | Conflict | None]


@require_http_methods(["GET", "POST"])
@role_required(*EDITORS)
def grid(request: HttpRequest) -> HttpResponse:
    user = person(request)
    choice, one = Choice(request, user), request.POST.get("rad", "")
    page = _page(request, user, choice, one)
    if request.method == "GET":
        return _shown(request, choice, page, {})
    if one and not page.indicators:
        raise Http404
    done = {form.indicator.pk: _saved(user, form) for form in page.sent(request.POST)}
    fresh = _page(request, user, choice, one)
    return _one_row(request, fresh, done) if one else _whole(request, choice, fresh, done)


def _page(request: HttpRequest, user: User, choice: "Choice", one: str) -> GridPage:
    number = request.GET.get("sida", "")
    return GridPage(user, choice.unit, choice.year, choice.period, number=number, only=one)


def _saved(user: User, form: GridRowForm) -> GridRowForm | Conflict | None:
    """None where the row is saved."""
    try:
        return None if save(user, form) else form
    except Conflict as conflict:
        return conflict


def _whole(request: HttpRequest, choice: "Choice", page: GridPage, done: Done) -> HttpResponse:
    """Without JavaScript: the good rows are saved, and the bad ones come back as they were."""
    good = sum(refused is None for refused in done.values())
    if good:
        messages.success(request, f"{counted(good, 'rad är sparad', 'rader är sparade')}.")
    elif not done:
        messages.info(request, "Ingenting var ändrat.")
    if good == len(done):
        return redirect(choice.address(request.GET.get("sida", "")))
    return _shown(request, choice, page, done, status=422)


def _one_row(request: HttpRequest, page: GridPage, done: Done) -> HttpResponse:
    """The row alone, for the script that takes it in."""
    [row] = _rows(page, done, request.POST)
    refused = next(iter(done.values()), None)
    status = 200 if refused is None else 409 if isinstance(refused, Conflict) else 422
    return render(request, "indicators/_grid_row.html", {"row": row}, status=status)


def _rows(page: GridPage, done: Done, sent: Any) -> list[dict[str, Any]]:
    return [_row(page, pk, done, sent).as_text for pk in page.indicators]


def _row(page: GridPage, pk: int, done: Done, sent: Any) -> Row:
    row = page.row(pk)
    if pk not in done:
        return row
    match done[pk]:
        case None:
            row.saved = True
        case Conflict() as conflict:
            row.typed, row.version = sent, conflict.saved.version
            row.differences, row.form = conflict.differences, conflict.form
        case form:
            row.typed, row.form = sent, form
    return row


def _shown(
    request: HttpRequest, choice: "Choice", page: GridPage, done: Done, status: int = 200
) -> HttpResponse:
    refused = [one for one in done.values() if one is not None]
    forms = [one.form if isinstance(one, Conflict) else one for one in refused]
    context = {
        "rows": _rows(page, done, request.POST),
        "page": page,
        "label": period_label(choice.year, choice.period),
        "filter_form": choice.form,
        "refused": len(refused),
        "form": forms[0] if forms else None,
        "action": choice.address(request.GET.get("sida", "")),
        "unit": choice.unit,
        "may_chase": choice.may_chase,
        **numbered(page.page, request.GET),
    }
    return render(request, "indicators/grid.html", context, status=status)


class Choice:
    """The unit and period that the address names, else one's own and the one that ended last."""

    def __init__(self, request: HttpRequest, user: User) -> None:
        asked = request.GET
        self.may_chase = access_of(user).has(*DEFINERS)
        units = {str(unit.pk): unit for unit in units_for(user, EDITORS, None)}
        named = asked.get("enhet", "")
        if not units or (request.method == "POST" and named and named not in units):
            raise Http404  # what is saved is never guessed
        self.unit = units.get(named) or _usual(user, list(units.values()))
        self.year, self.period = latest_ended(periods_in_use([self.unit.pk]))
        usual = {"ar": self.year, "period": self.period}
        sent = {name: asked.get(name) or value for name, value in usual.items()}
        offered = [(unit.pk, unit.name) for unit in units.values()]
        self.form = GridFilterForm({"enhet": self.unit.pk, **sent}, enhet=offered)
        if self.form.is_valid():
            self.year = self.form.cleaned_data["ar"]
            self.period = self.form.cleaned_data["period"]
        if not has_ended(self.year, self.period):
            self.form.add_error("period", "Perioden är inte slut än.")

    def address(self, page: str = "") -> str:
        named = {"enhet": self.unit.pk, "ar": self.year, "period": self.period}
        return f"{reverse('indicators:grid')}?{urlencode(named | ({'sida': page} if page else {}))}"


def _usual(user: User, units: list[Unit]) -> Unit:
    own = access_of(user).own_unit_ids(*EDITORS)
    return next((unit for unit in units if unit.pk in own), units[0])
