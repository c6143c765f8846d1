"""Checked outcomes are written in a few statements, whatever their number: into a table of the
transaction's own, what they replace as revisions, those that are new, those that are changed.

Past the ORM, since it would make an object of every row. Each outcome is written over the version
that was compared with; if any has been changed in that very moment, none is written.
"""

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import StringIO
from itertools import islice
from typing import Any

from django.db import IntegrityError, connection
from django.utils import timezone
from psycopg2.errors import UniqueViolation

from imports.importer import Actor, CannotSave, Row
from indicators.importers.outcome_checking import CONTENT, KEY

MEANWHILE = "Någon ändrade ett av utfallen just nu. Försök igen."
COLUMNS = (*KEY, *CONTENT, "version")
STAGED = ", ".join(COLUMNS)
STAGING = """
    CREATE TEMPORARY TABLE imported_outcome (
        indicator_id bigint, unit_id bigint, year integer, period varchar(3), sex varchar(8),
        numerator integer, denominator integer, value decimal, reported_share decimal,
        source varchar(200), no_data varchar(200), not_measured integer, forecast decimal,
        quality varchar(12), comment text, version integer, existing bigint
    )"""
PARTS = {
    "postgresql": """
        coalesce((SELECT jsonb_agg(jsonb_build_array(p.name, p.count) ORDER BY p."order", p.id)
        FROM indicators_observationpart p WHERE p.observation_id = o.id), '[]'::jsonb)""",
    "sqlite": """
        (SELECT json_group_array(json_array(p.name, p.count)) FROM (SELECT name, count
        FROM indicators_observationpart WHERE observation_id = o.id ORDER BY "order", id) p)""",
}
REVISIONS = f"""
    INSERT INTO indicators_observationrevision
        (observation_id, {", ".join(CONTENT)}, parts, replaced_at, replaced_by_id)
    SELECT o.id, {", ".join(f"o.{name}" for name in CONTENT)}, {{parts}}, %s, %s
    FROM imported_outcome s
    JOIN indicators_observation o ON o.id = s.existing AND o.version = s.version - 1
    RETURNING observation_id, id"""  # noqa: S608 -- names of our own columns
# Told apart from changes: to look for a conflict at every row costs half as much again.
INSERT = f"""
    INSERT INTO indicators_observation ({STAGED}, updated_at)
    SELECT {STAGED}, %s FROM imported_outcome WHERE existing IS NULL RETURNING id"""  # noqa: S608
UPDATE = f"""
    UPDATE indicators_observation
    SET {", ".join(f"{name} = s.{name}" for name in (*CONTENT, "version"))}, updated_at = %s
    FROM imported_outcome s
    WHERE indicators_observation.id = s.existing
    AND indicators_observation.version = s.version - 1
    RETURNING indicators_observation.id"""  # noqa: S608
PLACES = ", ".join(["%s"] * (len(COLUMNS) + 1))
STAGE = f"INSERT INTO imported_outcome ({STAGED}, existing) VALUES ({PLACES})"  # noqa: S608
TEXTS = "source, no_data, quality, comment"
COPY = (
    f"COPY imported_outcome ({STAGED}, existing) FROM STDIN (FORMAT csv, FORCE_NOT_NULL ({TEXTS}))"
)
Made = list[int | list[int]]


def save(rows: Sequence[Row], actor: Actor) -> Made:
    """The id of each new outcome; [id, revision] of each that was changed."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    changes = sum(row.values["version"] > 1 for row in rows)
    with connection.cursor() as cursor:
        cursor.execute(STAGING)
        _stage(cursor, rows)
        changed = _changed(cursor, now, actor) if changes else []
        new = _inserted(cursor, now) if changes < len(rows) else []
        cursor.execute("DROP TABLE imported_outcome")
    if len(new) + len(changed) != len(rows):
        raise CannotSave(MEANWHILE)
    return [*new, *changed]


def _changed(cursor: Any, now: Any, actor: Actor) -> list[list[int]]:
    parts = PARTS[connection.vendor]
    cursor.execute(REVISIONS.format(parts=parts), [now, actor.pk if actor else None])
    revisions: dict[int, int] = dict(cursor.fetchall())
    cursor.execute(UPDATE, [now])
    return [[pk, revisions[pk]] for (pk,) in cursor.fetchall()]


def _inserted(cursor: Any, now: Any) -> list[int]:
    try:
        cursor.execute(INSERT, [now])
    except IntegrityError as error:
        if isinstance(error.__cause__, UniqueViolation):
            raise CannotSave(MEANWHILE) from error
        raise
    return [pk for (pk,) in cursor.fetchall()]


def _stage(cursor: Any, rows: Sequence[Row]) -> None:
    staged = (
        (*values["key"], *values["content"], values["version"], values["existing"])
        for values in (row.values for row in rows)
    )
    if connection.vendor == "postgresql":
        cursor.cursor.copy_expert(COPY, _Csv(staged))
    else:
        cursor.executemany(STAGE, [list(map(_adapted, cells)) for cells in staged])


class _Csv:
    """A file that is written as it is read: the server takes in one piece while the next is
    made."""

    PIECE = 1_000  # rows

    def __init__(self, rows: Iterator[Sequence[Any]]) -> None:
        self.rows = rows

    def read(self, size: int) -> str:
        text = StringIO(newline="")
        csv.writer(text).writerows(islice(self.rows, self.PIECE))
        return text.getvalue()


def _adapted(cell: Any) -> Any:
    return str(cell) if isinstance(cell, Decimal) else cell
