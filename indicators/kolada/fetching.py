"""Fetches every followed key figure, one at a time, as a job that can be taken up again.

What a key figure's answers hold takes effect as a whole: if one of them fails, nothing of it is
kept, the others go on, and the run says that it failed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone

from indicators.kolada import storing
from indicators.kolada.areas import EVERY, FOUR_DIGITS, is_four_digits
from indicators.kolada.client import Kolada, KoladaError, KoladaSilent
from indicators.kolada.shapes import KeyFigure, Point, key_figure, points
from indicators.models import KoladaKpi, KoladaRun, KoladaWatch
from jobs.engine import JobFailed, Work

FETCH = "indicators.kolada"
# Local rule: values are corrected without a new publication, so each is read anew once a week.
READ_ANEW = timedelta(days=7)


@dataclass(frozen=True)
class Plan:
    """What is asked of one key figure. Without areas: of all municipalities."""

    code: str
    years: Sequence[int]
    every: bool
    areas: Sequence[str]
    units: Sequence[str]

    @property
    def asked(self) -> Q:
        places = Q(area__in=[*self.areas, *self.units])
        return Q(year__in=self.years) & (places | FOUR_DIGITS if self.every else places)

    @property
    def digest(self) -> str:
        return sha256(repr(self).encode()).hexdigest()


def plan_of(kpi: KoladaKpi) -> Plan:
    watches = list(KoladaWatch.objects.filter(kpi=kpi))
    oldest = KoladaWatch.objects.filter(kpi=kpi).aggregate(first=Min("indicator__first_year"))
    this_year = timezone.localdate().year
    places = sorted({watch.area for watch in watches if not watch.is_unit} - {EVERY})
    every = any(watch.area == EVERY for watch in watches)
    return Plan(
        code=kpi.code,
        years=range(oldest["first"] or this_year, this_year + 1),
        every=every,
        areas=[place for place in places if not (every and is_four_digits(place))],
        units=sorted({watch.area for watch in watches if watch.is_unit}),
    )


def watched() -> list[str]:
    codes = KoladaWatch.objects.values_list("kpi__code", flat=True)
    return sorted(set(codes))


def fetch(work: Work) -> None:
    """The job's handler."""
    run = KoladaRun.objects.get(pk=work.subject_id)
    failed: dict[str, str] = {}
    try:
        kolada = Kolada()
        _fetch_those_left(work, run, kolada, failed)
    except KoladaError as error:
        raise JobFailed(_told(str(error), run)) from error
    if failed:
        raise JobFailed(_told(" ".join(f"{code}: {why}" for code, why in failed.items()), run))
    with work.effect():
        run.finished_at = timezone.now()
        run.save(update_fields=["finished_at"])


def _told(why: str, run: KoladaRun) -> str:
    return (
        f"{why} {len(run.done)} av {len(watched())} nyckeltal är hämtade. Fortsätter du "
        "hämtningen tas bara de som återstår."
    )


def _fetch_those_left(work: Work, run: KoladaRun, kolada: Kolada, failed: dict[str, str]) -> None:
    left = [code for code in watched() if code not in run.done]
    work.progress("Läser nyckeltalens beskrivningar", 0)
    described = {row.code: row for row in map(key_figure, kolada.key_figures(left))}
    for code in left:
        try:
            _fetch_one(work, run, kolada, code, described)
        except KoladaSilent:
            raise
        except KoladaError as error:
            failed[code] = str(error)


def _fetch_one(
    work: Work, run: KoladaRun, kolada: Kolada, code: str, described: Mapping[str, KeyFigure]
) -> None:
    work.progress(f"Hämtar {code}", 100 * len(run.done) // max(1, len(watched())))
    kpi = KoladaKpi.objects.get(code=code)
    plan = plan_of(kpi)
    if not run.everything and _is_known(kpi, plan, described.get(code)):
        _pass_by(work, run, code)
        return
    told = list(_answers(kolada, plan))
    with transaction.atomic():
        # Asks for the job's token, so that a worker that was thought dead writes nothing.
        work.progress(f"Sparar {code}", 100 * len(run.done) // max(1, len(watched())))
        _keep(run, plan, told, described.get(code))


def _is_known(kpi: KoladaKpi, plan: Plan, figure: KeyFigure | None) -> bool:
    """The same question was answered after the newest publication, and not long ago."""
    return (
        figure is not None
        and kpi.asked == plan.digest
        and kpi.publication_date == figure.publication_date
        and figure.publication_date < kpi.fetched_at.date().isoformat()
        and timezone.now() - kpi.fetched_at < READ_ANEW
    )


def _pass_by(work: Work, run: KoladaRun, code: str) -> None:
    with transaction.atomic():
        work.progress(f"Inget nytt om {code}", 100 * len(run.done) // max(1, len(watched())))
        run.done = [*run.done, code]
        run.save(update_fields=["done"])


def _answers(kolada: Kolada, plan: Plan) -> Iterator[Point]:
    if plan.every:
        everywhere = points(kolada.values(plan.code, (), plan.years))
        yield from (point for point in everywhere if is_four_digits(point.area))
    if plan.areas:
        yield from points(kolada.values(plan.code, plan.areas, plan.years))
    if plan.units:
        yield from points(kolada.values(plan.code, plan.units, plan.years, of_units=True))


def _keep(run: KoladaRun, plan: Plan, told: Sequence[Point], figure: KeyFigure | None) -> None:
    now = timezone.now()
    kpi = KoladaKpi.objects.select_for_update().get(code=plan.code)
    if figure:
        kpi = storing.describe(figure, now)
    KoladaKpi.objects.filter(pk=kpi.pk).update(asked=plan.digest)
    stored = storing.store(kpi, (one for one in told if one.kpi == plan.code), now, plan.asked)
    run.done = [*run.done, plan.code]
    run.seen += stored.seen
    run.changed += stored.changed
    run.save(update_fields=["done", "seen", "changed"])
