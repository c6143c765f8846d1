from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from lib.fields import LineField

ALL = (("", "Alla"),)
YEARS_BACK = 10

Choices = Iterable[tuple[int, str]]


def recent_years() -> list[tuple[int, str]]:
    this_year = timezone.localdate().year
    return [(year, str(year)) for year in range(this_year, this_year - YEARS_BACK, -1)]


def choose(field: forms.Field, first: tuple[tuple[str, str], ...], choices: Choices) -> None:
    assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
    field.choices = [*first, *choices]


class FilterForm(forms.Form):
    """What the list is narrowed by; what cannot be read narrows nothing and is said so."""

    q = LineField(
        label="Sök",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Kod eller ord i namnet"}),
    )
    area = forms.TypedChoiceField(
        label="Verksamhetsområde", required=False, coerce=int, empty_value=None
    )
    unit = forms.TypedChoiceField(label="Enhet", required=False, coerce=int, empty_value=None)
    year = forms.TypedChoiceField(label="År", required=False, coerce=int, empty_value=None)
    missing = forms.BooleanField(label="Utfall saknas", required=False)
    ended = forms.BooleanField(label="Även avslutade", required=False)

    def __init__(self, data: Any, *, units: Choices, areas: Choices) -> None:
        super().__init__(data, auto_id="filter_%s")
        choose(self.fields["unit"], ALL, units)
        choose(self.fields["area"], ALL, areas)
        choose(self.fields["year"], (("", "Senaste"),), recent_years())


class SurveyFilterForm(forms.Form):
    year = forms.TypedChoiceField(label="År", required=False, coerce=int, empty_value=None)
    unit = forms.TypedChoiceField(label="Enhet", required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, *, units: Choices) -> None:
        super().__init__(data, auto_id="filter_%s")
        choose(self.fields["unit"], ALL, units)
        choose(self.fields["year"], ALL, recent_years())
