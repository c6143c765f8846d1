"""What a cell may call a process, a risk or a control."""

from collections import Counter
from functools import partial
from typing import Any

from imports.kinds import Reference, Several, named
from organisation.models import Process, QualityArea, ServiceArea
from risks.models import Control, Risk


def named_processes() -> dict[str, Process]:
    """By number and name together; by either alone where no other process has it."""
    rows = list(Process.objects.select_related("unit"))
    whole = Counter(str(one) for one in rows)
    found = {f"{one.unit}: {one}" if whole[str(one)] > 1 else str(one): one for one in rows}
    for part in ("number", "name"):
        counts = Counter(getattr(one, part) for one in rows)
        found |= {
            said: one
            for one in rows
            if counts[said := getattr(one, part)] == 1 and said not in found
        }
    return found


def _by_code(model: type[Risk] | type[Control]) -> dict[str, Any]:
    return {one.code: one for one in model._default_manager.all()}


PROCESS, PROCESSES = Reference(named_processes), Several(named_processes)
RISKS = Several(lambda: _by_code(Risk))
CONTROLS = Several(lambda: _by_code(Control))
SERVICE_AREA = Reference(partial(named, ServiceArea, "unit"))
QUALITY_AREA = Reference(partial(named, QualityArea, "set"))
