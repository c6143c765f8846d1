"""Checked outcomes are written in three statements, whatever their number: into a table of the
transaction's own, what they replace as revisions, and one upsert.

Past the ORM, since it would make an object of every row. Each outcome is written over the version
that was compared with; if any has been changed in that very moment, none is written.
"""

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any

from django.db import connection
from django.utils import timezone

from imports.importer import Actor, CannotSave, Row
from indicators.importers.outcome_checking import CONTENT, KEY

MEANWHILE = "Någon ändrade ett av utfallen just nu. Försök igen."
COLUMNS = (*KEY, *CONTENT, "version")
STAGED = ", ".join(COLUMNS)
OURS = " AND ".join(f"o.{name} = s.{name}" for name in KEY)
STAGING = """
    CREATE TEMPORARY TABLE imported_outcome (
        indicator_id bigint, unit_id bigint, year integer, period varchar(3), sex varchar(8),
        numerator integer, denominator integer, value decimal, reported_share decimal,
        source varchar(200), no_data varchar(200), not_measured integer, forecast decimal,
        quality varchar(12), comment text, version integer
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
    FROM imported_outcome s JOIN indicators_observation o ON {OURS}
    WHERE s.version > 1
    RETURNING observation_id, id"""  # noqa: S608 -- names of our own columns
UPSERT = f"""
    INSERT INTO indicators_observation ({STAGED}, updated_at)
    SELECT {STAGED}, %s FROM imported_outcome WHERE true
    ON CONFLICT ({", ".join(KEY)}) DO UPDATE
    SET {", ".join(f"{name} = excluded.{name}" for name in (*CONTENT, "version", "updated_at"))}
    WHERE indicators_observation.version = excluded.version - 1
    RETURNING id, version"""  # noqa: S608
INSERT = f"INSERT INTO imported_outcome ({STAGED}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
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
            cursor.execute(REVISIONS.format(parts=parts), [now, actor and actor.pk])
            revisions = dict(cursor.fetchall())
        cursor.execute(UPSERT, [now])
        written = cursor.fetchall()
        cursor.execute("DROP TABLE imported_outcome")
    if len(written) != len(rows):
        raise CannotSave(MEANWHILE)
    return [pk if version == 1 else [pk, revisions[pk]] for pk, version in written]


def _stage(cursor: Any, rows: Sequence[Row]) -> None:
    if connection.vendor == "postgresql":
        text = StringIO("".join(_lines(rows)))
        cursor.cursor.copy_expert(f"COPY imported_outcome ({STAGED}) FROM STDIN", text)
    else:
        cursor.executemany(INSERT, [_adapted(row) for row in rows])


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        values = row.values
        cells = (*values["key"], *values["content"], values["version"])
        yield "\t".join([_copied(cell) for cell in cells]) + "\n"


def _copied(cell: Any) -> str:
    if cell is None:
        return "\\N"
    return cell.translate(ESCAPES) if isinstance(cell, str) else str(cell)


def _adapted(row: Row) -> list[Any]:
    values = row.values
    cells = (*values["key"], *values["content"], values["version"])
    return [cell if isinstance(cell, int | str | None) else str(cell) for cell in cells]


