import pytest
from celery import current_app
from django.db import transaction

from audit.models import Event
from jobs import services
from jobs.models import Job
from jobs.services import cancel, retry, submit
from organisation.models import User

State = Job.State


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids that were rung for, instead of a message to a broker."""
    calls: list[int] = []
    monkeypatch.setattr(services, "ring", calls.append)
    return calls


def set_state(job: Job, state: str, **fields: object) -> None:
    Job.objects.filter(pk=job.pk).update(state=state, **fields)


def test_a_submitted_job_waits_and_knows_who_asked(job: Job, mona: User) -> None:
    assert (job.state, job.attempt, job.progress) == (State.QUEUED, 0, 0)
    assert (job.actor_id, job.actor_name) == (mona.pk, "Mona Berg")


def test_submitting_is_logged(job: Job) -> None:
    event = Event.objects.get(action=Event.Action.BUILD)

    assert (event.object_id, event.detail) == (str(job.pk), {"kind": "prov", "subject_id": 1})


def test_a_second_click_gives_the_same_job(job: Job, eva: User) -> None:
    again = submit(kind="prov", subject_id=1, actor=eva)

    assert again == job
    assert again.actor_name == "Mona Berg"
    assert Event.objects.filter(action=Event.Action.BUILD).count() == 1


def test_the_bell_rings_when_the_job_is_committed(
    mona: User, rung: list[int], django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        job = submit(kind="prov", subject_id=1, actor=mona)
        assert rung == []
        submit(kind="prov", subject_id=1, actor=mona)

    assert rung == [job.pk]


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_job_never_rings(rung: list[int]) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        submit(kind="prov", subject_id=1, actor=None)
        _ = 1 / 0

    assert rung == []


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_down_is_no_error_for_the_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(current_app.conf, "broker_url", "redis://127.0.0.1:1/0")

    assert submit(kind="prov", subject_id=1, actor=None).state == State.QUEUED


@pytest.mark.parametrize("state", [State.FAILED, State.CANCELLED])
def test_what_stopped_can_be_tried_again(
    job: Job, eva: User, state: State, rung: list[int]
) -> None:
    set_state(job, state, error="Det gick inte.", attempt=5, progress=40, token="x")

    retry(job=job, actor=eva)

    assert (job.state, job.attempt, job.progress) == (State.QUEUED, 0, 0)
    assert (job.error, job.token, job.actor_name) == ("", "", "Eva Lind")


@pytest.mark.parametrize("state", [State.QUEUED, State.RUNNING, State.DONE])
def test_what_has_not_stopped_is_left_alone(job: Job, eva: User, state: State) -> None:
    set_state(job, state, attempt=1)

    retry(job=job, actor=eva)

    assert (job.state, job.attempt, job.actor_name) == (state, 1, "Mona Berg")


@pytest.mark.parametrize("state", [State.QUEUED, State.RUNNING])
def test_an_open_job_can_be_cancelled(job: Job, mona: User, state: State) -> None:
    set_state(job, state, token="x")

    cancel(job=job, actor=mona)

    assert (job.state, job.token) == (State.CANCELLED, "")
    assert Event.objects.get(action=Event.Action.CHANGE).detail == {"state": "cancelled"}


@pytest.mark.parametrize("state", [State.DONE, State.FAILED, State.CANCELLED])
def test_a_finished_job_cannot_be_cancelled(job: Job, mona: User, state: State) -> None:
    set_state(job, state)

    cancel(job=job, actor=mona)

    assert job.state == state
    assert not Event.objects.filter(action=Event.Action.CHANGE).exists()
