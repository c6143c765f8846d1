import pytest

from audit import chain, services
from audit.models import Event
from organisation.models import User


@pytest.fixture
def sealed(mona: User) -> list[Event]:
    """Five events of Mona's, sealed in order."""
    events = [
        services.record(actor=mona, action=Event.Action.READ, object_type="case", object_id=number)
        for number in range(1, 6)
    ]
    chain.seal()
    return events
