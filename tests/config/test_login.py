"""Sign-in: a guesser is slowed down, nobody else is."""

import time
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import check_password
from django.http import HttpResponse
from django.test import Client

from config.login import FREE_FAILURES, FREE_FAILURES_PER_ADDRESS, Brake
from organisation.models import User

RIGHT = "ett-langt-losenord"


@pytest.fixture(autouse=True)
def eva(db: None) -> User:
    return User.objects.create_user("eva", password=RIGHT)


def sign_in(
    client: Client, password: str, *, username: str = "eva", address: str = "10.0.0.1"
) -> HttpResponse:
    return client.post(  # type: ignore[return-value]
        "/logga-in/", {"username": username, "password": password}, REMOTE_ADDR=address
    )


def guess(client: Client, times: int = FREE_FAILURES, **who: str) -> None:
    for _ in range(times):
        sign_in(client, "fel", **who)


def test_the_right_password_opens(client: Client) -> None:
    assert sign_in(client, RIGHT).status_code == 302


def test_after_five_wrong_guesses_the_next_try_must_wait(client: Client) -> None:
    guess(client)
    response = sign_in(client, RIGHT)
    assert response.status_code == 429
    assert "Försök igen om en minut." in response.content.decode()
    assert 0 < int(response["Retry-After"]) <= 60


def test_a_guesser_with_a_whole_network_is_one_guesser(client: Client) -> None:
    for number in range(FREE_FAILURES):
        sign_in(client, "fel", address=f"2001:db8::{number:x}")
    assert sign_in(client, RIGHT, address="2001:db8::ff").status_code == 429
    assert sign_in(client, RIGHT, address="2001:db8:0:1::1").status_code == 302


def test_a_throttled_try_is_refused_before_the_password_is_hashed(client: Client) -> None:
    guess(client)
    with patch("django.contrib.auth.hashers.check_password", wraps=check_password) as hashing:
        sign_in(client, RIGHT)
    assert hashing.call_count == 0


def test_the_right_password_works_when_the_wait_is_over(client: Client) -> None:
    guess(client)
    with patch("config.login.time.time", return_value=time.time() + 61):
        assert sign_in(client, RIGHT).status_code == 302


def test_each_further_failure_doubles_the_wait() -> None:
    brake = Brake("någon", free=1)
    waits = []
    for _ in range(6):
        brake.fail()
        waits.append(brake.wait())
    assert waits == [60, 120, 240, 480, 900, 900]


def test_the_person_at_another_address_is_not_shut_out(client: Client) -> None:
    guess(client)
    assert sign_in(client, RIGHT, address="10.0.0.2").status_code == 302


def test_a_colleague_at_the_same_address_is_not_shut_out(client: Client) -> None:
    guess(client, username="karin")
    assert sign_in(client, RIGHT).status_code == 302


def test_one_address_that_tries_many_accounts_must_wait(client: Client) -> None:
    brake = Brake("10.0.0.1", FREE_FAILURES_PER_ADDRESS)
    for _ in range(FREE_FAILURES_PER_ADDRESS):
        brake.fail()
    assert sign_in(client, RIGHT).status_code == 429


def test_success_forgets_the_failures_before_it(client: Client) -> None:
    guess(client, FREE_FAILURES - 1)
    sign_in(client, RIGHT)
    client.logout()
    guess(client, FREE_FAILURES - 1)
    assert sign_in(client, RIGHT).status_code == 302


def test_upper_case_is_no_way_around(client: Client) -> None:
    for name in ("eva", "EVA", "Eva", "eVa", "evA"):
        sign_in(client, "fel", username=name)
    assert sign_in(client, "fel").status_code == 429


def test_a_wrong_password_and_an_unknown_name_read_the_same(client: Client) -> None:
    known = sign_in(client, "fel").context["form"].errors  # type: ignore[attr-defined]
    unknown = sign_in(client, "fel", username="ingen").context["form"].errors  # type: ignore[attr-defined]
    assert known == unknown


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_out_of_the_house(client: Client, target: str) -> None:
    response = client.post("/logga-in/", {"username": "eva", "password": RIGHT, "next": target})
    assert response["Location"] == "/"


def test_signing_out_clears_what_the_browser_keeps(client: Client) -> None:
    sign_in(client, RIGHT)
    assert client.post("/logga-ut/")["Clear-Site-Data"] == '"storage"'


def test_a_link_alone_signs_nobody_out(client: Client) -> None:
    sign_in(client, RIGHT)
    assert client.get("/logga-ut/").status_code == 405
