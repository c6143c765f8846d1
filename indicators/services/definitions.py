"""What is followed, what is aimed at and what others have."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from audit.models import Event
from indicators.models import Comparison, Indicator, Target
from indicators.services.rows import IsUsed, locked, log, only, write
from organisation.models import Unit, User

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
    log(actor, Event.Action.CREATE, indicator, label=indicator.code, unit=unit)
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
    changed = write(indicator, changes)
    log(
        actor,
        Event.Action.CHANGE,
        indicator,
        label=indicator.code,
        unit=indicator.unit,
        changed=changed,
    )
    return indicator


@transaction.atomic
def set_target(*, actor: User | None, indicator: Indicator, **fields: Any) -> Target:
    only(TARGET_FIELDS, fields)
    target = Target.objects.create(indicator=indicator, **fields)
    _log_target(actor, Event.Action.CREATE, target)
    return target


@transaction.atomic
def change_target(
    *, actor: User | None, target_id: int, version: int, changes: Mapping[str, Any]
) -> Target:
    only(TARGET_FIELDS, changes)
    target = locked(Target, target_id, version)
    _log_target(actor, Event.Action.CHANGE, target, write(target, changes))
    return target


@transaction.atomic
def remove_target(*, actor: User | None, target: Target) -> None:
    _log_target(actor, Event.Action.DELETE, target)
    target.delete()


@transaction.atomic
def add_comparison(*, actor: User | None, indicator: Indicator, **fields: Any) -> Comparison:
    only(COMPARISON_FIELDS, fields)
    comparison = Comparison.objects.create(indicator=indicator, **fields)
    _log_comparison(actor, Event.Action.CREATE, comparison)
    return comparison


@transaction.atomic
def change_comparison(
    *, actor: User | None, comparison_id: int, version: int, changes: Mapping[str, Any]
) -> Comparison:
    only(COMPARISON_FIELDS, changes)
    comparison = locked(Comparison, comparison_id, version)
    _log_comparison(actor, Event.Action.CHANGE, comparison, write(comparison, changes))
    return comparison


@transaction.atomic
def remove_comparison(*, actor: User | None, comparison: Comparison) -> None:
    _log_comparison(actor, Event.Action.DELETE, comparison)
    comparison.delete()


def _log_target(
    actor: User | None,
    action: Event.Action,
    target: Target,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    label = f"{target.indicator.code}, {target}"
    log(actor, action, target, label=label, unit=target.unit, changed=changed)


def _log_comparison(
    actor: User | None,
    action: Event.Action,
    comparison: Comparison,
    changed: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    indicator = comparison.indicator
    label = f"{indicator.code}, {comparison.year}"
    log(actor, action, comparison, label=label, unit=indicator.unit, changed=changed)
