"""New definitions, who is to enter what, and periods that are closed."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.forms.definitions import units_of
from indicators.models import DefinitionBreak, Indicator, PeriodLock, ReportingPeriod
from indicators.querysets import DEFINERS
from lib.fields import LineField, name_the_empty
from lib.forms import offer
from lib.versioned import Versioned, YearField, form_helper
from organisation.choices import colleagues_of, units_for
from organisation.models import Unit, User


class BreakForm(Versioned[DefinitionBreak]):
    at_field = {"definition_break_once": "from_year"}
    given = frozenset({"indicator"})

    from_year = YearField(
        label="Gäller från år", help_text="Det första året som räknas på det nya sättet."
    )
    what = LineField(
        label="Vad som ändrades",
        max_length=300,
        help_text="Skrivs ut vid serien, till exempel ”räknar även avslutade samma dag”.",
    )

    class Meta:
        model = DefinitionBreak
        fields = ("from_year", "what")

    def clean_from_year(self) -> int:
        year = int(self.cleaned_data["from_year"])
        first = self.instance.indicator.first_year
        if year <= first:
            raise ValidationError(
                f"Indikatorn följs från {first}. En ändring gäller från ett senare år."
            )
        return year

    @property
    def helper(self) -> FormHelper:
        return form_helper("from_year", "what")


class PlanForm(forms.Form):
    unit = forms.ModelChoiceField(label="Enhet", queryset=Unit.objects.none(), empty_label=None)
    periods = forms.MultipleChoiceField(
        label="Perioder",
        choices=ReportingPeriod.choices_by_kind(),
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text="Varje år. Håll ned Ctrl för att välja flera.",
    )
    responsible = forms.ModelChoiceField(
        label="Lämnas av",
        queryset=User.objects.none(),
        required=False,
        help_text="Den som påminns. Utan namn påminns enhetens chef.",
    )

    def __init__(self, data: Any = None, *, indicator: Indicator, editor: User) -> None:
        super().__init__(data)
        offer(self, "unit", units_of(indicator, editor, DEFINERS))
        offer(self, "responsible", colleagues_of(editor))
        name_the_empty(self)
        self.fields["responsible"].empty_label = "Enhetens chef"  # type: ignore[attr-defined]

    @property
    def helper(self) -> FormHelper:
        return form_helper("unit", "periods", "responsible")


class LockForm(Versioned[PeriodLock]):
    at_field = {"period_locked_once": "period"}

    year = YearField(label="År")
    period = forms.ChoiceField(label="Period", choices=ReportingPeriod.choices_by_kind())

    class Meta:
        model = PeriodLock
        fields = ("unit", "year", "period")

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", units_for(editor, DEFINERS, None))
        self.initial.setdefault("year", timezone.localdate().year)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        year, period = cleaned.get("year"), cleaned.get("period")
        if year and period:
            last = ReportingPeriod(period).last_day(year)
            if last > timezone.localdate():
                self.add_error("period", f"Perioden är inte slut än. Den slutar {last:%Y-%m-%d}.")
        return cleaned

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            "unit", Div("year", "period", css_class="field-row"), submit="Lås perioden"
        )


class UnlockForm(forms.Form):
    motive = LineField(
        label="Varför öppnas perioden?",
        max_length=200,
        help_text="Sparas och loggas, till exempel ”rättat antal från verksamhetssystemet”.",
    )

    @property
    def helper(self) -> FormHelper:
        return form_helper("motive", submit="Öppna perioden")
