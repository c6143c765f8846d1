"""Earlier cases of the same sort: number, date, unit, type and grade, and no more.

Shown also to those who may not open them; that much is statistics.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from deviations.models import Deviation, DeviationType, Status
from organisation.models import Unit, UnitClosure, User

SHOWN = 10


@dataclass(frozen=True)
class Similar:
    number: str
    received_on: date
    unit: str
    type: str
    grade: str
    can_open: bool


def similar_cases(user: User, case: Deviation) -> list[Similar]:
    """The newest of the same act, type (or its relatives) and section; two questions.

    None without a type: everything would be alike. What the case arose from is the same event.
    """
    if case.type is None:
        return []
    earlier = Deviation.objects.filter(
        _of_type(case.type), act=case.act, received_on__lte=case.received_on
    )
    found = list(
        earlier.filter(unit__in=_section(case.unit))
        .exclude(pk__in=[pk for pk in (case.pk, case.origin_id) if pk])
        .exclude(origin=case.pk)
        .exclude(status=Status.ANNULLED)
        .order_by("-received_on", "-pk")
        .select_related("unit", "type")
        .only("number", "received_on", "unit__name", "type__name", "severity")[:SHOWN]
    )
    ids = [one.pk for one in found]
    known = set(Deviation.objects.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))
    return [
        Similar(
            one.number,
            one.received_on,
            one.unit.name,
            one.type.name if one.type else "",
            one.get_severity_display() if one.severity else "",
            one.pk in known,
        )
        for one in found
    ]


def _of_type(kind: DeviationType) -> Q:
    """The type, what it is a part of, and the other parts of that."""
    main = kind.parent_id or kind.pk
    return Q(type_id=main) | Q(type__parent_id=main)


def _section(unit: Unit) -> QuerySet[UnitClosure, int]:
    """The unit with what lies below it, and the other units of its section."""
    above = UnitClosure.objects.filter(descendant=unit)
    roots = above.filter(Q(ancestor=unit) | Q(ancestor__level=Unit.Level.SECTION))
    below = UnitClosure.objects.filter(ancestor__in=roots.values("ancestor"))
    return below.values_list("descendant_id", flat=True)
