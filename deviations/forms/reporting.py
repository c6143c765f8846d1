"""What a reporter is asked: three questions must be answered, the rest helps."""

import uuid
from datetime import date, datetime
from typing import Any
from uuid import UUID

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Fieldset, Layout, Submit
from django import forms
from django.urls import reverse
from django.utils import timezone

from deviations.models import Channel, Complaint, Consequence, Kind, Sex
from deviations.models.choices import AgeBand
from lib.fields import CountField, DayField, LineField, MomentField, TextField, YesNoField, plain
from lib.forms import offer
from lib.layout import Folded
from organisation.access import access_of
from organisation.choices import LEVELS_OF_PLACES, colleagues_of
from organisation.models import Unit, User

KINDS = (
    ("", "Jag vet inte – den som tar emot rapporten bedömer"),
    (Kind.INTERNAL, "Intern avvikelse"),
    (Kind.LEX_SARAH, "Lex Sarah"),
    (Kind.PROVIDER, "Avvikelse hos en privat utförare"),
    (Kind.EXTERNAL, "Avvikelse hos någon annan (region, skola, annan myndighet)"),
)
COMPLAINT_KINDS = ((Kind.COMPLAINT, "Klagomål"), (Kind.VIEWPOINT, "Synpunkt eller förslag"))
SAFE_NEITHER = (("unknown", "Jag vet inte"), ("nobody", "Ingen enskild person berörs"))
UNKNOWN = ("", "Vet inte")
ROW = "field-row"
NO_NAMES = "Skriv med egna ord. Skriv inte namn eller personnummer på den det gäller."
WHICH = ("colleague", "Välj kollegan, eller ta bort krysset.")
WHETHER = ("for_colleague", "Kryssa här om rapporten är kollegans, eller välj ingen kollega.")
CLOSED_UNIT = "Välj en enhet som finns i dag. Den du valde är avslutad eller okänd."


class PlaceField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    """Units of today: those of the reporter first."""

    def __init__(self, *, user: User, label: str) -> None:
        today = timezone.localdate()
        super().__init__(
            label=label,
            queryset=Unit.objects.valid_on(today).filter(level__in=LEVELS_OF_PLACES),
            empty_label="Välj enhet",
            error_messages={"required": "Välj enhet.", "invalid_choice": CLOSED_UNIT},
        )
        own = access_of(user).own_unit_ids()
        units = list(self.queryset) if self.queryset is not None else []
        mine = [(unit.pk, unit.name) for unit in units if unit.pk in own]
        others = [(unit.pk, unit.name) for unit in units if unit.pk not in own]
        self.choices = [
            ("", "Välj enhet"),
            *([("Din enhet", mine)] if mine else []),
            ("Andra enheter" if mine else "Enheter", others),
        ]
        self.initial = mine[0][0] if len(mine) == 1 else None


class PeopleField(CountField):
    HIGHEST = 9999


class IntakeForm(forms.Form):
    """What reports and complaints share."""

    description = TextField(
        label="Vad hände?", rows=7, error_messages={"required": "Skriv några ord om det."}
    )
    occurred_on = DayField(label="När hände det?", required=False)
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = PlaceField(user=user, label="Var hände det?")
        self.fields["token"].initial = uuid.uuid4
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": "", "data-guard": ""}

    def details(self, *fields: str) -> dict[str, Any]:
        """The columns of the case among what was answered."""
        return {field: self.cleaned_data[field] for field in fields}


class ReportForm(IntakeForm):
    is_safe_now = YesNoField(
        label="Är den enskilde trygg nu?",
        neither=SAFE_NEITHER,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett av svaren."},
    )
    kind = forms.ChoiceField(
        label="Vad tror du att det är?",
        choices=KINDS,
        required=False,
        widget=forms.RadioSelect,
    )
    discovered_at = MomentField(label="När upptäcktes det?", required=False)
    affected_count = PeopleField(label="Hur många berörs?", required=False)
    sex = forms.ChoiceField(label="Kön", choices=(UNKNOWN, *Sex.choices), required=False)
    age_band = forms.ChoiceField(label="Ålder", choices=(UNKNOWN, *AgeBand.choices), required=False)
    immediate_measures = TextField(
        label="Vad gjordes genast?",
        help_text="Till exempel vem som ringdes, vad som rättades och vad som ännu behöver göras.",
        rows=4,
        required=False,
    )
    immediate_measures_at = MomentField(label="När gjordes det?", required=False)
    consequence_possible = forms.ChoiceField(
        label="Hur allvarligt kunde det ha blivit för den enskilde?",
        choices=(UNKNOWN, *Consequence.choices),
        required=False,
    )
    consequence_text = TextField(
        label="Vad blev följden för barnet eller den enskilde?", rows=4, required=False
    )
    for_colleague = forms.BooleanField(
        label="Jag rapporterar åt en kollega",
        help_text="Rapporten står i kollegans namn. Ni ser båda kvittot och vad som händer sedan.",
        required=False,
    )
    colleague = forms.ModelChoiceField(
        label="Vilken kollega?",
        queryset=User.objects.none(),
        required=False,
        empty_label="Välj kollega",
        error_messages={"invalid_choice": "Välj en kollega som arbetar hos er i dag."},
    )

    DETAILS = (
        *("occurred_on", "discovered_at", "affected_count", "sex", "age_band", "is_safe_now"),
        *("immediate_measures", "immediate_measures_at"),
        *("consequence_possible", "consequence_text"),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.fields["description"].help_text = NO_NAMES
        offer(self, "colleague", colleagues_of(user).exclude(pk=user.pk))
        self.helper.form_action = reverse("deviations:report")
        self.helper.attrs["data-draft"] = reverse("deviations:save_draft")
        self.helper.layout = self._layout()

    def _layout(self) -> Layout:
        return Layout(
            "token",
            Fieldset(
                "Det viktigaste",
                "description",
                HTML("{% include 'deviations/_triage.html' %}"),
                "unit",
                "is_safe_now",
                "kind",
                HTML("{% include 'deviations/_kind_help.html' %}"),
            ),
            Fieldset(
                "Om du vet mer",
                HTML('<p class="muted">Hoppa över det du inte vet: det kan fyllas i senare.</p>'),
                Folded("När det hände", Div("occurred_on", "discovered_at", css_class=ROW)),
                Folded("Vem som berörs", "affected_count", Div("sex", "age_band", css_class=ROW)),
                Folded("Vad som gjordes genast", "immediate_measures", "immediate_measures_at"),
                Folded("Vad det ledde till", "consequence_text", "consequence_possible"),
                Folded("Åt en kollega", "for_colleague", "colleague"),
            ),
            HTML("{% include 'deviations/_send_or_save.html' %}"),
        )

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Kind.INTERNAL

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        occurred = cleaned.get("occurred_on")
        check_discovery(self, occurred, cleaned.get("discovered_at"))
        done = cleaned.get("immediate_measures_at")
        if occurred and done and timezone.localdate(done) < occurred:
            self.add_error("immediate_measures_at", "Det kan inte ha gjorts innan det hände.")
        if "colleague" in cleaned and cleaned.get("for_colleague") != bool(cleaned["colleague"]):
            self.add_error(*WHICH if cleaned.get("for_colleague") else WHETHER)
        return cleaned

    def reported_for(self) -> User | None:
        colleague: User | None = self.cleaned_data["colleague"]
        return colleague

    def draft_token(self) -> UUID:
        """Of the form that is saved as it stands; a new one where it cannot be read."""
        try:
            return UUID(self.data.get("token", ""))
        except ValueError:
            return uuid.uuid4()

    def typed(self) -> dict[str, str]:
        """Every answer as it was typed, right or wrong; the unit alone is no answer."""
        given = {name: self.data.get(name, "") for name in self.fields if name != "token"}
        answers = {name: plain(text, lines=True) for name, text in given.items() if text.strip()}
        return answers if answers.keys() - {"unit"} else {}


class ComplaintForm(IntakeForm):
    kind = forms.ChoiceField(
        label="Vad är det?",
        choices=COMPLAINT_KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett av svaren."},
    )
    received_on = DayField(label="När kom det in?")
    channel = forms.ChoiceField(label="Hur kom det in?", choices=Channel.choices)
    topic = forms.ChoiceField(
        label="Vad handlar det om?",
        choices=(("", "Annat"), *Complaint.Topic.choices),
        required=False,
    )
    is_appeal = forms.BooleanField(
        label="Det är egentligen ett överklagande av ett beslut",
        help_text="Överklaganden har en egen väg och räknas för sig. Hjälp personen dit.",
        required=False,
    )
    contact_name = LineField(label="Namn", max_length=120, required=False)
    contact = LineField(label="Telefon eller e-post", max_length=160, required=False)
    wants_answer = forms.BooleanField(label="Personen vill ha svar", required=False)

    COMPLAINT_PART = ("topic", "is_appeal", "contact_name", "contact", "wants_answer")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["description"].label = "Vad säger personen?"
        self.fields["unit"].label = "Vilken enhet gäller det?"
        self.fields["received_on"].initial = timezone.localdate
        self.helper.layout = Layout(
            "token",
            Fieldset("Det som kom in", "kind", "description", "unit", "topic", "is_appeal"),
            Fieldset(
                "När och hur",
                Div("received_on", "occurred_on", css_class=ROW),
                "channel",
            ),
            Fieldset(
                "Personen som hörde av sig",
                HTML('<p class="muted">Man får vara anonym, men kan då inte få svar.</p>'),
                Div("contact_name", "contact", css_class=ROW),
                "wants_answer",
            ),
            ButtonHolder(Submit("send", "Registrera", css_class="button--primary")),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        check_answer(self, cleaned)
        occurred, received = cleaned.get("occurred_on"), cleaned.get("received_on")
        if occurred and received and occurred > received:
            self.add_error("received_on", "Det kan inte ha kommit in innan det hände.")
        return cleaned


def check_answer(form: forms.BaseForm, cleaned: dict[str, Any]) -> None:
    if cleaned.get("wants_answer") and not cleaned.get("contact"):
        form.add_error("contact", "Ange hur personen kan nås, eller att svar inte önskas.")


def check_discovery(
    form: forms.BaseForm, occurred: date | None, discovered: datetime | None
) -> None:
    if occurred and discovered and timezone.localdate(discovered) < occurred:
        form.add_error("discovered_at", "Det kan inte ha upptäckts innan det hände.")
