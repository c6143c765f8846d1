from typing import Any

from crispy_forms.layout import ButtonHolder, Submit
from django import forms

from deviations.models import SavedFilter
from deviations.saved import LONGEST, proper
from lib.fields import LineField
from lib.forms import CANCEL, helper
from organisation.models import User

TAKEN = "Du har redan ett urval med det namnet."
NO_NAMES = "Skriv inga namn på enskilda. Urvalet visas bara för dig."


class FilterNameForm(forms.Form):
    name = LineField(label="Namn på urvalet", max_length=60, help_text=NO_NAMES)

    def __init__(
        self, *args: Any, user: User, saved: SavedFilter | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.saved = user, saved
        self.helper = helper(
            *self.fields, ButtonHolder(Submit("save", "Spara", css_class="button--primary"), CANCEL)
        )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        same = SavedFilter.objects.visible_to(self.user).filter(name=name).first()
        if same is not None and same != self.saved:
            raise forms.ValidationError(TAKEN)
        return name


class NewFilterForm(FilterNameForm):
    query = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        typed = cleaned.get("query", "")
        cleaned["query"] = proper(self.user, typed) if len(typed) <= LONGEST else ""
        if not cleaned["query"]:
            self.add_error(None, _nothing(len(typed)))
        elif len(cleaned["query"]) > LONGEST:
            self.add_error(None, "Urvalet är för långt för att sparas. Sök med färre ord.")
        return cleaned


def _nothing(length: int) -> str:
    if length > LONGEST:
        return "Urvalet är för långt för att sparas. Sök med färre ord."
    return "Urvalet är tomt. Välj något i listans filter, eller sortera den, och spara sedan."
