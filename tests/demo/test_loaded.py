"""What the loaded demonstration lets people do."""

import pytest
from django.contrib.auth import authenticate

from audit.models import Event
from deviations.models import Deviation
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
