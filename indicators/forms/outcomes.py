"""One outcome. What is asked for follows what the indicator is measured in."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset
from django import forms
from django.utils import timezone

from indicators.forms.outcome_checks import check, warnings
from indicators.forms.rows import filled, row_layout, rows_wanted
from indicators.models import Indicator, Observation, ReportingPeriod
from indicators.words import listed
from lib.fields import CountField, LineField, NumberField, TextField
from lib.forms import offer
from lib.layout import Folded
from lib.numbers import NOT_SET, format_integer
from lib.versioned import form_helper, unmark
from lib.versions import Difference, differing
from organisation.models import Unit

NAMES = {
    "numerator": "Antal (n)",
    "denominator": "Av hur många (N)",
    "value": "Utfall",
    "reported_share": "Redovisad andel (%)",
    "source": "Källa till andelen",
    "no_data": "Varför utfall saknas",
    "not_measured": "Bortfall",
    "forecast": "Prognos för helåret",
    "quality": "Uppgiftens kvalitet",
    "comment": "Kommentar",
}
QUALITIES = (("", "Säker"), *Observation.Quality.choices)
SEXES = (Observation.Sex.FEMALE, Observation.Sex.MALE, Observation.Sex.UNKNOWN)
# What is made up of parts: people, cases and visits, but neither days nor kronor.
COUNTED = (Indicator.Measured.SHARE, Indicator.Measured.COUNT)
PARTS_TOTAL = HTML('{% if form.parts_text %}<p class="muted">{{ form.parts_text }}</p>{% endif %}')
NO_OUTCOME = "Bortfall eller inget utfall"


class OutcomeForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    unit = forms.ModelChoiceField(label="Enhet", queryset=Unit.objects.none(), empty_label=None)
    year = forms.TypedChoiceField(
        label="År", coerce=int, widget=forms.Select(attrs={"class": "input--short"})
    )
    period = forms.ChoiceField(label="Period", choices=ReportingPeriod.choices_by_kind())
    numerator = CountField(label=NAMES["numerator"], required=False)
    denominator = CountField(label=NAMES["denominator"], required=False)
    reported_share = NumberField(
        label=NAMES["reported_share"],
        share=True,
        required=False,
        help_text="Bara när antalen bakom andelen inte finns. Skrivs ut med sin källa.",
    )
    source = LineField(
        label=NAMES["source"],
        max_length=200,
        required=False,
        help_text="Till exempel ”Verksamhetsberättelsen 2022, sidan 14”.",
    )
    no_data = LineField(
        label=NAMES["no_data"],
        max_length=200,
        required=False,
        help_text="När perioden inte har något utfall, till exempel ”mäts inte det här året”.",
    )
    not_measured = CountField(
        label=NAMES["not_measured"],
        required=False,
        help_text="Antal som skulle ha mätts men inte kunde mätas.",
    )
    forecast = NumberField(
        label=NAMES["forecast"],
        required=False,
        help_text="Vad hela året väntas bli. Lämnas tomt när året är slut.",
    )
    quality = forms.ChoiceField(label=NAMES["quality"], required=False, choices=QUALITIES)
    comment = TextField(
        label=NAMES["comment"],
        rows=4,
        required=False,
        help_text="Skrivs ut bredvid utfallet. Skriv inget som pekar ut en person.",
    )
    confirmed = forms.BooleanField(label="Ja, det stämmer", required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        indicator: Indicator,
        units: Any = None,
        existing: Observation | None = None,
        by_sex: Mapping[str, Observation] | None = None,
        initial: Mapping[str, Any] | None = None,
        history: Sequence[Observation] | None = None,
        prefix: str | None = None,
    ) -> None:
        """history: what the outcome is held against, where it is already known."""
        self.indicator, self.existing, self.history = indicator, existing, history
        self.by_sex = by_sex or {}
        stored = stored_in(existing, self.by_sex) if existing else {}
        super().__init__(data, initial={**stored, **(initial or {})}, prefix=prefix)
        self._settle_place(units)
        self._settle_measure()
        saved_parts = sum(name.endswith("_name") for name in stored)
        self.part_rows = rows_wanted(data, "part", saved_parts) if self.has_parts else range(0)
        for row in self.part_rows:
            self.fields[f"part_{row}_name"] = LineField(
                label=f"Del {row}", max_length=120, required=False
            )
            self.fields[f"part_{row}_count"] = CountField(label="Antal", required=False)
        self._add_sexes()
        unmark(self, "part_", *self.measure_names, *(f"{sex}_" for sex in self.sexes))

    def _settle_place(self, units: Any) -> None:
        """An outcome that exists stays where and when it is."""
        if self.existing:
            for name in ("unit", "year", "period"):
                del self.fields[name]
            return
        del self.fields["version"]
        offer(self, "unit", units)
        last = min(self.indicator.last_year or 9999, timezone.localdate().year)
        years = range(last, self.indicator.first_year - 1, -1)
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]

    def _settle_measure(self) -> None:
        indicator = self.indicator
        self.fields["forecast"].share = indicator.is_share  # type: ignore[attr-defined]
        if indicator.is_share:
            self.fields["numerator"].help_text = indicator.numerator
            self.fields["denominator"].help_text = indicator.denominator
            return
        for name in ("numerator", "denominator", "reported_share", "source"):
            del self.fields[name]
        self.fields["value"] = self._value_field()

    def _value_field(self, label: str = "") -> CountField | NumberField:
        measured = self.indicator.get_measured_display()
        label = label or f"{NAMES['value']} ({measured})"
        if self.indicator.measured == Indicator.Measured.COUNT:
            return CountField(label=label, required=False)
        return NumberField(label=label, required=False)

    def _add_sexes(self) -> None:
        for sex in self.sexes:
            for name in self.measure_names:
                self.fields[f"{sex}_{name}"] = self._sex_field(sex, name)

    def _sex_field(self, sex: Observation.Sex, name: str) -> CountField | NumberField:
        if name == "value":
            return self._value_field(sex.label)
        label = NAMES[name] if name == "denominator" else f"{sex.label} (n)"
        return CountField(label=label, required=False)

    @property
    def sexes(self) -> tuple[Observation.Sex, ...]:
        return SEXES if self.indicator.split_by_sex else ()

    @property
    def measure_names(self) -> tuple[str, ...]:
        return ("numerator", "denominator") if self.indicator.is_share else ("value",)

    @property
    def adds_up(self) -> bool:
        return self.indicator.measured in COUNTED

    @property
    def has_parts(self) -> bool:
        return self.adds_up

    @property
    def place(self) -> tuple[Unit, int, ReportingPeriod]:
        """Where and when; of a new one as it was sent."""
        if self.existing:
            row = self.existing
            return row.unit, row.year, ReportingPeriod(row.period)
        sent = self.cleaned_data
        return sent["unit"], sent["year"], ReportingPeriod(sent["period"])

    @cached_property
    def broken_years(self) -> frozenset[int]:
        """From which the definition is a new one."""
        return frozenset(self.indicator.breaks.values_list("from_year", flat=True))

    @property
    def content_names(self) -> list[str]:
        return [name for name in NAMES if name in self.fields]

    # What the view reads ----------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("value", *(f"{sex}_value" for sex in self.sexes)):
            if isinstance(cleaned.get(name), int):
                cleaned[name] = Decimal(cleaned[name])
        self.filled_parts = list(filled(self, "part", self.part_rows, "name", "count"))
        self.parts = self._read_parts()
        check(self)
        if not self.errors and not cleaned.get("confirmed") and (told := warnings(self)):
            self.add_error("confirmed", " ".join(told))
        return cleaned

    def _read_parts(self) -> list[tuple[str, int]]:
        sent = self.cleaned_data
        return [(sent[f"part_{row}_name"], sent[f"part_{row}_count"]) for row in self.filled_parts]

    @property
    def content(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.content_names}

    @property
    def changes(self) -> dict[str, Any]:
        return {name: new for name, new in self.content.items() if name in self.changed_data}

    @property
    def sex_contents(self) -> dict[str, dict[str, Any]]:
        return {sex.value: self._of_sex(sex) for sex in self.sexes}

    def _of_sex(self, sex: str) -> dict[str, Any]:
        """None of none is no outcome."""
        sent = {name: self.cleaned_data[f"{sex}_{name}"] for name in self.measure_names}
        return dict.fromkeys(sent) if sent.get("denominator") == 0 else sent

    @property
    def has_new_content(self) -> bool:
        return bool(set(self.changed_data) - {"version", "confirmed"})

    def compared_with(self, saved: Observation) -> list[Difference]:
        pairs = [
            (str(self.fields[name].label), shown(self.cleaned_data[name]), shown(stored))
            for name, stored in ((name, getattr(saved, name)) for name in self.content_names)
        ]
        mine, theirs = _parts_in_words(self.parts), _parts_in_words(parts_of(saved))
        told = [*pairs, ("Delar", mine, theirs)] if self.has_parts else pairs
        return differing(told)

    # How it looks -----------------------------------------------------------------------------

    @cached_property
    def parts_text(self) -> str:
        """The sum of what is filled in, as it was last sent or saved."""
        counts = [self[f"part_{row}_count"].value() for row in self.part_rows]
        total = sum(int(count) for count in counts if str(count).isdecimal())
        return f"Delarna ovan är tillsammans {format_integer(total)}." if total else ""

    @property
    def helper(self) -> FormHelper:
        asked = "confirmed" in self.errors or (self.is_bound and "confirmed" in self.data)
        return form_helper(
            self._place_group(),
            self._measure_group(),
            *([Fieldset("Stämmer det?", "confirmed")] if asked else ()),
            *self._sex_group(),
            Fieldset("Året och uppgiften", Div("forecast", "quality", css_class="field-row")),
            "comment",
            *self._parts_group(),
            self._other_group(),
            submit="Spara utfall",
        )

    def _place_group(self) -> Any:
        if self.existing:
            return "version"
        return Fieldset("Period", "unit", Div("year", "period", css_class="field-row"))

    def _measure_group(self) -> Fieldset:
        return Fieldset("Utfall", Div(*self.measure_names, css_class="field-row"))

    def _sex_group(self) -> list[Fieldset]:
        rows = [
            Div(*(f"{sex}_{name}" for name in self.measure_names), css_class="field-row")
            for sex in self.sexes
        ]
        return [Fieldset("Efter kön", *rows)] if rows else []

    def _parts_group(self) -> list[Folded]:
        if not self.has_parts:
            return []
        rows = row_layout("part", self.part_rows, "name", "count")
        return [Folded("Delar som utfallet består av", *rows, PARTS_TOTAL)]

    def _other_group(self) -> Folded:
        share = ("reported_share", "source") if self.indicator.is_share else ()
        title = "Bara andelen är känd, bortfall eller inget utfall" if share else NO_OUTCOME
        return Folded(title, "not_measured", *share, "no_data")


def stored_in(row: Observation, by_sex: Mapping[str, Observation]) -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(row, name) for name in NAMES} | {"version": row.version}
    for number, (name, count) in enumerate(parts_of(row), start=1):
        found |= {f"part_{number}_name": name, f"part_{number}_count": count}
    for sex, of_sex in by_sex.items():
        found |= {
            f"{sex}_{name}": getattr(of_sex, name) for name in ("numerator", "denominator", "value")
        }
    if row.indicator.measured == Indicator.Measured.COUNT:
        counts = (name for name in found if name.endswith("value"))
        found |= {name: int(found[name]) for name in counts if found[name] is not None}
    return found


def parts_of(row: Observation) -> list[tuple[str, int]]:
    return [(part.name, part.count) for part in row.parts.all()]


def _parts_in_words(parts: list[tuple[str, int]]) -> str:
    return listed(parts) or NOT_SET


def shown(value: Any) -> str:
    """What stands in a field, as a person reads it."""
    text = NumberField().prepare_value(dict(Observation.Quality.choices).get(value, value))
    return NOT_SET if text in (None, "") else str(text)
