"""What hangs on each process, in numbers: each thing once, from pairs of ids and not from rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from measures.models import Measure
from organisation.models import User
from risks import holes
from risks.holes import Hole
from risks.models import Control, Decision, Risk

Ids = Mapping[int, set[int]]


@dataclass(frozen=True)
class Hanging:
    risks: int
    controls: int
    measures: int
    holes: tuple[Hole, ...]


def hanging_on(process_ids: Collection[int], user: User, today: date) -> dict[int, Hanging]:
    """Process id → its open risks, the controls that hold, and all their measures, as far as the
    person sees. Seven queries."""
    risks = Risk.objects.visible_to(user).open_on(today)
    controls = Control.objects.visible_to(user).open_on(today)
    to_handle = set(risks.exclude(decision=Decision.ACCEPT).values_list("pk", flat=True))
    risks_of = _pairs(Risk.processes.through, "process_id", risk__in=risks)
    own_controls = _together(controls.exclude(process=None).values_list("process_id", "pk"))
    watching = _pairs(Control.risks.through, "risk_id", control__in=controls)
    of_risk = _pairs(Risk.measures.through, "risk_id", risk__in=risks)
    of_control = _pairs(Control.measures.through, "control_id", control__in=controls)
    own_measures = _pairs(Measure.processes.through, "process_id")
    found = {}
    for pk in process_ids:
        hung = risks_of[pk]
        checks = _of(watching, hung) | own_controls[pk]
        done = _of(of_risk, hung) | _of(of_control, checks) | own_measures[pk]
        missing = holes.of_process(
            open_risks=len(hung & to_handle), controls=len(checks), measures=len(done)
        )
        found[pk] = Hanging(len(hung), len(checks), len(done), tuple(missing))
    return found


def _pairs(through: Any, key: str, **narrowed: Any) -> Ids:
    """Owner → what the table of links leads to from it."""
    columns = [field.attname for field in through._meta.concrete_fields[1:]]
    other = next(column for column in columns if column != key)
    return _together(through.objects.filter(**narrowed).values_list(key, other))


def _together(pairs: Iterable[tuple[int, int]]) -> Ids:
    found: dict[int, set[int]] = defaultdict(set)
    for owner, thing in pairs:
        found[owner].add(thing)
    return found


def _of(links: Ids, owners: Collection[int]) -> set[int]:
    return set().union(*(links[owner] for owner in owners if owner in links))
