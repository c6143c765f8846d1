"""A review, what it found, and what it recommends."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from lib.codes import CodeField
from lib.fields import CountField, DayField, LineField, SeveralField, TextField
from lib.forms import offer
from lib.versioned import Versioned, form_helper
from organisation.access import access_of
from organisation.choices import colleagues_of, units_for
from organisation.models import QualityArea, Unit, UnitClosure, User
from reviews import services
from reviews.models import Finding, Recommendation, Review
from reviews.querysets import EDITORS

# What stands at the place of a code in our own addresses.
RESERVED = ("ny", "excel")
PRINTED = "Skrivs ut i rapporter. Skriv inget som rör en enskild."


class ReviewForm(Versioned[Review]):
    at_field = {
        "review_period_in_order": "period_to",
        "review_reported_after_start": "reported_on",
        "review_answered_in_words": "answer",
    }

    code = CodeField(
        reserved=RESERVED,
        help_text="Används i rapporter och i levande siffror. Den kan inte ändras sedan.",
    )
    title = LineField(label="Granskning", max_length=240)
    theme = LineField(label="Tema", max_length=120, required=False)
    units = SeveralField(
        label="Granskade verksamheter", queryset=Unit.objects.none(), required=False
    )
    ordered_by = LineField(label="Beställd av", max_length=160, required=False)
    performed_by = LineField(label="Utförd av", max_length=160, required=False)
    diary_number = LineField(label="Diarienummer", max_length=40, required=False)
    period_from = DayField(label="Granskad tid från", required=False)
    period_to = DayField(label="till", required=False)
    sample_size = CountField(label="Antal granskade ärenden", required=False)
    sample = LineField(
        label="Urval",
        max_length=300,
        required=False,
        help_text="Hur ärendena valdes. Ingen beteckning som kan föras till en person.",
    )
    methods = TextField(label="Metod", rows=3, required=False)
    started_on = DayField(label="Påbörjad", initial=timezone.localdate)
    reported_on = DayField(
        label="Rapporten kom",
        required=False,
        help_text="Från den dagen räknas granskningen i årets rapport.",
    )
    result = TextField(label="Resultat i korthet", rows=4, required=False, help_text=PRINTED)
    equality = TextField(
        label="Jämställdhetsanalys",
        rows=3,
        required=False,
        help_text="Vad som skiljer mellan flickor och pojkar, kvinnor och män, eller att underlaget"
        " är för litet för att säga.",
    )
    answer_due_on = DayField(label="Svar senast", planned=True, required=False)
    answered_on = DayField(label="Besvarad", required=False)
    answer = TextField(label="Svar", rows=3, required=False, help_text=PRINTED)
    to_board_on = DayField(label="Redovisad för nämnden", planned=True, required=False)
    closed_on = DayField(
        label="Avslutad",
        required=False,
        help_text="När svaret är lämnat och det som beslutats är gjort.",
    )

    class Meta:
        model = Review
        fields = (
            *("code", "kind", "title", "theme", "unit", "units", "ordered_by", "performed_by"),
            *("diary_number", "responsible", "period_from", "period_to", "sample_size", "sample"),
            *("methods", "started_on", "reported_on", "result", "equality", "answer_due_on"),
            *("answered_on", "answer", "to_board_on", "closed_on"),
        )

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["code"]
        own = access_of(editor).own_unit_ids(*EDITORS)
        if len(own) == 1:
            self.fields["unit"].initial = min(own)
        offer(self, "unit", units_for(editor, EDITORS, self.instance.unit_id))
        offer(self, "units", _below(editor, self.instance))
        offer(self, "responsible", colleagues_of(editor, self.instance.responsible_id))

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if services.code_is_taken(code):
            raise ValidationError("Koden används redan av en annan granskning.")
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        unanswered = "answered_on" in cleaned and not cleaned["answered_on"]
        if unanswered and cleaned.get("closed_on") and cleaned.get("answer_due_on"):
            words = "Granskningen ska besvaras. Fyll i svaret innan den avslutas."
            self.add_error("closed_on", words)
        if unanswered and cleaned.get("answer"):
            self.add_error("answered_on", "Ange vilken dag svaret lämnades.")
        return cleaned

    @property
    def helper(self) -> FormHelper:
        first = ("code",) if "code" in self.fields else ()
        return form_helper(
            *self.hidden,
            Div(*first, "kind", css_class="field-row"),
            "title",
            "theme",
            Fieldset(
                "Vem och vad",
                Div("unit", "responsible", css_class="field-row"),
                "units",
                Div("ordered_by", "performed_by", css_class="field-row"),
                Div("started_on", "diary_number", css_class="field-row"),
            ),
            Fieldset(
                "Underlag",
                Div("period_from", "period_to", css_class="field-row"),
                "sample_size",
                "sample",
                "methods",
            ),
            Fieldset("Resultat", "reported_on", "result", "equality"),
            Fieldset(
                "Svar",
                Div("answer_due_on", "answered_on", css_class="field-row"),
                "answer",
                Div("to_board_on", "closed_on", css_class="field-row"),
            ),
            submit="Spara" if self.instance.pk else "Lägg till granskningen",
        )


def _below(editor: User, review: Review) -> QuerySet[Unit]:
    """What the editor may say that a review looked at, and what it looked at already."""
    reach = access_of(editor).unit_ids(*EDITORS)
    rows = Unit.objects.valid_on(timezone.localdate()).filter(pk__in=reach)
    if review.pk:
        rows |= Unit.objects.filter(pk__in=review.units.values("pk"))
    return rows.order_by("level", "name", "pk")


def quality_areas(review: Review) -> QuerySet[QualityArea]:
    """Those of the organisation's own set, and those of everybody."""
    above = UnitClosure.objects.filter(descendant_id=review.unit_id).values("ancestor_id")
    own = QualityArea.objects.filter(set__unit_id__in=above)
    return own if own.exists() else QualityArea.objects.filter(set__unit=None)


class FindingForm(Versioned[Finding]):
    kind = forms.ChoiceField(
        label="Slag", choices=Finding.Kind.choices, widget=forms.RadioSelect, initial="deficit"
    )
    text = TextField(label="Iakttagelse", rows=4, help_text=PRINTED)

    class Meta:
        model = Finding
        fields = ("kind", "quality_area", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "quality_area", quality_areas(self.instance.review))

    @property
    def helper(self) -> FormHelper:
        return form_helper(*self.hidden, "kind", "text", "quality_area")


class RecommendationForm(Versioned[Recommendation]):
    at_field = {"recommendation_answered_on_a_day": "answered_on"}

    text = TextField(label="Rekommendation", rows=3, help_text=PRINTED)
    answer = TextField(label="Svar", rows=3, required=False)
    answered_on = DayField(label="Besvarad", required=False)

    class Meta:
        model = Recommendation
        fields = ("text", "level", "unit", "response", "answer", "answered_on")

    def __init__(self, *args: Any, editor: User, keeps: bool, **kwargs: Any) -> None:
        """keeps: whether the editor keeps the review; else what it asks for stands as it is."""
        super().__init__(*args, **kwargs)
        if not keeps:
            for name in ("text", "level", "unit"):
                del self.fields[name]
            return
        offer(self, "unit", units_for(editor, EDITORS, self.instance.unit_id))
        self.fields["unit"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        answered = cleaned.get("answer") or cleaned.get("answered_on")
        if answered and "response" in cleaned and not cleaned["response"]:
            self.add_error("response", "Välj om rekommendationen åtgärdas eller inte.")
        declined = cleaned.get("response") in ("partly", "declined")
        if declined and "answer" in cleaned and not cleaned["answer"]:
            self.add_error("answer", "Skriv varför den inte åtgärdas helt.")
        return cleaned

    @property
    def helper(self) -> FormHelper:
        asked = ("text", Div("level", "unit", css_class="field-row"))
        return form_helper(
            *self.hidden,
            *(asked if "text" in self.fields else ()),
            Fieldset("Svar", Div("response", "answered_on", css_class="field-row"), "answer"),
        )
