"""Underlag: who is asked, what a unit sends in, and what is asked of it again."""

from typing import Any

from crispy_forms.layout import HTML, ButtonHolder, Submit
from django import forms
from django.db.models import QuerySet

from lib.fields import DayField, SeveralField, TextField
from lib.forms import CANCEL, helper, offer
from lib.versioned import form_helper
from organisation.models import Unit
from qualityreport.forms.reports import proper_body, rich_text_area
from qualityreport.models import Contribution, Report, Section

TEXTS = ("comment", "events", "risks")


class AskForm(forms.Form):
    units = SeveralField(label="Enheter", queryset=Unit.objects.none())
    due_on = DayField(
        label="Underlaget ska vara inne", planned=True, help_text="Enheterna ser datumet."
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "units", units)
        self.helper = form_helper("units", "due_on", submit="Be om underlag")


class ContributionForm(forms.Form):
    comment = forms.CharField(
        label="Enhetens bedömning av året",
        required=False,
        help_text="Vad säger utfallet, och vad beror det på?",
    )
    events = forms.CharField(
        label="Särskilda händelser", required=False, help_text="Vad påverkade arbetet under året?"
    )
    risks = forms.CharField(
        label="Risker och förbättringar inför nästa år",
        required=False,
        help_text="Vad behöver bli bättre, och hur? Skriv inget som rör en enskild.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, row: Contribution, **kwargs: Any) -> None:
        initial: dict[str, Any] = {name: getattr(row, name) for name in TEXTS}
        kwargs.setdefault("initial", initial | {"version": row.version})
        super().__init__(*args, **kwargs)
        for name in TEXTS:
            self.fields[name].widget = rich_text_area(rows=8)
        send = Submit("send", "Lämna in", css_class="button--primary")
        keep = HTML('<button class="button" name="keep" value="1">Spara utkast</button>')
        self.helper = helper(*TEXTS, "version", ButtonHolder(send, keep, CANCEL))
        self.helper.include_media = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in TEXTS:
            try:
                cleaned[name] = proper_body(cleaned.get(name, ""))
            except forms.ValidationError as error:
                self.add_error(name, error)
        if "keep" not in self.data and not any(cleaned.get(name) for name in TEXTS):
            self.add_error("comment", "Skriv något, eller att enheten inte har något att lämna.")
        return cleaned

    @property
    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in TEXTS}


class ReturnForm(forms.Form):
    question = TextField(
        label="Vad ska kompletteras?", rows=4, longest=2000, help_text="Enheten ser frågan."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("question", submit="Skicka tillbaka")


class DrawForm(forms.Form):
    section = forms.ModelChoiceField(
        label="Avsnitt", queryset=Section.objects.none(), empty_label="Välj avsnitt"
    )

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "section", report.sections.filter(takes_text=True))
        self.helper = form_helper("section", submit="Hämta in texten")
