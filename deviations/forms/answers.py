"""What an investigation must answer, apart from its notes."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Fieldset, Layout, Submit
from django import forms
from django.db.models import Q

from deviations.models import Cause, Deviation
from lib.fields import LineField, SeveralField, TextField, YesNoField
from lib.numbers import NOT_SET
from lib.versions import Difference, differing, in_words

UNKNOWN = (("", "Vet inte"),)
# May be left for later, but the investigation is not ready without them.
EXPECTED = ("consequence_text", "own_view", "causes", "happened_before", "could_recur")


class AnswersForm(forms.ModelForm[Deviation]):
    """Saved as often as one likes; what is still missing is told by the checklist."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    consequence_text = TextField(
        label="Konsekvens för barnet eller den enskilde", rows=5, required=False
    )
    own_view = TextField(label="Vad säger barnet eller den enskilde?", rows=5, required=False)
    own_view_missing_reason = LineField(
        label="Varför den enskilde inte har hörts",
        max_length=200,
        required=False,
        help_text="Fylls i när barnet eller den enskilde inte har fått säga sitt, till exempel"
        " ett spädbarn eller att det skulle skada.",
    )
    happened_before = YesNoField(
        label="Har något liknande hänt tidigare?",
        neither=UNKNOWN,
        required=False,
        widget=forms.RadioSelect,
    )
    happened_before_text = TextField(label="Varför har det hänt igen?", rows=3, required=False)
    could_recur = YesNoField(
        label="Kan hända igen", neither=UNKNOWN, required=False, widget=forms.RadioSelect
    )
    causes = SeveralField(
        label="Bakomliggande orsaker",
        queryset=Cause.objects.all(),
        required=False,
        help_text="På systemnivå: vad i arbetet gjorde det möjligt?",
    )

    class Meta:
        model = Deviation
        fields: tuple[str, ...] = (
            "consequence_text",
            "own_view",
            "own_view_missing_reason",
            "happened_before",
            "happened_before_text",
            "could_recur",
            "causes",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        self.offer_those_in_use("causes")
        for name in EXPECTED:
            self.fields[name].expected = True  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = self.layout()

    def offer_those_in_use(self, name: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        assert field.queryset is not None  # noqa: S101
        chosen = Q(deviations=self.instance)
        field.queryset = field.queryset.filter(Q(active=True) | chosen).distinct()

    def layout(self) -> Layout:
        return Layout(
            "version",
            Fieldset(
                "Barnet eller den enskilde",
                "consequence_text",
                "own_view",
                "own_view_missing_reason",
            ),
            Fieldset(
                "Varför, och kan det hända igen?",
                "causes",
                "happened_before",
                "happened_before_text",
                "could_recur",
            ),
            ButtonHolder(Submit("save", "Spara svaren", css_class="button--primary")),
        )

    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def compared_with(self, saved: Deviation) -> list[Difference]:
        """In words, where what was typed is another than what stands in the register."""
        typed = [
            (str(self.fields[name].label), in_words(self.instance, name), in_words(saved, name))
            for name in self.Meta.fields
            if name != "causes"
        ]
        causes = (_named(self.cleaned_data["causes"]), _named(saved.causes.all()))
        return differing([*typed, ("Bakomliggande orsaker", *causes)])


def _named(rows: Any) -> str:
    return ", ".join(sorted(map(str, rows))) or NOT_SET
