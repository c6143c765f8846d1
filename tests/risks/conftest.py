import pytest

from risks.models import Control, Risk
from tests.factories.organisation import Organisation
from tests.factories.risks import make_control, make_risk


@pytest.fixture
def risk(organisation: Organisation) -> Risk:
    return make_risk(organisation.intake)


@pytest.fixture
def control(organisation: Organisation) -> Control:
    """A share with the threshold at least 90 %."""
    return make_control(organisation.intake)
