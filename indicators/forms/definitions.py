from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset
from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from indicators.models import Comparison, Indicator, Target
from indicators.querysets import DEFINERS
from lib.codes import CodeField
from lib.fields import CountField, LineField, NumberField, TextField
from lib.forms import offer
from lib.versioned import Versioned, YearField, form_helper
from organisation.access import access_of, line_of
from organisation.choices import colleagues_of, units_for
from organisation.models import Process, ServiceArea, Unit, User

# Pages of the register's own.
RESERVED = ("ny", "excel", "undersokningar", "inmatning", "perioder")


class IndicatorForm(Versioned[Indicator]):
    at_field = {"indicator_code_once": "code", "indicator_years_in_order": "last_year"}

    code = CodeField(
        reserved=RESERVED, help_text="Står i levande siffror och i adressen, till exempel IFO-07."
    )
    name = LineField(label="Namn", max_length=240)
    goal = TextField(label="Mål som indikatorn följer", rows=3, required=False)
    numerator = LineField(
        label="Täljare (n)",
        max_length=300,
        required=False,
        help_text="För en andel. Till exempel: utredningar som avslutades inom 90 dagar.",
    )
    denominator = LineField(
        label="Nämnare (N)",
        max_length=300,
        required=False,
        help_text="För en andel. Till exempel: alla utredningar som avslutades under perioden.",
    )
    decimals = forms.TypedChoiceField(
        label="Decimaler",
        coerce=int,
        choices=((0, "Hela tal"), (1, "En"), (2, "Två")),
        initial=0,
        widget=forms.Select(attrs={"class": "input--short"}),
    )
    minimum_base = CountField(
        label="Eget minsta underlag",
        required=False,
        help_text="Lämna tomt för kommunens regel. Kan bara skärpa den.",
    )
    source = LineField(label="Källa", max_length=200, required=False)
    collection = TextField(label="Så samlas utfallet in", rows=3, required=False)
    kolada_kpi = LineField(label="Nyckeltal i Kolada", max_length=20, required=False)
    first_year = YearField(label="Följs från år")
    last_year = YearField(label="Följdes till och med år", required=False)
    order = CountField(
        label="Ordning i området",
        required=False,
        help_text="Lägst tal skrivs ut först.",
    )

    class Meta:
        model = Indicator
        fields = (
            *("code", "name", "unit", "service_area", "quality_area", "process", "goal"),
            *("measured", "numerator", "denominator", "direction", "decimals"),
            *("is_cumulative", "split_by_sex", "minimum_base", "source", "collection", "owner"),
            *("kolada_kpi", "first_year", "last_year", "order"),
        )

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line = line_of(editor, *DEFINERS)
        offer(self, "unit", units_for(editor, DEFINERS, self.instance.unit_id))
        offer(self, "service_area", ServiceArea.objects.filter(unit_id__in=line))
        offer(self, "process", Process.objects.filter(unit_id__in=line))
        offer(self, "owner", colleagues_of(editor, self.instance.owner_id))
        if self.instance.pk is None:
            self.initial["first_year"] = timezone.localdate().year

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            *self.hidden,
            Fieldset("Vad som följs", "code", "name", "goal", "unit", "service_area"),
            Fieldset(
                "Så räknas det",
                Div("measured", "direction", "decimals", css_class="field-row"),
                "numerator",
                "denominator",
                "is_cumulative",
                "split_by_sex",
                "minimum_base",
            ),
            Fieldset("Så samlas det in", "source", "collection", "owner", "kolada_kpi"),
            Fieldset("Sammanhang", Div("quality_area", "process", css_class="field-row"), "order"),
            Fieldset("När", Div("first_year", "last_year", css_class="field-row")),
        )

    def clean_order(self) -> int:
        order = self.cleaned_data["order"] or 0
        if order > 9999:
            raise forms.ValidationError("Högst 9999.")
        return int(order)

    def clean_minimum_base(self) -> int | None:
        base: int | None = self.cleaned_data["minimum_base"]
        if base is not None and base > 9999:
            raise forms.ValidationError("Högst 9999.")
        return base

    def clean_measured(self) -> str:
        measured = str(self.cleaned_data["measured"])
        changed = self.instance.pk and measured != self.initial["measured"]
        if changed and self.instance.observations.exists():
            raise forms.ValidationError(
                "Indikatorn har utfall och kan inte börja mätas i något annat. Avsluta den och "
                "lägg upp en ny."
            )
        return measured


class TargetForm(Versioned[Target]):
    at_field = {"target_once": "year", "target_number_or_words": "value"}
    given = frozenset({"indicator"})

    year = YearField(
        label="År", help_text="För ett målvärde: året då det ska vara nått, till exempel 2030."
    )
    text = LineField(
        label="I ord",
        max_length=120,
        required=False,
        help_text="När målet inte är ett tal, till exempel ”tas fram av nämnden”.",
    )

    class Meta:
        model = Target
        fields = ("unit", "kind", "year", "value", "text")

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        indicator = self.instance.indicator
        self.fields["value"] = NumberField(
            label=f"Mål, {indicator.get_measured_display()}",
            share=indicator.is_share,
            required=False,
        )
        offer(self, "unit", units_of(indicator, editor, DEFINERS))
        self.fields["unit"].label = "Gäller"

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            *self.hidden,
            "unit",
            Div("kind", "year", css_class="field-row"),
            "value",
            "text",
        )


class ComparisonForm(Versioned[Comparison]):
    at_field = {"comparison_once": "year", "comparison_says_something": "value"}
    given = frozenset({"indicator"})

    year = YearField(label="År")
    with_whom = LineField(label="Jämförs med", max_length=80, initial="Riket")
    text = LineField(
        label="I ord",
        max_length=160,
        required=False,
        help_text="Till exempel ”bland de 25 % av kommunerna som har längst utredningstid”.",
    )
    source = LineField(label="Källa", max_length=200, required=False)

    class Meta:
        model = Comparison
        fields = ("year", "with_whom", "value", "text", "source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        indicator = self.instance.indicator
        self.fields["value"] = NumberField(
            label=f"Värde, {indicator.get_measured_display()}",
            share=indicator.is_share,
            required=False,
        )

    @property
    def helper(self) -> FormHelper:
        return form_helper(
            *self.hidden,
            Div("year", "with_whom", css_class="field-row"),
            "value",
            "text",
            "source",
        )


def units_of(indicator: Indicator, editor: User, roles: tuple[str, ...]) -> QuerySet[Unit]:
    """The indicator's own unit and those below it, as far as the person's role reaches."""
    below = Unit.objects.below(indicator.unit_id)
    return below.filter(pk__in=access_of(editor).unit_ids(*roles))
