"""The whole case in one form. Which version was read travels with it."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms

from deviations.forms.answers import UNKNOWN, AnswersForm
from deviations.forms.reporting import CLOSED_UNIT, check_answer, check_discovery
from deviations.models import Complaint
from lib.fields import (
    DayField,
    LineField,
    MomentField,
    TextField,
    YesNoField,
)
from lib.versions import Difference, differing, in_words
from organisation.choices import processes_for, units_for
from organisation.models import Role, User

DECIDERS_OF_PLACE = (Role.MANAGER, Role.LEX_SARAH)


class CaseForm(AnswersForm):
    title = LineField(label="Rubrik", max_length=120)
    description = TextField(label="Vad hände?", rows=10)
    occurred_on = DayField(label="Inträffade", required=False)
    occurred_until = DayField(label="Till och med", required=False)
    discovered_at = MomentField(label="Upptäcktes", required=False)
    immediate_measures = TextField(label="Omedelbara åtgärder", rows=5, required=False)
    immediate_measures_at = MomentField(label="Vidtogs", required=False)
    is_safe_now = YesNoField(
        label="Den enskilde är trygg nu", neither=UNKNOWN, required=False, widget=forms.RadioSelect
    )
    diary_number = LineField(label="Diarienummer", max_length=40, required=False)
    affected_count = forms.IntegerField(
        label="Antal berörda",
        min_value=0,
        max_value=9999,
        required=False,
        widget=forms.NumberInput(attrs={"class": "input--tiny"}),
    )

    class Meta(AnswersForm.Meta):
        fields = (
            "title",
            "description",
            "unit",
            "process",
            "occurred_on",
            "occurred_until",
            "discovered_at",
            "immediate_measures",
            "immediate_measures_at",
            "affected_count",
            "sex",
            "age_band",
            "is_safe_now",
            "consequence_actual",
            "consequence_possible",
            "type",
            "act",
            "channel",
            "diary_number",
            *AnswersForm.Meta.fields,
        )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._limit_choices(user)

    def _limit_choices(self, user: User) -> None:
        unit = forms.ModelChoiceField(
            label="Enhet",
            queryset=units_for(user, DECIDERS_OF_PLACE, self.instance.unit_id),
            empty_label=None,
            error_messages={"invalid_choice": CLOSED_UNIT},
        )
        self.fields["unit"] = unit
        case = self.instance
        process = self.fields["process"]
        assert isinstance(process, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        process.queryset = processes_for(user, DECIDERS_OF_PLACE, case.unit_id, case.process_id)
        self.offer_those_in_use("type")

    def layout(self) -> Layout:
        return Layout(
            "version",
            Fieldset(
                "Händelsen", "title", "description", Div("unit", "process", css_class="field-row")
            ),
            Fieldset(
                "När",
                Div("occurred_on", "occurred_until", "discovered_at", css_class="field-row"),
            ),
            Fieldset("Genast", "immediate_measures", "immediate_measures_at", "is_safe_now"),
            Fieldset(
                "Den enskilde",
                Div("affected_count", "sex", "age_band", css_class="field-row"),
                Div("consequence_actual", "consequence_possible", css_class="field-row"),
                "consequence_text",
                "own_view",
                "own_view_missing_reason",
            ),
            Fieldset(
                "Sortering",
                "type",
                "act",
                "causes",
                "happened_before",
                "happened_before_text",
                "could_recur",
            ),
            Fieldset("Registrering", Div("channel", "diary_number", css_class="field-row")),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("occurred_on"), cleaned.get("occurred_until")
        if last and not first:
            self.add_error("occurred_on", "Ange även från vilken dag.")
        if first and last and last < first:
            self.add_error("occurred_until", "Slutdatum kan inte ligga före startdatum.")
        check_discovery(self, first, cleaned.get("discovered_at"))
        return cleaned


class ComplaintPartForm(forms.ModelForm[Complaint]):
    contact_name = LineField(label="Namn", max_length=120, required=False)
    contact = LineField(label="Telefon eller e-post", max_length=160, required=False)
    answer = TextField(label="Svar", rows=6, required=False)
    answered_on = DayField(label="Besvarat", required=False)

    class Meta:
        model = Complaint
        fields = (
            "topic",
            "is_appeal",
            "contact_name",
            "contact",
            "wants_answer",
            "answer",
            "answered_on",
            "outcome",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The answer is given on a page of its own; what stands there can be corrected here."""
        super().__init__(*args, **kwargs)
        answer: tuple[Any, ...] = ("answer", Div("answered_on", "outcome", css_class="field-row"))
        if not self.instance.is_handled:
            answer = ()
            for name in ("answer", "answered_on", "outcome"):
                del self.fields[name]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Fieldset(
                "Synpunkten eller klagomålet",
                "topic",
                "is_appeal",
                Div("contact_name", "contact", css_class="field-row"),
                "wants_answer",
                *answer,
            )
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        check_answer(self, cleaned)
        return cleaned

    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields}

    def compared_with(self, saved: Complaint) -> list[Difference]:
        return differing(
            (str(field.label), in_words(self.instance, name), in_words(saved, name))
            for name, field in self.fields.items()
        )
