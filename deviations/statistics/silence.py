"""Where nothing was reported: rarely because nothing happened."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from deviations.models import Kind
from lib.periods import Period
from organisation.models import Unit, UnitClosure

BY_STAFF = (Kind.LEX_SARAH, Kind.INTERNAL, Kind.PROVIDER, Kind.EXTERNAL)


@dataclass(frozen=True)
class Silence:
    """The units of the year, those that reported nothing, and how many cases each other had."""

    units: int
    silent: tuple[str, ...]
    others: tuple[int, ...]


def silent_units(
    units: Collection[int], period: Period, received: Mapping[int, Mapping[str, int]]
) -> Silence:
    """Of what was received per unit (flow.received_per_unit). A unit speaks for the groups in it;
    units of a part of the year are counted too."""
    found = (
        Unit.objects.filter(pk__in=units, level=Unit.Level.UNIT, valid_from__lte=period.end)
        .exclude(valid_to__lt=period.start)
        .order_by("name", "pk")
    )
    names = dict(found.values_list("pk", "name"))
    above = UnitClosure.objects.filter(ancestor_id__in=names).values_list(
        "descendant_id", "ancestor_id"
    )
    unit_of = dict(above)
    cases = dict.fromkeys(names, 0)
    for place, kinds in received.items():
        if place in unit_of:
            cases[unit_of[place]] += sum(kinds.get(kind, 0) for kind in BY_STAFF)
    return Silence(
        len(names),
        tuple(names[pk] for pk, count in cases.items() if not count),
        tuple(count for count in cases.values() if count),
    )
