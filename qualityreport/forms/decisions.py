"""Attest, the way to the board, what it decided, and publication."""

from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from lib.fields import CountField, DayField, LineField, TextField
from lib.versioned import form_helper
from organisation.models import User
from qualityreport.attests import Step
from qualityreport.models import BoardDecision, Report


class AttestForm(forms.Form):
    """The password is asked for again: a signature is more than a click in an open window."""

    step = forms.ChoiceField(label="Attesterar som")
    deputy_for = LineField(
        label="Ersättare för",
        max_length=120,
        required=False,
        help_text="Fyll i om du attesterar i någon annans ställe. Skrivs ut på attestlistan.",
    )
    has_read = forms.BooleanField(
        label="Jag har läst rapporten och står för innehållet",
        error_messages={"required": "Läs rapporten först och intyga att du har gjort det."},
    )
    password = forms.CharField(
        label="Ditt lösenord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    seen_hash = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, user: User, steps: list[Step], seen_hash: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.steps = user, {step.title: step for step in steps}
        choice = self.fields["step"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101 -- for the type checker
        choice.choices = [(title, title) for title in self.steps]
        self.fields["seen_hash"].initial = seen_hash
        self.helper = form_helper(
            *("step", "deputy_for", "has_read", "password", "seen_hash"), submit="Attestera"
        )

    @property
    def chosen(self) -> Step:
        return self.steps[self.cleaned_data["step"]]


class MotiveForm(forms.Form):
    because = LineField(
        label="Skäl", max_length=300, help_text="Skrivs i attestlistan och i loggen."
    )

    def __init__(self, *args: Any, submit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("because", submit=submit)


class SendForm(forms.Form):
    """Expediering: the report leaves with the summons."""

    sent_on = DayField(label="Skickas med kallelsen", initial=timezone.localdate)
    meeting_on = DayField(label="Nämndens sammanträde", planned=True)
    diary_number = LineField(
        label="Diarienummer", max_length=40, help_text="Till exempel SN 2026/0117."
    )

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        known = {"meeting_on": report.meeting_on, "diary_number": report.diary_number}
        kwargs.setdefault("initial", known)
        super().__init__(*args, **kwargs)
        days = Div("sent_on", "meeting_on", css_class="field-row")
        self.helper = form_helper(days, "diary_number", submit="Expediera")


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(label="Nämndens beslut", choices=BoardDecision.Outcome.choices)
    decided_on = DayField(label="Sammanträdets dag")
    paragraph = CountField(label="Paragraf", help_text="Bara siffran.")
    words = TextField(
        label="Beslutet i ord",
        rows=4,
        required=False,
        help_text="Behövs vid godkännande med ändring och vid återremiss. Skrivs på beslutsbladet.",
    )
    next_meeting_on = DayField(
        label="Nästa sammanträde",
        planned=True,
        required=False,
        help_text="Bara om ärendet bordlades.",
    )

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"decided_on": report.meeting_on})
        super().__init__(*args, **kwargs)
        day = Div("decided_on", "paragraph", css_class="field-row")
        self.helper = form_helper("outcome", day, "words", "next_meeting_on")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        needs_words = (BoardDecision.Outcome.AMENDED, BoardDecision.Outcome.REMITTED)
        if cleaned.get("outcome") in needs_words and not cleaned.get("words", "").strip():
            self.add_error("words", "Skriv vad nämnden beslutade.")
        tabled = cleaned.get("outcome") == BoardDecision.Outcome.TABLED
        decided, following = cleaned.get("decided_on"), cleaned.get("next_meeting_on")
        if tabled and decided and following and following <= decided:
            self.add_error("next_meeting_on", "Nästa sammanträde ligger efter det som bordlade.")
        return cleaned

    def clean_paragraph(self) -> int:
        number: int = self.cleaned_data["paragraph"]
        if not number:
            raise ValidationError("Skriv paragrafens nummer i protokollet.")
        return number


class PublishForm(forms.Form):
    published_on = DayField(label="Publicerad den", initial=timezone.localdate)
    address = forms.URLField(
        label="Adress på webben",
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text="Lämna tom om rapporten bara finns i diariet.",
    )
    reviewed = forms.BooleanField(
        label="Handlingen är granskad: inget i den är sekretess eller rör en enskild",
        error_messages={"required": "Granska handlingen innan den läggs ut."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("published_on", "address", "reviewed", submit="Publicera")
