"""Entering an outcome, and changing one without forgetting what it said before."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit import services as audit
from audit.models import Event
from indicators.locks import refuse_locked
from indicators.models import Indicator, Observation, ObservationPart, ObservationRevision
from lib.versions import Changed, locked, only, write
from organisation.models import Unit, User

CONTENT = (
    *("numerator", "denominator", "value", "reported_share", "source", "no_data"),
    *("not_measured", "forecast", "quality", "comment"),
)
Parts = Sequence[tuple[str, int]]


class AlreadyRecorded(Exception):
    """The period has its outcome; `existing` is to be changed instead."""

    def __init__(self, existing: Observation) -> None:
        super().__init__(f"Det finns redan ett utfall för {existing}.")
        self.existing = existing


@transaction.atomic
def record_outcome(
    *,
    actor: User | None,
    indicator: Indicator,
    unit: Unit,
    year: int,
    period: str,
    parts: Parts = (),
    by_sex: Mapping[str, Mapping[str, Any]] | None = None,
    **content: Any,
) -> Observation:
    """Raises AlreadyRecorded for a period that has one, and PeriodLocked for one that is closed."""
    only(CONTENT, content)
    refuse_locked(unit, year, period)
    key = {"indicator": indicator, "unit": unit, "year": year, "period": period}
    row, is_new = Observation.objects.get_or_create(
        **key, sex=Observation.Sex.ALL, defaults=content
    )
    if not is_new:
        raise AlreadyRecorded(row)
    _set_parts(row, parts)
    _log(actor, Event.Action.CREATE, row)
    _write_by_sex(actor, row, by_sex or {})
    return row


@transaction.atomic
def change_outcome(
    *,
    actor: User | None,
    observation_id: int,
    version: int,
    changes: Mapping[str, Any],
    parts: Parts | None = None,
    by_sex: Mapping[str, Mapping[str, Any]] | None = None,
) -> Observation:
    """Save only over the version that was read; what stood before is kept as a revision.

    Raises:
        EditedByAnother: when somebody saved in between; nothing is written.
        PeriodLocked: when the period is closed for the unit.
    """
    only(CONTENT, changes)
    row = locked(Observation, observation_id, version)
    refuse_locked(row.unit, row.year, row.period)
    _change(actor, row, changes, parts)
    _write_by_sex(actor, row, by_sex or {})
    return row


@transaction.atomic
def remove_outcome(*, actor: User | None, observation: Observation) -> None:
    """Entered for the wrong period or unit: the rows of the sexes go with the total.

    Raises PeriodLocked where the period is closed.
    """
    refuse_locked(observation.unit, observation.year, observation.period)
    same = observation.indicator.observations.filter(
        unit=observation.unit, year=observation.year, period=observation.period
    )
    for row in same.select_related("indicator", "unit"):
        _log(actor, Event.Action.DELETE, row)
    same.delete()


def _change(
    actor: User | None, row: Observation, changes: Mapping[str, Any], parts: Parts | None
) -> None:
    stood = parts_of(row)
    new_parts = stood if parts is None else list(parts)
    if changes or new_parts != stood:
        _keep(actor, row, stood)
    changed = write(row, {**changes, "updated_at": timezone.now()})
    changed.pop("updated_at", None)
    if new_parts != stood:
        _set_parts(row, new_parts)
        changed |= audit.changed_fields({"parts": str(stood)}, {"parts": str(new_parts)})
    _log(actor, Event.Action.CHANGE, row, changed)


def _keep(actor: User | None, row: Observation, parts: Parts) -> None:
    ObservationRevision.objects.create(
        observation=row,
        replaced_by=actor,
        parts=[list(part) for part in parts],
        **{field: getattr(row, field) for field in CONTENT},
    )


def parts_of(row: Observation) -> list[tuple[str, int]]:
    return [(part.name, part.count) for part in row.parts.all()]


def _set_parts(row: Observation, parts: Parts) -> None:
    row.parts.all().delete()
    ObservationPart.objects.bulk_create(
        ObservationPart(observation=row, name=name, count=count, order=order)
        for order, (name, count) in enumerate(parts)
    )


def _write_by_sex(
    actor: User | None, total: Observation, by_sex: Mapping[str, Mapping[str, Any]]
) -> None:
    """Each sex is a row beside the total; one that says nothing any more is removed."""
    key = {
        "indicator": total.indicator,
        "unit": total.unit,
        "year": total.year,
        "period": total.period,
    }
    for sex, content in by_sex.items():
        only(CONTENT, content)
        row = Observation.objects.filter(**key, sex=sex).first()
        if row is None and _says_something(content):
            row = Observation.objects.create(**key, sex=sex, **content)
            _log(actor, Event.Action.CREATE, row)
        elif row is not None and not _says_something(content):
            _log(actor, Event.Action.DELETE, row)
            row.delete()
        elif row is not None and any(getattr(row, name) != new for name, new in content.items()):
            _change(actor, row, content, None)


def _says_something(content: Mapping[str, Any]) -> bool:
    return any(value is not None for value in content.values())


def _log(
    actor: User | None,
    action: Event.Action,
    row: Observation,
    changed: Changed | None = None,
) -> None:
    audit.record(
        actor=actor,
        action=action,
        obj=row,
        label=f"{row.indicator.code}, {row}",
        unit=row.unit,
        changed=changed,
    )
