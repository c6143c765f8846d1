"""Questions that pages ask again and again, their SQL composed once per process.

Composing and converting costs Django several times what such a question costs the database.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet, Value


@dataclass(frozen=True)
class _Given:
    position: int


def given(position: int) -> Value:
    """Stands in a queryset for the value that is handed over when it is asked."""
    return Value(_Given(position))


class Composed:
    """A queryset of values_list. Values go in, and rows come out, as the driver has them: a day
    is handed over as ISO text, and SQLite answers with 0 or 1 for a truth value."""

    def __init__(self, queryset: Callable[[], QuerySet[Any, Any]]) -> None:
        self.queryset = queryset

    @cached_property
    def _composed(self) -> tuple[str, tuple[Any, ...]]:
        """Empty where no row can answer."""
        try:
            sql, parameters = self.queryset().query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
        except EmptyResultSet:
            return "", ()
        return sql, tuple(parameters)

    def ask(self, *values: int | str) -> list[tuple[Any, ...]]:
        sql, parameters = self._composed
        if not sql:
            return []
        filled = [values[p.position] if isinstance(p, _Given) else p for p in parameters]
        with connection.cursor() as cursor:
            cursor.execute(sql, filled)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
