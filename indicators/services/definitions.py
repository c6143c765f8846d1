"""What is followed, what is aimed at and what others have."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from audit import services as audit
from audit.models import Event
from indicators.models import Comparison, DefinitionBreak, Indicator, Target
from lib.refusals import Refused
from lib.versions import Changed, locked, only, write
from organisation.models import Unit, User


class IsUsed(Refused):
    """What others build on cannot be turned into something else."""


CHANGEABLE = frozenset(
    (
        *("code", "name", "unit", "service_area", "quality_area", "process", "goal", "measured"),
        *("numerator", "denominator", "direction", "decimals", "is_cumulative", "split_by_sex"),
        *("minimum_base", "source", "collection", "owner", "kolada_kpi"),
        *("first_year", "last_year", "order"),
    )
)
TARGET_FIELDS = frozenset(("unit", "kind", "year", "value", "text"))
COMPARISON_FIELDS = frozenset(("year", "with_whom", "value", "text", "source"))


@transaction.atomic
def create_indicator(*, actor: User | None, unit: Unit, **fields: Any) -> Indicator:
    only(CHANGEABLE, fields)
    indicator = Indicator.objects.create(unit=unit, **fields)
    _log(actor, Event.Action.CREATE, indicator)
    return indicator


@transaction.atomic
def update_indicator(
    *, actor: User | None, indicator_id: int, version: int, changes: Mapping[str, Any]
) -> Indicator:
    """Save only over the version that was read.

    Raises:
        EditedByAnother: when somebody saved in between; nothing is written.
        IsUsed: when what the outcomes are counted in would become something else.
    """
    only(CHANGEABLE, changes)
    indicator = locked(Indicator, indicator_id, version)
    measured = changes.get("measured", indicator.measured)
    if measured != indicator.measured and indicator.observations.exists():
        raise IsUsed(
            "Indikatorn har utfall och kan inte börja mätas i något annat. Avsluta den och lägg "
            "upp en ny."
        )
    _log(actor, Event.Action.CHANGE, indicator, write(indicator, changes))
    return indicator


@transaction.atomic
def set_target(*, actor: User | None, indicator: Indicator, **fields: Any) -> Target:
    only(TARGET_FIELDS, fields)
    target = Target.objects.create(indicator=indicator, **fields)
    _log(actor, Event.Action.CREATE, target)
    return target


@transaction.atomic
def change_target(
    *, actor: User | None, target_id: int, version: int, changes: Mapping[str, Any]
) -> Target:
    only(TARGET_FIELDS, changes)
    target = locked(Target, target_id, version)
    _log(actor, Event.Action.CHANGE, target, write(target, changes))
    return target


@transaction.atomic
def remove_target(*, actor: User | None, target: Target) -> None:
    _log(actor, Event.Action.DELETE, target)
    target.delete()


@transaction.atomic
def add_comparison(*, actor: User | None, indicator: Indicator, **fields: Any) -> Comparison:
    only(COMPARISON_FIELDS, fields)
    comparison = Comparison.objects.create(indicator=indicator, **fields)
    _log(actor, Event.Action.CREATE, comparison)
    return comparison


@transaction.atomic
def change_comparison(
    *, actor: User | None, comparison_id: int, version: int, changes: Mapping[str, Any]
) -> Comparison:
    only(COMPARISON_FIELDS, changes)
    comparison = locked(Comparison, comparison_id, version)
    _log(actor, Event.Action.CHANGE, comparison, write(comparison, changes))
    return comparison


@transaction.atomic
def remove_comparison(*, actor: User | None, comparison: Comparison) -> None:
    _log(actor, Event.Action.DELETE, comparison)
    comparison.delete()


@transaction.atomic
def note_break(
    *, actor: User | None, indicator: Indicator, from_year: int, what: str
) -> DefinitionBreak:
    """From that year on the series means something else."""
    row = DefinitionBreak.objects.create(
        indicator=indicator, from_year=from_year, what=what, made_by_name=str(actor or "")[:120]
    )
    _log(actor, Event.Action.CREATE, row)
    return row


@transaction.atomic
def remove_break(*, actor: User | None, row: DefinitionBreak) -> None:
    """Noted by mistake: the series is one again."""
    _log(actor, Event.Action.DELETE, row)
    row.delete()


def _log(
    actor: User | None,
    action: Event.Action,
    row: Indicator | Target | Comparison | DefinitionBreak,
    changed: Changed | None = None,
) -> None:
    indicator = row if isinstance(row, Indicator) else row.indicator
    unit = row.unit if isinstance(row, Target) else indicator.unit
    audit.record(actor=actor, action=action, obj=row, label=_label(row), unit=unit, changed=changed)


def _label(row: Indicator | Target | Comparison | DefinitionBreak) -> str:
    """Without words that somebody has written: the log outlives what it describes."""
    if isinstance(row, Indicator):
        return row.code
    if isinstance(row, DefinitionBreak):
        return f"{row.indicator.code}, ny definition {row.from_year}"
    said = str(row) if isinstance(row, Target) else row.year
    return f"{row.indicator.code}, {said}"
