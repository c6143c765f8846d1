"""A question with its answers counted, for all and for each group, or with a reported share."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset
from django import forms
from django.utils.text import slugify

from indicators.forms.rows import filled, rows_wanted
from indicators.models import Question, Survey, SurveyGroup
from indicators.services.surveys import Option, of_groups_of, options_of
from indicators.words import listed
from lib.fields import CountField, LineField, NumberField
from lib.numbers import NOT_SET, format_integer
from lib.versioned import Versioned, form_helper, unmark
from lib.versions import Difference, differing

BEFORE_AFTER = ("before_mean", "after_mean", "improved", "unchanged", "worsened")


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
    previous_share = NumberField(
        label="Föregående år (%)",
        share=True,
        required=False,
        help_text="Bara om förra årets undersökning inte finns här. Annars hämtas den själv.",
    )
    before_mean = NumberField(label="Medelvärde före", required=False)
    after_mean = NumberField(label="Medelvärde efter", required=False)
    improved = CountField(label="Förbättrade", required=False)
    unchanged = CountField(label="Oförändrade", required=False)
    worsened = CountField(label="Försämrade", required=False)

    class Meta:
        model = Question
        fields = (
            *("text", "key", "asked_of", "reported_share", "national_share", "national_text"),
            "previous_share",
            *BEFORE_AFTER,
        )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not self._is_before_and_after():
            for name in BEFORE_AFTER:
                del self.fields[name]
        self.groups = list(self.instance.survey.groups.all())
        saved = options_of(self.instance) if self.instance.pk else []
        counts = of_groups_of(self.instance) if self.instance.pk else []
        self.option_rows = rows_wanted(data, "option", len(saved))
        for row in self.option_rows:
            there = row <= len(saved)
            self._add_row(row, saved[row - 1] if there else None)
            self._add_groups(row, counts[row - 1] if there else {})
        unmark(self, "option_", *BEFORE_AFTER)

    def _is_before_and_after(self) -> bool:
        """By the survey's kind, or because it has been told."""
        instrument = self.instance.survey.instrument
        told = any(getattr(self.instance, name) is not None for name in BEFORE_AFTER)
        return told or instrument == Survey.Instrument.BEFORE_AFTER

    def _add_groups(self, row: int, counts: Mapping[int, int]) -> None:
        for group in self.groups:
            self.fields[self._name(row, group)] = CountField(
                label=f"Varav {group.name}", required=False, initial=counts.get(group.pk)
            )

    def _name(self, row: int, group: SurveyGroup) -> str:
        return f"option_{row}_group{group.pk}"

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
        rows = [part for row in self.option_rows for part in self._row_layout(row)]
        before_after = (
            Fieldset(
                "Före och efter",
                Div("before_mean", "after_mean", css_class="field-row"),
                Div("improved", "unchanged", "worsened", css_class="field-row"),
            ),
        )
        return form_helper(
            *self.hidden,
            Fieldset("Frågan", "text", "asked_of", "key"),
            Fieldset("Svaren", intro, *rows),
            *(before_after if "before_mean" in self.fields else ()),
            Fieldset(
                "Att jämföra med",
                Div("national_share", "previous_share", css_class="field-row"),
                "national_text",
            ),
            Fieldset("Om antalen inte finns", "reported_share"),
            submit="Spara frågan",
        )

    def _row_layout(self, row: int) -> Iterator[Div]:
        names = (f"option_{row}_{name}" for name in ("text", "count", "favourable"))
        yield Div(*names, css_class="field-row")
        if self.groups:
            of_groups = (self._name(row, group) for group in self.groups)
            yield Div(*of_groups, css_class="field-row")

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
        self.of_groups = [self._of_groups(row) for row in self._filled]
        self._check_total()
        self._check_share(cleaned)
        self._check_before_and_after(cleaned)
        return cleaned

    def _of_groups(self, row: int) -> dict[int, int]:
        """What is filled in; together the groups cannot be more than all who chose the answer."""
        told = {group: self.cleaned_data.get(self._name(row, group)) for group in self.groups}
        counts = {group.pk: count for group, count in told.items() if count is not None}
        whole = self.cleaned_data[f"option_{row}_count"]
        if sum(counts.values()) > whole:
            self.add_error(
                self._name(row, self.groups[0]),
                f"Grupperna är tillsammans {format_integer(sum(counts.values()))}, men bara "
                f"{format_integer(whole)} valde svaret.",
            )
        return counts

    def _check_before_and_after(self, cleaned: Mapping[str, Any]) -> None:
        if "before_mean" not in self.fields:
            return
        if (cleaned.get("before_mean") is None) != (cleaned.get("after_mean") is None):
            missing = "before_mean" if cleaned.get("before_mean") is None else "after_mean"
            self.add_error(missing, "Ange medelvärdet både före och efter, eller inget av dem.")
        total = sum(cleaned.get(name) or 0 for name in ("improved", "unchanged", "worsened"))
        answered = self.instance.survey.answered
        if answered is not None and total > answered:
            self.add_error(
                "improved",
                f"Tillsammans är de {format_integer(total)}, men bara {format_integer(answered)} "
                "besvarade undersökningen.",
            )

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

    @property
    def content(self) -> dict[str, Any]:
        """What the services want beside the question's own fields."""
        return {"options": self.options, "of_groups": self.of_groups}

    def compared_with(self, saved: Question) -> list[Difference]:
        mine, theirs = _options_in_words(self.options), _options_in_words(options_of(saved))
        of_groups = (
            self._groups_in_words(self.of_groups),
            self._groups_in_words(of_groups_of(saved)),
        )
        return super().compared_with(saved) + differing(
            [("Svar", mine, theirs), ("Svar efter grupp", of_groups[0], of_groups[1])]
        )

    def _groups_in_words(self, counts: Sequence[Mapping[int, int]]) -> str:
        names = {group.pk: group.name for group in self.groups}
        told = (listed((names.get(pk, ""), count) for pk, count in own.items()) for own in counts)
        return " / ".join(text or NOT_SET for text in told)


def _options_in_words(options: list[Option]) -> str:
    """An asterisk marks what is counted into the share."""
    marked = ((f"{text}*" if favourable else text, count) for text, count, favourable in options)
    return listed(marked) or NOT_SET
