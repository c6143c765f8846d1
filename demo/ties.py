"""What becomes of a case outside itself: an avvikelse that was suspected misconduct, a complaint
that gave rise to a deviation, two reports of one event. No case is added or taken away."""

from collections.abc import Iterable
from datetime import timedelta

from demo import plan
from demo.drafts import Draft
from demo.stories import Story
from deviations.catalogue import ROUTINES
from deviations.models import AnnulledBecause, Kind, Status

EVAS_UNIT = "barnenheten"
GIVES_RISE = ("performance", "accessibility", "processing_time")


def tie(drafts: list[Draft]) -> None:
    running = [draft for draft in drafts if draft.received_on.year == plan.TODAY.year]
    lex_sarah = [draft for draft in drafts if draft.is_lex_sarah]
    internal = [one for one in running if one.kind == Kind.INTERNAL and one.origin is None]
    _are_new(lex_sarah)
    _tell_eva_of_one(lex_sarah)
    _became_lex_sarah(lex_sarah, internal)
    _gave_rise(running, internal)
    _annul_lex_sarah(lex_sarah)
    _reported_twice(internal)


def _are_new(drafts: Iterable[Draft]) -> None:
    """What nobody has assessed yet has come in during the last week."""
    waiting = [one for one in drafts if one.status in (Status.RECEIVED, Status.ASSESSMENT)]
    for index, draft in enumerate(sorted(waiting, key=lambda one: one.received_at, reverse=True)):
        day = plan.TODAY - timedelta(days=1 + index)
        while plan.working_day(day) != day:
            day -= timedelta(days=1)
        draft.received_at += timedelta(days=(day - draft.received_on).days)


def _tell_eva_of_one(lex_sarah: Iterable[Draft]) -> None:
    """The newest at her unit: its slip waits on her overview."""
    waiting = [one for one in lex_sarah if one.status in (Status.RECEIVED, Status.ASSESSMENT)]
    newest_first = sorted(waiting, key=lambda one: one.received_at, reverse=True)
    next(one for one in newest_first if _may_be_at(one, EVAS_UNIT)).unit = EVAS_UNIT


def _may_be_at(draft: Draft, unit: str) -> bool:
    return draft.story is not None and unit in draft.story.units


def _became_lex_sarah(lex_sarah: Iterable[Draft], internal: list[Draft]) -> None:
    """Reported as an avvikelse the day before, and suspected by the manager who read it."""
    report = next(
        one
        for one in lex_sarah
        if one.status == Status.INVESTIGATION and one.section == "barn" and one.somebody
    )
    avvikelse = next(one for one in internal if one.unit == report.unit or one.unit == EVAS_UNIT)
    internal.remove(avvikelse)
    _tell_the_same(avvikelse, report)
    avvikelse.received_at = report.received_at - timedelta(hours=3)
    avvikelse.status, avvikelse.decided_on = Status.CLOSED, report.received_on
    avvikelse.became_lex_sarah, report.origin = True, avvikelse


def _tell_the_same(draft: Draft, as_that: Draft) -> None:
    draft.unit, draft.title, draft.text = as_that.unit, as_that.title, as_that.text
    draft.story, draft.somebody, draft.days = as_that.story, as_that.somebody, as_that.days


def _gave_rise(running: Iterable[Draft], internal: list[Draft]) -> None:
    """What somebody outside said was taken over by an employee as a deviation of its own."""
    complaint = next(
        one
        for one in running
        if one.complaint
        and one.complaint.topic in GIVES_RISE
        and one.status == Status.CLOSED
        and one.unit != "ifo"
    )
    deviation = next(one for one in internal if one.status == Status.CLOSED)
    internal.remove(deviation)
    story = Story(
        complaint.title,
        complaint.text,
        "Brister i arbetssätt, metoder och rutiner",
        (complaint.unit,),
        (ROUTINES,),
        who="nobody",
        days=(1, 1),
    )
    deviation.origin, deviation.story, deviation.somebody = complaint, story, None
    deviation.unit, deviation.title, deviation.text = complaint.unit, story.title, story.text
    deviation.received_at = complaint.received_at + timedelta(hours=1)
    deviation.decided_on = plan.working_day(deviation.received_on + timedelta(days=16))
    deviation.causes = [ROUTINES]


def _annul_lex_sarah(lex_sarah: list[Draft]) -> None:
    """Each of the reasons once, the newest as the second report of another event."""
    annulled = [one for one in lex_sarah if one.annulled_on]
    reasons = (AnnulledBecause.MISTAKE, AnnulledBecause.HANDED_OVER, AnnulledBecause.DUPLICATE)
    for draft, reason in zip(annulled, reasons, strict=True):
        draft.annulled_because = reason
    _join(annulled[-1], [one for one in lex_sarah if one not in annulled])


def _join(draft: Draft, others: Iterable[Draft]) -> None:
    """With the nearest case before it that was undecided on the day."""
    assert draft.annulled_on  # noqa: S101 -- for the type checker
    draft.same_as = max(
        (
            one
            for one in others
            if one.received_at < draft.received_at
            and (one.decided_on is None or one.decided_on > draft.annulled_on)
            and one.origin is None
        ),
        key=lambda one: one.received_at,
    )
    draft.annulled_because = AnnulledBecause.DUPLICATE
    _tell_the_same(draft, draft.same_as)


def _reported_twice(internal: Iterable[Draft]) -> None:
    """Two colleagues told of one event, one report was a mistake, one has just been read."""
    under_way = [one for one in internal if one.status == Status.INVESTIGATION]
    kept, second = under_way[0], under_way[1]
    second.received_at = max(second.received_at, kept.received_at + timedelta(hours=2))
    for draft, reason in (
        (second, AnnulledBecause.DUPLICATE),
        (under_way[2], AnnulledBecause.MISTAKE),
    ):
        draft.status, draft.annulled_because = Status.ANNULLED, reason
        draft.annulled_on = plan.working_day(draft.received_on + timedelta(days=2))
    under_way[3].status = Status.ASSESSMENT
    _are_new(under_way[3:4])
    second.same_as = kept
    _tell_the_same(second, kept)
