"""The one audit entry of each action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from audit.models import Event
from audit.services import record
from organisation.models import User
from qualityreport.models import Report


def log(
    actor: User | None, action: Event.Action, obj: Any, report: Report, fields: Sequence[str] = ()
) -> None:
    record(
        actor=actor,
        action=action,
        obj=obj,
        label=str(obj),
        unit=report.unit,
        detail={"fields": list(fields)} if fields else None,
    )
