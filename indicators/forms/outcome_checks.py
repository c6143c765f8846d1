"""What an outcome may not say, and what it is asked about once more."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from indicators.models import Indicator, Observation, ReportingPeriod
from indicators.plausible import Measure, wild
from indicators.statistics import outcome_of
from indicators.words import period_label
from lib.numbers import format_decimal, format_integer
from organisation.models import Unit

if TYPE_CHECKING:
    from indicators.forms.outcomes import OutcomeForm

NO_BASE = "Andelen av noll går inte att räkna. Lämna fälten tomma och ange varför utfall saknas."


def check(form: "OutcomeForm") -> None:
    _check_pair(form, "")
    for sex in form.sexes:
        _check_pair(form, f"{sex}_")
    if not form.existing:
        _check_period(form)
    _check_one_kind(form)
    _check_source(form)
    _check_parts(form)
    _check_sexes(form)


def _check_pair(form: "OutcomeForm", prefix: str) -> None:
    n, whole = f"{prefix}numerator", f"{prefix}denominator"
    if n not in form.fields or n in form.errors or whole in form.errors:
        return
    part, base = form.cleaned_data[n], form.cleaned_data[whole]
    if part is None and base is None:
        return
    if part is None:
        form.add_error(n, f"Ange antalet av {format_integer(base)}.")
    elif base is None:
        form.add_error(whole, "Ange även av hur många.")
    elif base == 0 and not prefix:
        form.add_error(whole, NO_BASE)
    elif part > base:
        words = f"Antalet kan inte vara större än {format_integer(base)}, som det är en del av."
        form.add_error(n, words)


def _check_period(form: "OutcomeForm") -> None:
    asked = {"unit", "year", "period"} & form.fields.keys()
    if not asked <= form.cleaned_data.keys():
        return
    unit, year, period = form.place
    last = period.last_day(year)
    if last > timezone.localdate():
        words = f"Perioden är inte slut än. {period.label} {year} slutar {last:%Y-%m-%d}."
        form.add_error("period" if asked else None, words)
    elif not _existed(unit, date(year, 1, 1), last):
        words = f"{unit} fanns inte under {period.label} {year}."
        form.add_error("unit" if asked else None, words)


def _existed(unit: Unit, first: date, last: date) -> bool:
    return unit.valid_from <= last and (unit.valid_to is None or unit.valid_to >= first)


def _check_one_kind(form: "OutcomeForm") -> None:
    """n of N, a value, a share reported elsewhere or the reason why not: one of them."""
    first = form.measure_names[0]
    kinds = (first, "reported_share", "no_data")
    if any(name in form.errors for name in (*form.measure_names, *kinds)):
        return
    given = [name for name in kinds if form.cleaned_data.get(name) not in (None, "")]
    if not given:
        form.add_error(first, "Ange utfallet, eller längre ned varför det saknas.")
    elif len(given) > 1:
        form.add_error(given[1], f"Det finns redan ett utfall i fältet {_name(form, given[0])}.")


def _name(form: "OutcomeForm", field: str) -> str:
    return f"”{form.fields[field].label}”"


def _check_source(form: "OutcomeForm") -> None:
    sent = form.cleaned_data
    if "source" not in form.fields or "source" in form.errors or "reported_share" in form.errors:
        return
    if sent["reported_share"] is not None and not sent["source"]:
        form.add_error("source", "Ange var andelen är redovisad.")
    elif sent["source"] and sent["reported_share"] is None:
        form.add_error("source", "Källan hör till en redovisad andel. Ange den, eller ta bort.")


def _check_parts(form: "OutcomeForm") -> None:
    whole = form.cleaned_data.get(form.measure_names[0])
    if not form.parts or form.measure_names[0] in form.errors:
        return
    total = sum(count for _, count in form.parts)
    first = form.filled_parts[:1]
    field = f"part_{first[0]}_count" if first else form.measure_names[0]
    if whole is None:
        form.add_error(field, "Delarna hör till ett antal. Ange det först.")
    elif total > whole:
        words = f"Delarna är tillsammans {format_integer(total)}, men utfallet är bara "
        form.add_error(field, words + f"{format_integer(int(whole))}.")


def _check_sexes(form: "OutcomeForm") -> None:
    """What is added up must add up; days and kronor per person do not."""
    if form.errors or not form.adds_up:
        return
    for name in form.measure_names:
        counts = [form.cleaned_data.get(f"{sex}_{name}") for sex in form.sexes]
        told, total = [count for count in counts if count is not None], form.cleaned_data[name]
        if told and sum(told) != total:
            words = f"Summan efter kön är {format_integer(int(sum(told)))}, men totalt "
            words += f"{format_integer(int(total))}" if total is not None else "saknas"
            hint = ". Skriv resten som ”Uppgift saknas”."
            form.add_error(f"{form.sexes[0]}_{name}", words + hint)


# Asked once more ---------------------------------------------------------------------------


def warnings(form: "OutcomeForm") -> list[str]:
    """Most often a mistyped figure, sometimes as it is: a sum from January on that falls, a wild
    value, parts that do not make up the whole."""
    unit, year, period = form.place
    rows = history(form, unit, year)
    told = [*_falling(form, rows, year, period), *_wild(form, rows, year, period)]
    told += _parts_that_differ(form)
    return [*told, "Är det rätt? Rätta talet, eller kryssa för att det stämmer."] if told else []


def history(form: "OutcomeForm", unit: Unit, year: int) -> Sequence[Observation]:
    if form.history is not None:
        return form.history
    rows = form.indicator.observations.filter(
        unit=unit, year__in=(year - 1, year), sex=Observation.Sex.ALL
    )
    return list(rows.prefetch_related("parts"))


def _falling(
    form: "OutcomeForm", rows: Sequence[Observation], year: int, period: ReportingPeriod
) -> list[str]:
    if not form.indicator.is_cumulative or not period.from_new_year:
        return []
    others = [row for row in rows if row.year == year and row.period != period]
    return [words for row in others for words in _against(form, row, period)]


def _wild(
    form: "OutcomeForm", rows: Sequence[Observation], year: int, period: ReportingPeriod
) -> list[str]:
    """Not asked again of what was saved before, nor over a new definition."""
    if form.existing and not {*form.measure_names} & {*form.changed_data}:
        return []
    same = (row for row in rows if (row.year, row.period) == (year - 1, period))
    before = next(same, None)
    if before is None or before.reported_share is not None or year in form.broken_years:
        return []
    typed = Measure(**{name: form.cleaned_data.get(name) for name in form.measure_names})
    return list(wild(form.indicator, typed, outcome_of(before)))


def _parts_that_differ(form: "OutcomeForm") -> list[str]:
    whole = form.cleaned_data.get(form.measure_names[0])
    total = sum(count for _, count in form.parts)
    if not form.parts or whole is None or total == whole:
        return []
    told = f"{format_integer(total)} av {format_integer(int(whole))}"
    return [f"Delarna är tillsammans {told}."]


def _against(form: "OutcomeForm", other: Observation, period: ReportingPeriod) -> Iterator[str]:
    that = ReportingPeriod(other.period)
    if not that.from_new_year or that.last_month == period.last_month:
        return
    is_earlier = that.last_month < period.last_month
    for name, what in _added_up(form.indicator):
        mine, theirs = form.cleaned_data.get(name), getattr(other, name)
        if mine is None or theirs is None:
            continue
        if mine < theirs if is_earlier else mine > theirs:
            yield _question(what, mine, theirs, period_label(other.year, that), is_earlier)


def _added_up(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    if indicator.is_share:
        return ("numerator", "Antalet"), ("denominator", "Underlaget (N)")
    if indicator.measured in (Indicator.Measured.COUNT, Indicator.Measured.KRONOR):
        return (("value", "Utfallet"),)
    return ()


def _question(what: str, mine: Any, theirs: Any, label: str, is_earlier: bool) -> str:
    relation = "lägre än" if is_earlier else "högre än"
    return (
        f"{what} räknas från årets början, men {_written(mine)} är {relation} {_written(theirs)} "
        f"för {label}."
    )


def _written(number: Any) -> str:
    return format_decimal(number, 0 if number == int(number) else 2)


def already_there(row: Observation) -> str:
    return f"Det finns redan ett utfall för {period_label(row.year, row.period)} vid {row.unit}."
