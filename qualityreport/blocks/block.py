from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qualityreport.parts import Part
from qualityreport.scope import Scope


@dataclass(frozen=True)
class Block:
    name: str
    title: str
    parts: Callable[[Scope], Sequence[Part]]
