from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from audit.models import Event
from deviations.models import Deviation
from indicators.models import AnswerOption, Observation
from measures.models import FollowUp, Measure
from organisation.models import Membership, Unit
from risks.models import ControlResult, RiskAssessment
from tests.factories.organisation import make_unit

OUTCOME = ("indicator__code", "unit__slug", "year", "period", "sex")


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
        list(Observation.objects.order_by(*OUTCOME).values_list(*OUTCOME, "numerator", "value")),
        list(AnswerOption.objects.order_by("question__survey__code", "pk").values_list("count")),
        list(RiskAssessment.objects.order_by("risk__code", "assessed_on").values_list("comment")),
        list(
            ControlResult.objects.order_by("control__code", "carried_out_on").values_list("count")
        ),
        Unit.objects.count(),
        Event.objects.count(),
    ]


def test_it_refuses_outside_the_demonstration(settings: Settings, db: None) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        load()

    assert not Unit.objects.exists()


def test_it_takes_few_statements_and_loading_twice_changes_nothing(demo_mode: None) -> None:
    with CaptureQueriesContext(connection) as queries:
        load()
    before = everything()

    answer = load()

    # SQLite takes a thousand values at a time: the steps and notes of 400 cases are many batches.
    assert len(queries) < 270
    assert everything() == before
    assert answer == "Demokommunen finns redan.\n"


def test_the_same_rows_come_every_time(demo_mode: None) -> None:
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
