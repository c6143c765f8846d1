"""A control: what is checked, how often, and when it is good enough."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from lib.fields import LONGEST_ID, DayField, LineField, NumberField, SeveralField, TextField
from lib.forms import CANCEL, helper, offer
from risks.forms.base import RegisterForm, code_field
from risks.forms.risks import order_field
from risks.listing.base import BY_CODE
from risks.models import Control, Risk
from risks.people import possible_owners
from risks.services.controls import closed_risks

HIGHEST_THRESHOLD = 99_999_999


class RisksField(SeveralField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj} (avslutad)" if obj.closed_on else str(obj)


class ControlForm(RegisterForm):
    code = code_field()
    title = LineField(label="Egenkontroll", max_length=240)
    requirement = TextField(
        label="Krav som kontrolleras",
        rows=3,
        required=False,
        help_text="Vad lagen, föreskriften eller den egna rutinen säger.",
    )
    risks = RisksField(label="Risker som den bevakar", queryset=Risk.objects.none(), required=False)
    numerator = LineField(
        label="Täljare (n)",
        max_length=300,
        required=False,
        help_text="Till exempel: utredningar som avslutades inom fyra månader.",
    )
    denominator = LineField(
        label="Nämnare (N)",
        max_length=300,
        required=False,
        help_text="Till exempel: utredningar som avslutades under perioden.",
    )
    source = LineField(label="Källa", max_length=200, required=False)
    threshold = NumberField(
        label="Gränsvärde",
        required=False,
        help_text="I procent för en andel, annars ett antal. Utan gränsvärde bedöms varje resultat"
        " för hand.",
    )
    opened_on = DayField(label="Gäller från", initial=timezone.localdate)
    closed_on = DayField(
        label="Upphörde",
        planned=True,
        required=False,
        help_text="Tomt så länge kontrollen ska göras.",
    )
    order = order_field()

    class Meta:
        model = Control
        fields = (
            *("code", "title", "requirement", "unit", "service_area", "process", "risks"),
            *("method", "frequency", "first_month"),
            *("measured", "numerator", "denominator", "source"),
            *("better", "threshold", "responsible", "opened_on", "closed_on", "order"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "responsible", possible_owners(self.reach, self.instance.responsible_id))
        offer(self, "risks", self._risks())
        save = "Spara" if self.instance.pk else "Lägg till egenkontrollen"
        code = () if self.instance.pk else ("code",)
        self.helper = helper(
            "version",
            Fieldset("Egenkontrollen", *code, "title", "requirement", "risks"),
            Fieldset(
                "Hur den görs",
                "method",
                Div("frequency", "first_month", css_class="field-row"),
                Div("measured", "source", css_class="field-row"),
                "numerator",
                "denominator",
                Div("better", "threshold", css_class="field-row"),
            ),
            Fieldset(
                "Var den hör hemma",
                Div("unit", "service_area", css_class="field-row"),
                Div("process", "responsible", css_class="field-row"),
                Div("opened_on", "closed_on", "order", css_class="field-row"),
            ),
            ButtonHolder(Submit("save", save, css_class="button--primary"), CANCEL),
        )

    def _risks(self) -> QuerySet[Risk]:
        """Open ones; beside them those that are linked, and what was sent: one that has been
        closed meanwhile is refused by name and stays ticked."""
        sent = self.data.getlist("risks") if hasattr(self.data, "getlist") else ()
        chosen = {*self._linked(), *_numbers(sent)}
        visible = Risk.objects.visible_to(self.editor)
        return visible.filter(Q(closed_on=None) | Q(pk__in=chosen)).order_by(*BY_CODE)

    def _linked(self) -> set[int]:
        if not self.instance.pk:
            return set()
        return set(self.instance.risks.values_list("pk", flat=True))

    def clean_risks(self) -> list[Risk]:
        """What is linked but not shown to this person stays linked."""
        chosen, linked = list(self.cleaned_data["risks"]), self._linked()
        closed = [risk.code for risk in chosen if risk.closed_on and risk.pk not in linked]
        if closed:
            raise forms.ValidationError(closed_risks(closed))
        if not linked:
            return chosen
        seen = set(self._risks().values_list("pk", flat=True))
        return [*chosen, *self.instance.risks.exclude(pk__in=seen)]

    def clean_order(self) -> int:
        return self.cleaned_data["order"] or 0

    def clean_measured(self) -> str:
        measured: str = self.cleaned_data["measured"]
        saved = self.initial.get("measured")
        if self.instance.pk and measured != saved and self.instance.results.exists():
            raise forms.ValidationError(
                "Det finns resultat som anges på det andra sättet. Avsluta kontrollen och lägg till"
                " en ny."
            )
        return measured

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._check_threshold(cleaned.get("threshold"), cleaned.get("measured"))
        opened, closed = cleaned.get("opened_on"), cleaned.get("closed_on")
        if opened and closed and closed < opened:
            self.add_error("closed_on", "Kontrollen kan inte upphöra före den dag den började.")
        if self.instance.pk:
            self._check_results(opened, closed)
        return cleaned

    def _check_threshold(self, threshold: Any, measured: str | None) -> None:
        if threshold is None:
            return
        if measured == Control.Measured.WORDS:
            self.add_error("threshold", "Ett resultat i ord har inget gränsvärde. Lämna tomt.")
        elif measured == Control.Measured.SHARE and not 0 <= threshold <= 100:
            self.add_error("threshold", "En andel ligger mellan 0 och 100 procent.")
        elif not 0 <= threshold <= HIGHEST_THRESHOLD:
            self.add_error("threshold", "Kontrollera gränsvärdet: det är för stort eller negativt.")

    def _check_results(self, opened: Any, closed: Any) -> None:
        days = sorted(self.instance.results.values_list("carried_out_on", flat=True))
        if days and opened and days[0] < opened:
            self.add_error("opened_on", f"Det finns ett resultat från {days[0]}.")
        if days and closed and days[-1] >= closed:
            self.add_error("closed_on", f"Det finns ett resultat från {days[-1]}.")


def _numbers(sent: Iterable[str]) -> set[int]:
    return {int(one) for one in sent if one.isascii() and one.isdigit() and len(one) <= LONGEST_ID}
