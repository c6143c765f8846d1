"""Lets Django empty the database between tests in spite of the lock on the log."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

DOOR = "audit_door"


@pytest.fixture(scope="session", autouse=True)
def flush_through_audit_door() -> Iterator[None]:
    operations: Any = type(connection.ops)
    original = operations.sql_flush
    operations.sql_flush = _through_door(original)
    yield
    operations.sql_flush = original


def _through_door(sql_flush: Callable[..., list[str]]) -> Callable[..., list[str]]:
    def opened(self: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
        statements = sql_flush(self, style, [t for t in tables if t != DOOR], **options)
        if not statements:
            return []
        opening = f"INSERT INTO {DOOR} (opened_at) VALUES (CURRENT_TIMESTAMP)"
        return [opening, *statements, f"DELETE FROM {DOOR}"]

    return opened
