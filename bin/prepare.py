"""Brings the data folder up to the code: tables, demo data, static files. Quick when done."""

import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402 -- the settings are named first

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.staticfiles.finders import get_finders  # noqa: E402
from django.core.management import call_command  # noqa: E402

from config.health import all_migrated  # noqa: E402


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 -- a script speaks to its terminal


def migrate() -> None:
    if not all_migrated():
        say("Creating the tables …")
        call_command("migrate", verbosity=0)


def load_demo() -> None:
    if settings.DEMO and not get_user_model().objects.exists():
        say("Loading the demo municipality …")
        call_command("load_demo", verbosity=0)


def collect_static() -> None:
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    current = fingerprint()
    if not stamp.exists() or stamp.read_text() != current:
        say("Collecting static files …")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(current)


def fingerprint() -> str:
    """Of every static file's name, size and time."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    migrate()
    load_demo()
    collect_static()
