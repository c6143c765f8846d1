import pytest

from measures.models import Measure
from tests.factories.measures import make_measure
from tests.factories.organisation import Organisation


@pytest.fixture
def measure(organisation: Organisation) -> Measure:
    return make_measure(organisation.intake, "Checklista vid överlämning")
