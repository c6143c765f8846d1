import os
import time
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from config import health
from config.celery import app


@pytest.fixture(autouse=True)
def fresh_heartbeat(settings: Settings, tmp_path: Path) -> Path:
    settings.WORKER_HEARTBEAT = tmp_path / "heartbeat"
    settings.WORKER_HEARTBEAT.touch()
    return tmp_path / "heartbeat"


def test_livez_answers_without_the_database(
    client: Client, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert client.get("/livez").json() == {"status": "ok"}


def test_readyz_says_what_it_looked_at(client: Client, db: None) -> None:
    assert client.get("/readyz").json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "storage": "ok",
        "broker": "ok",
        "worker": "ok",
    }


def test_a_silent_worker_is_degraded_and_not_down(
    client: Client, db: None, fresh_heartbeat: Path
) -> None:
    old = time.time() - 2 * health.HEARTBEAT_AGE
    os.utime(fresh_heartbeat, (old, old))
    response = client.get("/readyz")
    assert (response.status_code, response.json()["status"]) == (200, "degraded")
    assert response.json()["worker"] == "degraded"


def test_an_unreachable_broker_is_degraded_and_not_down(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.conf, "broker_write_url", "redis://127.0.0.1:1/0")
    response = client.get("/readyz")
    assert (response.status_code, response.json()["broker"]) == (200, "degraded")


def test_a_missing_migration_is_down(client: Client, db: None) -> None:
    health.all_migrated.cache_clear()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    response = client.get("/readyz")
    assert (response.status_code, response.json()["migrations"]) == (503, "down")


def test_a_store_that_cannot_be_written_is_down(
    client: Client, db: None, settings: Settings, tmp_path: Path
) -> None:
    backend = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "gone"}}
    settings.STORAGES = settings.STORAGES | {"default": backend}
    response = client.get("/readyz")
    assert (response.status_code, response.json()["storage"]) == (503, "down")


def test_readyz_tells_a_stranger_no_reason(client: Client, db: None) -> None:
    assert set(client.get("/readyz").json().values()) <= {"ok", "degraded", "down"}
