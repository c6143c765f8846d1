"""Whatever dies in mid-job: the work is done in the end, and its effect exists once."""

import os
import signal
import time

import pytest

from tests.faults.house import House

pytestmark = pytest.mark.faults


def assert_done_once(house: House, subject: int, *, starts: int) -> None:
    house.wait_for("done", subject)
    assert (house.starts(subject), house.effects(subject)) == (starts, 1), house.log()


def test_a_job_is_done_once(house: House) -> None:
    house.ensure_worker()
    subject = house.submit()

    assert_done_once(house, subject, starts=1)


def test_work_longer_than_the_lease_is_held_by_the_heartbeat(house: House) -> None:
    house.ensure_worker()
    subject = house.submit("silent")

    assert_done_once(house, subject, starts=1)


def test_twenty_rings_start_one_job(house: House) -> None:
    house.ensure_worker()
    subject = house.submit()
    house.act("ring", subject, 20)

    assert_done_once(house, subject, starts=1)


def test_a_killed_process_of_the_pool_is_made_good(house: House) -> None:
    house.ensure_worker()
    subject = house.submit()

    os.kill(house.wait_for_start(subject), signal.SIGKILL)

    assert_done_once(house, subject, starts=2)


def test_a_worker_killed_whole_is_made_good_by_the_next(house: House) -> None:
    house.ensure_worker()
    subject = house.submit()
    house.wait_for_start(subject)

    house.kill_worker()
    house.start_worker()

    assert_done_once(house, subject, starts=2)


def test_a_frozen_worker_that_wakes_up_late_has_no_effect(house: House) -> None:
    house.ensure_worker()
    subject = house.submit()
    frozen = house.wait_for_start(subject)
    os.kill(frozen, signal.SIGSTOP)

    house.wait_for("done", subject)
    os.kill(frozen, signal.SIGCONT)
    time.sleep(2)

    assert_done_once(house, subject, starts=2)
    assert house.traces("effect", subject) != [frozen]


def test_a_worker_asked_to_stop_finishes_its_job(house: House) -> None:
    house.ensure_worker()
    subject = house.submit()
    house.wait_for_start(subject)

    assert house.stop_worker() == 0
    assert_done_once(house, subject, starts=1)


def test_a_cancelled_job_stops_without_effect(house: House) -> None:
    house.ensure_worker()
    subject = house.submit()
    house.wait_for_start(subject)

    house.act("cancel", subject)
    time.sleep(2)

    assert house.job(subject) == ("cancelled", 1)
    assert house.effects(subject) == 0


def test_a_job_that_kills_every_worker_is_given_up_in_words(served: House) -> None:
    served.ensure_worker()
    subject = served.submit("deadly")

    served.wait_for("failed", subject)

    assert served.job(subject) == ("failed", 5)
    assert str(served.error(subject)).startswith("Arbetet avbröts 5 gånger")


def test_fifty_clicks_at_once_make_one_job(house: House) -> None:
    house.ensure_worker()
    subject = next(house.subjects)

    assert len(house.act("submit_together", "steady", subject).split()) == 1
    assert_done_once(house, subject, starts=1)
