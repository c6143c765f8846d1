"""Beat starts, whatever a power cut has left of its file."""

import shelve
from pathlib import Path

import pytest
from celery.beat import PersistentScheduler

from config.beat import Scheduler
from config.celery import app


@pytest.fixture
def cut_off(tmp_path: Path) -> str:
    """The file of a schedule whose entries were never written to the end."""
    path = str(tmp_path / "schedule")
    Scheduler(app=app, schedule_filename=path, lazy=False).close()
    with shelve.open(path) as kept:  # noqa: S301 -- our own file
        kept.dict[b"entries"] = b""  # type: ignore[attr-defined]  # the bytes below the shelf
    return path


def test_celery_itself_does_not_start(cut_off: str) -> None:
    """When this fails, ours is no longer needed."""
    with pytest.raises(EOFError):
        PersistentScheduler(app=app, schedule_filename=cut_off, lazy=False)


def test_ours_begins_anew(cut_off: str, caplog: pytest.LogCaptureFixture) -> None:
    scheduler = Scheduler(app=app, schedule_filename=cut_off, lazy=False)

    assert "remind" in scheduler.schedule
    assert "begins anew" in caplog.text
    scheduler.close()


def test_the_worker_uses_it() -> None:
    assert app.conf.beat_scheduler == "config.beat.Scheduler"
