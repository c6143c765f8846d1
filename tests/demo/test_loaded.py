"""What the loaded demonstration lets people do."""

import pytest
from django.contrib.auth import authenticate
from django.core.files.storage import default_storage

from audit.models import Event
from demo import plan
from deviations.checklist import missing
from deviations.identity import unseal
from deviations.models import (
    AnnulledBecause,
    Assessment,
    Attachment,
    Deviation,
    IvoEvent,
    ManagerSlip,
    PersonIdentity,
    PublishedTotal,
    Status,
)
from deviations.retention import Holdings
from deviations.services.attachments import clean_name
from deviations.services.totals import against_sealing
from lib.filetypes import type_of
from organisation.models import User

pytestmark = pytest.mark.django_db


def test_the_nine_logins_work(demo: None) -> None:
    nine = ("mona", "eva", "karin", "sara", "ulla", "dag", "nils", "rut", "admin")

    refused = [name for name in nine if authenticate(username=name, password="demo") is None]

    assert refused == []


def test_one_event_tells_of_the_whole_loading(demo: None) -> None:
    event = Event.objects.get(object_type="demo")

    assert event.detail["cases"] == Deviation.objects.count()


def test_only_the_administrator_reaches_the_configuration(demo: None) -> None:
    assert [user.username for user in User.objects.filter(is_staff=True)] == ["admin"]


def test_every_step_lies_in_the_order_of_time_and_none_after_the_demo_s_day(demo: None) -> None:
    made: dict[str, list[Assessment]] = {}
    for row in Assessment.objects.select_related("deviation").order_by("pk"):
        made.setdefault(row.deviation.number, []).append(row)

    taken = {row.step for rows in made.values() for row in rows}
    assert set(Assessment.Step) - taken == {"unlocked", "returned", "handover"}
    for rows in made.values():
        assert [row.recorded_at for row in rows] == sorted(row.recorded_at for row in rows)
        assert rows[0].made_on >= rows[0].deviation.received_on
    assert not Assessment.objects.filter(made_on__gt=plan.TODAY).exists()
    assert not IvoEvent.objects.filter(happened_on__gt=plan.TODAY).exists()


def test_what_is_ready_has_answered_everything_but_the_measures(demo: None) -> None:
    ready = Deviation.objects.filter(kind="lex_sarah", status=Status.INVESTIGATED)

    assert {point.label for case in ready for point in missing(case)} == {
        "Åtgärder för att det inte ska hända igen"
    }


def test_cases_came_of_each_other_in_every_way(demo: None) -> None:
    running = Deviation.objects.filter(year=plan.TODAY.year, origin__isnull=False)
    ways = {(case.origin.kind, case.kind) for case in running if case.origin}

    assert {("internal", "lex_sarah"), ("lex_sarah", "internal")} <= ways
    assert ways & {("complaint", "internal"), ("viewpoint", "internal")}
    reasons = Deviation.objects.exclude(annulled_because="").values_list("annulled_because")
    assert {reason for (reason,) in reasons} == set(AnnulledBecause)


def test_joined_reports_stand_with_the_first_case(demo: None) -> None:
    joined = Deviation.objects.filter(annulled_because=AnnulledBecause.DUPLICATE)

    for case in joined:
        assert case.duplicate_of
        assert not case.reports.exists()
        assert case.duplicate_of.reports.filter(number_given=case.number).exists()


def test_a_slip_waits_for_eva(demo: None) -> None:
    eva = User.objects.get(username="eva")

    assert ManagerSlip.objects.visible_to(eva).filter(seen_at=None).exists()


def test_identities_can_be_opened_and_files_are_what_they_are_called(demo: None) -> None:
    for row in PersonIdentity.objects.all():
        assert unseal(row.sealed, row.deviation_id).name
    for file in Attachment.objects.all():
        with default_storage.open(file.stored_as) as content:
            assert type_of(clean_name(file.name), content).content_type == file.content_type


def test_the_years_before_add_up_to_what_the_first_counted_year_begins_with(demo: None) -> None:
    for year in (2018, 2019):
        rows = list(PublishedTotal.objects.filter(year=year).select_related("unit"))
        assert against_sealing(rows, year) == []
    pending = PublishedTotal.objects.filter(year=2019, figure="open")

    assert sum(row.count for row in pending) == 0
    assert not Deviation.objects.filter(received_on__year__lt=2020).exists()


def test_old_cases_are_due_for_gallring(demo: None) -> None:
    sara = User.objects.get(username="sara")

    assert Holdings.of(sara).due().exists()
