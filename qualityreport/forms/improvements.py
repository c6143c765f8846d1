"""Improvement areas, their answers, the meeting, and next year's report."""

from typing import Any

from django import forms

from lib.fields import DayField, LineField, TextField
from lib.versioned import Versioned, form_helper
from qualityreport.models import Improvement, Report

PRINTED = "Skrivs ut i rapporten. Skriv inget som rör en enskild."


class ImprovementForm(Versioned[Improvement]):
    at_field = {"improvement_once": "title"}
    given = frozenset({"report"})

    title = LineField(label="Förbättringsområde", max_length=200, help_text=PRINTED)
    why = TextField(
        label="Vad som visar det",
        rows=3,
        required=False,
        help_text="Risken, granskningen, indikatorn eller avvikelserna som pekar på det.",
    )
    responsible = LineField(label="Ansvarig", max_length=120, required=False)

    class Meta:
        model = Improvement
        fields = ("title", "why", "responsible")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("title", "why", "responsible", *self.hidden)


class AnswerForm(Versioned[Improvement]):
    outcome = forms.ChoiceField(label="Utfall", choices=Improvement.Outcome.choices)
    answer = TextField(label="Vad hände?", rows=4, help_text=PRINTED)

    class Meta:
        model = Improvement
        fields = ("outcome", "answer")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("outcome", "answer", *self.hidden)


class MeetingForm(forms.Form):
    meeting_on = DayField(
        label="Nämndens sammanträde",
        planned=True,
        required=False,
        help_text="Årets övriga datum räknas baklänges från det.",
    )
    thorough = forms.BooleanField(
        label="Pröva även omdömen och påståenden",
        required=False,
        help_text="Jämför ord som ”når målet” med registret och visar påståenden utan siffra.",
    )

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"meeting_on": report.meeting_on, "thorough": report.thorough})
        super().__init__(*args, **kwargs)
        self.helper = form_helper("meeting_on", "thorough")
