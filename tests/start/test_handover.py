"""Somebody leaves: what they answered for is somebody else's, in one action."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from audit.models import Event
from measures.models import Measure, Status
from organisation.models import Process, User
from reviews.models import Review
from risks.models import Control, Risk
from start.handover import hand_over
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation
from tests.factories.reviews import make_review
from tests.factories.risks import make_control, make_risk

ADDRESS = reverse("start:handover")


@pytest.fixture
def evas(organisation: Organisation, eva: User) -> None:
    """An open risk, a control, a process, a review and a measure."""
    unit = organisation.intake
    Process.objects.create(unit=unit, number="2.1", name="Utreda", owner=eva)
    make_review(unit, responsible=eva)
    make_risk(unit, responsible=eva)
    make_control(unit, responsible=eva)
    make_measure(unit, responsible=eva)


def send(client: Client, holder: User, successor: User, *chosen: str) -> Any:
    sent = {"chosen": chosen, "successor": successor.pk}
    return client.post(f"{ADDRESS}?fran={holder.pk}", sent)


def everything(client: Client, holder: User) -> list[str]:
    form = client.get(ADDRESS, {"fran": holder.pk}).context["form"]
    return [key for key, _ in form.fields["chosen"].choices]


@pytest.mark.usefixtures("evas")
def test_all_of_it_is_handed_over_in_one_action(
    client: Client, karin: User, eva: User, dag: User
) -> None:
    client.force_login(karin)

    answer = send(client, eva, dag, *everything(client, eva))

    assert answer.status_code == 302
    owners = {model.objects.get().responsible for model in (Risk, Control, Measure, Review)}
    assert owners == {dag} == {Process.objects.get().owner}
    changed = Event.objects.filter(action=Event.Action.CHANGE, actor_id=karin.pk)
    assert changed.count() == 5


@pytest.mark.usefixtures("evas")
def test_what_is_not_ticked_stays(client: Client, karin: User, eva: User, dag: User) -> None:
    client.force_login(karin)

    send(client, eva, dag, "risk:R1")

    assert (Risk.objects.get().responsible, Control.objects.get().responsible) == (dag, eva)


@pytest.mark.usefixtures("evas")
def test_it_is_handed_back_in_the_same_way(
    client: Client, karin: User, eva: User, dag: User
) -> None:
    client.force_login(karin)
    chosen = everything(client, eva)
    send(client, eva, dag, *chosen)

    send(client, dag, eva, *chosen)

    assert Risk.objects.get().responsible == eva


def test_what_is_finished_stays_with_who_did_it(
    client: Client, organisation: Organisation, karin: User, eva: User
) -> None:
    make_measure(organisation.intake, responsible=eva, status=Status.DONE)
    client.force_login(karin)

    assert client.get(ADDRESS, {"fran": eva.pk}).context["held"] == []


def test_who_has_left_can_still_be_handed_over_from(
    client: Client, organisation: Organisation, karin: User, eva: User
) -> None:
    make_risk(organisation.intake, responsible=eva)
    User.objects.filter(pk=eva.pk).update(is_active=False)
    client.force_login(karin)

    assert everything(client, eva) == ["risk:R1"]


@pytest.mark.usefixtures("evas")
def test_nothing_of_other_units_is_reached(
    client: Client, organisation: Organisation, erik: User, eva: User
) -> None:
    client.force_login(erik)

    assert client.get(ADDRESS, {"fran": eva.pk}).context["holder"] is None
    assert send(client, eva, erik, "risk:R1").status_code == 404
    assert hand_over(actor=erik, holder=eva, successor=erik, chosen={"risk:R1"}) == 0


@pytest.mark.usefixtures("evas")
def test_a_successor_can_see_what_is_given(
    client: Client, karin: User, eva: User, mona: User
) -> None:
    client.force_login(karin)

    answer = send(client, eva, mona, "risk:R1")

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"successor"}


@pytest.mark.usefixtures("evas")
def test_nothing_chosen_is_told_at_the_field(
    client: Client, karin: User, eva: User, dag: User
) -> None:
    client.force_login(karin)

    assert set(send(client, eva, dag).context["form"].errors) == {"chosen"}


def test_a_unit_that_the_successor_cannot_see_is_named(
    client: Client, organisation: Organisation, karin: User, dag: User, eva: User
) -> None:
    make_risk(organisation.youth, responsible=dag)
    client.force_login(karin)

    answer = send(client, dag, eva, "risk:R1")

    assert "kan inte se R1" in answer.context["form"].errors["successor"][0]
    assert Risk.objects.get().responsible == dag


@pytest.mark.usefixtures("evas")
def test_the_page_costs_as_much_with_three_of_each_as_with_one(
    client: Client,
    organisation: Organisation,
    karin: User,
    eva: User,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(karin)
    client.get(ADDRESS, {"fran": eva.pk})
    with django_assert_num_queries(17):
        client.get(ADDRESS, {"fran": eva.pk})
    for number in (2, 3):
        make_risk(organisation.intake, f"R{number}", responsible=eva)
        make_control(organisation.intake, f"E{number}", responsible=eva)
        make_measure(organisation.intake, responsible=eva)
        make_review(organisation.intake, f"G{number}", responsible=eva)
    with django_assert_num_queries(17):
        client.get(ADDRESS, {"fran": eva.pk})
