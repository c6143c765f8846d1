from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.faults.house import House
from tests.faults.servers import PrivatePostgres, PrivateRedis


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = House(tmp_path_factory.mktemp("embedded"))
    yield house
    house.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """With a PostgreSQL and a Redis of its own."""
    with ExitStack() as stack:
        postgres = PrivatePostgres()
        stack.callback(postgres.remove)
        redis = PrivateRedis()
        stack.callback(redis.remove)
        house = House(tmp_path_factory.mktemp("served"), postgres, redis)
        stack.callback(house.close)
        yield house


@pytest.fixture(scope="session", params=["embedded", "served"])
def house(request: pytest.FixtureRequest) -> House:
    found: House = request.getfixturevalue(request.param)
    return found
