"""The steps of the process, from the day a case is received to the day it is closed."""

from typing import Any

from django import forms
from django.utils import timezone

from deviations.forms.steps import CaseStepForm
from deviations.models import Deviation, Information, ManagerSlip, Severity
from deviations.people import possible_readers
from deviations.process import UNDECIDED
from deviations.readiness import before_ready, may_be_left
from lib.fields import DayField, LineField, MomentField, TextField
from lib.forms import offer
from organisation.models import Unit, User


class ReceiveForm(CaseStepForm):
    motive = TextField(
        label="Anteckning",
        rows=3,
        required=False,
        help_text="Till exempel vad som görs genast för den enskilde.",
    )


class AssessForm(CaseStepForm):
    motive = TextField(
        label="Varför ska ärendet utredas?",
        rows=4,
        help_text="Vad kan det ha betytt för den enskilde, och vad behöver klarläggas?",
    )


class SuspectForm(CaseStepForm):
    motive = TextField(
        label="Varför misstänker du ett missförhållande?",
        rows=4,
        help_text="Ett missförhållande är något som har hotat eller skadat en enskilds liv,"
        " säkerhet eller hälsa. Den som är tveksam gör hellre en lex Sarah-rapport.",
    )


class ReadyForm(CaseStepForm):
    severity = forms.ChoiceField(
        label="Föreslagen grad",
        choices=(("", "Välj grad"), *Severity.choices),
        error_messages={"required": "Föreslå en grad."},
    )
    motive = TextField(
        label="Motivering till förslaget",
        rows=5,
        error_messages={"required": "Motivera förslaget."},
    )

    def prepare(self) -> None:
        self.unanswered = may_be_left(self.case)
        if not self.case.is_lex_sarah:
            del self.fields["severity"]
            self.fields["motive"].required = False
            self.fields["motive"].label = "Slutsats"

    def clean(self) -> dict[str, Any]:
        """What the case lacks is told together with what the form lacks."""
        cleaned = super().clean() or self.cleaned_data
        for words in before_ready(self.case, severity="-", motive="-"):
            self.add_error(None, words)
        return cleaned


class UnlockForm(CaseStepForm):
    motive = TextField(label="Varför öppnas utredningen igen?", rows=3)


class HandOverForm(CaseStepForm):
    unit = forms.ModelChoiceField(
        label="Lämna över till", queryset=Unit.objects.none(), empty_label="Välj enhet"
    )
    motive = TextField(label="Varför lämnas ärendet över?", rows=3)

    def prepare(self) -> None:
        today = Unit.objects.valid_on(timezone.localdate())
        offer(self, "unit", today.exclude(pk=self.case.unit_id))


class JoinForm(CaseStepForm):
    other = LineField(
        label="Det andra ärendets nummer",
        max_length=20,
        help_text="Rapporterna flyttas dit. Det här ärendet annulleras och räknas inte som eget.",
    )
    motive = TextField(label="Hur vet du att det är samma händelse?", rows=3, required=False)

    def clean_other(self) -> Deviation:
        """Of the same kind, open, and known to the person."""
        number = self.cleaned_data["other"].strip().upper()
        same = Deviation.objects.visible_to(self.user).filter(
            kind=self.case.kind, status__in=UNDECIDED
        )
        found = same.filter(number=number).exclude(pk=self.case.pk).first()
        if found is None:
            raise forms.ValidationError(
                "Vi hittar inget annat ärende av samma typ med det numret som inte är beslutat."
            )
        return found


class InformForm(CaseStepForm):
    act = forms.ChoiceField(
        label="Vad gäller det?",
        choices=Information.Act.choices,
        initial=Information.Act.INFORMED,
        widget=forms.RadioSelect,
    )
    receiver = forms.ChoiceField(
        label="Vem?", choices=(("", "Välj"), *Information.Receiver.choices)
    )
    informed_on = DayField(label="Datum", required=False)
    how = LineField(label="Hur?", max_length=120, required=False, help_text="Till exempel möte.")
    reason_not = LineField(
        label="Eller: varför har det inte skett?",
        max_length=200,
        required=False,
        help_text="Till exempel att det skulle utsätta den enskilde för fara.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "informed_on" not in cleaned or "reason_not" not in cleaned:
            return cleaned
        if cleaned["informed_on"] and cleaned["reason_not"]:
            self.add_error("reason_not", "Ange antingen datum eller skäl, inte båda.")
        if not (cleaned["informed_on"] or cleaned["reason_not"]):
            self.add_error("informed_on", "Ange datum, eller varför det inte har skett.")
        return cleaned


class ImmediateForm(CaseStepForm):
    text = TextField(label="Vad har gjorts?", rows=3)
    taken_at = MomentField(label="När?", initial=timezone.now)


class InstructForm(CaseStepForm):
    instruction = TextField(
        label="Det här behöver chefen göra nu",
        rows=4,
        help_text="Chefen ser bara det här, egna åtgärder, beslutade åtgärder och utfallet. Skriv"
        " inget om vem som har rapporterat eller vad som har sagts.",
    )

    def prepare(self) -> None:
        slip: ManagerSlip | None = getattr(self.case, "slip", None)
        self.fields["instruction"].initial = slip.instruction if slip else ""


class EffectForm(CaseStepForm):
    motive = TextField(
        label="Vad har åtgärderna lett till?",
        rows=4,
        help_text="Åtgärdernas status och effekt hämtas från åtgärdsregistret och följer med.",
    )


class CloseForm(CaseStepForm):
    left_because = TextField(
        label="Åtgärder som lämnas utan att vara klara: varför?", rows=3, required=False
    )


class GrantForm(CaseStepForm):
    reader = forms.ModelChoiceField(
        label="Vem?", queryset=User.objects.none(), empty_label="Välj utredare"
    )
    reason = LineField(
        label="Varför?",
        max_length=200,
        help_text="Kommer i loggen. Skriv inget som rör den enskilde.",
    )

    def prepare(self) -> None:
        offer(self, "reader", possible_readers(self.case))


class RevokeForm(CaseStepForm):
    reader = forms.ModelChoiceField(
        label="Vem ska inte längre läsa?", queryset=User.objects.none(), empty_label="Välj"
    )

    def prepare(self) -> None:
        offer(self, "reader", self.case.named_readers.all())
