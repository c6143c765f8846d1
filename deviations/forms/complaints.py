"""Answering a synpunkt or a klagomål, and making a report of it."""

import uuid
from typing import Any

from crispy_forms.layout import ButtonHolder, Submit
from django import forms
from django.utils import timezone

from deviations.forms.reporting import SAFE_NEITHER
from deviations.models import Complaint, Deviation, Kind
from lib.fields import DayField, TextField, YesNoField
from lib.forms import CANCEL, helper, offer
from organisation.access import REPORTING_ROLES
from organisation.choices import holders_around
from organisation.models import User

BECOMES = (
    (Kind.INTERNAL.value, "Intern avvikelse"),
    (Kind.LEX_SARAH.value, "Lex Sarah-rapport"),
)


class ConfirmForm(forms.Form):
    confirmed_on = DayField(label="Vilken dag bekräftades det?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confirmed_on"].initial = timezone.localdate
        self.helper = helper("confirmed_on", ButtonHolder(Submit("confirm", "Spara bekräftelsen")))


class AnswerForm(forms.Form):
    answer = TextField(label="Svaret till personen", rows=8)
    answered_on = DayField(label="Vilken dag lämnades svaret?")
    outcome = forms.ChoiceField(
        label="Var synpunkten befogad?",
        choices=Complaint.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett av svaren."},
    )

    def __init__(self, *args: Any, part: Complaint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answered_on"].initial = timezone.localdate
        fields = ["answer", "answered_on", "outcome"] if part.contact else ["outcome"]
        for name in ("answer", "answered_on"):
            self.fields[name].required = part.wants_answer
            if name not in fields:
                del self.fields[name]
        button = "Spara svaret" if part.contact else "Spara: inget svar begärt"
        submit = Submit("answer_given", button, css_class="button--primary")
        self.helper = helper(*fields, ButtonHolder(submit))

    def given(self) -> dict[str, Any]:
        nothing = {"answer": "", "answered_on": timezone.localdate()}
        told = {name: value for name, value in self.cleaned_data.items() if value}
        return nothing | told


class BecomesForm(forms.Form):
    """The text is there already: it can be cut, and nothing has to be typed again."""

    kind = forms.ChoiceField(
        label="Vad blir det?",
        choices=BECOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett av svaren."},
    )
    description = TextField(
        label="Vad hände?",
        help_text="Det som personen sade. Ta bort namn och annat som inte behövs.",
        rows=8,
    )
    is_safe_now = YesNoField(
        label="Är den enskilde trygg nu?",
        neither=SAFE_NEITHER,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett av svaren."},
    )
    reporter = forms.ModelChoiceField(
        label="Vilken anställd rapporterar?",
        help_text="En lex Sarah-rapport har alltid en anställd som rapportör. Den som klagar kan "
        "inte själv göra en.",
        queryset=User.objects.none(),
        empty_label=None,
        error_messages={"invalid_choice": "Välj någon som arbetar i verksamheten i dag."},
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, case: Deviation, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "reporter", holders_around(case.unit, REPORTING_ROLES))
        self.fields["description"].initial = case.description
        self.fields["reporter"].initial = user.pk
        self.fields["token"].initial = uuid.uuid4
        self.helper = helper(
            *("token", "kind", "description", "is_safe_now", "reporter"),
            ButtonHolder(Submit("make", "Skapa ärendet", css_class="button--primary"), CANCEL),
        )
