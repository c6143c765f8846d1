"""Small forms: one step of a case each."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Div, Layout, Submit
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from deviations.models import Assessment, Cause, Deviation, Severity, Status
from deviations.people import possible_investigators
from deviations.process import CLEARLY_NOT
from deviations.services.leaving import GIVEN_REASONS
from lib.fields import DayField, LineField, SeveralField, TextField
from lib.forms import offer
from measures.models import Measure
from organisation.models import User


class CaseStepForm(forms.Form):
    """A step of one case, taken by one person."""

    # Told before the step is taken, and stops nothing.
    unanswered: Sequence[str] = ()

    def __init__(self, *args: Any, case: Deviation, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.user = case, user
        self.prepare()

    def prepare(self) -> None:
        """What depends on the case."""


class DecisionForm(CaseStepForm):
    severity = forms.ChoiceField(label="Grad", choices=(("", "Välj grad"), *Severity.choices))
    causes = SeveralField(
        label="Bakomliggande orsaker",
        queryset=Cause.objects.filter(active=True),
        required=False,
        help_text="Flera kan gälla. Orsakerna räknas i kvalitetsberättelsen.",
    )
    motive = TextField(label="Motivering", rows=5)
    decided_on = DayField(label="Beslutsdatum")
    delegation = LineField(label="Punkt i delegationsordningen", max_length=80, required=False)

    def prepare(self) -> None:
        """The causes that the investigation found are there to begin with."""
        found = [cause.pk for cause in self.case.causes.all()]
        offer(self, "causes", Cause.objects.filter(Q(active=True) | Q(pk__in=found)))
        self.fields["causes"].initial = found
        self.fields["decided_on"].initial = timezone.localdate
        if not self.case.is_lex_sarah:
            del self.fields["severity"]
        elif self.case.status == Status.INVESTIGATED:
            self._tell_proposal()
        else:
            self._without_investigation()

    def _tell_proposal(self) -> None:
        proposals = self.case.assessments.filter(step=Assessment.Step.PROPOSAL)
        last = proposals.order_by("-pk").first()
        if last:
            words = f"Utredarens förslag: {last.get_severity_display().lower()}."
            self.fields["severity"].help_text = words

    def _without_investigation(self) -> None:
        field = self.fields["severity"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- for the type checker
        field.choices = [("", "Välj grad"), *((one.value, one.label) for one in CLEARLY_NOT)]
        field.help_text = "Utan utredning beslutas bara det som uppenbart inte är missförhållanden."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get("decided_on")
        if day and day < self.case.received_on:
            self.add_error("decided_on", "Beslutet kan inte vara fattat innan ärendet kom in.")
        return cleaned


class AssignForm(CaseStepForm):
    investigator = forms.ModelChoiceField(
        label="Utredare", queryset=User.objects.none(), empty_label="Välj utredare"
    )
    impartial = forms.BooleanField(
        label="Ingen jävssituation",
        help_text="Jag har frågat utredaren, som inte själv är berörd av händelsen.",
        error_messages={"required": "Bekräfta att det inte finns någon jävssituation."},
    )

    def prepare(self) -> None:
        offer(self, "investigator", possible_investigators(self.case))


class AnnulForm(CaseStepForm):
    because = forms.ChoiceField(
        label="Varför annulleras ärendet?",
        choices=[(one.value, one.label) for one in GIVEN_REASONS],
        widget=forms.RadioSelect,
    )
    motive = TextField(
        label="Motivering",
        rows=3,
        help_text="Ärendet finns kvar med sitt nummer men räknas som annullerat.",
    )


class FeedbackForm(CaseStepForm):
    text = TextField(
        label="Återkoppling till den som rapporterade",
        rows=4,
        help_text="Läses på sidan Mina rapporter. Skriv inget som rör den enskilde.",
    )


class MeasureForm(forms.Form):
    title = LineField(
        label="Åtgärd",
        max_length=200,
        help_text="Syns i åtgärdsregistret och kan stå i rapporter. Skriv inget som rör den "
        "enskilde.",
    )
    kind = forms.ChoiceField(label="Typ", choices=Measure.Kind.choices)
    due_on = DayField(label="Ska vara klar", planned=True, required=False)
    responsible = forms.ModelChoiceField(
        label="Ansvarig", queryset=User.objects.none(), required=False, empty_label="Ingen ännu"
    )
    description = TextField(label="Beskrivning", rows=4, required=False)

    def __init__(self, *args: Any, responsible: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["responsible"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        field.queryset = responsible
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": "", "data-guard": ""}
        self.helper.layout = Layout(
            "title",
            Div("kind", "due_on", css_class="field-row"),
            "responsible",
            "description",
            ButtonHolder(Submit("create", "Skapa åtgärden", css_class="button--primary")),
        )


class LinkMeasureForm(forms.Form):
    measure = forms.ModelChoiceField(
        label="En åtgärd som redan finns",
        queryset=Measure.objects.none(),
        empty_label="Välj åtgärd",
    )

    def __init__(self, *args: Any, measures: QuerySet[Measure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["measure"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- for the type checker
        field.queryset = measures
        self.helper = FormHelper()
        self.helper.layout = Layout("measure", ButtonHolder(Submit("link", "Koppla åtgärden")))
