"""The hash chain over the log: seal what is committed, tell whether anything was touched since."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from django.db import connection, transaction

from audit import guard
from audit.hashing import chain_link, event_digest
from audit.models import Event, Seal

BATCH = 10_000
SEALER_LOCK = 0x5EA1  # PostgreSQL's advisory locks are told apart by a number
# The columns a digest covers, in this order. Changing it breaks every chain that exists.
SEALED_COLUMNS = (
    "id", "at", "actor_id", "actor_name", "action", "object_type", "object_id", "label",
    "unit_id", "unit_name", "changes", "detail", "reason", "request_id", "ip",
)  # fmt: skip


@dataclass(frozen=True)
class Head:
    """The chain's last link. Kept outside the database it proves that nothing before it changed."""

    position: int
    link: str

    def __str__(self) -> str:
        return f"{self.position}:{self.link}"

    @classmethod
    def parse(cls, text: str) -> Self:
        position, _, link = text.strip().partition(":")
        if not (position.isdecimal() and link):
            raise ValueError(f"Kedjans huvud skrivs nummer:kontrollsumma, inte {text!r}.")
        return cls(int(position), link)

    @classmethod
    def of(cls, seal: Seal) -> Self:
        return cls(seal.position, seal.link)


@dataclass(frozen=True)
class Finding:
    kind: str  # changed | removed | broken | cut | unlocked | unsealed
    text: str
    position: int | None = None
    event_id: int | None = None


def head() -> Head | None:
    newest = Seal.objects.order_by("-position").first()
    return Head.of(newest) if newest else None


def purged_base() -> Head | None:
    """The seal that the chain begins with because its event, and all before it, were purged."""
    oldest = Seal.objects.order_by("position").first()
    if oldest is None or Event.objects.filter(pk=oldest.event_id).exists():
        return None
    return Head.of(oldest)


def seal(*, everything: bool = False) -> int:
    """Link all committed, unsealed events; return how many.

    Order is the order of sealing: an event of a slow transaction is linked when it appears.
    """
    count = linked = _seal_batch(everything)
    while linked == BATCH:
        linked = _seal_batch(everything)
        count += linked
    return count


def _seal_batch(everything: bool) -> int:
    with transaction.atomic():
        _wait_for_other_sealers()
        return len(Seal.objects.bulk_create(_next_seals(everything)))


def _wait_for_other_sealers() -> None:
    """Until the end of the transaction. On SQLite each transaction is the only writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])


def _next_seals(everything: bool) -> list[Seal]:
    last = head() or Head(0, "")
    seals = []
    events = Event.objects.unsealed(everything=everything)
    for values in events.values_list(*SEALED_COLUMNS)[:BATCH]:
        position, digest = last.position + 1, event_digest(values)
        last = Head(position, chain_link(last.link, position, digest))
        seals.append(Seal(position=position, event_id=values[0], digest=digest, link=last.link))
    return seals


def verify(published: Head | None = None) -> list[Finding]:
    """Everything that shows tampering; an empty list is a whole chain.

    `published`: a head that was kept elsewhere. Only it can show that both the newest events and
    their seals were removed by someone who owns the database.
    """
    walk = _Walk(known=_known_heads(published), bases=_known_bases())
    for seals in _batches():
        walk.through(seals)
    return [*_unlocked(), *walk.findings, *walk.cut(), *_forgotten()]


@dataclass
class _Walk:
    known: list[Head]
    bases: set[str]
    findings: list[Finding] = field(default_factory=list)
    previous: Seal | None = None
    links: dict[int, str] = field(default_factory=dict)
    first: int = 1

    def through(self, seals: list[Seal]) -> None:
        digests = _digests(seals)
        for seal in seals:
            self._check_link(seal)
            self._check_event(seal, digests.get(seal.event_id))
            self.previous = seal
        positions = {head.position for head in self.known}
        self.links |= {s.position: s.link for s in seals if s.position in positions}

    def _check_link(self, seal: Seal) -> None:
        if self.previous is None:
            self.first = seal.position
        before = Head.of(self.previous) if self.previous else Head(0, "")
        if self._begins_after_purge(seal):
            return
        if seal.position != before.position + 1:
            self._found("broken", seal, f"Kedjan saknar länkarna före {seal.position}.")
        elif seal.link != chain_link(before.link, seal.position, seal.digest):
            self._found("broken", seal, f"Länk {seal.position} hänger inte ihop med den före.")

    def _check_event(self, seal: Seal, digest: str | None) -> None:
        number = f"Händelse {seal.event_id} (länk {seal.position})"
        if digest is None and not self._begins_after_purge(seal):
            self._found("removed", seal, f"{number} har tagits bort ur loggen.")
        elif digest not in (None, seal.digest):
            self._found("changed", seal, f"{number} har ändrats efter förseglingen.")

    def _begins_after_purge(self, seal: Seal) -> bool:
        return seal.position == self.first and str(Head.of(seal)) in self.bases

    def _found(self, kind: str, seal: Seal, text: str) -> None:
        self.findings.append(Finding(kind, text, seal.position, seal.event_id))

    def cut(self) -> list[Finding]:
        return [
            Finding("cut", f"Kedjan stämmer inte med det kända huvudet {head}.", head.position)
            for head in self.known
            if head.position >= self.first and self.links.get(head.position) != head.link
        ]


def _batches() -> Iterator[list[Seal]]:
    after = 0
    while seals := list(Seal.objects.filter(position__gt=after).order_by("position")[:BATCH]):
        yield seals
        after = seals[-1].position


def _digests(seals: list[Seal]) -> dict[int, str]:
    events = Event.objects.filter(pk__in=[seal.event_id for seal in seals])
    return {values[0]: event_digest(values) for values in events.values_list(*SEALED_COLUMNS)}


def _purges() -> list[dict[str, Any]]:
    purges = Event.objects.filter(action=Event.Action.PURGE).order_by("pk")
    return list(purges.values_list("detail", flat=True))


def _known_bases() -> set[str]:
    return {purge["base"] for purge in _purges() if purge.get("base")}


def _known_heads(published: Head | None) -> list[Head]:
    """Heads that must still be in the chain: those noted when the door was opened."""
    heads: list[Head] = []
    for purge in _purges():
        if purge.get("emptied"):  # everything went, and this event says so: a new chain
            heads = []
        elif purge.get("head"):
            heads.append(Head.parse(purge["head"]))
    return [*heads, *([published] if published else [])]


def _unlocked() -> list[Finding]:
    return [
        Finding("unlocked", f"Databasens spärr mot ändringar saknas på tabellen {table}.")
        for table in guard.missing(connection)
    ]


def _forgotten() -> list[Finding]:
    """Events too old for the minute's sealing: see querysets.LATE_EVENTS."""
    recent = Event.objects.unsealed().values("pk")
    late = Event.objects.unsealed(everything=True).exclude(pk__in=recent)
    return [
        Finding("unsealed", f"Händelse {pk} är inte förseglad.", event_id=pk)
        for pk in late.values_list("pk", flat=True)
    ]
