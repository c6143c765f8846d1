"""A process: what it is called, whom it is for and who answers for it."""

from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit

from lib.fields import DayField, LineField, TextField
from lib.forms import CANCEL, helper, offer
from organisation.models import Process
from risks.forms.base import RegisterForm
from risks.forms.risks import order_field
from risks.people import possible_owners
from risks.services.rows import NUMBER_IS_TAKEN


class ProcessForm(RegisterForm):
    number = LineField(
        label="Nummer",
        max_length=12,
        help_text="Som i er processkarta, till exempel 2.1. Visas före namnet i rapporter.",
    )
    name = LineField(label="Process", max_length=160)
    target_group = LineField(label="Målgrupp", max_length=120, required=False)
    description = TextField(
        label="Beskrivning",
        rows=5,
        required=False,
        help_text="Vad som startar processen, vad som görs och vad den leder till.",
    )
    closed_on = DayField(
        label="Upphörde",
        planned=True,
        required=False,
        help_text="Tomt så länge verksamheten arbetar efter den.",
    )
    order = order_field()

    class Meta:
        model = Process
        fields = (
            *("number", "name", "kind", "unit", "owner", "target_group", "description"),
            *("closed_on", "order"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "owner", possible_owners(self.reach, self.instance.owner_id))
        self.fields["order"].label = "Ordning"
        save = "Spara" if self.instance.pk else "Lägg till processen"
        self.helper = helper(
            "version",
            Div("number", "kind", css_class="field-row"),
            "name",
            "description",
            Fieldset(
                "Var den hör hemma",
                Div("unit", "owner", css_class="field-row"),
                "target_group",
                Div("closed_on", "order", css_class="field-row"),
            ),
            ButtonHolder(Submit("save", save, css_class="button--primary"), CANCEL),
        )

    def clean_order(self) -> int:
        return self.cleaned_data["order"] or 0

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        number, unit = cleaned.get("number"), cleaned.get("unit")
        if number and unit:
            taken = unit.processes.filter(number=number).exclude(pk=self.instance.pk)
            if taken.exists():
                self.add_error("number", NUMBER_IS_TAKEN)
        return cleaned
