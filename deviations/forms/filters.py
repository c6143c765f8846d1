from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from deviations.models import Cause, Kind, Severity, Status
from lib.fields import DayField, LineField

ALL = (("", "Alla"),)
YEARS_BACK = 10


class FilterForm(forms.Form):
    """What the list is narrowed by; what cannot be read narrows nothing and is said so."""

    q = LineField(
        label="Sök",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Ord eller nummer"}),
    )
    unit = forms.TypedChoiceField(label="Enhet", required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(label="Typ", required=False, choices=(*ALL, *Kind.choices))
    status = forms.ChoiceField(
        label="Status", required=False, choices=(*ALL, ("open", "Öppna"), *Status.choices)
    )
    severity = forms.ChoiceField(label="Grad", required=False, choices=(*ALL, *Severity.choices))
    cause = forms.ModelChoiceField(
        label="Orsak", required=False, queryset=Cause.objects.all(), empty_label="Alla"
    )
    year = forms.TypedChoiceField(label="Inkom år", required=False, coerce=int, empty_value=None)
    received_from = DayField(label="Inkom från", required=False)
    received_to = DayField(label="Inkom till", required=False)
    mine = forms.BooleanField(label="Jag utreder", required=False)

    def __init__(self, data: Any, *, units: Iterable[tuple[int, str]]) -> None:
        super().__init__(data, auto_id="filter_%s")
        this_year = timezone.localdate().year
        years = [(year, str(year)) for year in range(this_year, this_year - YEARS_BACK, -1)]
        for name, choices in (("unit", units), ("year", years)):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
            field.choices = [*ALL, *choices]
