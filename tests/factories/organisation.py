"""A small municipality: enough of a tree to have an inside and an outside."""

from dataclasses import dataclass
from datetime import date

from organisation.models import Membership, Role, Unit, UnitClosure, User

BEGINNING = date(2000, 1, 1)


@dataclass(frozen=True)
class Organisation:
    """`elderly` and `home_care` are foreign to everybody who works at `ifo`."""

    municipality: Unit
    board: Unit
    administration: Unit
    ifo: Unit
    children: Unit
    adults: Unit
    intake: Unit
    youth: Unit
    support: Unit
    provider: Unit
    closed: Unit
    elderly: Unit
    home_care: Unit


def make_unit(
    name: str,
    slug: str,
    parent: Unit | None = None,
    *,
    level: str = Unit.Level.UNIT,
    operation: str = Unit.Operation.OWN,
    valid_to: date | None = None,
) -> Unit:
    return Unit.objects.create(
        name=name, slug=slug, parent=parent, level=level, operation=operation, valid_to=valid_to
    )


def make_user(
    username: str, name: str, title: str = "", *, staff: bool = False, superuser: bool = False
) -> User:
    """Without a usable password, because hashing is slow: tests sign in with force_login."""
    first, _, last = name.partition(" ")
    return User.objects.create(
        username=username,
        first_name=first,
        last_name=last,
        title=title,
        password="!",
        is_staff=staff,
        is_superuser=superuser,
    )


def give_role(
    user: User,
    role: Role,
    unit: Unit,
    *,
    valid_from: date = BEGINNING,
    valid_to: date | None = None,
) -> Membership:
    user.__dict__.pop("_access", None)
    return Membership.objects.create(
        user=user, role=role, unit=unit, valid_from=valid_from, valid_to=valid_to
    )


def make_organisation() -> Organisation:
    levels, operations = Unit.Level, Unit.Operation
    rows: list[Unit] = []

    def add(
        name: str, slug: str, parent: Unit | None, level: str, operation: str = operations.OWN
    ) -> Unit:
        rows.append(unit := Unit(name=name, slug=slug, level=level, operation=operation))
        unit.parent = parent
        unit.order = len(rows)
        Unit.objects.bulk_create([unit])  # save() would rebuild the closure for each unit
        return unit

    municipality = add("Lindby kommun", "lindby", None, levels.MUNICIPALITY)
    board = add("Socialnämnden", "namnd", municipality, levels.BOARD)
    office = add("Socialförvaltningen", "forvaltning", board, levels.ADMINISTRATION)
    ifo = add("Individ- och familjeomsorgen", "ifo", office, levels.SECTION)
    children = add("Barn och unga", "barn", ifo, levels.SECTION, operations.AUTHORITY)
    adults = add("Vuxna", "vuxna", ifo, levels.SECTION, operations.AUTHORITY)
    elderly = add("Äldreomsorgen", "aldre", office, levels.SECTION)
    closed = add("Familjeenheten", "familj", children, levels.UNIT)
    closed.valid_to = date(2022, 12, 31)
    closed.save(update_fields=["valid_to"])
    organisation = Organisation(
        municipality=municipality,
        board=board,
        administration=office,
        ifo=ifo,
        children=children,
        adults=adults,
        intake=add("Mottagningsenheten", "mottagning", children, levels.UNIT),
        youth=add("Ungdomsenheten", "ungdom", children, levels.UNIT),
        support=add("Ekonomiskt bistånd", "bistand", adults, levels.UNIT),
        provider=add("HVB Ekudden", "ekudden", children, levels.UNIT, operations.PRIVATE),
        closed=closed,
        elderly=elderly,
        home_care=add("Hemtjänst norr", "hemtjanst", elderly, levels.UNIT),
    )
    UnitClosure.rebuild()
    return organisation
