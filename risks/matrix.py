"""Riskmatris: how many risks stand where on the scale on a day, and what has moved since."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from organisation.scales import Scale, Zone
from risks.statistics import Judged


class Movement(TextChoices):
    UP = "up", "Högre"
    DOWN = "down", "Lägre"
    SAME = "same", "Oförändrade"
    NEW = "new", "Nya eller bedömda för första gången"
    RESCALED = "rescaled", "Bedömda på en annan skala än då"
    CLOSED = "closed", "Avslutade"


@dataclass(frozen=True)
class Square:
    """`key` names it in an address: the scale, the probability and the consequence."""

    probability: int
    consequence: int
    count: int
    zone: Zone
    key: str

    @property
    def level(self) -> int:
        return self.probability * self.consequence


@dataclass(frozen=True)
class Matrix:
    """Of one scale: the most probable row first, the gravest consequence last."""

    scale: Scale
    rows: tuple[tuple[Square, ...], ...]
    count: int


def key_of(judged: Judged) -> str:
    return f"{judged.scale.key}-{judged.probability}-{judged.consequence}"


def matrices(judged: Iterable[Judged]) -> list[Matrix]:
    """One per scale that any of them was judged by, the most used first."""
    found = list(judged)
    used = Counter(one.scale for one in found)
    counts = Counter(key_of(one) for one in found)
    return [_matrix(scale, counts, number) for scale, number in used.most_common()]


def _matrix(scale: Scale, counts: Mapping[str, int], number: int) -> Matrix:
    steps = range(1, scale.steps + 1)
    rows = tuple(
        tuple(_square(scale, probability, consequence, counts) for consequence in steps)
        for probability in reversed(steps)
    )
    return Matrix(scale, rows, number)


def _square(scale: Scale, probability: int, consequence: int, counts: Mapping[str, int]) -> Square:
    key = f"{scale.key}-{probability}-{consequence}"
    zone = scale.zone(probability * consequence)
    return Square(probability, consequence, counts.get(key, 0), zone, key)


def movement(now: Judged | None, before: Judged | None) -> Movement | None:
    """Of an open risk since the end of last year; None where nobody has judged it."""
    if now is None:
        return None
    if before is None:
        return Movement.NEW
    if now.scale != before.scale:
        return Movement.RESCALED
    if now.level == before.level:
        return Movement.SAME
    return Movement.UP if now.level > before.level else Movement.DOWN


def movements(
    open_ids: Collection[int],
    closed: int,
    now: Mapping[int, Judged],
    before: Mapping[int, Judged],
) -> dict[Movement, int]:
    moved = Counter(movement(now.get(pk), before.get(pk)) for pk in open_ids)
    counted = {one: moved[one] for one in Movement if one != Movement.CLOSED}
    return counted | {Movement.CLOSED: closed}


def year_end_before(day: date) -> date:
    return date(day.year - 1, 12, 31)
