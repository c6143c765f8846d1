"""{{ indikator.IFO-07.utfall }}: an indicator's outcome, goals, change and what others have."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from indicators.models import Observation
from indicators.statistics import Goal, Outcome, Series
from indicators.words import goal_text
from organisation.models import Unit
from qualityreport import outcomes
from qualityreport.figures.asked import (
    Asked,
    Family,
    Offered,
    Resolved,
    UnknownFigure,
    no_such,
    of_code,
    only,
)
from qualityreport.scope import Scope

PREFIX, REGISTER = "indikator", "Indikatorregistret"


@dataclass(frozen=True)
class Found:
    """The series that a figure is of, and what it was asked with."""

    series: Series
    asked: Asked

    @property
    def outcome(self) -> Outcome:
        """The year's newest, or that of the period that was chosen."""
        found = self.series.of(self.asked.year, self.asked.period or None)
        if found is None or found.no_data:
            when = " ".join(filter(None, (self.asked.period, str(self.asked.year))))
            raise UnknownFigure(f"Indikatorn {self.series.code} har inget utfall för {when}.")
        return self._of_sex(found)

    def _of_sex(self, found: Outcome) -> Outcome:
        sex = self.asked.sex or Observation.Sex.ALL
        outcome = outcomes.of_sex(self.series, found, sex, self.asked.scope)
        if outcome is None or outcome.no_data:
            name = outcomes.sex_name(sex)
            raise UnknownFigure(
                f"Indikatorn {self.series.code} har inget utfall för {name} {found.label}."
            )
        return outcome


def _answer(asked: Asked) -> Resolved:
    code, part = only(asked.path, 2, "indikator.IFO-07.utfall")
    series = _series(code, asked)
    if part not in PARTS:
        raise no_such(part, PARTS)
    if asked.sex and part not in OF_EACH_SEX:
        raise UnknownFigure(f"kön= går att välja för {', '.join(OF_EACH_SEX)}, inte för {part}.")
    found, (title, tell) = Found(series, asked), PARTS[part]
    of_whom = outcomes.sex_name(asked.sex) if asked.sex else ""
    return Resolved(
        text=tell(found),
        title=", ".join(filter(None, (series.name, title, of_whom))),
        register=_source(series) if part == "riket" else REGISTER,
        unit=series.unit,
        period=_period(part, found),
    )


def _source(series: Series) -> str:
    """Who says it of the others: what was fetched names its origin and day."""
    return (series.national.attribution if series.national else "") or REGISTER


def _series(code: str, asked: Asked) -> Series:
    every = outcomes.of_scope(asked.scope)
    first = of_code("indikator", code, every, lambda series: series.code)
    places = [series for series in every if series.pk == first.pk]
    own = [series for series in places if series.unit_id == asked.scope.unit.pk]
    if own or len(places) == 1:
        return (own or places)[0]
    slugs = Unit.objects.filter(pk__in=[series.unit_id for series in places]).order_by("pk")
    choices = " eller ".join(f"enhet={slug}" for slug in slugs.values_list("slug", flat=True))
    raise UnknownFigure(f"Indikatorn {first.code} följs på flera enheter. Skriv {choices}.")


def _period(part: str, found: Found) -> str:
    goals = {"etappmal": found.series.milestone, "malvarde": found.series.long_term}
    goal = goals.get(part)
    if part == "mal":
        goal = found.series.goal
    if goal:
        return str(goal.year)
    if part in ("utfall", "n", "N", "forandring"):
        return found.outcome.label
    return str(found.asked.year)


def _outcome(found: Found) -> str:
    series, outcome, scope = found.series, found.outcome, found.asked.scope
    if share := outcomes.share(series, outcome, scope):
        return share.share
    hidden = outcomes.hidden(series, outcome, scope)
    return hidden or outcomes.plain(series, outcome.number(series.decimals))


def _count(of: str) -> Callable[[Found], str]:
    def tell(found: Found) -> str:
        outcome, series = found.outcome, found.series
        if outcome.numerator is None or outcome.denominator is None:
            raise UnknownFigure(f"Antalen bakom utfallet för {series.code} finns inte.")
        share = outcomes.share(series, outcome, found.asked.scope)
        assert share is not None  # noqa: S101 -- it has n and N
        return share.alone(outcome.numerator if of == "n" else outcome.denominator)

    return tell


def _goal(of: Callable[[Series], Goal | None]) -> Callable[[Found], str]:
    return lambda found: goal_text(of(found.series), found.series.measured)


def _change(found: Found) -> str:
    size = _size(found)
    if size is None:
        raise UnknownFigure(
            f"Förändringen för {found.series.code} går inte att räkna: det saknas ett utfall för "
            "samma period året före, eller så får det inte visas."
        )
    return outcomes.signed_change(found.series, size)


def _size(found: Found) -> Decimal | None:
    return outcomes.change(found.series, found.outcome, found.asked.scope)


PARTS: Mapping[str, tuple[str, Callable[[Found], str]]] = {
    "utfall": ("utfall", _outcome),
    "n": ("antal (n)", _count("n")),
    "N": ("av hur många (N)", _count("N")),
    "mal": ("årets mål", _goal(lambda series: series.goal)),
    "etappmal": ("etappmål", _goal(lambda series: series.milestone)),
    "malvarde": ("målvärde", _goal(lambda series: series.long_term)),
    "forandring": ("förändring sedan året före", _change),
    "riket": ("jämförelse", lambda found: outcomes.national_text(found.series)),
}


OF_EACH_SEX = ("utfall", "n", "N", "forandring")


def _offered(scope: Scope) -> Iterator[Offered]:
    every = outcomes.of_scope(scope)
    places: dict[int, int] = {}
    for series in every:
        places[series.pk] = places.get(series.pk, 0) + 1
    for series in every:
        if places[series.pk] == 1 or series.unit_id == scope.unit.pk:
            for part in _parts_of(series, scope):
                yield Offered(f"{series.code}.{part}", f"{series.name}, {PARTS[part][0]}")


def _parts_of(series: Series, scope: Scope) -> Iterator[str]:
    """Those that have something to tell in the year."""
    outcome = series.of(scope.period.year)
    if outcome and not outcome.no_data:
        yield "utfall"
        yield from ("n", "N") if outcome.numerator is not None else ()
        if _size(Found(series, Asked((), scope, scope))) is not None:
            yield "forandring"
    yield from (("mal", "etappmal", "malvarde") if series.goal or series.long_term else ("mal",))
    yield from ("riket",) if series.national else ()


FAMILY = Family(PREFIX, REGISTER, _answer, _offered)
