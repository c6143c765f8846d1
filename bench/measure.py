"""What the benches share: a result, a median, and the processor time of us and our children."""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True)
class Result:
    """`ours` and `peer_or_floor` in `unit`; `claim` is the highest ratio we stand for, if any."""

    name: str
    ours: float
    peer_or_floor: float | None
    unit: str
    claim: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return self.ours / self.peer_or_floor if self.peer_or_floor else None

    @property
    def holds(self) -> bool | None:
        if self.claim is None or self.ratio is None:
            return None
        return self.ratio <= self.claim

    def as_dict(self) -> dict[str, object]:
        own = asdict(self)
        for name in ("ours", "peer_or_floor"):
            own[name] = None if own[name] is None else round(own[name], 4)
        ratio = None if self.ratio is None else round(self.ratio, 3)
        return own | {"ratio": ratio, "holds": self.holds}


@dataclass(frozen=True)
class Cost:
    """Seconds."""

    wall: float
    cpu: float


def cpu_seconds() -> float:
    """Of this process and of every child that has ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def cost_of(work: Callable[[], object]) -> Cost:
    wall, cpu = time.perf_counter(), cpu_seconds()
    work()
    return Cost(time.perf_counter() - wall, cpu_seconds() - cpu)


def middle(costs: Iterable[Cost]) -> Cost:
    kept = list(costs)
    return Cost(median(cost.wall for cost in kept), median(cost.cpu for cost in kept))


def hand_over(results: Iterable[Result]) -> None:
    """To run.py, which reads the last line of what a bench prints."""
    print(json.dumps([result.as_dict() for result in results]), flush=True)


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
