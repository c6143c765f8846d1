"""IVO: a notification at once, the investigation within two months, and what came back."""

from collections.abc import Callable
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audit.models import Event
from deviations import services
from deviations.catalogue import load_clock_rules
from deviations.clocks import deadlines
from deviations.models import Deviation, IvoNotification, Kind, Status
from organisation.law import load_legal_references
from organisation.models import User
from tests.factories.deviations import make_case
from tests.factories.organisation import Organisation

RECEIVED, SUSPECTED, NOTIFIED = date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 5)


@pytest.fixture(autouse=True)
def rules(db: None) -> None:
    load_clock_rules()
    load_legal_references()


@pytest.fixture
def report(organisation: Organisation) -> Deviation:
    case = make_case(organisation.intake, Kind.LEX_SARAH, received_on=RECEIVED)
    return standing(case, Status.INVESTIGATION)


def standing(case: Deviation, status: Status, **columns: object) -> Deviation:
    Deviation.objects.filter(pk=case.pk).update(status=status, **columns)
    return case


def suspect(sara: User, case: Deviation, day: date = SUSPECTED) -> IvoNotification:
    return services.suspect_serious(actor=sara, deviation=case, suspected_on=day)


def notify(
    sara: User, case: Deviation, day: date = NOTIFIED, *, finished: bool = False
) -> IvoNotification:
    return services.notify_ivo(
        actor=sara, deviation=case, notified_on=day, with_investigation=finished
    )


def due(case: Deviation) -> dict[str, str]:
    fresh = Deviation.objects.select_related("ivo").get(pk=case.pk)
    found = {one.clock.value: one.due_on.isoformat() for one in deadlines(fresh)}
    return {clock: day for clock, day in found.items() if clock in ("notify", "complete")}


def test_a_notification_before_the_investigation_is_finished_starts_two_months(
    sara: User, report: Deviation
) -> None:
    suspect(sara, report)
    assert due(report) == {"notify": "2026-03-06"}
    row = notify(sara, report)
    assert (row.suspected_on, row.notified_on, row.completion_due_on) == (
        SUSPECTED,
        NOTIFIED,
        date(2026, 5, 5),
    )
    assert due(report) == {"complete": "2026-05-05"}
    report.refresh_from_db()
    assert report.status == Status.INVESTIGATION


def test_a_finished_investigation_goes_with_the_notification(sara: User, report: Deviation) -> None:
    with pytest.raises(services.IllegalStep, match="Utredningen är inte klar"):
        notify(sara, report, finished=True)
    standing(report, Status.INVESTIGATED)
    assert notify(sara, report, finished=True).completion_due_on is None
    assert due(report) == {}


def test_what_passes_between_us_and_ivo_is_kept(sara: User, report: Deviation) -> None:
    notify(sara, report)
    case: dict[str, Any] = {"actor": sara, "deviation": report}
    services.record_receipt(**case, received_on=date(2026, 3, 9), ivo_diary_number="3.1.2-1/2026")
    services.record_extension(
        **case, granted_on=date(2026, 4, 30), extended_to=date(2026, 6, 1), text="Sjukdom."
    )
    assert due(report) == {"complete": "2026-06-01"}
    standing(report, Status.INVESTIGATED)
    services.record_completion(**case, completed_on=date(2026, 5, 29), whole=True)
    assert due(report) == {}
    services.record_request(
        **case, requested_on=date(2026, 6, 10), text="Rutinen.", answer_by=date(2026, 6, 24)
    )
    assert due(report) == {"complete": "2026-06-24"}
    services.record_completion(**case, completed_on=date(2026, 6, 20), whole=True)
    row = services.record_ivo_decision(**case, decided_on=date(2026, 9, 1), text="Avslutas.")
    assert (row.ivo_diary_number, row.completed_on, row.ivo_decided_on, row.ivo_decision) == (
        "3.1.2-1/2026",
        date(2026, 6, 20),
        date(2026, 9, 1),
        "Avslutas.",
    )
    assert [event.kind for event in row.events.all()] == [
        "notified",
        "receipt",
        "extension",
        "completion",
        "request",
        "completion",
        "decision",
    ]
    logged = Event.objects.filter(object_id=str(report.pk), changes__has_key="ivo_event")
    assert [event.detail["ivo"] for event in logged.order_by("pk")][:2] == ["notified", "receipt"]


def test_a_part_leaves_the_clock_running(sara: User, report: Deviation) -> None:
    notify(sara, report)
    part: dict[str, Any] = {"actor": sara, "deviation": report, "completed_on": date(2026, 4, 1)}
    services.record_completion(**part, whole=False)
    assert due(report) == {"complete": "2026-05-05"}
    with pytest.raises(services.IllegalStep, match="Utredningen är inte klar"):
        services.record_completion(**part, whole=True)


@pytest.mark.parametrize("answer_by", [date(2026, 3, 20), date(2026, 6, 30)])
def test_what_ivo_asks_for_meanwhile_does_not_move_the_two_months(
    sara: User, report: Deviation, answer_by: date
) -> None:
    notify(sara, report)
    services.record_request(
        actor=sara,
        deviation=report,
        requested_on=date(2026, 3, 9),
        text="Rutinen.",
        answer_by=answer_by,
    )
    assert due(report) == {"complete": min(answer_by, date(2026, 5, 5)).isoformat()}


@pytest.mark.parametrize("severity", ["none", "outside"])
def test_what_ivo_knows_of_is_investigated_before_it_is_decided(
    sara: User, report: Deviation, severity: str
) -> None:
    standing(report, Status.ASSESSMENT)
    notify(sara, report)
    with pytest.raises(services.IllegalStep, match="anmält till IVO"):
        services.decide(
            actor=sara,
            deviation=report,
            severity=severity,
            motive="Ingen kom till skada.",
            decided_on=timezone.localdate(),
        )


def test_a_suspicion_can_be_dropped_and_come_back(sara: User, report: Deviation) -> None:
    suspect(sara, report)
    services.drop_suspicion(actor=sara, deviation=report, dropped_on=NOTIFIED, text="Fel person.")
    assert due(report) == {}
    suspect(sara, report, date(2026, 3, 10))
    assert due(report) == {"notify": "2026-03-12"}


@pytest.mark.parametrize("status", [Status.RECEIVED, Status.INVESTIGATED, Status.MEASURES])
def test_it_is_possible_from_any_open_status(sara: User, report: Deviation, status: Status) -> None:
    standing(report, status)
    assert notify(sara, report).notified_on == NOTIFIED


def test_a_closed_case_still_takes_ivos_letters(sara: User, report: Deviation) -> None:
    notify(sara, report)
    closing: dict[str, Any] = {"decided_on": NOTIFIED, "severity": "serious", "closed_on": NOTIFIED}
    standing(report, Status.CLOSED, **closing)
    services.record_ivo_decision(
        actor=sara, deviation=report, decided_on=date(2026, 4, 1), text="Avslutas."
    )
    with pytest.raises(services.IllegalStep, match="avslutat"):
        suspect(sara, report)


WRONG: dict[str, tuple[Callable[[User, Deviation], object], str]] = {
    "before the case": (lambda sara, case: suspect(sara, case, date(2026, 3, 1)), "kom in"),
    "in the future": (
        lambda sara, case: suspect(sara, case, timezone.localdate() + timedelta(days=1)),
        "framtiden",
    ),
    "suspected twice": (lambda sara, case: (suspect(sara, case), suspect(sara, case)), "redan"),
    "notified twice": (lambda sara, case: (notify(sara, case), notify(sara, case)), "redan anmält"),
    "notified before suspected": (
        lambda sara, case: (suspect(sara, case), notify(sara, case, date(2026, 3, 3))),
        "misstanken noterades",
    ),
    "a receipt of nothing": (
        lambda sara, case: services.record_receipt(
            actor=sara, deviation=case, received_on=NOTIFIED, ivo_diary_number="1"
        ),
        "inte anmält",
    ),
    "an answer before the notification": (
        lambda sara, case: (
            notify(sara, case),
            services.record_receipt(
                actor=sara, deviation=case, received_on=SUSPECTED, ivo_diary_number="1"
            ),
        ),
        "före anmälan",
    ),
    "a shorter extension": (
        lambda sara, case: (
            notify(sara, case),
            services.record_extension(
                actor=sara, deviation=case, granted_on=NOTIFIED, extended_to=date(2026, 5, 1)
            ),
        ),
        "längre än",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_is_refused(sara: User, report: Deviation, wrong: str) -> None:
    act, words = WRONG[wrong]
    with pytest.raises(services.IllegalStep, match=words):
        act(sara, report)


def test_only_lex_sarah_cases_go_to_ivo(sara: User, organisation: Organisation) -> None:
    with pytest.raises(services.IllegalStep, match="Bara lex Sarah"):
        suspect(sara, make_case(organisation.intake, received_on=RECEIVED))


# The page ------------------------------------------------------------------------------------


def page_of(client: Client, user: User, case: Deviation) -> str:
    client.force_login(user)
    return client.get(reverse("deviations:ivo", args=[case.number])).content.decode()


def test_the_page_tells_the_law_of_the_steps_own_day(
    client: Client, sara: User, organisation: Organisation
) -> None:
    old = make_case(organisation.intake, Kind.LEX_SARAH, received_on=date(2025, 6, 2))
    suspect(sara, old, date(2025, 6, 30))
    assert "14 kap. 7 § SoL" in page_of(client, sara, old)
    notify(sara, old, date(2025, 7, 1))
    assert "27 kap. 6 § SoL" in page_of(client, sara, old)


def test_who_reads_may_not_note(client: Client, sara: User, dag: User, report: Deviation) -> None:
    suspect(sara, report)
    assert "Notera att anmälan är skickad" in page_of(client, sara, report)
    page = page_of(client, dag, report)
    assert "Notera att anmälan är skickad" not in page
    assert "Allvarligt misstänkt" in page


def test_reading_the_page_is_logged(client: Client, sara: User, report: Deviation) -> None:
    page_of(client, sara, report)
    assert Event.objects.filter(action="read", object_id=str(report.pk)).count() == 1


def test_a_refused_note_comes_back_with_what_was_typed(
    client: Client, sara: User, report: Deviation
) -> None:
    client.force_login(sara)
    url = reverse("deviations:ivo_step", args=[report.number, "anmalan"])
    sent = {"notified_on": "2026-03-01", "with_investigation": "no", "text": "Via e-tjänsten."}
    answer = client.post(url, sent)
    assert answer.status_code == 422
    assert "kan inte ligga före den dag ärendet kom in, 2 mars 2026" in answer.text
    assert "Via e-tjänsten." in answer.text


def test_a_note_that_came_too_late_is_shown_all_the_same(
    client: Client, sara: User, report: Deviation
) -> None:
    """Two people had the page open."""
    notify(sara, report)
    client.force_login(sara)
    url = reverse("deviations:ivo_step", args=[report.number, "anmalan"])
    sent = {"notified_on": "2026-03-05", "with_investigation": "no", "text": "Via e-tjänsten."}
    answer = client.post(url, sent)
    assert (answer.status_code, "redan anmält" in answer.text) == (422, True)
    assert "Via e-tjänsten." in answer.text


def test_an_unknown_act_is_not_found(client: Client, sara: User, report: Deviation) -> None:
    client.force_login(sara)
    url = reverse("deviations:ivo_step", args=[report.number, "overklaga"])
    assert client.post(url).status_code == HTTPStatus.NOT_FOUND


def test_the_page_costs_the_same_with_one_and_three_of_everything(
    client: Client, sara: User, report: Deviation
) -> None:
    notify(sara, report)
    client.force_login(sara)
    costs = []
    for _ in range(2):
        services.record_request(
            actor=sara, deviation=report, requested_on=date(2026, 4, 1), text="Mer."
        )
        report.packages.create(requested_by=sara)
        with CaptureQueriesContext(connection) as captured:
            page_of(client, sara, report)
        costs.append(len(captured))
    assert costs[0] == costs[1]
