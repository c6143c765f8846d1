"""Checked outcomes are written in three statements, whatever their number: into a table of the
transaction's own, what they replace as revisions, and one upsert.

Past the ORM, since it would make an object of every row. Each outcome is written over the version
that was compared with; if any has been changed in that very moment, none is written.
"""

import csv
from collections.abc import Sequence
from decimal import Decimal
from io import StringIO
from typing import Any

from django.db import connection
from django.utils import timezone

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
UPSERT = f"""
    INSERT INTO indicators_observation ({STAGED}, updated_at)
    SELECT {STAGED}, %s FROM imported_outcome WHERE true
    ON CONFLICT ({", ".join(KEY)}) DO UPDATE
    SET {", ".join(f"{name} = excluded.{name}" for name in (*CONTENT, "version", "updated_at"))}
    WHERE indicators_observation.version = excluded.version - 1
    RETURNING id, version"""  # noqa: S608
PLACES = ", ".join(["%s"] * (len(COLUMNS) + 1))
INSERT = f"INSERT INTO imported_outcome ({STAGED}, existing) VALUES ({PLACES})"  # noqa: S608
TEXTS = "source, no_data, quality, comment"
COPY = (
    f"COPY imported_outcome ({STAGED}, existing) FROM STDIN (FORMAT csv, FORCE_NOT_NULL ({TEXTS}))"
)
Made = list[int | list[int]]


def save(rows: Sequence[Row], actor: Actor) -> Made:
    """The id of each new outcome; [id, revision] of each that was changed."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(STAGING)
        _stage(cursor, rows)
        revisions: dict[int, int] = {}
        if any(row.values["version"] > 1 for row in rows):
            parts = PARTS[connection.vendor]
            cursor.execute(REVISIONS.format(parts=parts), [now, actor.pk if actor else None])
            revisions = dict(cursor.fetchall())
        cursor.execute(UPSERT, [now])
        written = cursor.fetchall()
        cursor.execute("DROP TABLE imported_outcome")
    if len(written) != len(rows):
        raise CannotSave(MEANWHILE)
    return [pk if version == 1 else [pk, revisions[pk]] for pk, version in written]


def _stage(cursor: Any, rows: Sequence[Row]) -> None:
    staged = (
        (*values["key"], *values["content"], values["version"], values["existing"])
        for values in (row.values for row in rows)
    )
    if connection.vendor == "postgresql":
        text = StringIO(newline="")
        csv.writer(text).writerows(staged)
        text.seek(0)
        cursor.cursor.copy_expert(COPY, text)
    else:
        cursor.executemany(INSERT, [list(map(_adapted, cells)) for cells in staged])


def _adapted(cell: Any) -> Any:
    return str(cell) if isinstance(cell, Decimal) else cell
