"""A large register: 200,000 cases over 300 units in five levels, and people to look at them.

Invented and repeatable. For the sake of time the rows go past the ORM (COPY on PostgreSQL), the
indexes are made afterwards, and the free text index, which a list is read without, not at all.
"""

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from django.db import connection, transaction
from django.db.migrations.state import StateApps

from deviations import search
from deviations.models import Deviation, Kind, Severity, Status
from deviations.models.choices import SERIES
from organisation.models import Membership, Role, Unit, UnitClosure, User

CASES = 200_000
# How many units each unit of the level above has: 1 + 3 + 12 + 60 + 224 = 300.
LEVELS = (
    (Unit.Level.BOARD, 3),
    (Unit.Level.SECTION, 4),
    (Unit.Level.UNIT, 5),
    (Unit.Level.GROUP, 4),
)
UNITS = 300
INVESTIGATORS = 100
FIRST_DAY = date(2018, 1, 1)
DAYS = 8 * 365
WORDS = [
    "familjen",
    "barnet",
    "mötet",
    "beslutet",
    "handläggaren",
    "kontakten",
    "utredningen",
    "vistelsen",
    "samtalet",
    "insatsen",
    "rutinen",
    "journalen",
    "överlämningen",
    "telefonen",
    "besöket",
    "uppföljningen",
    "planen",
    "läkaren",
    "skolan",
    "placeringen",
    "försenades",
    "saknades",
    "glömdes",
    "uppdaterades",
    "avbröts",
    "ändrades",
    "och",
    "som",
    "inte",
    "under",
    "efter",
    "före",
    "utan",
    "trots",
    "därför",
    "enligt",
    "samma",
    "dag",
    "vecka",
    "flera",
    "gånger",
]
KINDS = (Kind.INTERNAL,) * 12 + (Kind.COMPLAINT, Kind.COMPLAINT, Kind.VIEWPOINT, Kind.LEX_SARAH)
GRADES = (Severity.NONE, Severity.RISK, Severity.MISCONDUCT, Severity.SERIOUS)
Row = dict[str, Any]


def _sentences(rng: Random, words: int) -> list[str]:
    return [" ".join(rng.choices(WORDS, k=words)).capitalize() + "." for _ in range(1000)]


TITLES = _sentences(Random(1), 6)
SENTENCES = _sentences(Random(2), 12)


def fill() -> None:
    rng = Random(7)
    with transaction.atomic():
        units = _units()
        _people(units)
    with connection.schema_editor() as editor:
        search.remove(StateApps([], {}), editor)
        for index in Deviation._meta.indexes:
            editor.remove_index(Deviation, index)
    with transaction.atomic():
        _copy(_cases(rng, units))
    with connection.schema_editor() as editor:
        for index in Deviation._meta.indexes:
            editor.add_index(Deviation, index)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _units() -> list[Unit]:
    top = Unit(name="Stora kommun", slug="stora", level=Unit.Level.MUNICIPALITY)
    Unit.objects.bulk_create([top])
    everything, above = [top], [top]
    for level, children in LEVELS:
        room = UNITS - len(everything)
        new = [
            Unit(name=f"{level.label} {parent.pk}.{number}", level=level, parent=parent)
            for parent in above
            for number in range(children)
        ][:room]
        for unit in new:
            unit.slug = f"{level}-{unit.name.split()[-1].replace('.', '-')}"
        Unit.objects.bulk_create(new)
        everything, above = everything + new, new
    UnitClosure.rebuild()
    return everything


def _people(units: list[Unit]) -> None:
    """eva manages a unit, karin a section, sara answers for lex Sarah in the whole municipality.

    The investigators are the rest: an index on them is of use only where they differ.
    """
    User.objects.bulk_create(
        User(username=f"utredare{number}", last_name="Ek") for number in range(INVESTIGATORS)
    )
    for name, role, level in (
        ("eva", Role.MANAGER, Unit.Level.UNIT),
        ("karin", Role.COORDINATOR, Unit.Level.SECTION),
        ("sara", Role.LEX_SARAH, Unit.Level.MUNICIPALITY),
    ):
        user = User.objects.create(username=name, first_name=name.title(), last_name="Berg")
        unit = next(unit for unit in units if unit.level == level)
        Membership.objects.create(user=user, role=role, unit=unit)


def _cases(rng: Random, units: list[Unit]) -> Iterator[Row]:
    places = [unit.pk for unit in units if unit.level in (Unit.Level.UNIT, Unit.Level.GROUP)]
    investigators = [*User.objects.filter(last_name="Ek").values_list("pk", flat=True), None]
    last: dict[tuple[str, int], int] = {}
    for position in range(CASES):
        day = FIRST_DAY + timedelta(days=position * DAYS // CASES)
        kind = rng.choice(KINDS)
        key = (SERIES[kind], day.year)
        last[key] = last.get(key, 0) + 1
        case = _case(rng, kind, day, rng.choice(places), last[key])
        yield case | {"investigator_id": rng.choice(investigators)}


def _case(rng: Random, kind: Kind, day: date, unit_id: int, sequence: int) -> Row:
    series = SERIES[kind]
    received = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    decided = day + timedelta(days=rng.randrange(5, 60)) if rng.random() < 0.95 else None
    lex_sarah = kind == Kind.LEX_SARAH
    return {
        "kind": kind,
        "series": series,
        "year": day.year,
        "sequence": sequence,
        "number": f"{series}-{day.year}-{sequence:04d}",
        "status": Status.CLOSED if decided else Status.INVESTIGATION,
        "unit_id": unit_id,
        "occurred_on": day - timedelta(days=rng.randrange(4)),
        "received_at": received,
        "created_at": received,
        "received_on": day,
        "decided_on": decided,
        "closed_on": decided,
        "title": rng.choice(TITLES),
        "description": " ".join(rng.choices(SENTENCES, k=5)),
        "immediate_measures": rng.choice(SENTENCES),
        "severity": rng.choice(GRADES) if lex_sarah and decided else "",
        "restricted": lex_sarah,
    }


def _copy(rows: Iterable[Row]) -> None:
    """What a row does not say is as the model's default has it."""
    fields = [field for field in Deviation._meta.local_concrete_fields if not field.primary_key]
    plain = Deviation()
    defaults = {field.attname: getattr(plain, field.attname) for field in fields}
    table, columns = Deviation._meta.db_table, [field.attname for field in fields]
    values = ((defaults | row).values() for row in rows)
    if connection.vendor == "postgresql":
        _copy_to_postgresql(table, columns, values)
    else:
        _insert_into_sqlite(table, columns, values)


def _copy_to_postgresql(table: str, columns: list[str], rows: Iterable[Iterable[Any]]) -> None:
    lines = ("\t".join(r"\N" if value is None else str(value) for value in row) for row in rows)
    with connection.cursor() as cursor:
        cursor.copy_expert(
            f"COPY {table} ({', '.join(columns)}) FROM STDIN", io.StringIO("\n".join(lines))
        )


def _insert_into_sqlite(table: str, columns: list[str], rows: Iterable[Iterable[Any]]) -> None:
    marks = ", ".join("%s" for _ in columns)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
            [[_for_sqlite(value) for value in row] for row in rows],
        )


def _for_sqlite(value: Any) -> Any:
    """As Django writes it: times in UTC without offset."""
    if isinstance(value, datetime):
        return str(value.replace(tzinfo=None))
    return str(value) if isinstance(value, date) else value
