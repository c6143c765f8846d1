from collections.abc import Iterable
from typing import Any

from django import forms

from lib.fields import LineField
from risks.models import Verdict

ALL = (("", "Alla"),)
NOT_JUDGED = "none"
DUE, NEVER = "due", "none"


class FilterForm(forms.Form):
    """What a list is narrowed by; what cannot be read narrows nothing and is said so."""

    q = LineField(
        label="Sök",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Ord eller kod"}),
    )
    area = forms.TypedChoiceField(
        label="Verksamhetsområde", required=False, coerce=int, empty_value=None
    )
    unit = forms.TypedChoiceField(label="Enhet", required=False, coerce=int, empty_value=None)

    def __init__(
        self, data: Any, *, units: Iterable[tuple[int, str]], areas: Iterable[tuple[int, str]]
    ) -> None:
        super().__init__(data, auto_id="filter_%s")
        for name, choices in (("unit", units), ("area", areas)):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
            field.choices = [*ALL, *choices]


class RiskFilterForm(FilterForm):
    zone = forms.ChoiceField(
        label="Nivå",
        required=False,
        choices=(
            *ALL,
            ("high", "Hög"),
            ("medium", "Medel"),
            ("low", "Låg"),
            (NOT_JUDGED, "Inte bedömd"),
        ),
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=(("open", "Öppna"), ("closed", "Avslutade"), ("all", "Alla")),
    )
    mine = forms.BooleanField(label="Jag ansvarar", required=False)


class ControlFilterForm(FilterForm):
    outcome = forms.ChoiceField(
        label="Senaste resultat",
        required=False,
        choices=(*ALL, *Verdict.choices, (NEVER, "Inte genomförd")),
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=(("open", "Gäller"), ("closed", "Upphörda"), ("all", "Alla")),
    )
    due = forms.BooleanField(label="Dags att göra", required=False)
    mine = forms.BooleanField(label="Jag ansvarar", required=False)
