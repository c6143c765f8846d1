import pytest
from django.http import HttpRequest
from django.test import Client, override_settings

from audit.middleware import client_ip
from audit.models import Event
from organisation.models import User

pytestmark = pytest.mark.urls("tests.audit.urls")
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "audit.middleware.AuditContextMiddleware",
]


@pytest.fixture
def client_of_mona(mona: User, settings: object) -> Client:
    settings.MIDDLEWARE = MIDDLEWARE  # type: ignore[attr-defined]
    client = Client()
    client.force_login(mona)
    return client


def test_a_read_carries_the_address(client_of_mona: Client) -> None:
    client_of_mona.get("/secret/", REMOTE_ADDR="192.0.2.7")

    assert Event.objects.get(action=Event.Action.READ).ip == "192.0.2.7"


def test_a_page_that_cannot_be_logged_is_not_sent(client_of_mona: Client) -> None:
    response = client_of_mona.get("/unlogged/")

    assert response.status_code == 503
    assert "Sidan kan inte visas just nu" in response.content.decode()
    assert response["Retry-After"] == "30"


def test_a_denial_is_logged_with_its_path(client_of_mona: Client, mona: User) -> None:
    assert client_of_mona.get("/forbidden/").status_code == 403

    event = Event.objects.get(action=Event.Action.DENIED)
    assert (event.actor_id, event.detail) == (mona.pk, {"path": "/forbidden/"})


@override_settings(MIDDLEWARE=MIDDLEWARE)
def test_a_strangers_denial_fills_no_log(db: None) -> None:
    assert Client().get("/forbidden/").status_code == 403

    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("address", "ip"), [("192.0.2.7", "192.0.2.7"), ("2001:DB8::1", "2001:db8::1"), ("", None)]
)
def test_only_an_address_is_kept_as_address(address: str, ip: str | None) -> None:
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = address

    assert client_ip(request) == ip
