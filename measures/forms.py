from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Field, Layout, Submit
from django import forms
from django.db.models import Q
from django.utils import timezone

from lib.fields import DayField, LineField, TextField
from measures.models import Effect, Measure, Status
from measures.querysets import EDITORS
from organisation.access import access_of
from organisation.models import Membership, Unit, User

ALL = (("", "Alla"),)
OPEN = "open"
CANCEL = HTML('<a class="button button--quiet" href="{{ measure_url }}">Avbryt</a>')


@dataclass(frozen=True)
class Difference:
    label: str
    mine: str
    saved: str


class FilterForm(forms.Form):
    q = LineField(
        label="Sök",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Ord i åtgärden"}),
    )
    unit = forms.TypedChoiceField(label="Enhet", required=False, coerce=int, empty_value=None)
    status = forms.ChoiceField(
        label="Status", required=False, choices=((OPEN, "Öppna"), ("all", "Alla"), *Status.choices)
    )
    overdue = forms.BooleanField(label="Försenade", required=False)
    mine = forms.BooleanField(label="Jag ansvarar", required=False)

    def __init__(self, data: Any, *, units: Iterable[tuple[int, str]]) -> None:
        super().__init__(data, auto_id="filter_%s")
        unit = self.fields["unit"]
        assert isinstance(unit, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
        unit.choices = [*ALL, *units]


class MeasureForm(forms.ModelForm[Measure]):
    """What may be changed by hand. Status and effect are set by follow-ups alone."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    title = LineField(label="Åtgärd", max_length=200)
    description = TextField(label="Beskrivning", required=False)
    due_on = DayField(label="Ska vara klar", planned=True, required=False)

    class Meta:
        model = Measure
        fields = (
            "title",
            "description",
            "kind",
            "unit",
            "responsible",
            "due_on",
        )

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = _units(editor, self.instance)  # type: ignore[attr-defined]
        self.fields["responsible"].queryset = _people(editor, self.instance)  # type: ignore[attr-defined]
        self.helper = _helper(
            "version",
            "title",
            "description",
            "kind",
            "unit",
            Div("responsible", "due_on", css_class="field-row"),
            ButtonHolder(Submit("save", "Spara", css_class="button--primary"), CANCEL),
        )

    @property
    def changes(self) -> dict[str, Any]:
        changed = (name for name in self.changed_data if name != "version")
        return {name: self.cleaned_data[name] for name in changed}

    def compared_with(self, saved: Measure) -> list[Difference]:
        """The fields whose text here is another than what stands in the register."""
        mine = {name: _in_words(self.instance, name) for name in self.Meta.fields}
        theirs = {name: _in_words(saved, name) for name in self.Meta.fields}
        return [
            Difference(str(self.fields[name].label), mine[name], theirs[name])
            for name in self.Meta.fields
            if mine[name] != theirs[name]
        ]


def _in_words(measure: Measure, name: str) -> str:
    value = getattr(measure, name)
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    shown = measure.get_kind_display() if name == "kind" else value
    return str(shown or "–")


class FollowUpForm(forms.Form):
    followed_up_on = DayField(label="Datum", initial=timezone.localdate)
    status = forms.ChoiceField(label="Status", choices=Status.choices, widget=forms.RadioSelect)
    effect = forms.ChoiceField(
        label="Effekt",
        choices=(*Effect.choices, ("", "Inte bedömt")),
        required=False,
        widget=forms.RadioSelect,
        help_text="Har åtgärden gett det ni ville? Anges när den är klar. Är det för tidigt "
        "frågar vi igen efter tre månader.",
    )
    text = TextField(
        label="Vad som har hänt",
        required=False,
        help_text="Anges när åtgärden är klar eller avvecklad. Skrivs ut i rapporter: skriv inget "
        "som rör en enskild.",
    )
    continues_next_year = forms.BooleanField(
        label="Kvarstår nästa år",
        required=False,
        help_text="Även en klar åtgärd kan vara ett arbetssätt som ska fortsätta.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _helper(
            Field("followed_up_on"),
            "status",
            "effect",
            "text",
            "continues_next_year",
            ButtonHolder(Submit("save", "Spara uppföljning", css_class="button--primary"), CANCEL),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_done = cleaned.get("status") == Status.DONE
        if is_done and "effect" in cleaned and not cleaned["effect"]:
            self.add_error("effect", "Ange effekten, eller att det är för tidigt att bedöma.")
        ended = is_done or cleaned.get("status") == Status.DISCONTINUED
        if ended and "text" in cleaned and not cleaned["text"]:
            self.add_error("text", "Beskriv kort vad som har hänt.")
        return cleaned


def _helper(*parts: Any) -> FormHelper:
    helper = FormHelper()
    helper.attrs = {"novalidate": "", "data-guard": ""}
    helper.layout = Layout(*parts)
    return helper


def _units(editor: User, measure: Measure) -> Any:
    """Where the editor decides, as the organisation is today, and where the measure lies."""
    reach = access_of(editor).unit_ids(*EDITORS)
    today = Unit.objects.valid_on(timezone.localdate()).filter(pk__in=reach)
    return Unit.objects.filter(Q(pk__in=today.values("pk")) | Q(pk=measure.unit_id))


def _people(editor: User, measure: Measure) -> Any:
    """Those with a role today at a unit that the editor reaches, and who answers for it now."""
    valid = Membership.objects.valid_on(timezone.localdate())
    colleagues = valid.filter(unit_id__in=access_of(editor).unit_ids()).values("user_id")
    return User.objects.filter(
        Q(pk__in=colleagues, is_active=True) | Q(pk=measure.responsible_id)
    ).order_by("first_name", "last_name")
