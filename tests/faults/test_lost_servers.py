"""The broker may forget everything and the database may fall: no job is lost or done twice."""

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


def test_a_killed_redis_loses_no_job(served: House) -> None:
    assert served.redis
    served.ensure_worker()
    subjects = [served.submit() for _ in range(2)]

    served.redis.kill()
    served.redis.start()

    for subject in subjects:
        assert_done_once(served, subject, starts=1)


def test_a_redis_that_goes_away_in_mid_job_loses_neither_it_nor_the_next(served: House) -> None:
    assert served.redis
    served.ensure_worker()
    subject = served.submit("silent")
    served.wait_for_start(subject)

    served.redis.kill()
    assert_done_once(served, subject, starts=1)
    served.redis.start()

    assert_done_once(served, served.submit(), starts=1)


def test_a_click_while_redis_is_down_costs_a_second_at_most(served: House) -> None:
    assert served.redis
    served.ensure_worker()
    served.redis.kill()
    subject = next(served.subjects)

    slowest = float(served.act("submit", "steady", subject))
    waiting = served.job(subject)
    served.redis.start()

    assert slowest < 1.5
    assert waiting == ("queued", 0)
    assert_done_once(served, subject, starts=1)


def test_a_database_that_falls_in_mid_job_loses_nothing(served: House) -> None:
    assert served.postgres
    served.ensure_worker()
    subject = served.submit()
    served.wait_for_start(subject)

    served.postgres.stop("immediate")
    served.postgres.start()

    served.wait_for("done", subject)
    assert served.effects(subject) == 1
