"""One small form for each thing that passes between the municipality and IVO."""

from typing import Any

from django import forms
from django.utils import timezone

from lib.fields import DayField, LineField, TextField


class IvoForm(forms.Form):
    """Several stand on the page at once, so that each has ids of its own."""

    today = ""
    key = "ivo"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.key}_%s", **kwargs})
        if self.today:
            self.fields[self.today].initial = timezone.localdate


def note(label: str = "Anteckning", **kwargs: Any) -> TextField:
    return TextField(label=label, rows=3, **{"required": False, **kwargs})


class SuspectSeriousForm(IvoForm):
    key, today = "suspect", "suspected_on"
    suspected_on = DayField(
        label="Allvarligt missförhållande misstänktes",
        help_text="Från den dagen ska anmälan göras snarast.",
    )
    text = note("Vad är det som är allvarligt?")


class DropForm(IvoForm):
    key, today = "drop", "dropped_on"
    dropped_on = DayField(label="Misstanken avskrevs")
    text = note("Varför?", required=True)


class NotifyForm(IvoForm):
    key, today = "notify", "notified_on"
    notified_on = DayField(label="Anmälan skickades")
    with_investigation = forms.TypedChoiceField(
        label="Skickades utredningen med?",
        choices=(
            ("no", "Nej, den skickas in inom två månader"),
            ("yes", "Ja, utredningen är klar och följde med"),
        ),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        help_text="Att anmäla innan utredningen är klar är ett vanligt sätt: anmälan ska ske "
        "snarast.",
    )
    text = note(help_text="Till exempel hur anmälan skickades.")


class ReceiptForm(IvoForm):
    key, today = "receipt", "received_on"
    received_on = DayField(label="Bekräftelsen kom")
    ivo_diary_number = LineField(label="IVO:s diarienummer", max_length=40)
    text = note()


class RequestForm(IvoForm):
    key, today = "request", "requested_on"
    requested_on = DayField(label="IVO:s begäran kom")
    text = note("Vad begär IVO?", required=True)
    answer_by = DayField(label="Svar senast", planned=True, required=False)


class ExtensionForm(IvoForm):
    key, today = "extension", "granted_on"
    granted_on = DayField(label="IVO gav anstånd")
    extended_to = DayField(label="Till och med", planned=True)
    text = note()


class CompletionForm(IvoForm):
    key, today = "completion", "completed_on"
    completed_on = DayField(label="Kompletteringen skickades")
    whole = forms.TypedChoiceField(
        label="Har IVO nu fått allt?",
        choices=(("yes", "Ja, fristen är uppfylld"), ("no", "Nej, mer kommer senare")),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    text = note("Vad skickades?")


class IvoDecisionForm(IvoForm):
    key, today = "decision", "decided_on"
    decided_on = DayField(label="IVO:s beslut är daterat")
    text = note("IVO:s beslut", required=True, help_text="Återge beslutet i korthet.")


class PackageForm(IvoForm):
    key = "package"
    copy = forms.ChoiceField(label="Vilken kopia?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, may_be_whole: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["copy"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- for the type checker
        redacted = ("redacted", "Avidentifierad")
        field.choices = [redacted, ("whole", "Fullständig")] if may_be_whole else [redacted]
        field.initial = "redacted"
