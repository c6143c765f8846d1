from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Field, Submit
from django import forms
from django.utils import timezone

from lib.fields import DayField, LineField, TextField
from lib.forms import ALL, CANCEL, FilterForm, helper, narrowing_field, offer, search_field
from lib.versions import Difference, differing, in_words
from measures.models import Effect, Measure, Status
from measures.querysets import EDITORS
from organisation.choices import colleagues_of, units_for
from organisation.models import User

OPEN = "open"
# The registers' own words for what a measure was born from.
ORIGINS = (
    ("ärende", "Ärende"),
    ("risk", "Risk"),
    ("egenkontroll", "Egenkontroll"),
    ("process", "Process"),
    ("granskning", "Granskning"),
    ("utföraruppföljning", "Utföraruppföljning"),
)


class MeasureFilterForm(FilterForm):
    q = search_field("Ord i åtgärden")
    unit = narrowing_field("Enhet")
    status = forms.ChoiceField(
        label="Status", required=False, choices=((OPEN, "Öppna"), ("all", "Alla"), *Status.choices)
    )
    origin = forms.ChoiceField(label="Uppstod ur", required=False, choices=(*ALL, *ORIGINS))
    overdue = forms.BooleanField(label="Försenade", required=False)
    unjudged = forms.BooleanField(label="Klara utan bedömd effekt", required=False)
    mine = forms.BooleanField(label="Jag ansvarar", required=False)


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
        offer(self, "unit", units_for(editor, EDITORS, self.instance.unit_id))
        offer(self, "responsible", colleagues_of(editor, self.instance.responsible_id))
        self.helper = helper(
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
        return differing(
            (str(self.fields[name].label), in_words(self.instance, name), in_words(saved, name))
            for name in self.Meta.fields
        )


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
        self.helper = helper(
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
