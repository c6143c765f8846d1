"""To draw a sample of case files, to read one, to agree where two differ, and to finish."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from lib.fields import CountField, DayField, LineField, SeveralField, TextField
from lib.forms import CANCEL, helper, offer
from lib.versioned import form_helper
from measures.querysets import WORKERS
from organisation.choices import holders_around
from organisation.models import User
from risks import sampling
from risks.forms.results import ResultForm
from risks.models import (
    Control,
    FileReviewAnswer,
    FileReviewCase,
    FileReviewQuestion,
)
from risks.readings import Differing, Tally
from risks.sampling import LONGEST_LIST, LONGEST_REFERENCE, Listed, UnreadableList

LONGEST_QUESTION = 300
SHOWN_FAULTS = 8
KEPT_DAYS = 90
MOST_KEPT = timedelta(days=366)
Answer, Reading = FileReviewAnswer.Answer, FileReviewAnswer.Reading


class DrawForm(forms.Form):
    title = LineField(label="Granskning", max_length=160)
    population_text = LineField(
        label="Vilka akter",
        max_length=160,
        help_text="Till exempel: barnavårdsutredningar som avslutades januari–mars.",
    )
    references = TextField(
        label="Alla akter som kan väljas",
        rows=10,
        longest=LONGEST_LIST * (LONGEST_REFERENCE + 12),
        strip=False,
        help_text="En beteckning i varje rad, gärna inklistrade från verksamhetssystemet. Kön kan"
        " stå efter ett semikolon: 2026-0147; flicka. Inga personnummer. Listan sparas inte, bara"
        " de akter som dras.",
    )
    sample_size = CountField(label="Antal som granskas")
    second_size = CountField(
        label="Varav granskas av två",
        required=False,
        help_text="Två som läser samma akter var för sig visar om frågorna förstås lika.",
    )
    counted = TextField(
        label="Frågor som avgör resultatet",
        rows=4,
        help_text="En i varje rad, ställda så att ja är bra. En akt är godkänd när ingen av dem"
        " har svaret nej.",
    )
    others = TextField(label="Andra frågor", rows=3, required=False, help_text="En i varje rad.")
    readers = SeveralField(
        label="Fler som granskar",
        queryset=User.objects.none(),
        required=False,
        help_text="De ser granskningens akter, men inget annat av egenkontrollen.",
    )
    erase_on = DayField(
        label="Beteckningarna raderas senast",
        planned=True,
        help_text="De raderas när granskningen är klar, och senast den här dagen.",
    )

    def __init__(self, *args: Any, control: Control, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["title"].initial = f"{control.title}, {today:%Y-%m}"[:160]
        self.fields["erase_on"].initial = today + timedelta(days=KEPT_DAYS)
        offer(self, "readers", holders_around(control.unit, WORKERS))
        self.listed: list[Listed] = []
        self.helper = helper(
            "title",
            Fieldset("Urval", "population_text", "references"),
            Div("sample_size", "second_size", css_class="field-row"),
            Fieldset("Frågor", "counted", "others"),
            Fieldset("Vem och hur länge", "readers", "erase_on"),
            ButtonHolder(Submit("draw", "Dra urvalet", css_class="button--primary"), CANCEL),
        )

    def clean_references(self) -> str:
        text: str = self.cleaned_data["references"]
        try:
            self.listed = sampling.read_list(text)
        except UnreadableList as unreadable:
            more = len(unreadable.faults) - SHOWN_FAULTS
            told = [*unreadable.faults[:SHOWN_FAULTS], *([f"Och {more} till."] if more > 0 else [])]
            raise ValidationError(told) from unreadable
        return text

    def clean_counted(self) -> list[str]:
        return _questions(self.cleaned_data["counted"])

    def clean_others(self) -> list[str]:
        return _questions(self.cleaned_data["others"])

    def clean_erase_on(self) -> date:
        day: date = self.cleaned_data["erase_on"]
        today = timezone.localdate()
        if not today < day <= today + MOST_KEPT:
            raise ValidationError("Välj en dag som kommer, högst ett år fram.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        size, second = cleaned.get("sample_size"), cleaned.get("second_size") or 0
        if size == 0:
            self.add_error("sample_size", "Minst en akt ska granskas.")
        elif size and self.listed and size > len(self.listed):
            words = f"Listan har {len(self.listed)} akter. Fler kan inte dras."
            self.add_error("sample_size", words)
        if size and second > size:
            self.add_error("second_size", f"Högst {size}, eftersom så många granskas.")
        return cleaned

    @property
    def answers(self) -> dict[str, Any]:
        cleaned = {name: value for name, value in self.cleaned_data.items() if name != "references"}
        return cleaned | {"listed": self.listed, "second_size": cleaned["second_size"] or 0}


def _questions(text: str) -> list[str]:
    found = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if any(len(one) > LONGEST_QUESTION for one in found):
        raise ValidationError(f"En fråga får ha högst {LONGEST_QUESTION} tecken.")
    if len({one.casefold() for one in found}) < len(found):
        raise ValidationError("Samma fråga står två gånger.")
    return found


class ReadingForm(forms.Form):
    """Question 7 has the field `fraga-7`. Which reading it is travels with the form."""

    reading = forms.TypedChoiceField(
        coerce=int,
        choices=[(one.value, one.label) for one in (Reading.FIRST, Reading.SECOND)],
        widget=forms.HiddenInput,
    )
    sex = forms.ChoiceField(
        label="Kön", choices=FileReviewCase.Sex.choices, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,
        case: FileReviewCase,
        reading: int,
        questions: Sequence[FileReviewQuestion],
        before: Mapping[int, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        self.fields["reading"].initial = reading
        self.fields["sex"].initial = case.sex
        for one in questions:
            self.fields[_name(one)] = forms.ChoiceField(
                label=one.text,
                choices=Answer.choices,
                widget=forms.RadioSelect,
                initial=before.get(one.pk),
                error_messages={"required": "Svara ja, nej eller ej tillämpligt."},
            )

    @property
    def answers(self) -> dict[int, str]:
        return {one.pk: self.cleaned_data[_name(one)] for one in self.questions}

    @property
    def helper(self) -> FormHelper:
        names = map(_name, self.questions)
        return form_helper("reading", *names, "sex", submit="Spara och gå till nästa")


def _name(question: FileReviewQuestion) -> str:
    return f"fraga-{question.pk}"


class SettleForm(forms.Form):
    """What two readers answered differently, each with a joint answer; those that are left empty
    stay open."""

    def __init__(self, *args: Any, differing: Sequence[Differing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differing = {f"svar-{one.case.pk}-{one.question.pk}": one for one in differing}
        for name, one in self.differing.items():
            self.fields[name] = forms.ChoiceField(
                label=f"{one.case}: {one.question}",
                choices=Answer.choices,
                widget=forms.RadioSelect,
                required=False,
                help_text=f"Första granskningen: {one.first}. Andra: {one.second}.",
            )
            self.fields[name].expected = True  # type: ignore[attr-defined]  # read by field_label.html

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.get(name) for name in self.differing):
            raise ValidationError("Välj det gemensamma svaret på minst en fråga.")
        return cleaned

    @property
    def answers(self) -> dict[tuple[int, int], str]:
        return {
            (one.case.pk, one.question.pk): self.cleaned_data[name]
            for name, one in self.differing.items()
            if self.cleaned_data[name]
        }

    @property
    def helper(self) -> FormHelper:
        return form_helper(*self.differing, submit="Spara de gemensamma svaren")


class FinishForm(ResultForm):
    """A result of which the numbers are counted and the rest is said."""

    def __init__(self, *args: Any, found: Tally, sample: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        counted = {"numerator": found.good, "denominator": found.judged, "sample": sample}
        for name, value in counted.items():
            self.fields[name].initial = value
            self.fields[name].disabled = True
            self.fields[name].expected = True  # type: ignore[attr-defined]  # read by field_label.html
        del self.fields["reported_share"], self.fields["source"]

    def _lay_out(self, button: str) -> None:
        names = ("carried_out_on", "occasion_on", "same_day", "comment", "verdict", "motive")
        kept = [name for name in names if name in self.fields]
        counted = Div("numerator", "denominator", css_class="field-row")
        save = Submit("save", button, css_class="button--primary")
        self.helper = helper(counted, "sample", *kept, ButtonHolder(save, CANCEL))

    def _check_share(self, cleaned: dict[str, Any]) -> None:
        """The numbers are ours."""

    @property
    def found(self) -> dict[str, Any]:
        counted = ("numerator", "denominator", "sample")
        return {name: value for name, value in super().found.items() if name not in counted}
