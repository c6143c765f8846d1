"""A worker that hangs is alive and does nothing: the supervisor listens for its pulse."""

import importlib.util
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.product import ROOT

SLEEPING = ("-c", "import time; time.sleep(600)")


@pytest.fixture(scope="module")
def serve() -> ModuleType:
    spec = importlib.util.spec_from_file_location("serve", ROOT / "bin" / "serve.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def worker(serve: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """It may be silent for a second."""
    monkeypatch.setattr(serve, "LONGEST_SILENCE", 1)
    child = serve.Child("The worker", *SLEEPING, pulse=tmp_path / "pulse")
    child.look_after()
    yield child
    child.signal(signal.SIGKILL)


def test_one_that_never_had_a_pulse_is_started_again(worker: Any) -> None:
    first = worker.process.pid

    until = time.monotonic() + 20
    while time.monotonic() < until and (worker.process is None or worker.process.pid == first):
        worker.look_after()
        time.sleep(0.1)

    assert worker.process.pid != first


def test_one_whose_pulse_is_felt_is_left_alone(worker: Any) -> None:
    first = worker.process.pid
    until = time.monotonic() + 3
    while time.monotonic() < until:
        worker.pulse.touch()
        worker.look_after()
        time.sleep(0.1)

    assert worker.process.pid == first


def test_the_web_server_has_no_pulse_to_listen_for(serve: ModuleType) -> None:
    assert not serve.Child("The web server", *SLEEPING).is_silent(time.monotonic() + 10_000)
