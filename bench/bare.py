"""The floor of the list bench: the same SQL, the same cells, and nothing around them.

It stands behind the same middleware. What the product's page asked the database is recorded
once and then asked again, row for row, through a plain cursor; the answer is one bare table.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import date
from html import escape
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from deviations.models import Deviation, Kind, Severity, Status
from organisation.models import Unit

Query = tuple[str, Any]
Rows = list[tuple[Any, ...]]
# Asked by the middleware, before either view begins.
OF_THE_MIDDLEWARE = ('FROM "django_session"', 'FROM "organisation_user"')
TABLES = {"cases": f'FROM "{Deviation._meta.db_table}"', "units": f'FROM "{Unit._meta.db_table}"'}
KINDS, STATUSES, GRADES = dict(Kind.choices), dict(Status.choices), dict(Severity.choices)

recorded: list[Query] = []


@contextmanager
def recording() -> Iterator[list[Query]]:
    """What is asked meanwhile, the middleware's own questions left out."""
    asked: list[Query] = []

    def record(execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        if not any(mark in sql for mark in OF_THE_MIDDLEWARE):
            asked.append((sql, params))
        return execute(sql, params, *rest)

    with connection.execute_wrapper(record):
        yield asked


def bare_list(request: HttpRequest) -> HttpResponse:
    answers = {sql: _ask(sql, params) for sql, params in recorded}
    names = {row[0]: row[1] for row in _answer(answers, "units")}
    lines = (_line(row, names) for row in _answer(answers, "cases")[:50])
    return HttpResponse(f"<table>{''.join(lines)}</table>")


def _ask(sql: str, params: Any) -> Rows:
    writes = sql.startswith("INSERT")
    with transaction.atomic() if writes else nullcontext(), connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []


def _answer(answers: Mapping[str, Rows], table: str) -> Rows:
    """The list's own answer is the widest and longest one from that table."""
    found = (rows for sql, rows in answers.items() if TABLES[table] in sql)
    return max(found, key=lambda rows: len(rows) * len(rows[0]) if rows else 0)


def _line(row: tuple[Any, ...], names: Mapping[int, str]) -> str:
    """The columns of deviations.listing.COLUMNS."""
    _, number, title, unit_id, kind, received, decided, status, grade, due, *_ = row
    cells = (
        number,
        escape(title),
        escape(names[unit_id]),
        KINDS[kind],
        _day(received),
        _day(decided),
        STATUSES[status],
        GRADES[grade] if grade else "–",
        _day(due),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _day(day: date | str | None) -> str:
    """SQLite answers with text."""
    return str(day) if day else "–"
