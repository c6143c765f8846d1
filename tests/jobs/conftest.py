from collections.abc import Callable, Iterator

import pytest

from jobs import engine, registry, services
from jobs.engine import Work
from jobs.models import Job
from organisation.models import User

Register = Callable[[registry.Handler], None]
KIND = "prov"


@pytest.fixture
def job(mona: User) -> Job:
    """A waiting job that Mona asked for."""
    return services.submit(kind=KIND, subject_id=1, actor=mona)


@pytest.fixture
def handled_by() -> Iterator[Register]:
    """Give the test's own handler the kind of `job`."""
    yield lambda handler: registry.register(KIND, handler)
    registry._handlers.pop(KIND, None)


@pytest.fixture
def held(job: Job) -> Work:
    """The job as a worker holds it that has just claimed it."""
    work = engine._claimed(job.pk)
    assert work
    return work
