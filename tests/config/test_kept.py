"""A session that ends in the middle of a long text loses nothing of it."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.http import QueryDict
from django.test import Client

from deviations.models import Deviation
from organisation.models import User
from tests.config.test_login import RIGHT
from tests.factories.organisation import Organisation

REPORT = "/avvikelser/rapportera/"
HERE = {"Origin": "http://testserver"}


@pytest.fixture
def report(mona: User, organisation: Organisation) -> dict[str, str]:
    mona.set_password(RIGHT)
    mona.save()
    return {
        "description": "Rad ett.\r\nRad två med 100 % & mer än fyrtio tecken.",
        "unit": str(organisation.intake.pk),
        "is_safe_now": "yes",
    }


def hidden(page: str) -> str:
    """What the sign-in page carries."""
    found = re.search(r'name="kept" value="([^"]*)"', page)
    assert found
    return found[1].replace("&amp;", "&")


def test_the_text_goes_through_the_sign_in_and_is_sent_by_a_press(
    client: Client, mona: User, report: dict[str, str]
) -> None:
    client.force_login(mona)
    Session.objects.all().delete()
    door = client.post(REPORT, report)
    assert door.status_code == 401
    assert "Det du skrev är inte skickat men finns kvar" in door.content.decode()

    signing = {"username": "mona", "next": REPORT, "kept": hidden(door.content.decode())}
    wrong = client.post("/logga-in/", signing | {"password": "fel"})
    assert hidden(wrong.content.decode()) == signing["kept"]
    resumed = client.post("/logga-in/", signing | {"password": RIGHT})
    page = resumed.content.decode()
    assert f'action="{REPORT}"' in page
    assert "Du är inloggad som" in re.sub(r"Nu är du", "Du är", page)

    again = dict(resumed.context["fields"])
    assert again == report
    client.post(REPORT, again)
    assert Deviation.objects.get().description == report["description"].replace("\r\n", "\n")


def test_who_had_nothing_to_lose_just_signs_in(client: Client, db: None) -> None:
    answer = client.post("/avvikelser/AVV-2026-0001/avsluta/", {"csrfmiddlewaretoken": "x"})
    assert answer.headers["Location"].startswith("/logga-in/?next=")


def test_a_password_is_never_carried(client: Client, db: None) -> None:
    typed = {"old_password": "gammalt-hemligt", "new_password1": "nytt-och-hemligt"}
    assert client.post("/losenord/", typed).status_code == 302


def test_what_a_script_sends_is_not_answered_with_a_page(client: Client, db: None) -> None:
    answer = client.post(REPORT, {"description": "x"}, headers={"Accept": "application/json"})
    assert answer.status_code == 302


def test_the_way_on_never_leads_out_of_the_house(
    client: Client, mona: User, report: dict[str, str]
) -> None:
    kept = QueryDict(mutable=True)
    kept.update(report)
    away = {"next": "https://evil.example/", "kept": kept.urlencode()}
    answer = client.post("/logga-in/", away | {"username": "mona", "password": RIGHT})
    assert answer.headers["Location"] == "/"


def test_a_page_from_before_the_last_sign_in_comes_back_to_be_sent_again(
    mona: User, report: dict[str, str]
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(mona)
    answer = client.post(REPORT, report | {"csrfmiddlewaretoken": "x" * 64}, headers=HERE)
    assert answer.status_code == 403
    assert dict(answer.context["fields"]) == report
    assert not Deviation.objects.exists()


def test_what_another_site_sends_is_not_repeated(mona: User, report: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(mona)
    for origin in ("https://evil.example", "null"):
        answer = client.post(REPORT, report, headers={"Origin": origin})
        assert answer.status_code == 403
        assert "Rad ett" not in answer.content.decode()


def test_a_page_can_ask_who_is_signed_in_now(client: Client, mona: User) -> None:
    client.force_login(mona)
    found = client.get("/inloggad/", headers={"Accept": "application/json"}).json()
    assert (found["person"], found["name"]) == (mona.pk, "Mona Berg")
    assert found["token"]
