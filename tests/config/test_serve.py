"""The supervisor of the embedded product: whatever dies comes back, and nothing outlives it."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.product import ROOT, Product, environment, start_product, wait_for

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    with start_product(tmp_path_factory.mktemp("serve")) as product:
        yield product


def children(parent: int) -> dict[int, str]:
    """Process id -> command line."""
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return {int(pid): Path(f"/proc/{pid}/cmdline").read_text() for pid in listed}


def has_child(product: Product, name: str) -> bool:
    return any(name in line for line in children(product.process.pid).values())


def child(product: Product, name: str) -> int:
    return next(pid for pid, line in children(product.process.pid).items() if name in line)


def family(pid: int) -> set[int]:
    return {pid}.union(*(family(each) for each in children(pid)))


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def eventually(condition: Callable[[], bool], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.1)
    return condition()


def test_the_greeting_names_the_address_and_every_demo_login(running: Product) -> None:
    assert eventually(lambda: "Ctrl-C ends it." in running.log())
    log = running.log()
    assert f"Ready: {running.url}" in log
    assert "Demo logins (password demo):" in log
    for name in ("mona", "eva", "karin", "sara", "ulla", "dag", "nils", "rut", "admin"):
        assert f"\n  {name} " in log


@pytest.mark.parametrize("name", ["gunicorn", "celery"])
def test_a_killed_child_is_replaced_with_all_its_own_children(running: Product, name: str) -> None:
    assert eventually(lambda: has_child(running, name))
    before = child(running, name)
    assert eventually(lambda: len(family(before)) > 1)
    doomed = family(before)
    os.kill(before, signal.SIGKILL)
    assert eventually(lambda: not any(map(alive, doomed)))
    assert eventually(lambda: has_child(running, name))
    wait_for(f"{running.url}/readyz", running.process)


def test_a_taken_port_is_a_plain_sentence_and_nothing_is_started(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for command in (["/bin/bash", "bin/run"], [sys.executable, "bin/serve.py"]):
            run = subprocess.run(
                command,
                cwd=ROOT,
                env=environment(PORT=str(port), DATA_DIR=str(tmp_path)),
                capture_output=True,
                text=True,
            )
            assert run.returncode == 1
            assert run.stderr.startswith(f"Port {port} is already in use.")
    assert list(tmp_path.iterdir()) == []


def test_the_demo_cannot_be_reset_under_a_running_product(running: Product) -> None:
    run = subprocess.run(
        ["/bin/bash", "bin/demo-reset"],
        cwd=ROOT,
        env=environment(DATA_DIR=str(running.data_dir), DATABASE_URL=""),
        capture_output=True,
        text=True,
    )
    assert run.returncode == 1
    assert "The product is running on this data folder." in run.stderr


def test_the_product_waits_for_a_reset_under_way(tmp_path: Path) -> None:
    with (tmp_path / "running.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run = subprocess.run(
            [sys.executable, "bin/serve.py"],
            cwd=ROOT,
            env=environment(PORT="0", DATA_DIR=str(tmp_path)),
            capture_output=True,
            text=True,
        )
    assert run.returncode == 1
    assert "The data folder is busy" in run.stderr


def test_ctrl_c_ends_every_process_and_the_next_start_keeps_the_data(tmp_path: Path) -> None:
    with start_product(tmp_path) as product:
        members = family(product.process.pid)
        product.process.send_signal(signal.SIGINT)
        assert product.process.wait(30) == 0
        assert not any(map(alive, members))
    before = (tmp_path / "kvalitet.sqlite3").stat().st_ino
    with start_product(tmp_path) as product:
        assert "Loading the demo" not in product.log()
        assert (tmp_path / "kvalitet.sqlite3").stat().st_ino == before
        with urllib.request.urlopen(f"{product.url}/logga-in/") as page:
            assert "Logga in" in page.read().decode()


def test_even_a_killed_supervisor_leaves_no_process_behind(tmp_path: Path) -> None:
    with start_product(tmp_path) as product:
        members = family(product.process.pid)
        product.process.kill()
        assert eventually(lambda: not any(map(alive, members - {product.process.pid})))
