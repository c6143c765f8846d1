"""The deadlines that domain.md calls clocks: Swedish working days, rules with dates, IVO."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deviations.catalogue import load_clock_rules
from deviations.clocks import completion_due, deadlines, refresh, refresh_all
from deviations.models import (
    ClockRule,
    Complaint,
    Deviation,
    IvoNotification,
    Kind,
    Severity,
    Status,
)
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

MAUNDY_THURSDAY = date(2026, 4, 2)


@pytest.fixture(autouse=True)
def rules(db: None) -> None:
    load_clock_rules()


def running(case: Deviation) -> dict[str, date]:
    fresh = Deviation.objects.select_related("ivo", "complaint").get(pk=case.pk)
    return {one.clock.value: one.due_on for one in deadlines(fresh)}


def moved(case: Deviation, **columns: object) -> Deviation:
    Deviation.objects.filter(pk=case.pk).update(**columns)
    return case


def test_norms_in_working_days_pass_over_easter(organisation: Organisation) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH, received_on=MAUNDY_THURSDAY)
    assert running(case) == {
        "receive": date(2026, 4, 7),
        "assessment": date(2026, 4, 9),
        "investigation": date(2026, 5, 28),
    }
    case.refresh_from_db()
    assert (case.due_on, case.due_for) == (date(2026, 4, 7), "receive")


def test_what_has_been_done_runs_no_more(organisation: Organisation) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH, received_on=MAUNDY_THURSDAY)
    assert list(running(moved(case, status=Status.ASSESSMENT))) == ["assessment", "investigation"]
    assert list(running(moved(case, status=Status.INVESTIGATION))) == ["investigation"]
    decided = moved(case, decided_on=date(2026, 4, 30), severity="misconduct", status="decided")
    assert running(decided) == {}
    assert running(moved(case, status=Status.MEASURES)) == {"effect": date(2026, 7, 30)}
    assert running(moved(case, status=Status.CLOSED, closed_on=date(2026, 5, 1))) == {}


def test_the_rule_of_the_day_the_clock_began_holds(organisation: Organisation) -> None:
    ClockRule.objects.filter(clock="assessment").update(valid_to=date(2026, 3, 31))
    ClockRule.objects.create(
        clock="assessment", length=5, measure="days", basis="Ny rutin", valid_from="2026-04-01"
    )
    before = make_case(organisation.intake, received_on=date(2026, 3, 31))
    after = make_case(organisation.intake, received_on=date(2026, 4, 1))
    assert running(before)["assessment"] == date(2026, 4, 7)
    assert running(after)["assessment"] == date(2026, 4, 6)


def test_a_clock_without_a_rule_does_not_run(organisation: Organisation) -> None:
    ClockRule.objects.all().delete()
    assert running(make_case(organisation.intake)) == {}


def test_a_complaint_runs_only_to_its_receipt_and_answer(organisation: Organisation) -> None:
    case = make_case(organisation.intake, Kind.COMPLAINT, received_on=MAUNDY_THURSDAY)
    assert running(case) == {}
    Complaint.objects.update(wants_answer=True, contact="a@b.se")
    assert running(case) == {"receipt": date(2026, 4, 8), "answer": date(2026, 4, 20)}
    Complaint.objects.update(confirmed_on=date(2026, 4, 7))
    assert list(running(case)) == ["answer"]
    Complaint.objects.update(answered_on=date(2026, 4, 7))
    assert running(case) == {}


@pytest.fixture
def suspected(organisation: Organisation) -> IvoNotification:
    case = make_case(organisation.intake, Kind.LEX_SARAH, received_on=date(2026, 3, 2))
    moved(case, status=Status.INVESTIGATION)
    return IvoNotification.objects.create(deviation=case, suspected_on=date(2026, 3, 5))


def test_a_serious_suspicion_asks_for_a_notification(suspected: IvoNotification) -> None:
    assert running(suspected.deviation)["notify"] == date(2026, 3, 9)


def test_a_suspicion_that_is_dropped_asks_no_more(suspected: IvoNotification) -> None:
    IvoNotification.objects.update(dropped_on=date(2026, 3, 6))
    assert "notify" not in running(suspected.deviation)


def test_a_serious_decision_asks_for_a_notification_by_itself(organisation: Organisation) -> None:
    case = make_case(organisation.intake, Kind.LEX_SARAH, received_on=date(2026, 3, 2))
    decided = date(2026, 3, 20)
    moved(case, status="decided", decided_on=decided, severity=Severity.SERIOUS_RISK)
    assert running(case) == {"notify": date(2026, 3, 24)}


def completing(suspected: IvoNotification, **columns: object) -> tuple[date, str]:
    notified = {"notified_on": date(2025, 12, 31), "completion_due_on": date(2026, 2, 28)}
    IvoNotification.objects.update(**notified | columns)
    case = Deviation.objects.select_related("ivo").get(pk=suspected.deviation_id)
    (found,) = (one for one in deadlines(case) if one.clock == "complete")
    return found.due_on, found.basis


def test_an_unfinished_investigation_follows_within_two_months(suspected: IvoNotification) -> None:
    by_rule = "Utredningen ska ha kommit in inom två månader från anmälan."
    assert completing(suspected) == (date(2026, 2, 28), by_rule)
    extended = {"extended_to": date(2026, 3, 31)}
    assert completing(suspected, **extended) == (date(2026, 3, 31), "Anstånd från IVO.")
    asked = {"completion_due_on": date(2026, 2, 1)}
    assert completing(suspected, extended_to=None, **asked)[1] == "Datumet är satt av IVO."


def test_two_months_hold_even_where_the_rule_is_gone() -> None:
    assert completion_due(date(2026, 1, 15)) == date(2026, 3, 15)
    ClockRule.objects.all().delete()
    assert completion_due(date(2025, 12, 31)) == date(2026, 2, 28)


def test_a_changed_rule_moves_the_open_cases(organisation: Organisation) -> None:
    first, second = (make_case(organisation.intake, received_on=MAUNDY_THURSDAY) for _ in range(2))
    moved(second, status=Status.CLOSED, decided_on=MAUNDY_THURSDAY, closed_on=MAUNDY_THURSDAY)
    ClockRule.objects.filter(clock="receive").update(length=2)
    assert refresh_all() == 1
    first.refresh_from_db()
    assert first.due_on == date(2026, 4, 8)
    assert refresh_all() == 0


def test_refreshing_one_and_three_costs_the_same(organisation: Organisation) -> None:
    costs = []
    for count in (1, 3):
        for _ in range(count):
            make_case(organisation.intake, received_on=MAUNDY_THURSDAY)
        Deviation.objects.update(due_on=None, due_for="")
        with CaptureQueriesContext(connection) as captured:
            refresh_all()
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_a_deadline_that_is_gone_is_taken_away(organisation: Organisation) -> None:
    case = make_case(organisation.intake, received_on=MAUNDY_THURSDAY)
    moved(case, status=Status.ANNULLED, annulled_on=MAUNDY_THURSDAY)
    refresh(case)
    case.refresh_from_db()
    assert (case.due_on, case.due_for) == (None, "")
