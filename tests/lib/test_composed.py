"""A question composed once answers for whatever it is asked with."""

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
from django.test.utils import CaptureQueriesContext

from lib.composed import Composed, given
from organisation.models import Unit
from tests.factories.organisation import Organisation


def test_it_is_composed_once_and_asked_with_other_values(organisation: Organisation) -> None:
    composed: list[int] = []

    @Composed
    def below() -> QuerySet[Unit, tuple[int, str]]:
        composed.append(1)
        return Unit.objects.filter(parent_id=given(0)).values_list("pk", "name")

    for unit in (organisation.children, organisation.intake):
        expected = list(Unit.objects.filter(parent=unit).values_list("pk", "name"))
        assert below.ask(unit.pk) == expected
    assert composed == [1]


def test_values_are_parameters_and_may_stand_twice(organisation: Organisation) -> None:
    evil = "' OR 1=1 --"
    wanted = Q(name=given(1)) | Q(slug=given(0), name=given(1))
    named = Composed(lambda: Unit.objects.filter(wanted).values_list("pk"))
    assert named.ask("x", evil) == []
    assert named.ask("x", organisation.intake.name) == [(organisation.intake.pk,)]


@pytest.mark.usefixtures("organisation")
def test_what_can_have_no_answer_is_not_asked() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert Composed(lambda: Unit.objects.none().values_list("pk")).ask() == []
    assert len(asked) == 0
    assert len(Composed(lambda: Unit.objects.values_list("pk")).ask()) == Unit.objects.count()
