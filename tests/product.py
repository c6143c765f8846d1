"""The real product in processes of its own: supervisor, gunicorn, Celery worker, demo data."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "demo"


@dataclass(frozen=True)
class Product:
    url: str
    data_dir: Path
    queue: str
    process: subprocess.Popen[bytes]

    def log(self) -> str:
        return (self.data_dir / "log.txt").read_text()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


SET_BY_TESTS = {
    "DJANGO_SETTINGS_MODULE",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "DATA_DIR",
    "CELERY_QUEUE",
    "MAKELEVEL",
    "PORT",
}


def environment(**changes: str) -> dict[str, str]:
    """Ours without what the tests set for themselves."""
    return {key: value for key, value in os.environ.items() if key not in SET_BY_TESTS} | changes


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 240) -> None:
    """Until the address answers 200; fails at once when the process has ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        with (
            contextlib.suppress(urllib.error.URLError, OSError),
            urllib.request.urlopen(url, timeout=5),
        ):
            return
        time.sleep(0.1)
    raise AssertionError(f"{url} did not answer in time (exit status {process.poll()})")


@contextlib.contextmanager
def own_database(name: str) -> Iterator[str]:
    """On PostgreSQL a database beside the tests' own; on SQLite a file in the data folder."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield ""
        return
    parts = urlsplit(given)
    # CREATE DATABASE cannot run in a transaction, which psycopg2's own context manager opens.
    connection = psycopg2.connect(parts._replace(path="/postgres").geturl())
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            yield parts._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextlib.contextmanager
def start_product(data_dir: Path, port: int = 0, **changes: str) -> Iterator[Product]:
    port = port or free_port()
    name = f"kvalitet_product_{port}"
    with own_database(name) as database, (data_dir / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "bin/serve.py"],
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=environment(
                PORT=str(port),
                DATA_DIR=str(data_dir),
                DATABASE_URL=database,
                CELERY_QUEUE=name,
                DEMO="1",
                DEMO_PASSWORD=PASSWORD,
                WEB_WORKERS="1",
                **changes,
            ),
        )
        product = Product(f"http://127.0.0.1:{port}", data_dir, name, process)
        try:
            wait_for(f"{product.url}/readyz", process)
            yield product
        except AssertionError as error:
            error.add_note(product.log())
            raise
        finally:
            process.terminate()
            process.wait(40)
