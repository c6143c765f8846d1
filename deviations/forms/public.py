"""The open page: what anybody outside may tell the social services, without signing in."""

import time
import uuid
from typing import Any
from uuid import UUID

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Fieldset, Layout, Submit
from django import forms
from django.core import signing

from deviations.forms.reporting import ROW, check_answer
from deviations.models import Complaint, Kind
from lib.fields import DayField, LineField, TextField, at_most
from organisation.choices import LEVELS_OF_PLACES, units_open_to_public

LONGEST = 10_000
FASTEST = 4  # seconds: nobody reads the questions and answers them in less
OLDEST = 24 * 60 * 60
PRAISE = "praise"
KINDS = (
    (Kind.COMPLAINT.value, "Klagomål: något fungerade inte som det borde"),
    (Kind.VIEWPOINT.value, "Synpunkt eller förslag"),
    (PRAISE, "Beröm"),
)
TOPICS = tuple(topic for topic in Complaint.Topic.choices if topic[0] != Complaint.Topic.PRAISE)
TOO_FAST = "Det gick ovanligt fort. Vänta några sekunder och skicka igen: det du skrev står kvar."
TOO_OLD = "Sidan har stått öppen länge. Läs igenom det du skrev och skicka igen."
TRAP_SPRUNG = (
    "Ett fält som inte syns på sidan var ifyllt, så som bara program gör. Har webbläsaren fyllt i "
    "det? Skicka igen, så är det tomt."
)


def page_token(token: UUID | None = None, *, opened: float | None = None) -> str:
    """Which page was sent, and when it was opened, so that neither can be made up."""
    moment = round(time.time() if opened is None else opened)
    return signing.dumps([str(token or uuid.uuid4()), moment], salt="open page")


def read_token(text: str) -> tuple[UUID, int] | None:
    try:
        token, opened = signing.loads(text, salt="open page")
        return UUID(token), int(opened)
    except (signing.BadSignature, ValueError, TypeError):
        return None


class UnitChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    """Those that can be named in the open, the wider ones first."""

    def __init__(self) -> None:
        super().__init__(
            label="Vilken verksamhet gäller det?",
            help_text="Är du osäker? Välj den som ligger närmast, så skickar vi vidare.",
            queryset=units_open_to_public(),
            error_messages={
                "required": "Välj en verksamhet.",
                "invalid_choice": "Välj en verksamhet i listan.",
            },
        )
        units = sorted(self.queryset or (), key=lambda unit: LEVELS_OF_PLACES.index(unit.level))
        self.choices = [("", "Välj verksamhet"), *((unit.pk, unit.name) for unit in units)]


class OpenPageForm(forms.Form):
    kind = forms.ChoiceField(
        label="Vad vill du lämna?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett av svaren."},
    )
    description = TextField(
        label="Vad vill du berätta?",
        help_text="Vad hände, och vad borde ha varit annorlunda?",
        rows=8,
        error_messages={"required": "Skriv några ord om det."},
    )
    occurred_on = DayField(label="När hände det?", required=False)
    topic = forms.ChoiceField(
        label="Vad handlar det om?", choices=(("", "Annat"), *TOPICS), required=False
    )
    wants_answer = forms.BooleanField(label="Jag vill ha svar", required=False)
    contact_name = LineField(label="Namn", max_length=120, required=False)
    contact = LineField(label="Telefon eller e-post", max_length=160, required=False)
    page_token = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["unit"] = UnitChoice()
        self.fields["description"].validators = [at_most(LONGEST)]
        self.fields["page_token"].initial = page_token
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": "", "data-guard": ""}
        self.helper.layout = self._layout()

    def _layout(self) -> Layout:
        return Layout(
            "page_token",
            Fieldset(
                "Det du vill berätta",
                "kind",
                HTML("{% include 'deviations/public/_secrecy.html' %}"),
                "description",
            ),
            Fieldset(
                "Vad gäller det?",
                "unit",
                "topic",
                HTML("{% include 'deviations/public/_appeal.html' %}"),
                "occurred_on",
            ),
            Fieldset(
                "Vill du ha svar?",
                HTML("<p class='muted'>Du får vara anonym, men kan då inte få svar.</p>"),
                "wants_answer",
                Div("contact_name", "contact", css_class=ROW),
            ),
            HTML("{% include 'deviations/public/_trap.html' %}"),
            ButtonHolder(Submit("send", "Skicka", css_class="button--primary")),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        check_answer(self, cleaned)
        refused = self._refused()
        if refused:
            self.add_error(None, refused)
        return cleaned

    def _refused(self) -> str:
        """What tells a program from a person. The words are for the person it was after all."""
        if self.data.get("homepage"):
            return TRAP_SPRUNG
        read = read_token(self.data.get("page_token", ""))
        age = time.time() - read[1] if read else OLDEST + 1
        if age < FASTEST:
            return TOO_FAST
        if age > OLDEST:
            self.data = dict(self.data.items()) | {"page_token": page_token()}
            return TOO_OLD
        return ""

    def token(self) -> UUID | None:
        read = read_token(self.cleaned_data["page_token"])
        return read[0] if read else None

    def complaint(self) -> dict[str, Any]:
        answers = self.cleaned_data
        topic = Complaint.Topic.PRAISE if answers["kind"] == PRAISE else answers["topic"]
        given = {name: answers[name] for name in ("contact_name", "contact", "wants_answer")}
        return given | {"topic": topic}

    def case_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        return Kind.VIEWPOINT if kind == PRAISE else kind
