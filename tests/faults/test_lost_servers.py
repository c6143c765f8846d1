"""The broker may forget everything and the database may fall: no job is lost or done twice."""

from collections.abc import Iterator

import pytest

from tests.faults.house import House
from tests.faults.test_killed_workers import assert_done_once

pytestmark = pytest.mark.faults


def test_jobs_are_done_though_the_broker_lost_every_message(house: House) -> None:
    house.kill_worker()
    subjects = [house.submit() for _ in range(2)]

    house.lose_messages()
    house.start_worker()

    for subject in subjects:
        assert_done_once(house, subject, starts=1)


@pytest.fixture
def outage(served: House) -> Iterator[House]:
    """A worker that has lived through one is not handed to the next test: what it has to bear
    afterwards belongs to the test of the outage itself."""
    yield served
    served.kill_worker()


def test_a_killed_redis_loses_no_job(outage: House) -> None:
    assert outage.redis
    outage.ensure_worker()
    subjects = [outage.submit() for _ in range(2)]

    outage.redis.kill()
    outage.redis.start()

    for subject in subjects:
        assert_done_once(outage, subject, starts=1)


def test_a_redis_that_goes_away_in_mid_job_loses_neither_it_nor_the_next(outage: House) -> None:
    assert outage.redis
    outage.ensure_worker()
    subject = outage.submit("silent")
    outage.wait_for_start(subject)

    outage.redis.kill()
    assert_done_once(outage, subject, starts=1)
    outage.redis.start()

    assert_done_once(outage, outage.submit(), starts=1)


def test_a_click_while_redis_is_down_costs_a_second_at_most(outage: House) -> None:
    assert outage.redis
    outage.ensure_worker()
    outage.redis.kill()
    subject = next(outage.subjects)

    slowest = float(outage.act("submit", "steady", subject))
    waiting = outage.job(subject)
    outage.redis.start()

    assert slowest < 1.5
    assert waiting == ("queued", 0)
    assert_done_once(outage, subject, starts=1)


def test_a_database_that_falls_in_mid_job_loses_nothing(served: House) -> None:
    assert served.postgres
    served.ensure_worker()
    subject = served.submit()
    served.wait_for_start(subject)

    served.postgres.stop("immediate")
    served.postgres.start()

    served.wait_for("done", subject)
    assert served.effects(subject) == 1
