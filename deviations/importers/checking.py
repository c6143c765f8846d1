"""The rows against the register: rights, places, people, numbers and what is there already."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from deviations.importers import rules
from deviations.importers.numbering import Kept, own_number
from deviations.models import Deviation, Kind
from deviations.models.choices import OPEN_STATUSES
from deviations.querysets import investigator_roles
from imports.importer import Actor, Outcome, Row
from imports.kinds import Place
from organisation.access import access_of
from organisation.models import Role, Unit, User

AT_ONCE = 500
Key = tuple[str, int, str]  # kind, year, old number
Found = tuple[int, date]  # unit and day of a case that is there


def check(rows: Sequence[Row], actor: Actor) -> None:
    for row in rows:
        rules.complete(row)
        rules.hold(row)
        _placed(row, actor)
        _numbered(row)
    _investigated(rows)
    sound = [row for row in rows if not row.problems]
    _once_in_the_file(sound)
    _once_in_the_register(sound)


def may_bring(actor: Actor, kind: str, unit: Unit) -> bool:
    """Lex Sarah reports come by the lex Sarah-ansvarig alone: nobody else may read them."""
    if actor is None:
        return True
    roles = (Role.LEX_SARAH,) if kind == Kind.LEX_SARAH else (Role.LEX_SARAH, Role.COORDINATOR)
    return access_of(actor).covers(unit.pk, *roles)


def _placed(row: Row, actor: Actor) -> None:
    """From the units of that name to the one that was there on the day."""
    place: Place = row["unit"]
    unit = place.on(row["received_on"], row["occurred_on"])
    if unit is None:
        row.refuse("unit", f"{place.units[0]} fanns inte den dag ärendet kom in eller hände.")
        return
    row.values["unit"] = unit
    if may_bring(actor, row["kind"], unit):
        return
    if row["kind"] == Kind.LEX_SARAH and may_bring(actor, Kind.INTERNAL, unit):
        row.refuse("kind", "Lex Sarah-rapporter förs in av lex Sarah-ansvarig.")
    else:
        row.refuse("unit", f"Du för inte register för {unit}.")


def _numbered(row: Row) -> None:
    """A number of our own kind must fit the row, since it is kept."""
    kept = own_number(row["reference"])
    words = kept.misfit(row["kind"], row["received_on"].year) if kept else ""
    if words:
        row.refuse("reference", words)
    row.values["kept"] = kept


def _investigated(rows: Iterable[Row]) -> None:
    """Only an open case has an investigator, and never the manager of the place in lex Sarah."""
    for row in rows:
        person: User | None = row["investigator"]
        if person is None or row.problems:
            continue
        access, unit = access_of(person), row["unit"]
        restricted = row["kind"] == Kind.LEX_SARAH
        roles = investigator_roles(restricted=restricted)
        if row["status"] not in OPEN_STATUSES:
            row.values["investigator"] = None
        elif not access.covers(unit.pk, *roles):
            row.refuse("investigator", f"{person} är inte utredare för {unit}.")
        elif restricted and access.covers(unit.pk, Role.MANAGER):
            row.refuse("investigator", "Enhetens chef kan inte utreda en lex Sarah-rapport där.")


def _key(row: Row) -> Key:
    kept: Kept | None = row["kept"]
    reference = kept.number if kept else row["reference"].casefold()
    return row["kind"], row["received_on"].year, reference


def _once_in_the_file(rows: Sequence[Row]) -> None:
    first: dict[Key, int] = {}
    for row in rows:
        earlier = first.setdefault(_key(row), row.number)
        if earlier != row.number:
            row.refuse("reference", f"Samma nummer står på rad {earlier}.")


def _once_in_the_register(rows: Sequence[Row]) -> None:
    """The same case is left as it is; another case with the number is told."""
    taken, there = _taken_numbers(rows), _known(rows)
    for row in rows:
        kept: Kept | None = row["kept"]
        found = there.get(_key(row)) or (taken.get(kept.number) if kept else None)
        if found is None:
            continue
        if found == (row["unit"].pk, row["received_on"]):
            row.outcome = Outcome.KNOWN
        else:
            row.refuse("reference", "Numret tillhör ett annat ärende i registret.")


def _known(rows: Sequence[Row]) -> dict[Key, Found]:
    wanted = {row["reference"] for row in rows}
    cases = Deviation.objects.exclude(external_reference="")
    fields = ("kind", "year", "external_reference", "unit_id", "received_on")
    return {
        (kind, year, reference.casefold()): (unit_id, received_on)
        for some in _pieces(wanted)
        for kind, year, reference, unit_id, received_on in cases.filter(
            external_reference__in=some
        ).values_list(*fields)
    }


def _taken_numbers(rows: Sequence[Row]) -> dict[str, Found]:
    wanted = {row["kept"].number for row in rows if row["kept"]}
    return {
        number: (unit_id, received_on)
        for some in _pieces(wanted)
        for number, unit_id, received_on in Deviation.objects.filter(number__in=some).values_list(
            "number", "unit_id", "received_on"
        )
    }


def _pieces(values: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(values)
    return (ordered[at : at + AT_ONCE] for at in range(0, len(ordered), AT_ONCE))
