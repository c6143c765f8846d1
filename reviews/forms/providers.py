"""Providers, their contracts, what is demanded of them, and what they have to put right."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div
from django.utils import timezone

from lib.fields import DayField, LineField, TextField
from lib.forms import offer
from lib.versioned import Versioned, form_helper
from organisation.access import access_of
from organisation.choices import units_for
from organisation.models import User
from reviews.models import ActionPlan, Contract, Provider, Requirement
from reviews.querysets import EDITORS


class _OfUnit(Versioned[Any]):
    """A row that lies at a unit of the editor's."""

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = access_of(editor).own_unit_ids(*EDITORS)
        if len(own) == 1:
            self.fields["unit"].initial = min(own)
        offer(self, "unit", units_for(editor, EDITORS, self.instance.unit_id))


class ProviderForm(_OfUnit):
    at_field = {"provider_once": "name"}

    name = LineField(label="Utförare", max_length=160)
    organisation_number = LineField(
        label="Organisationsnummer",
        max_length=13,
        required=False,
        help_text="Inte för enskild firma: där är det innehavarens personnummer.",
    )
    contact = LineField(label="Kontakt", max_length=200, required=False)

    class Meta:
        model = Provider
        fields = ("name", "regime", "unit", "organisation_number", "contact")

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            *self.hidden,
            "name",
            Div("regime", "unit", css_class="field-row"),
            Div("organisation_number", "contact", css_class="field-row"),
            submit="Spara" if self.instance.pk else "Lägg till utföraren",
        )


class ContractForm(Versioned[Contract]):
    at_field = {"contract_in_order": "ends_on"}

    service = LineField(
        label="Insats",
        max_length=120,
        help_text="Skriv den lika för alla utförare av samma insats: de räknas tillsammans.",
    )
    starts_on = DayField(label="Gäller från", planned=True)
    ends_on = DayField(
        label="Gäller till och med",
        planned=True,
        required=False,
        help_text="Tomt när avtalet löper tills vidare.",
    )
    revised_on = DayField(label="Reviderat", planned=True, required=False)
    terminated_on = DayField(label="Uppsagt", required=False)

    class Meta:
        model = Contract
        fields = ("service", "form", "starts_on", "ends_on", "revised_on", "terminated_on")

    def __init__(self, *args: Any, services: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].widget.attrs["list"] = "insatser"
        self.services = services

    def clean_service(self) -> str:
        """As it is written already, where only the case of the letters differs."""
        service: str = self.cleaned_data["service"]
        known = {one.casefold(): one for one in self.services}
        return known.get(service.casefold(), service)

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            *self.hidden,
            Div("service", "form", css_class="field-row"),
            Div("starts_on", "ends_on", css_class="field-row"),
            Div("revised_on", "terminated_on", css_class="field-row"),
        )


class RequirementForm(_OfUnit):
    at_field = {"requirement_in_order": "valid_to"}

    text = LineField(label="Krav", max_length=240)
    valid_from = DayField(label="Gäller från", planned=True, initial=timezone.localdate)
    valid_to = DayField(
        label="Gäller till och med",
        planned=True,
        required=False,
        help_text="Det som är prövat mot kravet finns kvar.",
    )

    class Meta:
        model = Requirement
        fields = ("text", "area", "unit", "valid_from", "valid_to")

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            *self.hidden,
            "text",
            Div("area", "unit", css_class="field-row"),
            Div("valid_from", "valid_to", css_class="field-row"),
        )


class PlanForm(Versioned[ActionPlan]):
    demand = TextField(label="Vad som ska rättas till", rows=3)
    due_on = DayField(label="Senast", planned=True)
    received_on = DayField(label="Åtgärdsplanen kom", required=False)
    verified_on = DayField(
        label="Kontrollerad", required=False, help_text="Den dag ni såg att bristen är rättad."
    )
    comment = TextField(label="Kommentar", rows=3, required=False)

    class Meta:
        model = ActionPlan
        fields = ("demand", "due_on", "received_on", "verified_on", "comment")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        received, verified = cleaned.get("received_on"), cleaned.get("verified_on")
        if received and verified and verified < received:
            self.add_error("verified_on", "Kan inte vara före dagen då planen kom.")
        return cleaned

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            *self.hidden,
            "demand",
            "due_on",
            Div("received_on", "verified_on", css_class="field-row"),
            "comment",
        )
