from typing import Any

from django import forms
from django.utils import timezone

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


class SurveyFilterForm(FilterForm):
    year = narrowing_field("År")
    unit = narrowing_field("Enhet")

    def __init__(self, data: Any, **choices: Choices) -> None:
        super().__init__(data, year=_recent_years(), **choices)
