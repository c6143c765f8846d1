from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset
from django import forms
from django.utils import timezone
from django.utils.text import slugify

from indicators.forms.base import Versioned, YearField, form_helper, unmark
from indicators.forms.rows import filled, rows_wanted
from indicators.models import Question, Survey
from indicators.querysets import EDITORS
from indicators.services.surveys import Option, options_of
from indicators.words import listed
from lib.fields import CountField, LineField, NumberField, TextField
from lib.forms import offer
from lib.numbers import NOT_SET, format_integer
from lib.versions import Difference, differing
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


class QuestionForm(Versioned[Question]):
    at_field = {"question_once": "key"}
    given = frozenset({"survey"})

    text = LineField(label="Fråga", max_length=240)
    key = LineField(
        label="Kortnamn",
        max_length=30,
        required=False,
        help_text="Används i levande siffror. Lämna tomt så görs det av frågan.",
        widget=forms.TextInput(attrs={"class": "input--short", "autocomplete": "off"}),
    )
    asked_of = LineField(
        label="Besvarades av",
        max_length=120,
        required=False,
        help_text="Bara om frågan ställdes till en del av de tillfrågade.",
    )
    reported_share = NumberField(
        label="Redovisad andel (%)",
        share=True,
        required=False,
        help_text="Bara när antalen svar inte finns. Undersökningens källa skrivs ut.",
    )
    national_share = NumberField(label="Riket (%)", share=True, required=False)
    national_text = LineField(
        label="Riket i ord",
        max_length=120,
        required=False,
        help_text="När riket inte är ett tal, till exempel ”högre än riket”.",
    )
    previous_share = NumberField(label="Föregående år (%)", share=True, required=False)

    class Meta:
        model = Question
        fields = (
            *("text", "key", "asked_of", "reported_share", "national_share", "national_text"),
            "previous_share",
        )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        saved = options_of(self.instance) if self.instance.pk else []
        self.option_rows = rows_wanted(data, "option", len(saved))
        for row in self.option_rows:
            self._add_row(row, saved[row - 1] if row <= len(saved) else None)
        unmark(self, "option_")

    def _add_row(self, row: int, saved: Option | None) -> None:
        text, count, favourable = saved or ("", None, False)
        self.fields[f"option_{row}_text"] = LineField(
            label=f"Svar {row}", max_length=120, required=False, initial=text
        )
        self.fields[f"option_{row}_count"] = CountField(
            label="Antal", required=False, initial=count
        )
        self.fields[f"option_{row}_favourable"] = forms.BooleanField(
            label="Räknas in i andelen", required=False, initial=favourable
        )

    @property
    def helper(self) -> FormHelper:
        intro = HTML(
            '<p class="muted">Skriv hur många som valde varje svar. Kryssa för de svar som '
            "tillsammans är den andel som visas, till exempel ”Ja, alltid” och ”Ja, oftast”.</p>"
        )
        rows = [
            Div(
                *(f"option_{row}_{name}" for name in ("text", "count", "favourable")),
                css_class="field-row",
            )
            for row in self.option_rows
        ]
        return form_helper(
            *self.hidden,
            Fieldset("Frågan", "text", "asked_of", "key"),
            Fieldset("Svaren", intro, *rows),
            Fieldset(
                "Att jämföra med",
                Div("national_share", "previous_share", css_class="field-row"),
                "national_text",
            ),
            Fieldset("Om antalen inte finns", "reported_share"),
            submit="Spara frågan",
        )

    def clean_key(self) -> str:
        key = str(self.cleaned_data["key"])
        if key and key != slugify(key):
            raise forms.ValidationError("Använd små bokstäver (a–z), siffror och bindestreck.")
        return key or self._free_key()

    def _free_key(self) -> str:
        made = slugify(self.cleaned_data.get("text", ""))[:26].strip("-") or "fraga"
        taken = set(self.instance.survey.questions.values_list("key", flat=True))
        numbered = (f"{made}-{number}" for number in range(2, len(taken) + 3))
        return made if made not in taken else next(key for key in numbered if key not in taken)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._filled = list(filled(self, "option", self.option_rows, "text", "count"))
        self.options = [self._option(row) for row in self._filled]
        self._check_total()
        self._check_share(cleaned)
        return cleaned

    def _check_total(self) -> None:
        answered = self.instance.survey.answered
        total = sum(count for _, count, _ in self.options)
        if answered is not None and total > answered:
            self.add_error(
                f"option_{self._filled[0]}_count",
                f"Svaren är tillsammans {format_integer(total)}, men bara "
                f"{format_integer(answered)} besvarade undersökningen.",
            )

    def _check_share(self, cleaned: dict[str, Any]) -> None:
        reported = cleaned.get("reported_share")
        if self.options and reported is not None:
            self.add_error("reported_share", "Andelen räknas av svaren. Ta bort den, eller svaren.")
        elif self.options and not any(favourable for _, _, favourable in self.options):
            self.add_error(
                f"option_{self._filled[0]}_favourable", "Kryssa för minst ett svar i andelen."
            )
        elif reported is not None and not self.instance.survey.source:
            self.add_error("reported_share", "Ange först källan på undersökningen.")

    def _option(self, row: int) -> Option:
        sent, beginning = self.cleaned_data, f"option_{row}"
        favourable = bool(sent[f"{beginning}_favourable"])
        return sent[f"{beginning}_text"], sent[f"{beginning}_count"], favourable

    def compared_with(self, saved: Question) -> list[Difference]:
        mine, theirs = _options_in_words(self.options), _options_in_words(options_of(saved))
        return super().compared_with(saved) + differing([("Svar", mine, theirs)])


def _options_in_words(options: list[Option]) -> str:
    """An asterisk marks what is counted into the share."""
    marked = ((f"{text}*" if favourable else text, count) for text, count, favourable in options)
    return listed(marked) or NOT_SET
