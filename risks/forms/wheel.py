"""The year wheel: what it is narrowed by, and calling an occasion off."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.layout import ButtonHolder, Submit
from django import forms
from django.utils.formats import date_format

from lib.fields import LineField
from lib.forms import ALL, CANCEL, FilterForm, helper, narrowing_field
from risks.schedule import Occasion, State


class WheelFilterForm(FilterForm):
    ar = narrowing_field("År")
    unit = narrowing_field("Enhet")
    state = forms.ChoiceField(label="Läge", required=False, choices=(*ALL, *State.choices))
    mine = forms.BooleanField(label="Jag ansvarar", required=False)


class SkipForm(forms.Form):
    occasion_on = forms.TypedChoiceField(
        label="Vilken kontroll ställs in?", coerce=date.fromisoformat
    )
    motive = LineField(
        label="Varför görs den inte?",
        max_length=300,
        help_text="Motivet står i årshjulet och kan komma med i rapporten.",
    )

    def __init__(self, *args: Any, open_ones: Sequence[Occasion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["occasion_on"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
        field.choices = [(one.on.isoformat(), as_words(one)) for one in open_ones]
        self.helper = helper(
            "occasion_on",
            "motive",
            ButtonHolder(
                Submit("save", "Ställ in kontrollen", css_class="button--primary"), CANCEL
            ),
        )


def as_words(occasion: Occasion) -> str:
    return f"Senast {date_format(occasion.on, 'j F Y')} ({occasion.state.label.lower()})"
