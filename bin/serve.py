"""The embedded product in one command: gunicorn and a Celery worker with beat, kept alive.

Only the standard library: the supervisor must survive whatever its children die of. A child that
ends is started again, later each time; when the supervisor ends, even by SIGKILL, so do they.
"""

import contextlib
import ctypes
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("DATA_DIR", ROOT / "data"))
PORT = int(os.environ.get("PORT", "8000"))
ADDRESS = f"http://127.0.0.1:{PORT}"
DEMO = os.environ.get("DEMO", "") not in ("", "0", "false", "False")
LOGINS = (
    ("mona", "medarbetare"),
    ("eva", "enhetschef"),
    ("karin", "kvalitetssamordnare"),
    ("sara", "lex Sarah-ansvarig"),
    ("ulla", "utredare"),
    ("dag", "beslutsfattare"),
    ("nils", "nämndsekreterare"),
    ("rut", "revisor"),
    ("admin", "systemadministratör"),
)
WEB = ("-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi")
WORKER = (
    # On a fresh machine people are root; Celery's sermon about it would hide our own words.
    "-Wignore:You're running the worker with superuser privileges",
    *("-m", "celery", "--quiet", "--app", "config"),
    *("worker", "--beat", "--without-gossip", "--without-mingle"),
)
# Touched whenever a task has finished, and one is due every 15 seconds.
PULSE = DATA_DIR / "worker-heartbeat"
LONGEST_SILENCE = 900  # seconds; a report or a file that takes longer has been stopped before
GRACE = 20  # seconds for requests and a report in progress; then the lease takes over
LONGEST_PAUSE = 30
PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 -- this is what the person at the terminal reads


class Child:
    """A process in a group of its own, so that its own children can be ended with it.

    `pulse` is a file that it touches while it is well: one that hangs lives, and does nothing.
    """

    def __init__(self, name: str, *command: str, pulse: Path | None = None) -> None:
        self.name = name
        self.command = command
        self.pulse = pulse
        self.pause = 1
        self.due = 0.0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 -- our own fixed commands
            [sys.executable, *self.command],
            cwd=ROOT,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )

    def look_after(self) -> None:
        """Start again what has ended; a child that lived for a minute begins anew."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.due:
                self.start()
        elif self.process.poll() is not None:
            self.signal(signal.SIGKILL)
            self.pause = 1 if now - self.started > 60 else min(self.pause * 2, LONGEST_PAUSE)
            self.due = now + self.pause
            say(f"{self.name} ended ({self.process.returncode}); again in {self.pause} s.")
            self.process = None
        elif self.is_silent(now):
            say(f"{self.name} has been silent for {LONGEST_SILENCE // 60} minutes and is stopped.")
            self.signal(signal.SIGKILL)

    def is_silent(self, now: float) -> bool:
        if self.pulse is None or now - self.started < LONGEST_SILENCE:
            return False
        try:
            return time.time() - self.pulse.stat().st_mtime > LONGEST_SILENCE
        except FileNotFoundError:
            return True

    def signal(self, number: int) -> None:
        if self.process is not None:
            target = self.process.pid if number == signal.SIGTERM else -self.process.pid
            with contextlib.suppress(ProcessLookupError):
                os.kill(target, number)

    def end(self, deadline: float) -> None:
        if self.process is not None:
            try:
                self.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                say(f"{self.name} did not end in time and was stopped.")
            self.signal(signal.SIGKILL)


class Supervisor:
    def __init__(self, *children: Child) -> None:
        self.children = children
        self.stopping = False
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self.stop)

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def run(self) -> None:
        announced = False
        while not self.stopping:
            # The worker comes second: at the start the web server needs both cores.
            for child in self.children if announced else self.children[:1]:
                child.look_after()
            if not announced and answers():
                announced = True
                say(greeting())
            time.sleep(0.1)
        self.end()

    def end(self) -> None:
        say("Stopping …")
        deadline = time.monotonic() + GRACE
        for child in self.children:
            child.signal(signal.SIGTERM)
        for child in self.children:
            child.end(deadline)


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"{ADDRESS}/readyz", timeout=5):  # noqa: S310 -- loopback
            return True
    except (urllib.error.URLError, OSError):
        return False


def greeting() -> str:
    lines = ["", f"Ready: {ADDRESS}"]
    if DEMO:
        password = os.environ.get("DEMO_PASSWORD", "demo")
        lines += [f"Demo logins (password {password}):"]
        lines += [f"  {name:<6} {role}" for name, role in LOGINS]
    if not os.environ.get("EMAIL_URL"):
        lines += [f"Mail is not sent but written to {DATA_DIR / 'mail'}"]
    return "\n".join([*lines, "Ctrl-C ends it.", ""])


def port_is_free() -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
        except OSError:
            return False
    return True


def main() -> None:
    if not port_is_free():
        sys.exit(f"Port {PORT} is already in use. Choose another: make run PORT={PORT + 1}")
    if "MAKELEVEL" in os.environ:
        die_with_parent()
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    with (DATA_DIR / "running.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("The data folder is busy (a report or a reset is under way). Try again soon.")
        prepared = subprocess.run(
            [sys.executable, "bin/prepare.py"], cwd=ROOT, preexec_fn=die_with_parent
        )
        if prepared.returncode:
            sys.exit(prepared.returncode)
        Supervisor(Child("The web server", *WEB), Child("The worker", *WORKER, pulse=PULSE)).run()


if __name__ == "__main__":
    main()
