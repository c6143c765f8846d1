"""A row of the grid as text: what is stored or was typed, what is beside it, what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from indicators.changes import change_text
from indicators.forms.grid import GridRowForm
from indicators.forms.outcomes import NAMES, QUALITIES, SEXES, stored_in
from indicators.models import Indicator, Observation
from indicators.plausible import Measure, wild
from indicators.statistics import Goal, Outcome, outcome_of
from indicators.verdict import Verdict, verdict
from indicators.words import TONES, goal_text, in_one
from lib.fields import NumberField
from lib.numbers import NOT_SET
from lib.versions import Difference

WHOLE, VALUE = ("numerator", "denominator"), ("value",)
TYPED = ("forecast", "quality", "no_data", "comment")
# Of what a cell is, for those who do not see its heading.
SPOKEN = {"numerator": "antal", "denominator": "av", "value": "utfall", "forecast": "prognos"}
MISSED = "Målet nås inte. Skriv i kommentaren vad det beror på."
JUMPED = "Utfallet är ett helt annat än för ett år sedan. Skriv i kommentaren vad det beror på."


@dataclass(frozen=True)
class Place:
    """What is known of an indicator at the unit and period."""

    existing: Observation | None
    by_sex: Mapping[str, Observation]
    last_year: Outcome | None
    earlier: Outcome | None
    goal: Goal | None
    is_new_definition: bool
    locked: bool


@dataclass(frozen=True)
class Cell:
    name: str
    label: str
    text: str
    error: str = ""

    @property
    def column(self) -> int:
        """Where a block that is pasted puts its values, whatever the row has."""
        last = self.name.rpartition("-")[2].rpartition("_")[2]
        return {"denominator": 1, "forecast": 2}.get(last, 0)


@dataclass
class Row:
    """`typed` is what was sent and not saved, `saved` that it just was."""

    indicator: Indicator
    place: Place
    form: GridRowForm | None = None
    typed: Mapping[str, str] | None = None
    version: int | None = None
    saved: bool = False
    differences: Sequence[Difference] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"rad{self.indicator.pk}"

    @property
    def texts(self) -> dict[str, str]:
        stored = texts_of(self.indicator, self.place.existing, self.place.by_sex)
        if self.typed is not None:
            stored |= {name: self.typed.get(f"{self.key}-{name}", "") for name in stored}
        if self.version is not None:
            stored["version"] = str(self.version)
        return stored

    @property
    def as_text(self) -> dict[str, Any]:
        """Everything that the template writes."""
        indicator, texts = self.indicator, self.texts
        return {
            "key": self.key,
            "pk": indicator.pk,
            "code": indicator.code,
            "name": indicator.name,
            "url": self._url(),
            "measured": indicator.get_measured_display(),
            "version": texts["version"],
            "cells": self._cells(texts),
            "sexes": self._sexes(texts),
            "forecast": self._cell("forecast", texts),
            "comment": self._cell("comment", texts),
            "no_data": self._cell("no_data", texts),
            "quality": texts["quality"],
            "qualities": QUALITIES,
            "last_year": self._beside(self.place.last_year),
            "earlier": self._beside(self.place.earlier, with_label=True),
            "goal": goal_text(self.place.goal, indicator.measured),
            "errors": self._errors(),
            "question": self._error("confirmed"),
            "confirms": self._error("confirmed") != "",
            "asked": self._asked(),
            "is_open": self._is_open(texts),
            "saved": self.saved,
            "differences": self.differences,
            "elsewhere": self._elsewhere(),
            "edit_url": self._edit_url(),
            "locked": self.place.locked,
            "is_new_definition": self.place.is_new_definition,
            **self._state(),
        }

    def _url(self) -> str:
        url = reverse("indicators:detail", args=[self.indicator.code])
        existing = self.place.existing
        return f"{url}?enhet={existing.unit_id}" if existing else url

    def _cells(self, texts: Mapping[str, str]) -> list[Cell]:
        return [self._cell(name, texts) for name in _measured(self.indicator)]

    def _sexes(self, texts: Mapping[str, str]) -> list[dict[str, Any]]:
        if not self.indicator.split_by_sex:
            return []
        return [
            {
                "label": sex.label,
                "cells": [
                    self._cell(f"{sex}_{name}", texts, sex.label)
                    for name in _measured(self.indicator)
                ],
            }
            for sex in SEXES
        ]

    def _cell(self, name: str, texts: Mapping[str, str], of: str = "") -> Cell:
        word = SPOKEN.get(name.rpartition("_")[2], NAMES.get(name, ""))
        label = ", ".join(filter(None, (self.indicator.code, of.lower(), word.lower())))
        return Cell(f"{self.key}-{name}", label, texts[name], self._error(name))

    def _error(self, name: str) -> str:
        errors = self.form.errors.get(name) if self.form else None
        return " ".join(map(str, errors)) if errors else ""

    def _errors(self) -> list[str]:
        """What is wrong, each with the name of its cell; the question stands by itself."""
        if self.form is None:
            return []
        fields = self.form.fields
        return [
            f"{fields[name].label}: {' '.join(map(str, words))}"
            if name in fields
            else str(words[0])
            for name, words in self.form.errors.items()
            if name != "confirmed"
        ]

    def _beside(self, outcome: Outcome | None, with_label: bool = False) -> str:
        if outcome is None:
            return NOT_SET
        told = in_one(outcome, self.indicator.measured, self.indicator.decimals)
        return f"{outcome.label}: {told}" if with_label else told

    def _elsewhere(self) -> str:
        """What is only read here, because it is changed on a page of its own."""
        existing = self.place.existing
        if existing is None or not (is_elsewhere(existing) or self.place.locked):
            return ""
        return self._beside(outcome_of(existing))

    def _edit_url(self) -> str:
        existing = self.place.existing
        if existing is None or self.place.locked:
            return ""
        return reverse("indicators:outcome", args=[self.indicator.code, existing.pk])

    def _state(self) -> dict[str, str]:
        """Of what is saved; what was typed is not judged before it is."""
        existing = self.place.existing
        if existing is None or self.typed is not None:
            return {"status": "", "tone": "", "change": ""}
        outcome = outcome_of(existing)
        judged = self._verdict(outcome)
        breaks = {existing.year} if self.place.is_new_definition else set()
        return {
            "status": judged.label if self.place.goal else "",
            "tone": TONES[judged],
            "change": change_text(self.indicator, self.place.last_year, outcome, breaks),
        }

    def _verdict(self, outcome: Outcome) -> Verdict:
        before = None if self.place.is_new_definition else self.place.last_year
        return verdict(self.indicator, outcome, self.place.goal, before)

    def _asked(self) -> str:
        """A comment is asked for only where there is something to explain."""
        existing = self.place.existing
        if existing is None or existing.comment or self.typed is not None or self.place.locked:
            return ""
        outcome = outcome_of(existing)
        if self._verdict(outcome) in (Verdict.NOT_MET, Verdict.PARTLY):
            return MISSED
        typed = Measure(existing.numerator, existing.denominator, existing.value)
        before = None if self.place.is_new_definition else self.place.last_year
        return JUMPED if any(wild(self.indicator, typed, before)) else ""

    def _is_open(self, texts: Mapping[str, str]) -> bool:
        return bool(self._asked() or any(texts[name] for name in TYPED[1:]))


def _measured(indicator: Indicator) -> tuple[str, ...]:
    return WHOLE if indicator.is_share else VALUE


def is_elsewhere(row: Observation) -> bool:
    return row.reported_share is not None


def texts_of(
    indicator: Indicator, row: Observation | None, by_sex: Mapping[str, Observation]
) -> dict[str, str]:
    """Each field as it stands in its cell."""
    names = [*_measured(indicator), *TYPED]
    if indicator.split_by_sex:
        names += [f"{sex}_{name}" for sex in SEXES for name in _measured(indicator)]
    stored = stored_in(row, by_sex) if row else {}
    values = {name: _PREPARE(stored.get(name)) for name in names}
    return {
        "version": str(row.version) if row else "",
        **{name: "" if value is None else str(value) for name, value in values.items()},
    }


_PREPARE = NumberField().prepare_value
