"""A measure that a row of another register leads to: a new one, or one that is there already."""

from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Submit
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from lib.fields import DayField, LineField, TextField
from lib.forms import CANCEL, helper, offer
from measures.models import Measure, Status
from measures.owners import Owner
from measures.querysets import OWNERS, WORKERS
from organisation.access import access_of
from organisation.choices import holders_around
from organisation.models import Unit, User


class NewMeasureForm(forms.Form):
    title = LineField(
        label="Åtgärd",
        max_length=200,
        help_text="Syns i åtgärdsregistret och i rapporter. Skriv inget som rör en enskild.",
    )
    kind = forms.ChoiceField(label="Typ", choices=Measure.Kind.choices)
    unit = forms.ModelChoiceField(
        label="Enhet som gör den", queryset=Unit.objects.none(), empty_label=None
    )
    responsible = forms.ModelChoiceField(
        label="Ansvarig", queryset=User.objects.none(), required=False, empty_label="Ingen ännu"
    )
    due_on = DayField(label="Ska vara klar", planned=True, required=False)
    description = TextField(label="Beskrivning", rows=4, required=False)

    def __init__(self, *args: Any, unit: Unit, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", _units(editor, unit))
        offer(self, "responsible", holders_around(unit, WORKERS))
        self.fields["unit"].initial = unit.pk
        self.helper = helper(
            "title",
            Div("kind", "due_on", css_class="field-row"),
            Div("unit", "responsible", css_class="field-row"),
            "description",
            ButtonHolder(Submit("create", "Skapa åtgärden", css_class="button--primary"), CANCEL),
        )


def _units(editor: User, unit: Unit) -> QuerySet[Unit]:
    """The owner's own unit, and those below it that the editor reaches."""
    reach = access_of(editor).unit_ids(*OWNERS)
    below = Unit.objects.below(unit.pk).valid_on(timezone.localdate()).filter(pk__in=reach)
    return below | Unit.objects.filter(pk=unit.pk)


class MeasureChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.title} ({obj.get_status_display().lower()}, {obj.unit})"


class LinkMeasureForm(forms.Form):
    measure = MeasureChoice(
        label="En åtgärd som redan finns",
        queryset=Measure.objects.none(),
        empty_label="Välj åtgärd",
        help_text="Den behåller sin status, sin uppföljning och sina andra kopplingar. Namnet och "
        "det som har hänt skrivs ut i rapporter.",
    )

    def __init__(self, *args: Any, owner: Owner, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        visible = Measure.objects.visible_to(editor).exclude(status=Status.DISCONTINUED)
        linked = owner.measures.values("pk")
        offered = visible.exclude(pk__in=linked).select_related("unit").order_by("title")
        offer(self, "measure", offered)
        self.helper = helper("measure", ButtonHolder(Submit("link", "Koppla åtgärden")))
