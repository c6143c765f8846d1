from typing import Any

from django import forms
from django.utils import timezone

from indicators.models import ReportingPeriod
from lib.forms import Choices, FilterForm, narrowing_field, search_field

YEARS_BACK = 10


def _recent_years() -> list[tuple[int, str]]:
    this_year = timezone.localdate().year
    return [(year, str(year)) for year in range(this_year, this_year - YEARS_BACK, -1)]


class IndicatorFilterForm(FilterForm):
    unchosen = {"year": "Senaste"}

    q = search_field("Kod eller ord i namnet")
    area = narrowing_field("Verksamhetsområde")
    unit = narrowing_field("Enhet")
    year = narrowing_field("År")
    missing = forms.BooleanField(label="Utfall saknas", required=False)
    ended = forms.BooleanField(label="Även avslutade", required=False)

    def __init__(self, data: Any, **choices: Choices) -> None:
        super().__init__(data, year=_recent_years(), **choices)


class GridFilterForm(FilterForm):
    """Which unit and period; there is always one of each."""

    enhet = narrowing_field("Enhet")
    ar = narrowing_field("År")
    period = forms.ChoiceField(
        label="Period", required=False, choices=ReportingPeriod.choices_by_kind()
    )

    def __init__(self, data: Any, **choices: Choices) -> None:
        super().__init__(data, ar=_recent_years(), **choices)
        for name in ("enhet", "ar"):
            field = self.fields[name]
            field.choices = list(field.choices)[1:]  # type: ignore[attr-defined]


class MissingFilterForm(FilterForm):
    unchosen = {"enhet": "Alla"}

    enhet = narrowing_field("Enhet")
    ar = narrowing_field("År")
    period = forms.ChoiceField(
        label="Period", required=False, choices=ReportingPeriod.choices_by_kind()
    )

    def __init__(self, data: Any, **choices: Choices) -> None:
        super().__init__(data, ar=_recent_years(), **choices)
        field = self.fields["ar"]
        field.choices = list(field.choices)[1:]  # type: ignore[attr-defined]


class SurveyFilterForm(FilterForm):
    year = narrowing_field("År")
    unit = narrowing_field("Enhet")

    def __init__(self, data: Any, **choices: Choices) -> None:
        super().__init__(data, year=_recent_years(), **choices)
