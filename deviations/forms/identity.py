"""Who the person concerned is, and why somebody needs to know."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from deviations.identity import Identity
from lib.fields import LineField
from lib.personnummer import holds_personnummer
from lib.versions import Difference, differing

QUIET = {"autocomplete": "off", "spellcheck": "false"}


class OpenIdentityForm(forms.Form):
    reason = LineField(
        label="Varför behöver du veta vem den enskilde är?",
        max_length=200,
        help_text="Till exempel: ska informera vårdnadshavaren. Skälet sparas tillsammans med"
        " ditt namn. Skriv inget som rör den enskilde.",
    )

    def __init__(self, *args: Any, needs_reason: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_reason:
            del self.fields["reason"]

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if holds_personnummer(reason):
            raise ValidationError("Skriv inte personnumret i skälet: skälet sparas i loggen.")
        return reason


class IdentityForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)
    name = LineField(label="Namn", max_length=160, required=False)
    personal_number = LineField(
        label="Personnummer eller samordningsnummer", max_length=40, required=False
    )
    case_number = LineField(
        label="Ärendenummer i verksamhetssystemet", max_length=60, required=False
    )
    contact = LineField(
        label="Kontaktuppgifter",
        max_length=200,
        required=False,
        help_text="Hur den enskilde, vårdnadshavare eller god man nås.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.visible_fields():
            field.field.widget.attrs |= QUIET

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and self.identity() == Identity():
            self.add_error("name", "Fyll i minst en uppgift.")
        return cleaned

    def identity(self) -> Identity:
        return Identity(**{name: self.cleaned_data[name] for name in Identity.__annotations__})

    def compared_with(self, saved: Identity) -> list[Difference]:
        mine = self.identity()
        return differing(
            (str(self.fields[name].label), getattr(mine, name) or "–", getattr(saved, name) or "–")
            for name in Identity.__annotations__
        )
