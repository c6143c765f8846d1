"""The product's workers and database, seen from outside: started, killed and counted."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.faults.servers import PrivatePostgres, PrivateRedis
from tests.product import ROOT, environment

PATIENCE = 25  # seconds


class House:
    """Embedded (SQLite and the filesystem's broker) unless it is given servers."""

    def __init__(
        self,
        folder: Path,
        postgres: PrivatePostgres | None = None,
        redis: PrivateRedis | None = None,
    ) -> None:
        self.folder, self.postgres, self.redis = folder, postgres, redis
        self.environment = environment(
            DJANGO_SETTINGS_MODULE="tests.faults.settings",
            DATA_DIR=str(folder),
            DATABASE_URL=postgres.url if postgres else "",
            CELERY_BROKER_URL=redis.url if redis else "",
            CELERY_QUEUE="faults",
            LOG_LEVEL="WARNING",
        )
        self.worker: subprocess.Popen[bytes] | None = None
        self.subjects = iter(range(1, 10_000))
        self.python("manage.py", "migrate", "--verbosity=0")
        self.driver = subprocess.Popen(
            (sys.executable, "-m", "tests.faults.act"),
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def python(self, *arguments: str) -> str:
        done = subprocess.run(
            (sys.executable, *arguments),
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def act(self, *words: object) -> str:
        """The answer of tests/faults/act.py, which stays open: a start costs a second."""
        assert self.driver.stdin
        assert self.driver.stdout
        self.driver.stdin.write(" ".join(map(str, words)) + "\n")
        self.driver.stdin.flush()
        said = self.driver.stdout.readline().strip()
        assert not said.startswith("FAILED"), said
        return said

    def submit(self, kind: str = "steady") -> int:
        subject = next(self.subjects)
        self.act("submit", kind, subject)
        return subject

    # Workers

    def start_worker(self) -> None:
        with (self.folder / "worker.log").open("ab") as log:
            self.worker = subprocess.Popen(
                (sys.executable, "-m", "celery", "--quiet", "--app", "config", "worker", "--beat"),
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def ensure_worker(self) -> None:
        if self.worker is None or self.worker.poll() is not None:
            self.start_worker()

    def _supervise(self) -> None:
        """As bin/serve.py and compose do: Celery may give up when its broker goes away."""
        if self.worker and self.worker.poll() is not None:
            self.start_worker()

    def kill_worker(self) -> None:
        """All of it, at once, as by a power cut."""
        if self.worker and self.worker.poll() is None:
            os.killpg(self.worker.pid, signal.SIGKILL)
            self.worker.wait()
        self.worker = None

    def close(self) -> None:
        self.kill_worker()
        self.driver.kill()
        self.driver.communicate()

    def stop_worker(self) -> int:
        assert self.worker
        self.worker.terminate()
        return self.worker.wait(PATIENCE)

    def lose_messages(self) -> None:
        if self.redis:
            self.redis.flush()
        for message in self.folder.glob("broker/*.msg"):
            message.unlink(missing_ok=True)

    # What can be seen

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        if self.postgres:
            return self.postgres.query(sql)
        with closing(sqlite3.connect(self.folder / "kvalitet.sqlite3", timeout=20)) as connection:
            return connection.execute(sql).fetchall()

    def job(self, subject: int) -> tuple[Any, ...]:
        """(state, attempt)"""
        (row,) = self.query(f"SELECT state, attempt FROM jobs_job WHERE subject_id = {subject}")
        return row

    def error(self, subject: int) -> object:
        return self.query(f"SELECT error FROM jobs_job WHERE subject_id = {subject}")[0][0]

    def traces(self, kind: str, subject: int) -> list[int]:
        """The processes that started, or took effect."""
        rows = self.query(
            "SELECT detail FROM audit_event "
            f"WHERE object_type = '{kind}' AND object_id = '{subject}' ORDER BY id"
        )
        details = [json.loads(row[0]) if isinstance(row[0], str) else row[0] for row in rows]
        return [detail["pid"] for detail in details]

    def starts(self, subject: int) -> int:
        return len(self.traces("started", subject))

    def effects(self, subject: int) -> int:
        return len(self.traces("effect", subject))

    def wait_for_start(self, subject: int) -> int:
        """The process that has begun the job."""
        self.wait(lambda: self.starts(subject) > 0, "the job to begin")
        return self.traces("started", subject)[-1]

    def wait_for(self, state: str, subject: int) -> None:
        self.wait(lambda: self.job(subject)[0] == state, f"the job to be {state}")

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            self._supervise()
            assert time.monotonic() < deadline, f"waited in vain for {what}\n{self.log()}"
            time.sleep(0.05)

    def log(self) -> str:
        path = self.folder / "worker.log"
        return path.read_text()[-6000:] if path.exists() else ""
