"""What a control found. The verdict follows from the threshold unless a person says why not."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Submit
from django import forms
from django.utils import timezone

from lib.fields import CountField, DayField, LineField, NumberField, TextField
from lib.forms import CANCEL, helper
from lib.layout import Folded
from risks.forms.wheel import as_words
from risks.models import Control, ControlResult, Verdict
from risks.pages import outcome, threshold
from risks.schedule import Occasion
from risks.services.controls import SameDay

NUMBERS = ("numerator", "denominator", "reported_share", "count")
FIELDS_OF = {
    Control.Measured.SHARE: ("numerator", "denominator", "reported_share", "source"),
    Control.Measured.COUNT: ("count",),
    Control.Measured.WORDS: (),
}


class ResultForm(forms.Form):
    carried_out_on = DayField(label="Genomförd den", initial=timezone.localdate)
    occasion_on = forms.TypedChoiceField(
        label="Avser kontrollen",
        coerce=date.fromisoformat,
        empty_value=None,
        required=False,
        help_text="Enligt årshjulet.",
    )
    same_day = forms.ChoiceField(
        label="Är det här en rättelse av resultatet från samma dag?",
        choices=SameDay.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    numerator = CountField(label="Antal som uppfyller kravet (n)", required=False)
    denominator = CountField(label="Av hur många granskade (N)", required=False)
    reported_share = NumberField(
        label="Redovisad andel i procent",
        share=True,
        required=False,
        help_text="Skrivs ut med sin källa.",
    )
    source = LineField(label="Källa till andelen", max_length=200, required=False)
    count = CountField(label="Antal", required=False)
    sample = LineField(
        label="Urval",
        max_length=240,
        required=False,
        help_text="Till exempel: var femte akt som avslutades i mars.",
    )
    comment = TextField(label="Kommentar", rows=4, required=False)
    verdict = forms.ChoiceField(label="Bedömning", widget=forms.RadioSelect, required=False)
    motive = LineField(
        label="Motiv till bedömningen",
        max_length=300,
        required=False,
        help_text="Anges när bedömningen är en annan än gränsvärdet ger.",
    )

    def __init__(
        self,
        *args: Any,
        control: Control,
        button: str,
        existing: ControlResult | None = None,
        occasions: Sequence[Occasion] = (),
        **kwargs: Any,
    ) -> None:
        """existing: the result that the day has already, to be asked about.

        occasions: those of the year wheel that it may answer.
        """
        super().__init__(*args, **kwargs)
        self.control = control
        self.existing = existing
        self._offer_occasions(occasions)
        self._keep_what_is_measured(Control.Measured(control.measured))
        self._offer_verdicts()
        self._mark_expected()
        if not (existing or self.data.get("same_day")):
            del self.fields["same_day"]
        self._lay_out(button)

    def _offer_occasions(self, occasions: Sequence[Occasion]) -> None:
        if not occasions:
            del self.fields["occasion_on"]
            return
        field = self.fields["occasion_on"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 -- for the type checker
        field.choices = [
            ("", "Den som dagen ligger i"),
            *((one.on.isoformat(), as_words(one)) for one in occasions),
        ]

    def _keep_what_is_measured(self, measured: Control.Measured) -> None:
        for name in {*NUMBERS, "source"} - set(FIELDS_OF[measured]):
            del self.fields[name]
        if measured == Control.Measured.SHARE:
            self.fields["numerator"].help_text = self.control.numerator
            self.fields["denominator"].help_text = self.control.denominator
        elif measured == Control.Measured.WORDS:
            self.fields["comment"].label = "Resultat"

    def _mark_expected(self) -> None:
        """Left empty only for a reason, so not called optional."""
        for name in ("same_day", "numerator", "denominator", "count", "verdict"):
            field: Any = self.fields.get(name)
            if field:
                field.expected = True
        words: Any = self.fields["comment"]
        words.expected = "count" not in self.fields and "numerator" not in self.fields

    def _offer_verdicts(self) -> None:
        verdict = self.fields["verdict"]
        assert isinstance(verdict, forms.ChoiceField)  # noqa: S101 -- for the type checker
        verdict.choices = list(Verdict.choices)
        if limit := threshold(self.control):
            verdict.choices = [("", f"Enligt gränsvärdet ({limit.lower()})"), *Verdict.choices]
        else:
            del self.fields["motive"]

    def _lay_out(self, button: str) -> None:
        parts = (
            "carried_out_on",
            "occasion_on",
            "same_day",
            Div("numerator", "denominator", css_class="field-row"),
            Folded("Andelen är känd, men inte antalen", "reported_share", "source"),
            *("count", "sample", "comment", "verdict", "motive"),
        )
        kept = [
            part for part in parts if (part if isinstance(part, str) else part[0]) in self.fields
        ]
        save = Submit("save", button, css_class="button--primary")
        self.helper = helper(*kept, ButtonHolder(save, CANCEL))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "numerator" in self.fields:
            self._check_share(cleaned)
        if not self.errors:
            self._check_verdict(cleaned)
        if self.existing and not cleaned.get("same_day"):
            self.add_error("same_day", _has_already(self.existing, self.control))
        return cleaned

    def _check_share(self, cleaned: dict[str, Any]) -> None:
        part, whole = cleaned.get("numerator"), cleaned.get("denominator")
        if whole == 0:
            self.add_error("denominator", NOTHING_CHECKED)
        elif part is not None and whole is not None and part > whole:
            self.add_error(
                "numerator", f"{part} kan inte vara mer än {whole}, som det är en del av."
            )
        if not self.errors.keys() & set(FIELDS_OF[Control.Measured.SHARE]):
            self._check_whole(part, whole, cleaned.get("reported_share"), cleaned["source"])

    def _check_whole(self, part: Any, whole: Any, share: Any, source: str) -> None:
        if (part is None) != (whole is None):
            self.add_error(
                "numerator" if part is None else "denominator",
                "Ange båda talen, eller inget av dem.",
            )
        elif share is not None and part is not None:
            self.add_error("reported_share", "Ange n och N eller en redovisad andel, inte båda.")
        if share is not None and not source:
            self.add_error("source", "Ange varifrån andelen kommer.")

    def _check_verdict(self, cleaned: dict[str, Any]) -> None:
        chosen, computed = cleaned["verdict"], self._computed(cleaned)
        if all(cleaned.get(name) is None for name in NUMBERS) and not cleaned["comment"]:
            self.add_error("comment", "Skriv vad kontrollen visade, när det inte finns något tal.")
        if not computed and not chosen:
            self.add_error("verdict", "Välj om resultatet är godkänt eller kräver åtgärd.")
        if computed and chosen not in ("", computed) and not cleaned["motive"]:
            said = Verdict(computed).label.lower()
            self.add_error(
                "motive", f"Gränsvärdet ger ”{said}”. Skriv varför bedömningen är en annan."
            )

    def _computed(self, cleaned: dict[str, Any]) -> str:
        numbers = {name: cleaned.get(name) for name in NUMBERS}
        return self.control.verdict_on(ControlResult(**numbers).value)

    @property
    def found(self) -> dict[str, Any]:
        """What the service records, without what does not belong to it: a source without a share,
        a motive where there is nothing to explain."""
        cleaned = self.cleaned_data
        found = {name: value for name, value in cleaned.items() if name != "same_day"}
        if found.get("occasion_on") is None:
            found.pop("occasion_on", None)
        if cleaned.get("reported_share") is None:
            found["source"] = ""
        if cleaned["verdict"] in ("", self._computed(cleaned)):
            found["motive"] = ""
        return found


NOTHING_CHECKED = (
    "Ingenting granskades. Lämna talen tomma, skriv det i kommentaren och välj bedömning."
)


def _has_already(existing: ControlResult, control: Control) -> str:
    shown = outcome(existing, control) or existing.get_verdict_display().lower()
    return f"Det finns redan ett resultat från {existing.carried_out_on}: {shown}."
