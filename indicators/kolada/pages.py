"""What was fetched, as text: beside the own series, and on the page where it is chosen."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max
from django.utils import timezone

from indicators.kolada.areas import EVERY, MUNICIPALITIES, NATION_TITLE
from indicators.kolada.client import KoladaError, is_on
from indicators.kolada.fetching import FETCH
from indicators.kolada.lookup import areas_named, key_figures
from indicators.kolada.reading import Published, published, standing
from indicators.kolada.shapes import NATION, Area, KeyFigure
from indicators.models import Indicator, KoladaKpi, KoladaRun, KoladaValue, KoladaWatch
from indicators.words import as_set
from jobs.models import Job
from lib.numbers import NOT_SET, format_integer, rounded

MISSING = "uppgift saknas"
RUNS_SHOWN = 10
YEARS_SHOWN = 5
# Finer than anybody reads them, and as coarse as Kolada itself shows them.
DECIMALS = 1


def written(value: Any, measured: str) -> str:
    return MISSING if value is None else as_set(rounded(value, DECIMALS), measured)


def comparison_rows(
    indicator: Indicator, typed: Collection[tuple[str, int]], ours: Mapping[int, str]
) -> list[dict[str, Any]]:
    """Beside what has been typed, which is shown instead where it speaks of the same."""
    taken = {(who.casefold(), year) for who, year in typed}
    found = published(indicator)
    newest = max((one.year for one in found), default=0)
    return [
        _comparison(one, indicator, ours.get(one.year, ""))
        for one in found
        if (one.area_title.casefold(), one.year) not in taken and one.year > newest - YEARS_SHOWN
    ]


def _comparison(one: Published, indicator: Indicator, ours: str) -> dict[str, Any]:
    return {
        "year": one.year,
        "name": f"{one.area_title} {one.year}",
        "text": written(one.value, indicator.measured),
        "source": one.attribution,
        "notes": list(_notes(one, indicator)),
        "ours": ours,
        "url": "",
    }


def _notes(one: Published, indicator: Indicator) -> Iterable[str]:
    if one.status:
        yield f"Koladas anmärkning: {one.status}"
    if one.women is not None or one.men is not None:
        women, men = (written(sex, indicator.measured) for sex in (one.women, one.men))
        yield f"Kvinnor {women}, män {men}"
    if one.earlier:
        yield f"Rättat av Kolada, var {written(one.earlier[-1], indicator.measured)}"


# The page where it is chosen ---------------------------------------------------------------


@dataclass
class Found:
    """What was searched for, and why nothing was found."""

    words: str = ""
    figures: list[KeyFigure] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    problem: str = ""

    @property
    def is_empty(self) -> bool:
        return bool(self.words) and not (self.figures or self.areas or self.problem)


def found_figures(words: str) -> Found:
    found = Found(words)
    try:
        found.figures = key_figures(words) if words else []
    except KoladaError as error:
        found.problem = str(error)
    return found


def found_areas(words: str, kpi: KoladaKpi | None) -> Found:
    found = Found(words)
    try:
        found.areas = areas_named(words, with_units=kpi.has_ou_data) if words and kpi else []
    except KoladaError as error:
        found.problem = str(error)
    return found


def mismatch(indicator: Indicator, kpi: KoladaKpi | None) -> str:
    """Kolada says what a key figure is counted in only by its title."""
    if kpi is None or ("(%)" in kpi.title) == indicator.is_share:
        return ""
    told = "är en andel" if "(%)" in kpi.title else "är ingen andel"
    measured = indicator.get_measured_display()
    return f"Nyckeltalet {told}, men indikatorn mäts i {measured}. Värdena visas i {measured}."


@dataclass(frozen=True)
class AreaRow:
    pk: int
    title: str
    code: str
    newest: str
    fetched: str


def area_rows(indicator: Indicator, watches: Collection[KoladaWatch]) -> list[AreaRow]:
    newest: dict[str, Published] = {}
    for one in published(indicator):
        newest.setdefault(one.area, one)
    every = _every(watches) if any(watch.area == EVERY for watch in watches) else ""
    return [_area_row(watch, newest.get(watch.area), every, indicator) for watch in watches]


def _area_row(
    watch: KoladaWatch, one: Published | None, every: str, indicator: Indicator
) -> AreaRow:
    value = f"{written(one.value, indicator.measured)} ({one.year})" if one else ""
    return AreaRow(
        pk=watch.pk,
        title=watch.area_title,
        code="" if watch.area == EVERY else watch.area,
        newest=(every if watch.area == EVERY else value) or "inget hämtat än",
        fetched=f"{timezone.localdate(one.fetched_at):%Y-%m-%d}" if one else NOT_SET,
    )


def _every(watches: Collection[KoladaWatch]) -> str:
    kpis = {watch.kpi_id for watch in watches}
    rows = KoladaValue.objects.filter(
        standing() & MUNICIPALITIES, kpi_id__in=kpis, gender="T", value__isnull=False
    )
    year = rows.aggregate(newest=Max("year"))["newest"]
    return f"{format_integer(rows.filter(year=year).count())} kommuner ({year})" if year else ""


def offered_areas(watches: Collection[KoladaWatch]) -> list[Area]:
    """The nation and the distribution, where they are not followed yet."""
    followed = {watch.area for watch in watches}
    offered = (Area(NATION, NATION_TITLE), Area(EVERY, "Alla kommuner"))
    return [area for area in offered if area.code not in followed]


@dataclass(frozen=True)
class RunRow:
    when: Any
    who: str
    seen: str
    changed: str
    state: str
    tone: str
    error: str


TONES = {"done": "done", "failed": "late", "running": "waiting", "queued": "waiting"}


def run_rows() -> tuple[list[RunRow], Job | None]:
    """The newest first, and the job of the one that is under way or failed last."""
    runs = list(KoladaRun.objects.all()[:RUNS_SHOWN])
    found = Job.objects.filter(kind=FETCH, subject_id__in=[run.pk for run in runs])
    jobs = {job.subject_id: job for job in found}
    newest = jobs.get(runs[0].pk) if runs else None
    rows = [_run_row(run, jobs.get(run.pk)) for run in runs]
    return rows, newest if newest and newest.state != Job.State.DONE else None


def _run_row(run: KoladaRun, job: Job | None) -> RunRow:
    state = job.state if job else "done"
    return RunRow(
        when=run.started_at,
        who=run.requested_by_name or "varje vecka av sig självt",
        seen=format_integer(run.seen),
        changed=format_integer(run.changed),
        state=job.get_state_display() if job else "Inläst",
        tone=TONES.get(state, "muted"),
        error=job.error if job else "",
    )


def is_fetching_possible(watches: Collection[KoladaWatch]) -> bool:
    return is_on() and bool(watches)
