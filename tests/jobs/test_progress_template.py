import pytest
from django.template.loader import render_to_string

from jobs.models import Job

State = Job.State


def shown(**fields: object) -> str:
    return " ".join(render_to_string("jobs/_progress.html", {"job": Job(**fields)}).split())


def test_a_waiting_job_says_so() -> None:
    assert '<p class="progress__step">Väntar</p>' in shown(state=State.QUEUED)


def test_a_running_job_shows_step_and_share() -> None:
    html = shown(state=State.RUNNING, step="Ritar diagram", progress=40, attempt=1)

    assert '<p class="progress__step">Ritar diagram</p>' in html
    assert '<progress max="100" value="40" aria-label="Framsteg">40 %</progress>' in html


def test_a_second_attempt_is_told() -> None:
    assert "försök 2" in shown(state=State.RUNNING, attempt=2)


def test_a_failure_is_told_in_words_and_escaped() -> None:
    html = shown(state=State.FAILED, error="<b>Avsnitt 3</b> är tomt.")

    assert "&lt;b&gt;Avsnitt 3&lt;/b&gt; är tomt." in html


@pytest.mark.parametrize("state", [State.DONE, State.CANCELLED])
def test_a_finished_job_shows_no_bar(state: State) -> None:
    html = shown(state=state)

    assert state.label in html
    assert "<progress" not in html
