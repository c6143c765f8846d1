from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from indicators.models import Indicator
from organisation.models import User
from tests.factories.indicators import make_indicator
from tests.factories.organisation import Organisation
from tests.indicators.kolada_server import FakeKolada, serving


@pytest.fixture
def indicator(organisation: Organisation) -> Indicator:
    return make_indicator(organisation.ifo)


@pytest.fixture
def by_karin(client: Client, karin: User) -> Client:
    """Signed in as the coordinator."""
    client.force_login(karin)
    return client


@pytest.fixture
def by_eva(client: Client, eva: User) -> Client:
    """Signed in as the manager of the intake unit."""
    client.force_login(eva)
    return client


@pytest.fixture
def kolada(settings: Settings) -> Iterator[FakeKolada]:
    """A Kolada on this machine, asked without pauses."""
    with serving() as server:
        settings.KOLADA_URL = server.url
        settings.KOLADA_PAUSE = settings.KOLADA_BACKOFF = 0
        yield server
