from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import timezone

from deviations.models import Cause, Kind, Severity, Status
from lib.composed import Composed
from lib.fields import DayField
from lib.forms import ALL, FilterForm, narrowing_field, search_field

YEARS_BACK = 10
WEEK = 7
Choices = tuple[tuple[int, str], ...]

_causes = Composed(lambda: Cause.objects.values_list("pk", "name"))


class Due(TextChoices):
    OVERDUE = "overdue", "Försenad"
    WEEK = "week", "Inom 7 dagar"
    ANY = "any", "Har frist"


@dataclass(frozen=True, eq=False)
class Filters:
    """What the list is narrowed by on a day, and the controls that say so."""

    wanted: Mapping[str, Any]
    html: str
    today: date


def filters(query: QueryDict, units: Choices) -> Filters:
    """Read and drawn once for each choice; what people search for is not kept."""
    given = tuple((name, query[name]) for name in CaseFilterForm.base_fields if query.get(name))
    read = _read.__wrapped__ if query.get("q") else _read
    return read(given, units, tuple(_causes.ask()), timezone.localdate())


@lru_cache(maxsize=128)
def _read(
    given: tuple[tuple[str, str], ...], units: Choices, causes: Choices, today: date
) -> Filters:
    """Of its arguments alone: today decides which years are offered and which days are to come."""
    years = [(year, str(year)) for year in range(today.year, today.year - YEARS_BACK, -1)]
    form = CaseFilterForm(dict(given), unit=units, cause=causes, year=years)
    form.is_valid()
    html = render_to_string("components/filter_fields.html", {"form": form})
    return Filters(MappingProxyType(form.cleaned_data), html, today)


class CaseFilterForm(FilterForm):
    q = search_field("Ord eller nummer")
    unit = narrowing_field("Enhet")
    kind = forms.ChoiceField(label="Typ", required=False, choices=(*ALL, *Kind.choices))
    status = forms.ChoiceField(
        label="Status", required=False, choices=(*ALL, ("open", "Öppna"), *Status.choices)
    )
    severity = forms.ChoiceField(label="Grad", required=False, choices=(*ALL, *Severity.choices))
    cause = narrowing_field("Orsak", error_messages=forms.ModelChoiceField.default_error_messages)
    due = forms.ChoiceField(label="Frist", required=False, choices=(*ALL, *Due.choices))
    year = narrowing_field("Inkom år")
    received_from = DayField(label="Inkom från", required=False)
    received_to = DayField(label="Inkom till", required=False)
    mine = forms.BooleanField(label="Jag utreder", required=False)
