"""The years before the register: entered as sums with their source, then sealed for good."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from deviations.models import PublishedTotal
from deviations.querysets import HISTORIANS
from deviations.services.rows import require
from deviations.statistics.rows import both
from lib.numbers import counted
from organisation.access import access_of
from organisation.models import UnitClosure, User

SEALED = "Uppgiften är förseglad och går inte att ändra."
Figure = PublishedTotal.Figure


@transaction.atomic
def add_total(*, actor: User, **fields: Any) -> PublishedTotal:
    total = PublishedTotal(**fields)
    _check(actor, total)
    total.save()
    _log(actor, Event.Action.CREATE, total)
    return total


@transaction.atomic
def change_total(*, actor: User, total: PublishedTotal, **fields: Any) -> PublishedTotal:
    row = _free(total)
    before = {name: getattr(row, name) for name in fields}
    for name, value in fields.items():
        setattr(row, name, value)
    _check(actor, row)
    row.save(update_fields=list(fields))
    _log(actor, Event.Action.CHANGE, row, changed=audit.changed_fields(before, fields))
    return row


@transaction.atomic
def remove_total(*, actor: User, total: PublishedTotal) -> None:
    row = _free(total)
    _log(actor, Event.Action.DELETE, row)
    row.delete()


@transaction.atomic
def seal_year(*, actor: User, year: int) -> int:
    """All that the person has entered of the year and that is not sealed; from here on the year is
    printed as it was published, and not counted."""
    rows = list(unsealed(actor, year).select_for_update().order_by("pk"))
    require(bool(rows), f"Det finns inget att försegla för {year}.")
    for reason in against_sealing(rows, year):
        require(False, reason)
    moment = timezone.now()
    for row in rows:
        row.sealed_at, row.sealed_by = moment, actor
        row.save(update_fields=["sealed_at", "sealed_by"])
        _log(actor, Event.Action.CHANGE, row, detail={"sealed": True})
    return len(rows)


def unsealed(actor: User, year: int) -> Any:
    return PublishedTotal.objects.visible_to(actor).filter(year=year, sealed_at=None)


def against_sealing(rows: Collection[PublishedTotal], year: int) -> list[str]:
    """What is wrong with the year, in words: it is counted already, or its grades do not add up."""
    found = []
    if finished := _finished_by(rows, year):
        cases = counted(finished, "ärende", "ärenden")
        found.append(
            f"I registret finns {cases} som avslutades {year} eller tidigare. Ett år redovisas "
            "antingen räknat eller enligt tidigare redovisning, aldrig som båda."
        )
    for unit in {row.unit for row in rows}:
        graded = [row.count for row in rows if row.unit == unit and row.severity]
        whole = [row.count for row in rows if row.unit == unit and _is_investigated(row)]
        if graded and whole and sum(graded) != whole[0]:
            found.append(
                f"{unit}: graderna är {sum(graded)} tillsammans, men utredda är {whole[0]}."
            )
    return found


def _is_investigated(row: PublishedTotal) -> bool:
    return row.figure == Figure.INVESTIGATED and not row.severity


def _finished_by(rows: Collection[PublishedTotal], year: int) -> int:
    """What has been destroyed since is counted still."""
    below = UnitClosure.objects.filter(ancestor_id__in={row.unit_id for row in rows})
    units, last = set(below.values_list("descendant_id", flat=True)), date(year, 12, 31)
    ended = Q(decided_on__lte=last) | Q(annulled_on__lte=last)
    return both(units, lambda found: found.filter(ended).values_list("pk")).count()


def _free(total: PublishedTotal) -> PublishedTotal:
    row = PublishedTotal.objects.select_for_update().select_related("unit").get(pk=total.pk)
    require(row.sealed_at is None, SEALED)
    return row


def _check(actor: User, total: PublishedTotal) -> None:
    require(
        access_of(actor).covers(total.unit_id, *HISTORIANS),
        f"Du kan inte lägga in uppgifter för {total.unit}.",
    )
    require(total.year < timezone.localdate().year, "Året måste vara slut.")
    known = PublishedTotal.objects.within([total.unit_id]).filter(year=total.year)
    require(
        not known.filter(sealed_at__isnull=False).exists(),
        f"{total.year} är förseglat för {total.unit}. Inget kan läggas till.",
    )


def _log(actor: User, action: Event.Action, total: PublishedTotal, **more: Any) -> None:
    audit.record(actor=actor, action=action, obj=total, label=str(total), unit=total.unit, **more)
