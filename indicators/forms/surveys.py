from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset
from django import forms
from django.utils import timezone

from indicators.models import Survey
from indicators.querysets import EDITORS
from indicators.services.surveys import options_of
from lib.fields import CountField, LineField, TextField
from lib.forms import offer
from lib.numbers import format_integer
from lib.versioned import Versioned, YearField, form_helper
from organisation.access import line_of
from organisation.choices import units_for
from organisation.models import ServiceArea, User


class SurveyForm(Versioned[Survey]):
    at_field = {"survey_once": "code", "survey_answers_of_distributed": "answered"}

    code = LineField(
        label="Kod",
        max_length=30,
        help_text="Samma kod varje år, så att åren kan jämföras. Till exempel BU-BARN.",
        widget=forms.TextInput(attrs={"class": "input--short", "autocomplete": "off"}),
    )
    year = YearField(label="År")
    name = LineField(label="Undersökning", max_length=160)
    respondents = LineField(
        label="Vilka som tillfrågades",
        max_length=160,
        help_text="Till exempel ”ungdomar 13–18 år i öppenvård”.",
    )
    carried_out = LineField(label="När den gjordes", max_length=80, required=False)
    distributed = CountField(label="Utdelade", required=False)
    answered = CountField(label="Besvarade", required=False)
    source = LineField(
        label="Källa",
        max_length=200,
        required=False,
        help_text="Behövs när en fråga har en redovisad andel i stället för antal svar.",
    )
    comment = TextField(
        label="Egen kommentar",
        rows=5,
        required=False,
        help_text="Vad resultatet säger. Skrivs ut i rapporter.",
    )

    class Meta:
        model = Survey
        fields = (
            *("code", "year", "name", "instrument", "unit", "service_area", "respondents"),
            *("carried_out", "distributed", "answered", "source", "comment"),
        )

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = ServiceArea.objects.filter(unit_id__in=line_of(editor, *EDITORS))
        offer(self, "unit", units_for(editor, EDITORS, self.instance.unit_id))
        offer(self, "service_area", areas)
        if self.instance.pk is None:
            self.initial["year"] = timezone.localdate().year

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            *self.hidden,
            Fieldset(
                "Undersökningen",
                "name",
                Div("code", "year", css_class="field-row"),
                "instrument",
                Div("unit", "service_area", css_class="field-row"),
            ),
            Fieldset(
                "Svaren",
                "respondents",
                "carried_out",
                Div("distributed", "answered", css_class="field-row"),
                "source",
            ),
            Fieldset("Kommentar", "comment"),
        )

    def clean_answered(self) -> int | None:
        """What a question has already been answered by cannot be more than all who answered."""
        answered: int | None = self.cleaned_data["answered"]
        if answered is None or self.instance.pk is None:
            return answered
        for question in self.instance.questions.prefetch_related("options"):
            total = sum(count for _, count, _ in options_of(question))
            if total > answered:
                raise forms.ValidationError(
                    f"Frågan ”{question}” har {format_integer(total)} svar."
                )
        return answered

    def clean_source(self) -> str:
        source = str(self.cleaned_data["source"])
        reported = self.instance.pk and self.instance.questions.exclude(reported_share=None)
        if not source and reported and reported.exists():
            raise forms.ValidationError("En fråga har en redovisad andel, som behöver sin källa.")
        return source
