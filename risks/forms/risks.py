"""A risk, how it is judged, and why it is closed."""

from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit
from django import forms
from django.utils import timezone

from lib.fields import DayField, LineField, SeveralField, TextField
from lib.forms import CANCEL, helper, offer
from organisation.models import Process, Unit
from organisation.scales import Axis, RiskScales
from risks.forms.base import RegisterForm, code_field
from risks.models import Decision, Risk, RiskAssessment
from risks.people import possible_acceptors, possible_owners

HIGHEST_ORDER = 999
LAST_MONTH_OF_REPORTING = 3


def order_field() -> forms.IntegerField:
    return forms.IntegerField(
        label="Ordning i området",
        min_value=0,
        max_value=HIGHEST_ORDER,
        required=False,
        widget=forms.NumberInput(attrs={"class": "input--tiny"}),
    )


class RiskForm(RegisterForm):
    code = code_field()
    title = LineField(
        label="Risk",
        max_length=300,
        help_text="Vad som kan hända, och för vem: ”Risk att barn inte får komma till tals …”.",
    )
    consequence = TextField(
        label="Konsekvens för den enskilde",
        rows=4,
        required=False,
        help_text="Vad det skulle betyda för barnet eller den vuxne, utan namn.",
    )
    also_units = SeveralField(
        label="Berör även",
        queryset=Unit.objects.none(),
        required=False,
        help_text="Risken syns och räknas också där, men ändras bara av sin egen verksamhet.",
    )
    processes = SeveralField(label="Processer", queryset=Process.objects.all(), required=False)
    theme = LineField(
        label="Tema",
        max_length=80,
        required=False,
        help_text="Samlar risker i ett område, till exempel Kompetensförsörjning.",
    )
    accepted_on = DayField(label="Accepterad den", required=False)
    review_on = DayField(label="Ses över", planned=True, required=False)
    opened_on = DayField(label="Identifierad", initial=timezone.localdate)
    order = order_field()

    class Meta:
        model = Risk
        fields = (
            *("code", "title", "consequence", "unit", "also_units", "service_area"),
            *("quality_area", "processes", "theme", "decision", "accepted_by", "accepted_on"),
            *("responsible", "review_on", "opened_on", "order"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "responsible", possible_owners(self.reach, self.instance.responsible_id))
        offer(self, "accepted_by", possible_acceptors(self.reach, self.instance.accepted_by_id))
        offer(self, "also_units", Unit.objects.filter(pk__in=self.reach))
        save = "Spara" if self.instance.pk else "Lägg till risken"
        self.helper = helper(
            "version",
            Fieldset("Risken", *self._if_new("code"), "title", "consequence"),
            Fieldset(
                "Var den hör hemma",
                Div("unit", "service_area", css_class="field-row"),
                "also_units",
                Div("quality_area", "theme", css_class="field-row"),
                "processes",
            ),
            Fieldset(
                "Vad ni gör åt den",
                Div("decision", "responsible", css_class="field-row"),
                Div("accepted_by", "accepted_on", css_class="field-row"),
                Div("review_on", "opened_on", "order", css_class="field-row"),
            ),
            ButtonHolder(Submit("save", save, css_class="button--primary"), CANCEL),
        )

    def _if_new(self, name: str) -> tuple[str, ...]:
        return () if self.instance.pk else (name,)

    def clean_order(self) -> int:
        return self.cleaned_data["order"] or 0

    def clean_also_units(self) -> list[Unit]:
        """What this person cannot reach stays linked."""
        chosen = list(self.cleaned_data["also_units"])
        if not self.instance.pk:
            return chosen
        return [*chosen, *self.instance.also_units.exclude(pk__in=self.reach)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._check_acceptance(cleaned)
        opened = cleaned.get("opened_on")
        if opened and self.instance.pk:
            first = self.instance.assessments.filter(assessed_on__lt=opened).last()
            if first:
                said = f"Risken bedömdes redan {first.assessed_on}."
                self.add_error("opened_on", said)
        return cleaned

    def _check_acceptance(self, cleaned: dict[str, Any]) -> None:
        """Who took it upon themselves, and when it is looked at again; else neither."""
        if cleaned.get("decision") != Decision.ACCEPT:
            cleaned["accepted_by"] = cleaned["accepted_on"] = None
            return
        if not cleaned.get("accepted_by") and "accepted_by" not in self.errors:
            self.add_error("accepted_by", "Ange vem som har accepterat risken.")
        if not cleaned.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", "Ange när den accepterade risken ska ses över.")
        if "accepted_on" not in self.errors:
            cleaned["accepted_on"] = cleaned.get("accepted_on") or timezone.localdate()


class AssessForm(forms.Form):
    """Judged on the scale that held for the unit on the day."""

    scale_version = forms.CharField(widget=forms.HiddenInput, required=False)
    assessed_on = DayField(label="Bedömd den", initial=timezone.localdate)
    kind = forms.ChoiceField(
        label="Bedömningen avser",
        choices=(
            (RiskAssessment.Kind.RESIDUAL, "Risken som den är, med de åtgärder ni har"),
            (RiskAssessment.Kind.INHERENT, "Risken utan åtgärder"),
        ),
        initial=RiskAssessment.Kind.RESIDUAL,
        widget=forms.RadioSelect,
    )
    probability = forms.TypedChoiceField(
        label="Sannolikhet",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur sannolikt det är."},
    )
    consequence = forms.TypedChoiceField(
        label="Konsekvens",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur allvarligt det skulle vara."},
    )
    comment = TextField(
        label="Kommentar",
        rows=4,
        required=False,
        help_text="Vad bedömningen bygger på. Skrivs ut i rapporter.",
    )
    decision = forms.ChoiceField(label="Beslut", choices=Decision.choices)
    review_on = DayField(label="Ses över nästa gång", planned=True, required=False)

    def __init__(self, *args: Any, risk: Risk, scales: RiskScales, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.risk = risk
        self.scales = scales
        self._show(timezone.localdate())
        self.fields["decision"].initial = risk.decision
        self.fields["review_on"].initial = _still_to_come(risk.review_on)
        self.helper = helper(
            "scale_version",
            "assessed_on",
            "kind",
            "probability",
            "consequence",
            "comment",
            Div("decision", "review_on", css_class="field-row"),
            ButtonHolder(Submit("save", "Spara bedömningen", css_class="button--primary"), CANCEL),
        )

    def _show(self, day: Any) -> None:
        self.shown = self.scales.on(day)
        self.fields["scale_version"].initial = self.shown.key
        for name, axis in (("probability", Axis.PROBABILITY), ("consequence", Axis.CONSEQUENCE)):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
            field.choices = self.shown.choices(axis)

    def clean_assessed_on(self) -> Any:
        """Cleaned before the steps: another day may have had another scale."""
        day = self.cleaned_data["assessed_on"]
        if day < self.risk.opened_on:
            raise forms.ValidationError(f"Risken identifierades först {self.risk.opened_on}.")
        self._show(day)
        if self.cleaned_data.get("scale_version") not in ("", self.shown.key):
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["scale_version"] = self.shown.key  # type: ignore[index]
            raise forms.ValidationError(
                f"Den dagen gällde en annan skala, 1–{self.shown.steps}. Välj sannolikhet och"
                " konsekvens på den."
            )
        return day

    def clean_decision(self) -> str:
        decision: str = self.cleaned_data["decision"]
        if decision == Decision.ACCEPT and not self.risk.accepted_by_id:
            raise forms.ValidationError("Ange först vem som accepterar risken, under Ändra.")
        return decision

    @property
    def answers(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "scale_version"}


def _still_to_come(day: Any) -> Any:
    """A day that has passed is what this assessment answers to."""
    return day if day and day > timezone.localdate() else None


class CommentForm(forms.Form):
    """Of the year that is being reported: until March that is the year before."""

    year = forms.TypedChoiceField(label="År", coerce=int)
    text = TextField(
        label="Kommentar till årets rapport",
        rows=5,
        help_text="Vad som har hänt med risken under året. Skrivs ut i kvalitetsberättelsen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        field = self.fields["year"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
        field.choices = [(year, str(year)) for year in (today.year, today.year - 1)]
        field.initial = today.year - (today.month <= LAST_MONTH_OF_REPORTING)
        save = Submit("save", "Spara kommentaren", css_class="button--primary")
        self.helper = helper("year", "text", ButtonHolder(save, CANCEL))


class CloseForm(forms.Form):
    closed_on = DayField(label="Avslutas den", initial=timezone.localdate)
    closed_because = LineField(
        label="Varför avslutas risken?",
        max_length=300,
        help_text="Till exempel att verksamheten har upphört. Skrivs ut i rapporter.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            "closed_on",
            "closed_because",
            ButtonHolder(Submit("save", "Avsluta risken", css_class="button--danger"), CANCEL),
        )
