import pytest
from django.contrib.auth import authenticate
from django.test import Client

from audit.models import Event
from organisation.models import User


@pytest.fixture
def mona_with_password(mona: User) -> User:
    mona.set_password("hemligt")
    mona.save()
    return mona


def test_logging_in_is_logged(mona: User) -> None:
    Client().force_login(mona)

    event = Event.objects.get()
    assert (event.action, event.actor_name) == (Event.Action.LOGIN, "Mona Berg")


def test_logging_out_is_logged(mona: User) -> None:
    client = Client()
    client.force_login(mona)
    client.logout()

    assert Event.objects.filter(action=Event.Action.LOGOUT, actor_id=mona.pk).count() == 1


def test_a_failed_login_names_the_account(mona_with_password: User) -> None:
    authenticate(username="mona", password="fel")

    event = Event.objects.get(action=Event.Action.LOGIN_FAILED)
    assert (event.label, event.object_id) == ("mona", str(mona_with_password.pk))


def test_a_password_typed_as_name_is_not_kept(db: None) -> None:
    authenticate(username="MittHemligaLösenord", password="")

    event = Event.objects.get(action=Event.Action.LOGIN_FAILED)
    assert event.label == ""
    assert "Hemliga" not in str(event.detail)
