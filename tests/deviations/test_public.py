"""The open page: anybody may write, nobody is followed, and a flood is stopped."""

import time
import uuid
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from audit.models import Event
from deviations.forms.public import OLDEST, page_token
from deviations.models import Complaint, Deviation, DeviationReport, Kind
from deviations.todo import todo
from deviations.views import public
from organisation.choices import units_open_to_public
from organisation.models import Referral, Unit, User
from tests.factories.organisation import Organisation

PAGE = "/synpunkter/"
ADDRESS = "192.0.2.7"


def answers(organisation: Organisation, **more: Any) -> dict[str, Any]:
    return {
        "kind": "complaint",
        "description": "Ingen ringer tillbaka.",
        "unit": str(organisation.intake.pk),
        "page_token": page_token(opened=time.time() - 60),
        **more,
    }


def send(client: Client, organisation: Organisation, **more: Any) -> HttpResponse:
    return client.post(PAGE, answers(organisation, **more), REMOTE_ADDR=ADDRESS)  # type: ignore[return-value]


def test_anybody_may_complain_without_a_name(
    client: Client, eva: User, organisation: Organisation
) -> None:
    response = send(client, organisation)
    case = Deviation.objects.select_related("complaint").get()
    assert (case.kind, case.unit, case.complaint.is_public) == (
        Kind.COMPLAINT,
        organisation.intake,
        True,
    )
    page = client.get(response.headers["Location"]).content.decode()
    assert case.number in page
    assert "Ingen ringer tillbaka" not in page


def test_it_waits_for_the_manager_of_the_unit(
    client: Client, eva: User, organisation: Organisation
) -> None:
    send(client, organisation)
    assert any(Deviation.objects.get().number in task.title for task in todo(eva))


def test_nothing_tells_who_sent_it(client: Client, eva: User, organisation: Organisation) -> None:
    response = send(client, organisation)
    (event,) = Event.objects.filter(object_type="deviations.deviation")
    assert (event.actor_id, event.actor_name, event.ip) == (None, "Systemet", None)
    assert DeviationReport.objects.get().reporter is None
    assert list(response.cookies) == []
    assert set(client.get(PAGE).cookies) == {"kvalitet_csrf"}


def test_praise_is_a_viewpoint(client: Client, eva: User, organisation: Organisation) -> None:
    send(client, organisation, kind="praise")
    case = Deviation.objects.get()
    assert (case.kind, case.complaint.topic) == (Kind.VIEWPOINT, Complaint.Topic.PRAISE)


def test_who_wants_an_answer_says_where(
    client: Client, eva: User, organisation: Organisation
) -> None:
    response = send(client, organisation, wants_answer="on")
    assert "Ange hur personen kan nås" in response.content.decode()


def test_only_open_units_with_a_manager_can_be_chosen(
    eva: User, organisation: Organisation
) -> None:
    Unit.objects.filter(pk=organisation.youth.pk).update(takes_viewpoints=False)
    offered = set(units_open_to_public())
    assert organisation.intake in offered
    assert not offered & {organisation.youth, organisation.closed, organisation.home_care}


def test_the_same_page_sent_twice_is_one_case(
    client: Client, eva: User, organisation: Organisation
) -> None:
    token = page_token(uuid.uuid4(), opened=time.time() - 60)
    first, second = (send(client, organisation, page_token=token) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert Deviation.objects.count() == 1


@pytest.mark.parametrize(
    ("age", "told"), [(0, "Det gick ovanligt fort"), (OLDEST + 60, "stått öppen länge")]
)
def test_what_was_written_in_no_time_or_long_ago_is_asked_for_again(
    client: Client, eva: User, organisation: Organisation, age: int, told: str
) -> None:
    response = send(client, organisation, page_token=page_token(opened=time.time() - age))
    refused_with(response, told)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"homepage": "http://spam.example"}, "som bara program gör"),
        ({"page_token": "påhittat"}, "stått öppen länge"),
    ],
)
def test_what_a_program_sends_is_refused(
    client: Client, eva: User, organisation: Organisation, sent: dict[str, str], told: str
) -> None:
    refused_with(send(client, organisation, **sent), told)


def refused_with(response: HttpResponse, told: str) -> None:
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert "Ingen ringer tillbaka." in page
    assert not Deviation.objects.exists()


def test_a_page_that_was_too_old_can_be_sent_again(
    client: Client, eva: User, organisation: Organisation
) -> None:
    page = send(client, organisation, page_token="gammal")
    fresh = page.context["form"].data["page_token"]  # type: ignore[attr-defined]
    assert "ovanligt fort" in send(client, organisation, page_token=fresh).content.decode()


def test_too_much_from_one_address_is_asked_to_wait_or_ring(
    client: Client, eva: User, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    Referral.objects.create(way="viewpoint", contact="växeln, 08-123 00")
    monkeypatch.setattr(public, "SENT_BY_ADDRESS", 2)
    for _ in range(2):
        send(client, organisation)
    refused = send(client, organisation)
    page = refused.content.decode()
    assert (refused.status_code, Deviation.objects.count()) == (429, 2)
    assert 0 < int(refused["Retry-After"]) <= public.HOUR
    assert "ringa: växeln, 08-123 00." in page
    assert "Ingen ringer tillbaka." in page
    elsewhere = client.post(PAGE, answers(organisation), REMOTE_ADDR="192.0.2.8")
    assert elsewhere.status_code == 302


def test_who_has_a_whole_network_is_one_sender(
    client: Client, eva: User, organisation: Organisation
) -> None:
    found = [
        client.post(
            PAGE, answers(organisation), REMOTE_ADDR=f"2001:db8:0:1::{number:x}"
        ).status_code
        for number in range(public.SENT_BY_ADDRESS + 1)
    ]
    assert found == [302] * public.SENT_BY_ADDRESS + [429]
    other = client.post(PAGE, answers(organisation), REMOTE_ADDR="2001:db8:0:2::1")
    assert other.status_code == 302


def test_a_flood_is_refused_before_the_form_is_read(
    client: Client, eva: User, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public, "TRIED_BY_ADDRESS", 3)
    for _ in range(3):
        send(client, organisation, description="")
    refused = send(client, organisation)
    assert refused.status_code == 429
    assert "ringa kommunens växel" in refused.content.decode()
    assert not Deviation.objects.exists()


def test_a_receipt_cannot_be_guessed(client: Client, eva: User, organisation: Organisation) -> None:
    send(client, organisation)
    number = Deviation.objects.get().number
    assert client.get(f"{PAGE}tack/?kvitto={number}").headers["Location"] == PAGE


def test_the_door_leads_outsiders_there(client: Client, db: None) -> None:
    assert f'href="{PAGE}"' in client.get("/logga-in/").content.decode()
