"""Starting with MODE=production: nothing may be missing, and nothing is taken for granted."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.product import ROOT, environment

COMPLETE = {
    "MODE": "production",
    "SECRET_KEY": "only-in-this-test-" * 3,
    "AUDIT_HASH_KEY": "another-key",
    "IDENTITY_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "ALLOWED_HOSTS": "kvalitet.example.se",
    "DATABASE_URL": "sqlite:////tmp/never-opened",
    "CELERY_BROKER_URL": "redis://127.0.0.1:6379/15",
    "EMAIL_URL": "smtp+tls://user:secret@mail.example.se:587",
    "MAIL_FROM": "kvalitet@example.se",
}
REQUIRED = [name for name in COMPLETE if name != "MODE"]


def manage(
    tmp_path: Path, variables: dict[str, str], *command: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(DATA_DIR=str(tmp_path), **dict.fromkeys(REQUIRED, "")) | variables,
        capture_output=True,
        text=True,
    )


def test_djangos_deployment_check_finds_nothing(tmp_path: Path) -> None:
    run = manage(tmp_path, COMPLETE, "check", "--deploy", "--fail-level", "WARNING")
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("missing", REQUIRED)
def test_a_missing_variable_stops_the_start_with_its_name(tmp_path: Path, missing: str) -> None:
    run = manage(tmp_path, COMPLETE | {missing: ""}, "check")
    assert run.returncode != 0
    assert f"Set {missing} (or {missing}_FILE): it is required in production." in run.stderr


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(COMPLETE["SECRET_KEY"] + "\n")
    from_file = {"SECRET_KEY": "", "SECRET_KEY_FILE": str(tmp_path / "key")}
    assert manage(tmp_path, COMPLETE | from_file, "check").returncode == 0


@pytest.mark.parametrize("switch", ["DEBUG", "DEMO"])
def test_neither_debug_nor_the_demo_can_run_in_production(tmp_path: Path, switch: str) -> None:
    run = manage(tmp_path, COMPLETE | {switch: "1"}, "check")
    assert "DEBUG and DEMO must be off when MODE=production." in run.stderr


@pytest.mark.parametrize("keys", ["kort", "MDEyMw==", ","])
def test_a_key_that_cannot_encrypt_stops_the_start(tmp_path: Path, keys: str) -> None:
    run = manage(tmp_path, COMPLETE | {"IDENTITY_KEYS": keys}, "check")
    assert "IDENTITY_KEYS must be one or more keys of 32 bytes" in run.stderr


def test_an_unknown_mode_is_refused(tmp_path: Path) -> None:
    run = manage(tmp_path, COMPLETE | {"MODE": "produktion"}, "check")
    assert "MODE must be one of embedded, production, not 'produktion'." in run.stderr


def test_embedded_secrets_are_made_once_and_readable_by_their_owner_alone(tmp_path: Path) -> None:
    files = [tmp_path / "secret_key", tmp_path / "identity_key"]
    manage(tmp_path, {"MODE": "embedded"}, "check")
    first = [file.read_text() for file in files]
    manage(tmp_path, {"MODE": "embedded"}, "check")
    assert [file.read_text() for file in files] == first
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


COOKIES = (
    "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, "
    "s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY)"
)


def test_production_cookies_are_bound_to_the_host_over_https(tmp_path: Path) -> None:
    run = manage(tmp_path, COMPLETE, "shell", "--no-imports", "--command", COOKIES)
    assert run.stdout.split() == ["__Host-session", "__Host-csrf", "True", "True"]
