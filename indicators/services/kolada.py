"""What is followed in Kolada, and when it is fetched."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from indicators.kolada import storing
from indicators.kolada.areas import FOUR_DIGITS, MUNICIPALITIES, NATION_TITLE
from indicators.kolada.fetching import FETCH
from indicators.kolada.shapes import NATION, Area, KeyFigure, Point
from indicators.models import Indicator, KoladaKpi, KoladaRun, KoladaWatch
from jobs import services as jobs
from jobs.models import Job
from lib.versions import Changed, locked, write
from organisation.models import User

# What a failed run has fetched need not be asked for again so soon.
STILL_FRESH = timedelta(hours=24)


@transaction.atomic
def link_to_kolada(*, actor: User | None, indicator: Indicator, kpi: KoladaKpi) -> None:
    """One key figure per indicator: what was followed of another is followed no more.

    The nation is followed at once, and the municipality that other indicators follow.
    """
    indicator.watches.exclude(kpi=kpi).delete()
    _say(actor, indicator, kpi.code)
    for area in (Area(NATION, NATION_TITLE), *_usual_municipality()):
        _watch(indicator, kpi, area)


def _usual_municipality() -> list[Area]:
    followed = KoladaWatch.objects.filter(FOUR_DIGITS & MUNICIPALITIES).values("area", "area_title")
    usual = followed.annotate(times=Count("pk")).order_by("-times", "area").first()
    return [Area(usual["area"], usual["area_title"])] if usual else []


@transaction.atomic
def unlink_from_kolada(*, actor: User | None, indicator: Indicator) -> None:
    """What has been fetched is kept, but no longer shown with the indicator."""
    indicator.watches.all().delete()
    _say(actor, indicator, "")


def _say(actor: User | None, indicator: Indicator, code: str) -> None:
    row = locked(Indicator, indicator.pk)
    _log(actor, row, code or "-", write(row, {"kolada_kpi": code}))


@transaction.atomic
def follow_area(*, actor: User | None, indicator: Indicator, kpi: KoladaKpi, area: Area) -> None:
    if _watch(indicator, kpi, area):
        _log(actor, indicator, f"+{area.code}")


def _watch(indicator: Indicator, kpi: KoladaKpi, area: Area) -> bool:
    named = {"area_title": area.title, "is_unit": area.is_unit}
    place = {"indicator": indicator, "kpi": kpi, "area": area.code}
    return KoladaWatch.objects.get_or_create(**place, defaults=named)[1]


@transaction.atomic
def leave_area(*, actor: User | None, watch: KoladaWatch) -> None:
    _log(actor, watch.indicator, f"-{watch.area}")
    watch.delete()


@transaction.atomic
def request_fetch(*, actor: User | None, everything: bool = True) -> KoladaRun:
    """The run that is under way, the failed one to go on with, or a new one.

    Without `everything` a key figure is passed by while nothing of it has been published anew.
    """
    # The followed key figures are the queue: two clicks at once meet here.
    followed = KoladaWatch.objects.values("kpi_id")
    list(KoladaKpi.objects.select_for_update().filter(pk__in=followed).values_list("pk"))
    if run := _to_go_on_with(actor):
        return run
    name = str(actor or "")[:120]
    run = KoladaRun.objects.create(requested_by_name=name, everything=everything)
    jobs.submit(kind=FETCH, subject_id=run.pk, actor=actor)
    return run


def _to_go_on_with(actor: User | None) -> KoladaRun | None:
    job = Job.objects.filter(kind=FETCH).order_by("-subject_id").first()
    if job is None:
        return None
    run = KoladaRun.objects.get(pk=job.subject_id)
    if job.can_be_retried and run.started_at > timezone.now() - STILL_FRESH:
        jobs.retry(job=job, actor=actor)
    return run if job.is_open else None


def job_of(run: KoladaRun) -> Job | None:
    return Job.objects.filter(kind=FETCH, subject_id=run.pk).first()


@transaction.atomic
def read_answers(
    *,
    actor: User | None,
    name: str,
    figures: Sequence[KeyFigure],
    points: Sequence[Point],
) -> KoladaRun:
    """Answers of Kolada from a file. It cannot be known what was asked, so only what is said to be
    deleted is withdrawn."""
    now = timezone.now()
    for figure in figures:
        storing.describe(figure, now)
    codes = sorted({point.kpi for point in points})
    stored = [_read(code, [one for one in points if one.kpi == code], now) for code in codes]
    run = KoladaRun.objects.create(
        requested_by_name=f"från fil, {name}"[:120],
        started_at=now,
        finished_at=now,
        done=codes,
        seen=sum(one.seen for one in stored),
        changed=sum(one.changed for one in stored),
    )
    audit.record(actor=actor, action=Event.Action.CREATE, obj=run, detail={"changed": run.changed})
    return run


def _read(code: str, points: Sequence[Point], now: datetime) -> storing.Stored:
    KoladaKpi.objects.get_or_create(code=code, defaults={"title": code})
    kpi = KoladaKpi.objects.select_for_update().get(code=code)
    return storing.store(kpi, points, now)


def _log(
    actor: User | None, indicator: Indicator, what: str, changed: Changed | None = None
) -> None:
    audit.record(
        actor=actor,
        action=Event.Action.CHANGE,
        obj=indicator,
        label=indicator.code,
        unit=indicator.unit,
        changed=changed,
        detail={"kolada": what},
    )
