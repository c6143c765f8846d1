import pytest
from django.test import Client

from organisation.models import User
from reviews.models import Contract, Provider, Requirement, Review
from tests.factories.organisation import Organisation
from tests.factories.reviews import make_contract, make_provider, make_requirement, make_review


@pytest.fixture
def review(organisation: Organisation) -> Review:
    return make_review(organisation.intake)


@pytest.fixture
def provider(organisation: Organisation) -> Provider:
    return make_provider(organisation.intake)


@pytest.fixture
def contract(provider: Provider) -> Contract:
    return make_contract(provider)


@pytest.fixture
def requirement(organisation: Organisation) -> Requirement:
    return make_requirement(organisation.intake)


@pytest.fixture
def eva_in(client: Client, eva: User) -> Client:
    client.force_login(eva)
    return client
