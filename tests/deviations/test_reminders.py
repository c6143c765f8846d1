"""Daily letters about deadlines: to whom, how often, and with how little in them."""

import logging
import threading
from datetime import date, datetime

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.celery import app
from deviations.catalogue import load_clock_rules
from deviations.mail import tell
from deviations.models import Deviation, IvoNotification, Kind, Reminder, Status
from deviations.services.reminders import Tally, _by_receiver, _send, remind
from organisation.models import Membership, Role, User
from tests.factories.deviations import assigned, make_case
from tests.factories.organisation import Organisation
from tests.people import People

THURSDAY = date(2026, 1, 15)
FRIDAY, SATURDAY = date(2026, 1, 16), date(2026, 1, 17)


@pytest.fixture
def rules(db: None) -> None:
    load_clock_rules()


@pytest.fixture
def report(rules: None, organisation: Organisation) -> Deviation:
    return make_case(organisation.intake, Kind.LEX_SARAH, received_on=THURSDAY)


@pytest.fixture
def addresses(people: People) -> None:
    for user in User.objects.all():
        user.email = f"{user.username}@lindby.example"
        user.save(update_fields=["email"])


def receivers() -> list[str]:
    return sorted(address.partition("@")[0] for letter in mail.outbox for address in letter.to)


@pytest.mark.usefixtures("addresses")
def test_a_letter_holds_number_day_and_the_way_to_the_overview(report: Deviation) -> None:
    tally = remind(FRIDAY)
    (letter,) = mail.outbox
    assert (tally.letters, tally.reminders, letter.to) == (1, 2, ["sara@lindby.example"])
    assert (letter.subject, letter.body) == (
        "Påminnelse om 2 frister",
        f"{report.number}: senast 16 januari 2026\n"
        f"{report.number}: senast 20 januari 2026\n\n"
        "Vad som ska göras står i översikten: http://127.0.0.1:8000/\n",
    )


@pytest.mark.usefixtures("addresses")
def test_the_same_day_reminds_once_and_the_next_day_again(report: Deviation) -> None:
    Deviation.objects.update(status=Status.ASSESSMENT)
    sent = [remind(day).letters for day in (FRIDAY, FRIDAY, date(2026, 1, 21))]
    assert sent == [1, 0, 1]
    assert mail.outbox[1].body.startswith(f"{report.number}: senast 20 januari 2026 (har gått ut)")


def test_beat_asks_for_what_there_is() -> None:
    app.loader.import_default_modules()
    asked = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert asked - set(app.tasks) == set()
    assert "deviations.tasks.remind" in asked


@pytest.mark.usefixtures("addresses", "report")
def test_nobody_is_reminded_on_a_day_off_or_of_what_is_far_away() -> None:
    assert remind(SATURDAY).letters == 0
    Deviation.objects.update(status=Status.INVESTIGATION)
    assert remind(FRIDAY).letters == 0


@pytest.mark.usefixtures("addresses")
def test_what_had_passed_before_an_old_register_came_brings_no_letter(report: Deviation) -> None:
    imported_at = timezone.make_aware(datetime(2026, 1, 19, 9))
    Deviation.objects.update(external_reference="17", created_at=imported_at)
    assert [remind(date(2026, 1, 20)).reminders, remind(date(2026, 1, 21)).reminders] == [1, 1]
    assert "16 januari" not in str([letter.body for letter in mail.outbox])


@pytest.mark.usefixtures("addresses")
def test_who_must_act_is_told(people: People, organisation: Organisation, rules: None) -> None:
    internal = make_case(organisation.intake, received_on=THURSDAY)
    remind(FRIDAY)
    assert receivers() == ["eva"]
    mail.outbox.clear()
    Deviation.objects.all().update(status=Status.ASSESSMENT)
    report = make_case(organisation.intake, Kind.LEX_SARAH, received_on=THURSDAY)
    for case in (internal, report):
        assigned(case, people.sara, people.ulla)
    remind(date(2026, 3, 11))
    assert receivers() == ["ulla"]
    mail.outbox.clear()
    Deviation.objects.all().update(status=Status.INVESTIGATED)
    remind(date(2026, 3, 12))
    assert receivers() == ["dag", "eva"]
    mail.outbox.clear()
    IvoNotification.objects.create(deviation=report, suspected_on=date(2026, 3, 12))
    remind(date(2026, 3, 13))
    assert receivers() == ["dag", "eva", "sara"]


@pytest.mark.usefixtures("addresses", "report")
def test_the_deadline_of_an_investigator_who_has_left_the_work_is_the_handlers(
    people: People,
) -> None:
    assigned(Deviation.objects.get(), people.sara, people.ulla)
    Membership.objects.filter(user=people.ulla).update(role=Role.STAFF)
    remind(date(2026, 3, 11))
    assert receivers() == ["sara"]


@pytest.mark.usefixtures("report")
def test_who_has_no_address_is_counted(people: People, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="deviations.services.reminders"):
        tally = remind(FRIDAY)
    assert (tally.without_address, mail.outbox) == (1, [])
    assert caplog.messages == [
        "reminders letters=0 reminders=0 without_address=1 with_nobody=0 failed=0"
    ]


@pytest.mark.usefixtures("addresses", "report")
def test_a_silent_mail_server_leaves_nothing_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(backend: EmailBackend) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "open", silent)
        assert remind(FRIDAY).letters == 0
    assert not Reminder.objects.exists()
    assert remind(FRIDAY).letters == 1


@pytest.mark.usefixtures("addresses", "report")
def test_two_runs_that_saw_the_same_remind_once() -> None:
    """On either database: the row decides, and not what a run saw when it began."""
    tallies = [Tally(), Tally()]
    seen = [_by_receiver(FRIDAY, tally) for tally in tallies]
    for wanted, tally in zip(seen, tallies, strict=True):
        _send(wanted, FRIDAY, tally)
    assert [tally.letters for tally in tallies] == [1, 0]
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="in memory SQLite has one writer")
def test_two_workers_at_once_remind_once(
    people: People, report: Deviation, addresses: None
) -> None:
    def work() -> None:
        ready.wait()
        try:
            remind(FRIDAY)
        finally:
            connection.close()

    ready = threading.Barrier(2)
    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    told = [line for letter in mail.outbox for line in letter.body.split("\n\n")[0].splitlines()]
    assert sorted(told) == [
        f"{report.number}: senast 16 januari 2026",
        f"{report.number}: senast 20 januari 2026",
    ]


@pytest.mark.usefixtures("addresses", "rules")
def test_one_and_three_cost_the_same_to_find(organisation: Organisation) -> None:
    """Beside the rows that say they were sent."""
    costs = []
    for count in (1, 3):
        for _ in range(count):
            make_case(organisation.intake, received_on=THURSDAY)
        remind(FRIDAY)
        with CaptureQueriesContext(connection) as captured:
            remind(FRIDAY)
        reads = [one for one in captured if "reminder" not in one["sql"]]
        costs.append(len(reads))
    assert costs[0] == costs[1]


@pytest.mark.usefixtures("addresses", "at_once")
def test_telling_waits_for_the_commit_and_passes_by_who_has_no_address(
    people: People, django_capture_on_commit_callbacks: object
) -> None:
    User.objects.filter(pk=people.eva.pk).update(email="")
    users = User.objects.filter(username__in=("eva", "sara"))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        tell(users, "LS-2026-0001", ["LS-2026-0001 ligger hos lex Sarah-ansvarig."])
        assert mail.outbox == []
    assert receivers() == ["sara"]
