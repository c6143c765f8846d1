"""The outcomes of a file against the register. 50,000 of them in as many questions as one, and
without an object for each: what is known of units and indicators is looked up in dictionaries."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Sum
from django.utils import timezone

from imports.importer import Actor, Look, Outcome, Row
from imports.kinds import Place
from imports.memory import Remembered
from indicators import locks
from indicators.importers import outcome_content
from indicators.importers.when import When
from indicators.models import (
    Indicator,
    Observation,
    ObservationPart,
    ReportingPeriod,
)
from indicators.querysets import EDITORS
from indicators.words import period_label
from lib.numbers import format_integer
from lib.sheets import cells
from organisation.access import access_of
from organisation.models import Unit, UnitClosure

AT_ONCE = 500
KEY = ("indicator_id", "unit_id", "year", "period", "sex")
BESIDE = ("not_measured", "forecast", "quality", "comment")
CONTENT = (*outcome_content.Outcome._fields, *BESIDE)
_beside = itemgetter(*BESIDE)
OF_THE_OUTCOME = len(outcome_content.Outcome._fields)
ALL = Observation.Sex.ALL.value
Key = tuple[int, int, int, str, str]
Content = tuple[Any, ...]  # in the order of CONTENT


class Known(NamedTuple):
    """What is asked of an indicator."""

    pk: int
    unit_id: int
    measured: str
    first_year: int
    last_year: int | None
    split_by_sex: bool

    def is_followed(self, year: int) -> bool:
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


class Stored(NamedTuple):
    pk: int
    version: int
    content: Content


def first_look(actor: Actor) -> Look:
    """Where each row belongs and what it says."""
    register = Register(actor)

    def look(rows: Sequence[Row]) -> None:
        for row in rows:
            _placed(row, register)

    return look


def check(rows: Sequence[Row]) -> None:
    """Each against the others, and against what stands already."""
    _once_in_the_file(_sound(rows))
    _compared(_sound(rows))
    _with_a_total(_sound(rows))


def _sound(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if not row.problems and row.outcome is not Outcome.SKIPPED]


class Register:
    """What is fetched once for a file, and the answers given already."""

    def __init__(self, actor: Actor) -> None:
        every = Indicator.objects.all()
        seen = every if actor is None else every.visible_to(actor)
        self.by_code = {
            code.casefold(): Known(*fields)
            for code, *fields in seen.values_list("code", "pk", *Known._fields[1:])
        }
        self.codes = [code.upper() for code in self.by_code]
        self.own = None if actor is None else access_of(actor).unit_ids(*EDITORS)
        self.above = units_above()
        self.locks = locks.in_force()
        self.today = timezone.localdate()
        self.indicators = Remembered[str, Known | None](
            lambda code: self.by_code.get(code.casefold())
        )
        self.whens = Remembered[tuple[When, When], Settled](lambda pair: settled(*pair, self.today))
        self._places: dict[tuple[int, int, str], tuple[int, str]] = {}

    def unknown(self, code: str) -> str:
        near = cells.alike(code, self.codes)
        hint = f" Menar du {cells.listed(near)}?" if near else ""
        return f"Det finns ingen sådan indikator.{hint}"

    def unit_at(self, place: Place, year: int, period: str) -> tuple[int, str]:
        """The unit of that name in the period, or what is wrong with it."""
        key = id(place), year, period
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = self._unit_at(place, year, period)
        return found

    def _unit_at(self, place: Place, year: int, period: str) -> tuple[int, str]:
        first, last = date(year, 1, 1), ReportingPeriod(period).last_day(year)
        unit = next((one for one in place.units if _existed(one, first, last)), None)
        label = period_label(year, period)
        if unit is None:
            return 0, _closed(place.units[0], label)
        if self.own is not None and unit.pk not in self.own:
            return 0, f"Du lämnar inte utfall för {unit}."
        if is_locked(self.locks, self.above[unit.pk], year, period):
            return 0, f"{label} är låst för {unit}. Be samordnaren öppna perioden."
        return unit.pk, ""


class Settled(NamedTuple):
    """Year and period of a row; `words` where they cannot be told, at the column `key`."""

    year: int = 0
    period: str = ""
    not_over: str = ""
    key: str = ""
    words: str = ""


def settled(by_year: When, by_period: When, today: date) -> Settled:
    year = by_year.year or by_period.year
    if year is None:
        return Settled(key="year", words="Måste fyllas i.")
    for first, second in zip(by_year, by_period, strict=True):
        if first and second and first != second:
            words = f"Säger emot kolumnen År, där det står {by_year}."
            return Settled(key="period", words=words)
    period = ReportingPeriod(by_period.period or by_year.period or ReportingPeriod.WHOLE_YEAR)
    last = period.last_day(year)
    words = f"Perioden är inte slut än. {period.label} {year} slutar {last:%Y-%m-%d}."
    return Settled(year, period.value, words if last > today else "")


def is_locked(closed: set[locks.Place], above: Iterable[int], year: int, period: str) -> bool:
    return any((unit_id, year, period) in closed for unit_id in above)


def units_above() -> dict[int, set[int]]:
    """Of each unit, itself included."""
    found: dict[int, set[int]] = {}
    for below, above in UnitClosure.objects.values_list("descendant_id", "ancestor_id"):
        found.setdefault(below, set()).add(above)
    return found


def _existed(unit: Unit, first: date, last: date) -> bool:
    return unit.valid_from <= last and (unit.valid_to is None or unit.valid_to >= first)


def _closed(unit: Unit, label: str) -> str:
    closed = f" Den avslutades {unit.valid_to:%Y-%m-%d}." if unit.valid_to else ""
    return f"{unit} fanns inte under {label}.{closed}"


def _placed(row: Row, register: Register) -> None:
    values = row.values
    indicator = register.indicators[values["code"]]
    if indicator is None:
        row.refuse("code", register.unknown(values["code"]))
        return
    when = register.whens[values["year"], values["period"]]
    if when.words:
        row.refuse(when.key, when.words)
        return
    unit_id, words = register.unit_at(values["unit"], when.year, when.period)
    if words:
        row.refuse("unit", words)
        return
    sex = values["sex"].value if values["sex"] else ALL
    if (
        indicator.unit_id not in register.above[unit_id]
        or not indicator.is_followed(when.year)
        or (sex != ALL and not indicator.split_by_sex)
    ):
        _unfitting(row, register, indicator, unit_id, when.year)
    values["key"] = indicator.pk, unit_id, when.year, when.period, sex
    values["told"] = outcome_content.outcome_of(row, indicator.measured)
    if values["told"] is None and not row.problems and not _says_something(values):
        row.outcome = Outcome.SKIPPED
    elif when.not_over:
        row.refuse("period", when.not_over)


def _unfitting(row: Row, register: Register, indicator: Known, unit_id: int, year: int) -> None:
    if indicator.unit_id not in register.above[unit_id]:
        row.refuse("unit", f"Indikatorn gäller inte {row.values['unit'].units[0]}.")
    if year < indicator.first_year:
        row.refuse("year", f"Indikatorn följs från {indicator.first_year}.")
    elif not indicator.is_followed(year):
        row.refuse("year", f"Indikatorn följdes till och med {indicator.last_year}.")
    if not indicator.split_by_sex and row.values["sex"] not in ("", ALL):
        row.refuse("sex", "Indikatorn redovisas inte efter kön.")


def _says_something(values: dict[str, Any]) -> bool:
    return any(values[name] not in (None, "") for name in BESIDE)


def _once_in_the_file(rows: Sequence[Row]) -> None:
    first: dict[Key, Row] = {}
    for row in rows:
        earlier = first.setdefault(row.values["key"], row)
        if earlier is not row:
            where = earlier.layout.headings["figure"]
            place = f"rad {earlier.number}"
            if where != row.layout.headings["figure"] and earlier.number == row.number:
                place = f"kolumnen {where}"
            row.refuse("period", f"Samma indikator, enhet, period och kön står på {place}.")


def _compared(rows: Sequence[Row]) -> None:
    """New, changed, or there already. What a row leaves empty is left as it stands."""
    stored = _stored(row.values["key"] for row in rows)
    parts = _parts() if stored else {}
    for row in rows:
        values = row.values
        told: outcome_content.Outcome | None = values["told"]
        found = stored.get(values["key"])
        if found is None:
            _new(row, told)
            continue
        content = _merged(found.content, told, values)
        values["content"], values["version"] = content, found.version + 1
        values["existing"] = found.pk
        row.outcome = Outcome.KNOWN if content == found.content else Outcome.CHANGED
        total = parts.get(found.pk, 0)
        if total and row.outcome == Outcome.CHANGED and total > _whole_of(content):
            words = f"Utfallets delar är tillsammans {format_integer(total)}. Ändra dem först."
            row.refuse("numerator", words)


def _new(row: Row, told: outcome_content.Outcome | None) -> None:
    if told is None:
        row.refuse("figure", "Fyll i utfallet, eller varför det saknas.")
        return
    values = row.values
    values["content"] = (*told, *_beside(values))
    values["version"], values["existing"] = 1, None


def _merged(
    before: Content, told: outcome_content.Outcome | None, values: dict[str, Any]
) -> Content:
    outcome = before[:OF_THE_OUTCOME] if told is None else told
    beside = zip(BESIDE, before[OF_THE_OUTCOME:], strict=True)
    return (
        *outcome,
        *(stood if values[name] in (None, "") else values[name] for name, stood in beside),
    )


def _whole_of(content: Content) -> int:
    """What parts are parts of: n, or the value of a count."""
    number = content[0] if content[0] is not None else content[2]
    return int(number or 0)


def _stored(keys: Iterable[Key]) -> dict[Key, Stored]:
    wanted = set(keys)
    years = {key[2] for key in wanted}
    if not years:
        return {}
    rows = Observation.objects.filter(year__gte=min(years), year__lte=max(years))
    found: dict[Key, Stored] = {}
    for some in pieces(sorted({key[0] for key in wanted})):
        own = rows.filter(indicator_id__in=some)
        for pk, version, *rest in own.values_list("pk", "version", *KEY, *CONTENT).iterator():
            key = (rest[0], rest[1], rest[2], rest[3], rest[4])
            if key in wanted:
                found[key] = Stored(pk, version, tuple(rest[5:]))
    return found


def _parts() -> dict[int, int]:
    """Outcomes with parts are few: the sum of each."""
    sums = ObservationPart.objects.values("observation_id").annotate(total=Sum("count"))
    return dict(sums.values_list("observation_id", "total"))


def _with_a_total(rows: Sequence[Row]) -> None:
    """A sex is a part of a total, of the same file or of the register."""
    apart = [row for row in rows if row.values["key"][4] != ALL]
    if not apart:
        return
    totals = {row.values["key"][:4] for row in rows if row.values["key"][4] == ALL}
    wanted = {(*row.values["key"][:4], ALL) for row in apart}
    totals |= {key[:4] for key in _stored(wanted)}
    for row in apart:
        if row.values["key"][:4] not in totals:
            row.refuse("sex", "Utfallet totalt saknas, både i filen och i registret.")


def pieces(values: Sequence[int]) -> Iterator[Sequence[int]]:
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))
