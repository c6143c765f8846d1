from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from deviations.models import Deviation
from deviations.querysets import DeviationQuerySet
from deviations.retention import cases_text
from lib.fields import CountField, SeveralField


class CasesForm(forms.Form):
    """Which of the cases that are due; the page draws the boxes in its table."""

    cases = SeveralField(label="Ärenden", queryset=Deviation.objects.none())

    def __init__(self, *args: Any, offered: DeviationQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cases"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 -- for the type checker
        field.queryset = offered
        field.error_messages["required"] = "Välj minst ett ärende."

    @property
    def chosen(self) -> list[int]:
        return sorted(case.pk for case in self.cleaned_data["cases"])


class PurgeForm(forms.Form):
    count = CountField(label="Antal ärenden som ska förstöras")
    confirmed = forms.BooleanField(
        label="Exporten är hämtad, eller ska inte sparas",
        help_text="Det som har gallrats går inte att få tillbaka.",
        error_messages={"required": "Bekräfta att ärendena ska förstöras."},
    )

    def __init__(self, *args: Any, cases: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cases = cases
        self.fields["count"].help_text = f"Skriv {cases} för att bekräfta."

    def clean_count(self) -> int:
        count: int = self.cleaned_data["count"]
        if count != self.cases:
            raise ValidationError(f"Exporten har {cases_text(self.cases)}. Skriv det antalet.")
        return count
