"""Every unit's report at once."""

from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.db.models import QuerySet

from lib.fields import DayField
from lib.versioned import YearField, form_helper
from organisation.models import SmallNumberPolicy, Unit, UnitClosure, User
from qualityreport.forms.reports import composed_units
from qualityreport.models import ReportKind
from qualityreport.outlines import DEFAULT_OUTLINE

LEVELS = (Unit.Level.SECTION, Unit.Level.UNIT)


class BatchForm(forms.Form):
    kind = forms.ChoiceField(label="Rapport", choices=ReportKind.choices)
    year = YearField(label="År")
    as_of = DayField(
        label="Avser läget den", help_text="31 december för helår, 31 augusti för delår."
    )
    level = forms.ChoiceField(
        label="En rapport för varje",
        choices=[(level.value, level.label.lower()) for level in LEVELS],
        initial=Unit.Level.UNIT,
    )
    audience = forms.ChoiceField(
        label="Mottagare",
        choices=SmallNumberPolicy.Audience.choices,
        initial=SmallNumberPolicy.Audience.INTERNAL,
        help_text="Styr hur små tal skyddas i varje rapport.",
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["over"] = composed_units(user)
        self.fields["over"].label = "Inom"
        self.helper = form_helper(
            "kind",
            Div("year", "as_of", css_class="field-row"),
            Div("over", "level", css_class="field-row"),
            "audience",
            submit="Skapa rapporterna",
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        year, as_of = cleaned.get("year"), cleaned.get("as_of")
        if year and as_of and as_of.year != year:
            self.add_error("as_of", f"Datumet ska ligga i {year}.")
        if not self.errors and not self.units.exists():
            self.add_error("level", "Det finns inga sådana verksamheter där den dagen.")
        return cleaned

    @property
    def units(self) -> QuerySet[Unit]:
        """Of the level on that day, those of the organisation itself and no private provider."""
        data = self.cleaned_data
        below = UnitClosure.objects.filter(ancestor=data["over"]).values("descendant_id")
        return (
            Unit.objects.filter(pk__in=below, level=data["level"])
            .exclude(operation=Unit.Operation.PRIVATE)
            .valid_on(data["as_of"])
            .order_by("name")
        )

    @property
    def wanted(self) -> dict[str, Any]:
        data = self.cleaned_data
        same = {name: data[name] for name in ("kind", "year", "as_of", "audience")}
        return same | {"outline": DEFAULT_OUTLINE[data["kind"]]}
