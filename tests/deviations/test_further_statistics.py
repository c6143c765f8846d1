"""Figures beside the flow of cases, each counted by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deviations import statistics
from deviations.models import (
    Channel,
    Clock,
    ClockRule,
    Complaint,
    Deviation,
    DeviationReport,
    DeviationType,
    Information,
    IvoNotification,
    Kind,
    Severity,
)
from deviations.statistics import Answers, Documented, Ivo, Reported, Silence
from lib.periods import Period
from organisation.groups import sections_of
from organisation.models import Unit
from tests.factories.history import destroy, lay
from tests.factories.organisation import Organisation

YEAR = Period.of(2023)
MARCH, MAY = date(2023, 3, 1), date(2023, 5, 1)


@pytest.fixture
def unit(organisation: Organisation) -> Unit:
    return organisation.intake


def investigated(unit: Unit, **fields: Any) -> Deviation:
    return lay(unit, MARCH, decided=MAY, severity=Severity.RISK, **fields)


def test_one_event_told_by_three_is_one_case_and_three_reports(unit: Unit) -> None:
    case = lay(unit, MARCH)
    for _ in range(3):
        DeviationReport.objects.create(deviation=case, text="Text")
    lay(unit, MARCH)
    lay(unit, MARCH, annulled=MAY)
    assert statistics.reported([unit.pk], YEAR) == {Kind.LEX_SARAH: Reported(cases=2, reports=4)}
    destroy(case)
    assert statistics.reported([unit.pk], YEAR) == {Kind.LEX_SARAH: Reported(cases=2, reports=4)}


def test_a_year_has_the_same_reports_when_two_cases_are_joined_in_the_next(unit: Unit) -> None:
    kept, joined = (lay(unit, MARCH) for _ in range(2))
    for case in (kept, joined):
        DeviationReport.objects.create(deviation=case, text="Text")
    told = {Kind.LEX_SARAH: Reported(cases=2, reports=2)}
    assert statistics.reported([unit.pk], YEAR) == told
    joined.reports.update(deviation=kept)
    Deviation.objects.filter(pk=joined.pk).update(
        status="annulled", annulled_on=date(2024, 1, 9), annulled_because="duplicate"
    )
    assert statistics.reported([unit.pk], YEAR) == told


def test_late_cases_came_in_during_the_year_and_wait_at_its_end(unit: Unit) -> None:
    lay(unit, date(2022, 12, 1))
    lay(unit, MARCH)
    lay(unit, MARCH, decided=date(2024, 1, 2), severity=Severity.NONE)
    investigated(unit)
    flow = statistics.reconciliation([unit.pk], YEAR)
    assert (flow.open, flow.late) == (3, 2)


def test_cases_per_channel_and_main_type(unit: Unit) -> None:
    law = DeviationType.objects.create(name="Rättssäkerhet")
    missing = DeviationType.objects.create(name="Dokumentation saknas", parent=law)
    lay(unit, MARCH, kind=Kind.INTERNAL, type=missing, channel=Channel.PHONE)
    lay(unit, MARCH, kind=Kind.INTERNAL, type=law)
    left = lay(unit, MARCH, kind=Kind.INTERNAL)
    destroy(left)
    found = statistics.per_type_and_channel([unit.pk], YEAR, Kind.INTERNAL)
    assert found == {
        ("Rättssäkerhet", Channel.PHONE): 1,
        ("Rättssäkerhet", Channel.FORM): 1,
        ("", ""): 1,
    }
    assert statistics.per_type_and_channel([unit.pk], YEAR, Kind.LEX_SARAH) == {}


def test_a_notification_may_go_before_the_investigation_is_finished(unit: Unit) -> None:
    for case, day in (
        (investigated(unit), date(2023, 4, 1)),
        (investigated(unit), MAY),
        (lay(unit, MARCH), MARCH),
        (lay(unit, date(2022, 1, 1)), date(2022, 2, 1)),
    ):
        IvoNotification.objects.create(deviation=case, suspected_on=day, notified_on=day)
    assert statistics.notified_to_ivo([unit.pk], YEAR) == Ivo(notified=3, before_finished=2)


def test_the_median_time_from_received_to_decided(unit: Unit) -> None:
    for day in (date(2023, 3, 11), date(2023, 3, 21), date(2023, 4, 30), date(2023, 3, 12)):
        lay(unit, MARCH, decided=day, severity=Severity.NONE)
    lay(unit, MARCH)
    lay(unit, MARCH, decided=MAY, severity=Severity.OUTSIDE)
    found = statistics.time_to_decision([unit.pk], YEAR)
    assert (found.cases, found.median) == (4, Decimal("15.5"))


def test_of_no_cases_there_is_no_median(unit: Unit) -> None:
    assert statistics.time_to_decision([unit.pk], YEAR).median is None


def note(case: Deviation, act: str, receiver: str, on: date | None, reason: str = "") -> None:
    Information.objects.create(
        deviation=case,
        act=act,
        receiver=receiver,
        informed_on=on,
        reason_not=reason,
        made_by_name="Sara Alm",
    )


def test_the_person_was_told_or_there_is_a_reason_or_nothing(unit: Unit) -> None:
    told, excused, late, staff, _ = (investigated(unit) for _ in range(5))
    informed = Information.Act.INFORMED
    note(told, informed, "guardian", MAY)
    note(told, informed, "person", None, "Barnet är två år.")
    note(excused, informed, "person", None, "Skyddade uppgifter.")
    note(late, informed, "person", date(2024, 1, 2))
    note(staff, informed, "staff", MAY)
    found = statistics.informed([unit.pk], YEAR)
    assert (found, found.missing) == (Documented(cases=5, done=1, reason=1), 3)


def test_a_childs_own_view_was_heard_or_there_is_a_reason_or_nothing(unit: Unit) -> None:
    investigated(unit, age_band="13-17", own_view="Ingen frågade mig.")
    investigated(unit, age_band="0-12", own_view_missing_reason="Barnet är nyfött.")
    note(investigated(unit, age_band="0-12"), "heard", "person", MAY)
    note(investigated(unit, age_band="0-12"), "heard", "guardian", MAY)
    investigated(unit, age_band="21-64", own_view="En vuxen.")
    assert statistics.heard([unit.pk], YEAR) == Documented(cases=4, done=2, reason=1)


def complain(unit: Unit, came: date = MARCH, **fields: Any) -> Deviation:
    case = lay(unit, came, kind=Kind.COMPLAINT)
    Complaint.objects.create(deviation=case, **fields)
    return case


def test_topics_and_outcomes_of_complaints_without_the_appeals(unit: Unit) -> None:
    topic = Complaint.Topic.TREATMENT
    complain(unit, topic=topic, outcome="founded")
    complain(unit, topic=topic)
    complain(unit, topic=Complaint.Topic.DECISION, is_appeal=True)
    destroy(complain(unit))
    came = statistics.complaints_received([unit.pk], YEAR)
    assert statistics.complaint_topics(came) == {
        "treatment": {"founded": 1, "": 1},
        "": {"": 1},
    }


def test_answers_are_in_time_by_the_promise_of_their_day(unit: Unit) -> None:
    for year, days in ((2000, 10), (2023, 5)):
        ClockRule.objects.create(
            clock=Clock.ANSWER, length=days, measure="days", valid_from=date(year, 3, 1)
        )
    wants: dict[str, Any] = {"wants_answer": True, "contact": "070"}
    complain(unit, answered_on=date(2023, 3, 6), **wants)
    complain(unit, answered_on=date(2023, 3, 7), **wants)
    complain(unit, date(2023, 2, 1), answered_on=date(2023, 2, 11), **wants)
    complain(unit, answered_on=date(2024, 1, 1), **wants)
    complain(unit)
    found = statistics.answers([unit.pk], YEAR)
    assert (found, found.waiting) == (Answers(wanted=4, in_time=2, late=1), 1)


def test_a_unit_that_reports_nothing_is_named(organisation: Organisation) -> None:
    places = [unit.pk for unit in Unit.objects.filter(level=Unit.Level.UNIT)]
    lay(organisation.intake, MARCH)
    lay(organisation.youth, MARCH, kind=Kind.COMPLAINT)
    lay(organisation.support, MARCH, kind=Kind.INTERNAL, annulled=MAY)
    destroy(lay(organisation.home_care, MARCH, kind=Kind.INTERNAL, decided=MAY))
    received = statistics.received_per_unit(places, YEAR)
    assert statistics.silent_units(places, YEAR, received) == Silence(
        units=5, silent=("Ekonomiskt bistånd", "HVB Ekudden", "Ungdomsenheten"), others=(1, 1)
    )


def test_destroyed_cases_count_in_every_table(organisation: Organisation) -> None:
    groups = sections_of(organisation.ifo, YEAR.end)
    for section in (organisation.youth, organisation.support):
        investigated(section)
    complain(organisation.youth, is_appeal=True)
    units = frozenset().union(*(group.unit_ids for group in groups))

    def complaints(groups: Any, year: Period) -> Any:
        return statistics.complaints(groups, statistics.complaints_received(units, year))

    everything = (statistics.investigated_per_grade, statistics.causes, complaints)
    before = [count(groups, YEAR) for count in everything]
    for case in list(Deviation.objects.all()):
        stub = destroy(case)
        stub.is_appeal = case.kind == Kind.COMPLAINT
        stub.save()
    assert [count(groups, YEAR) for count in everything] == before


def test_no_figure_asks_more_for_more_cases(unit: Unit) -> None:
    counts = []
    for _ in range(2):
        investigated(unit)
        complain(unit, wants_answer=True, contact="070")
        with CaptureQueriesContext(connection) as asked:
            for count in (
                statistics.reported,
                statistics.received_per_unit,
                statistics.notified_to_ivo,
                statistics.time_to_decision,
                statistics.informed,
                statistics.heard,
                statistics.complaints_received,
                statistics.answers,
            ):
                count([unit.pk], YEAR)
        counts.append(len(asked))
    assert counts[0] == counts[1]
