"""docker-compose.yml without Docker: its commands and variables on this machine's servers."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.product import ROOT, environment, free_port, own_database

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("web", "worker", "beat", "migrate")
HOST = "kvalitet.example.se"

needs_servers = pytest.mark.skipif(
    "DATABASE_URL" not in os.environ or "CELERY_BROKER_URL" not in os.environ,
    reason="NEEDS PostgreSQL and Redis: runs in that half of make test",
)


def filled(value: object) -> str:
    """As compose does with ${NAME:-default} and ${NAME:?complaint}."""
    known = {"ALLOWED_HOSTS": HOST}
    return re.sub(
        r"\$\{(\w+):[-?]([^}]*)\}", lambda found: known.get(found[1], found[2]), str(value)
    )


def test_every_secret_is_a_file_outside_the_repository() -> None:
    assert all(secret["file"].startswith("./secrets/") for secret in COMPOSE["secrets"].values())
    assert "/secrets/" in (ROOT / ".gitignore").read_text().split()
    assert "secrets" in (ROOT / ".dockerignore").read_text().split()


def test_each_service_gets_the_secrets_that_its_variables_name() -> None:
    for service in SERVICES.values():
        files = (
            [str(value) for value in service["environment"].values()]
            if ("environment" in service)
            else []
        )
        named = {Path(value).name for value in files if value.startswith("/run/secrets/")}
        assert named == set(service.get("secrets", []))


def test_only_the_migration_knows_the_owner_of_the_tables() -> None:
    holders = [
        name
        for name, service in SERVICES.items()
        if "database_owner_url" in service.get("secrets", [])
    ]
    assert holders == ["migrate"]


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "migrate"])
def test_every_lasting_service_has_a_health_check(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", OURS)
def test_our_containers_write_nowhere_but_to_their_volume(name: str) -> None:
    service = SERVICES[name]
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert service["volumes"] == ["data:/data"]


def test_the_image_runs_as_an_ordinary_user() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert [line for line in lines if line.startswith("USER")] == ["USER kvalitet"]


def test_make_secrets_writes_every_secret_once(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "make-secrets"
    script.write_bytes((ROOT / "bin" / "make-secrets").read_bytes())
    first = subprocess.run(["/bin/bash", script], check=True, capture_output=True, text=True)
    assert set(first.stdout.split()) == {
        secret["file"].removeprefix("./") for secret in COMPOSE["secrets"].values()
    }
    again = subprocess.run(["/bin/bash", script], check=True, capture_output=True, text=True)
    assert again.stdout == ""


@contextmanager
def running(name: str, variables: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The service's own command, with our interpreter's folder first on the path."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    process = subprocess.Popen(
        SERVICES[name]["command"],
        cwd=ROOT,
        # Celery warns a root user; the image has none.
        env=variables | {"PATH": path, "PYTHONWARNINGS": "ignore"},
        stdout=log.open("wb"),
        stderr=subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(40)


class Shape:
    """The compose file's services moved to this machine: other addresses, same variables."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder = folder
        self.port = free_port()
        (folder / "static").mkdir()
        for name in COMPOSE["secrets"]:
            (folder / name).write_text("never-used")
        (folder / "secret_key").write_text("s" * 60)
        (folder / "identity_keys").write_text("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
        for name in ("database_url", "database_owner_url"):
            (folder / name).write_text(database)
        (folder / "email_url").write_text("consolemail://")

    def variables(self, name: str) -> dict[str, str]:
        moved = {
            "CELERY_BROKER_URL": os.environ["CELERY_BROKER_URL"],
            "BIND": f"127.0.0.1:{self.port}",
            "DATA_DIR": str(self.folder),
            "STATIC_ROOT": str(self.folder / "static"),
            "CELERY_QUEUE": self.folder.name,
        }
        given = {key: filled(value) for key, value in SERVICES[name]["environment"].items()}
        given = {
            key: value.replace("/run/secrets", str(self.folder)) for key, value in given.items()
        }
        clean = {key: value for key, value in environment().items() if key != "DATABASE_URL"}
        return clean | given | moved

    def readyz(self) -> dict[str, str]:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/readyz", headers={"Host": HOST}
        )
        with urllib.request.urlopen(request, timeout=10) as response:
            state: dict[str, str] = json.load(response)
            return state

    def healthy(self, name: str) -> bool:
        command = SERVICES[name]["healthcheck"]["test"][2:]
        check = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=self.variables(name), capture_output=True
        )
        return check.returncode == 0


@needs_servers
def test_web_worker_and_beat_run_as_the_file_says(tmp_path: Path) -> None:
    with own_database(f"kvalitet_compose_{free_port()}") as database, ExitStack() as services:
        shape = Shape(tmp_path, database)
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--no-input"],
            cwd=ROOT,
            env=shape.variables("migrate"),
            check=True,
            capture_output=True,
        )
        processes = {
            name: services.enter_context(
                running(name, shape.variables(name), tmp_path / f"{name}.log")
            )
            for name in ("web", "worker", "beat")
        }
        deadline = time.monotonic() + 60
        while not shape.healthy("web") and time.monotonic() < deadline:
            time.sleep(0.5)
        while shape.readyz()["status"] != "ok" and time.monotonic() < deadline:
            time.sleep(0.5)
        assert shape.readyz()["status"] == "ok"
        assert shape.healthy("worker")
        assert all(process.poll() is None for process in processes.values())
        for log in tmp_path.glob("*.log"):
            for line in filter(None, log.read_text().splitlines()):
                assert json.loads(line)["level"] == "INFO", log
    assert [process.returncode for process in processes.values()] == [0, 0, 0]
