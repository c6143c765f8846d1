"""`make report`: the main job without a browser. Its exit status can be trusted."""

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.product import ROOT, Product, environment, start_product

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    with start_product(tmp_path_factory.mktemp("report")) as product:
        yield product


def report(data_dir: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/bash", "bin/report"],
        cwd=ROOT,
        env=environment(DATA_DIR=str(data_dir), DATABASE_URL="", CELERY_BROKER_URL="") | variables,
        capture_output=True,
        text=True,
        timeout=180,
    )


def processes_on(data_dir: Path) -> list[str]:
    """Command lines of those that were started with this data folder."""
    marker = f"DATA_DIR={data_dir}\0".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if marker in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_text())
    return found


def test_on_an_empty_machine_it_starts_a_worker_of_its_own_and_ends_it(tmp_path: Path) -> None:
    out = tmp_path / "rapport.pdf"
    run = report(tmp_path, YEAR="2023", OUT=str(out))
    assert run.returncode == 0, run.stderr
    assert out.read_bytes().startswith(b"%PDF-")
    assert processes_on(tmp_path) == []


def test_beside_a_running_product_its_worker_does_the_work(
    running: Product, tmp_path: Path
) -> None:
    out = tmp_path / "rapport.pdf"
    assert processes_on(running.data_dir)
    run = report(running.data_dir, YEAR="2023", OUT=str(out), CELERY_QUEUE=running.queue)
    assert run.returncode == 0, run.stderr
    assert out.stat().st_size > 10_000


@pytest.mark.parametrize("wrong", [{}, {"YEAR": "tjugohundratjugotre"}])
def test_without_a_year_it_says_what_to_write(tmp_path: Path, wrong: dict[str, str]) -> None:
    run = report(tmp_path, **wrong)
    assert run.returncode == 1
    assert run.stderr.startswith("Say which year: make report YEAR=2023")


def test_an_unknown_kind_fails_and_leaves_no_file(running: Product, tmp_path: Path) -> None:
    out = tmp_path / "rapport.pdf"
    run = report(running.data_dir, YEAR="2023", KIND="finns-inte", OUT=str(out))
    assert run.returncode != 0
    assert not out.exists()
