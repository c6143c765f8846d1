from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from audit.models import Event
from deviations.models import Deviation
from measures.models import FollowUp, Measure
from organisation.models import Membership, Unit, User
from tests.factories.organisation import make_unit


@pytest.fixture
def demo_mode(settings: Settings, db: None) -> None:
    settings.DEMO = True
    settings.DEMO_PASSWORD = "demo"


def load(*options: str) -> str:
    out = StringIO()
    call_command("load_demo", *options, stdout=out)
    return out.getvalue()


def everything() -> list[object]:
    """What the loader makes, without ids and without moments of now."""
    return [
        list(Deviation.objects.order_by("number").values_list("number", "title", "received_at")),
        list(Deviation.objects.order_by("number").values_list("status", "investigator__username")),
        list(Measure.objects.order_by("title").values_list("title", "status", "follow_up_on")),
        list(FollowUp.objects.order_by("followed_up_on", "text").values_list("text", "status")),
        list(Membership.objects.order_by("user__username").values_list("user__username", "role")),
        Unit.objects.count(),
        Event.objects.count(),
    ]


def test_it_refuses_outside_the_demonstration(settings: Settings, db: None) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        load()

    assert not Unit.objects.exists()


def test_loading_twice_changes_nothing(demo_mode: None) -> None:
    load()
    before = everything()

    answer = load()

    assert everything() == before
    assert answer == "Demokommunen finns redan.\n"


def test_the_same_rows_come_every_time(demo_mode: None) -> None:
    from django.db import transaction

    with transaction.atomic():
        load()
        first = everything()
        transaction.set_rollback(True)

    load()

    assert everything() == first


def test_it_is_never_mixed_with_another_organisation(demo_mode: None) -> None:
    make_unit("Lindby kommun", "lindby", level=Unit.Level.MUNICIPALITY)

    with pytest.raises(CommandError, match="redan en organisation"):
        load()

    assert not Deviation.objects.exists()


def test_if_empty_leaves_another_organisation_alone_without_complaint(demo_mode: None) -> None:
    make_unit("Lindby kommun", "lindby", level=Unit.Level.MUNICIPALITY)

    assert load("--if-empty") == ""


def test_it_takes_few_statements(demo_mode: None) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        load()

    assert len(queries) < 150


def test_the_nine_logins_work(demo_mode: None) -> None:
    load()

    nine = ("mona", "eva", "karin", "sara", "ulla", "dag", "nils", "rut", "admin")
    refused = [name for name in nine if authenticate(username=name, password="demo") is None]
    assert refused == []


def test_one_event_tells_of_the_whole_loading(demo_mode: None) -> None:
    load()

    event = Event.objects.get(object_type="demo")
    assert event.detail["cases"] == Deviation.objects.count()


def test_only_the_administrator_reaches_the_configuration(demo_mode: None) -> None:
    load()

    assert [user.username for user in User.objects.filter(is_staff=True)] == ["admin"]
