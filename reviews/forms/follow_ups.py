"""The year's follow-up of a contract: done or not and why, and each requirement."""

from collections.abc import Iterator, Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset
from django import forms

from lib.fields import DayField, LineField, TextField
from lib.forms import offer
from lib.versioned import Versioned, form_helper, unmark
from lib.versions import Difference, differing
from organisation.choices import colleagues_of
from organisation.models import User
from reviews.models import ProviderFollowUp, Requirement, RequirementResult
from reviews.services import FollowedUp

DONE = "done"
HAPPENED = (
    (DONE, "Ja"),
    *((value, f"Nej: {label.lower()}") for value, label in ProviderFollowUp.Reason.choices),
)
Result = RequirementResult.Result


class FollowUpForm(Versioned[ProviderFollowUp]):
    """Requirement 7 has the fields `krav-7` and `krav-7-text`."""

    happened = forms.ChoiceField(
        label="Följdes utföraren upp",
        choices=HAPPENED,
        error_messages={"required": "Välj om utföraren följdes upp, eller varför inte."},
        widget=forms.RadioSelect,
    )
    carried_out_on = DayField(label="Uppföljd den", required=False)
    reason = LineField(label="Vilket skäl", max_length=240, required=False)
    comment = TextField(label="Kommentar", rows=3, required=False)
    next_focus = LineField(
        label="Inriktning nästa gång",
        max_length=240,
        required=False,
        help_text="Skrivs ut i rapporten.",
    )

    class Meta:
        model = ProviderFollowUp
        fields = ("carried_out_on", "reason", "comment", "next_focus", "responsible")

    def __init__(
        self, *args: Any, editor: User, requirements: Sequence[Requirement], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        first = self.instance.not_because or (DONE if self.instance.pk else None)
        self.fields["happened"].initial = first
        offer(self, "responsible", colleagues_of(editor, self.instance.responsible_id))
        self.requirements = requirements
        known = self._known()
        for one in requirements:
            found = known.get(one.pk)
            self.fields[f"krav-{one.pk}"] = forms.ChoiceField(
                label=one.text,
                required=False,
                choices=(("", "Inte bedömt"), *Result.choices),
                initial=found.result if found else "",
            )
            self.fields[f"krav-{one.pk}-text"] = LineField(
                label="Kommentar",
                max_length=300,
                required=False,
                initial=found.comment if found else "",
                widget=forms.TextInput(attrs={"aria-label": f"Kommentar till: {one.text}"}),
            )
        unmark(self, "krav-")

    def _known(self) -> dict[int, FollowedUp]:
        if not self.instance.pk:
            return {}
        rows = self.instance.results.values_list("requirement_id", "result", "comment")
        return {pk: FollowedUp(result, comment) for pk, result, comment in rows}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        happened = cleaned.get("happened")
        if happened == DONE and "carried_out_on" in cleaned and not cleaned["carried_out_on"]:
            self.add_error("carried_out_on", "Ange vilken dag uppföljningen gjordes.")
        if happened == "other" and "reason" in cleaned and not cleaned["reason"]:
            self.add_error("reason", "Skriv vilket skälet är.")
        if happened and happened != DONE:
            self._check_nothing_judged(cleaned)
        self.instance.not_because = "" if happened in (None, DONE) else happened
        return cleaned

    def _check_nothing_judged(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("carried_out_on"):
            words = "Ta bort dagen, eller svara att utföraren följdes upp."
            self.add_error("carried_out_on", words)
        for one in self.requirements:
            if cleaned.get(f"krav-{one.pk}"):
                words = "Utföraren följdes inte upp, så kravet kan inte vara prövat."
                self.add_error(f"krav-{one.pk}", words)

    @property
    def values(self) -> dict[str, Any]:
        return {**super().values, "not_because": self.instance.not_because}

    @property
    def results(self) -> dict[int, FollowedUp]:
        """By requirement; what is said of one without a judgement goes with it."""
        return {
            one.pk: FollowedUp(
                self.cleaned_data[f"krav-{one.pk}"], self.cleaned_data[f"krav-{one.pk}-text"]
            )
            for one in self.requirements
        }

    def compared_with(self, saved: ProviderFollowUp) -> list[Difference]:
        stored = dict(saved.results.values_list("requirement_id", "result"))
        labels = {"": "Inte bedömt", **dict(Result.choices)}
        results = differing(
            (one.text, labels[self.results[one.pk].result], labels[stored.get(one.pk, "")])
            for one in self.requirements
        )
        return [*super().compared_with(saved), *results]

    @property
    def helper(self) -> FormHelper:
        rows = list(self._rows())
        return form_helper(
            *self.hidden,
            "happened",
            Div("carried_out_on", "reason", css_class="field-row"),
            *([Fieldset("Kraven", *rows)] if rows else []),
            "comment",
            Div("next_focus", "responsible", css_class="field-row"),
        )

    def _rows(self) -> Iterator[Div]:
        for one in self.requirements:
            yield Div(f"krav-{one.pk}", f"krav-{one.pk}-text", css_class="field-row")
