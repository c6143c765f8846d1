import logging
import threading
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from audit.models import Event
from jobs import engine, services
from jobs.engine import JobFailed, LeaseLost, Work, run, sweep
from jobs.models import Job
from jobs.querysets import MAX_ATTEMPTS
from organisation.models import User
from tests.jobs.conftest import Register

State = Job.State


@pytest.fixture(autouse=True)
def rung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    calls: list[int] = []

    def ring(job_id: int) -> bool:
        calls.append(job_id)
        return True

    monkeypatch.setattr(engine, "ring", ring)
    return calls


def state_of(job: Job) -> str:
    job.refresh_from_db()
    return job.state


def let_the_lease_run_out(job: Job, **fields: object) -> None:
    past = timezone.now() - timedelta(seconds=1)
    Job.objects.filter(pk=job.pk).update(lease_until=past, **fields)


def leave_a_mark(work: Work) -> None:
    with work.effect():
        Event.objects.create(action=Event.Action.CREATE, object_id=str(work.subject_id))


def marks() -> int:
    return Event.objects.filter(action=Event.Action.CREATE).count()


def test_a_job_is_run_once_and_is_done(job: Job, handled_by: Register) -> None:
    handled_by(leave_a_mark)

    run(job.pk)
    run(job.pk)

    assert state_of(job) == State.DONE
    assert (marks(), job.attempt, job.progress) == (1, 1, 100)
    assert job.finished_at is not None


def test_a_handler_without_an_effect_is_done_when_it_returns(
    job: Job, handled_by: Register
) -> None:
    handled_by(lambda work: None)

    run(job.pk)

    assert state_of(job) == State.DONE


def test_progress_is_shown_and_renews_the_lease(job: Job, held: Work) -> None:
    let_the_lease_run_out(job)

    held.progress("Räknar avvikelser", 40)

    job.refresh_from_db()
    assert (job.step, job.progress) == ("Räknar avvikelser", 40)
    assert job.lease_until > timezone.now()


@pytest.mark.parametrize(("told", "shown"), [(-5, 0), (0, 0), (100, 100), (250, 100)])
def test_progress_stays_within_a_hundred(job: Job, held: Work, told: int, shown: int) -> None:
    held.progress("Steg", told)

    job.refresh_from_db()
    assert job.progress == shown


def test_a_failure_is_told_in_the_handlers_words(job: Job, handled_by: Register) -> None:
    def fail(work: Work) -> None:
        raise JobFailed("Det finns inga avsnitt att bygga.")

    handled_by(fail)
    run(job.pk)

    assert state_of(job) == State.FAILED
    assert job.error == "Det finns inga avsnitt att bygga."


def test_an_unexpected_error_is_told_neutrally_and_logged_in_full(
    job: Job, handled_by: Register, caplog: pytest.LogCaptureFixture
) -> None:
    def explode(work: Work) -> None:
        raise KeyError("hemligt")

    handled_by(explode)
    with caplog.at_level(logging.ERROR):
        run(job.pk)

    assert state_of(job) == State.FAILED
    assert "hemligt" not in job.error
    assert f"referensen {job.token[:8]}" in job.error
    assert job.token[:8] in caplog.text
    assert "KeyError" in caplog.text


def test_a_kind_without_a_handler_fails_and_does_not_hang(job: Job) -> None:
    run(job.pk)

    assert state_of(job) == State.FAILED


def test_an_error_inside_the_effect_undoes_it(job: Job, handled_by: Register) -> None:
    def half(work: Work) -> None:
        with work.effect():
            Event.objects.create(action=Event.Action.CREATE)
            raise KeyError

    handled_by(half)
    run(job.pk)

    assert (state_of(job), marks()) == (State.FAILED, 0)


def test_a_database_that_went_away_leaves_the_job_to_its_lease(
    job: Job, handled_by: Register
) -> None:
    def lose_the_database(work: Work) -> None:
        raise OperationalError("server closed the connection")

    handled_by(lose_the_database)
    run(job.pk)

    assert state_of(job) == State.RUNNING


def test_a_cancelled_job_is_noticed_at_the_next_progress(job: Job, held: Work, mona: User) -> None:
    services.cancel(job=job, actor=mona)

    with pytest.raises(LeaseLost):
        held.progress("Steg", 50)


def test_a_cancelled_job_has_no_effect(job: Job, held: Work, mona: User) -> None:
    services.cancel(job=job, actor=mona)

    with pytest.raises(LeaseLost):
        leave_a_mark(held)
    assert (state_of(job), marks()) == (State.CANCELLED, 0)


def test_a_heartbeat_renews_the_lease(job: Job, held: Work) -> None:
    let_the_lease_run_out(job)

    held.beat()

    job.refresh_from_db()
    assert job.lease_until > timezone.now()
    assert not held.lost


def test_a_heartbeat_notices_the_loss(job: Job, held: Work, mona: User) -> None:
    services.cancel(job=job, actor=mona)

    held.beat()

    assert held.lost


def test_the_late_worker_of_a_taken_job_has_no_effect(job: Job, held: Work) -> None:
    let_the_lease_run_out(job)
    sweep()
    second = engine._claimed(job.pk)
    assert second

    with pytest.raises(LeaseLost):
        leave_a_mark(held)
    leave_a_mark(second)

    assert (state_of(job), marks(), job.attempt) == (State.DONE, 1, 2)


def test_a_late_failure_does_not_spoil_the_second_attempt(job: Job, held: Work) -> None:
    let_the_lease_run_out(job)
    sweep()
    engine._claimed(job.pk)

    held.fail("för sent")

    assert state_of(job) == State.RUNNING


def test_the_sweeper_brings_back_a_dead_workers_job(job: Job, held: Work, rung: list[int]) -> None:
    let_the_lease_run_out(job)

    sweep()

    assert (state_of(job), job.token) == (State.QUEUED, "")
    assert rung == [job.pk]


def test_the_sweeper_leaves_a_living_worker_alone(job: Job, held: Work, rung: list[int]) -> None:
    sweep()

    assert (state_of(job), rung) == (State.RUNNING, [])


def test_the_sweeper_gives_up_in_words_at_the_last_attempt(
    job: Job, held: Work, rung: list[int]
) -> None:
    let_the_lease_run_out(job, attempt=MAX_ATTEMPTS)

    sweep()

    assert (state_of(job), rung) == (State.FAILED, [])
    assert job.error.startswith("Arbetet avbröts 5 gånger innan det blev klart")


def test_the_sweeper_does_not_ring_again_within_a_lease(job: Job, rung: list[int]) -> None:
    sweep()
    sweep()

    assert rung == [job.pk]


def test_the_sweeper_stops_at_a_broker_that_is_down(
    mona: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for subject_id in range(3):
        services.submit(kind="prov", subject_id=subject_id, actor=mona)
    calls: list[int] = []
    monkeypatch.setattr(engine, "ring", calls.append)

    sweep()

    assert len(calls) == 1


def test_the_heartbeats_thread_ends_with_the_job(job: Job, handled_by: Register) -> None:
    before = threading.active_count()
    seen: list[int] = []
    handled_by(lambda work: seen.append(threading.active_count()))

    run(job.pk)

    assert seen == [before + 1]
    assert threading.active_count() == before


@pytest.mark.parametrize("running", [1, 3])
def test_a_sweep_without_work_costs_the_same_for_one_job_as_for_three(
    mona: User, running: int, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    for subject_id in range(running):
        work = engine._claimed(services.submit(kind="prov", subject_id=subject_id, actor=mona).pk)
        assert work

    with django_assert_num_queries(3):  # type: ignore[operator]
        sweep()
