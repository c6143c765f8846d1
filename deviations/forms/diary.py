from typing import Any

from crispy_forms.layout import ButtonHolder, Submit
from django import forms

from deviations.models import Kind
from lib.fields import LineField
from lib.forms import ALL, FilterForm, helper, narrowing_field, search_field


class CardFilterForm(FilterForm):
    q = search_field("Nummer eller diarienummer")
    year = narrowing_field("Inkom år")
    kind = forms.ChoiceField(label="Typ", required=False, choices=(*ALL, *Kind.choices))
    undiaried = forms.BooleanField(label="Utan diarienummer", required=False)


class DiaryNumberForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    diary_number = LineField(
        label="Diarienummer",
        max_length=40,
        required=False,
        help_text="Som det står i kommunens diarium. Lämna tomt för att ta bort ett som är fel.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            "version",
            "diary_number",
            ButtonHolder(Submit("save", "Spara", css_class="button--primary")),
        )
