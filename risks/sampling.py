"""A random sample that anybody with the same list can draw again.

Each reference is set after the seed and hashed; the lowest hashes are the sample. The seed is
made by the server when the list is pasted, so nobody can choose it to get certain files. Pure
functions, no database.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_hex

from lib.personnummer import holds_personnummer

ALGORITHM = "sha256-1"
LONGEST_LIST = 5_000
LONGEST_REFERENCE = 60
SEXES = {
    **dict.fromkeys(("flicka", "kvinna", "f", "k"), "female"),
    **dict.fromkeys(("pojke", "man", "p", "m"), "male"),
    "": "unknown",
}


@dataclass(frozen=True)
class Listed:
    reference: str
    sex: str = "unknown"


class UnreadableList(ValueError):
    """`faults` say what is wrong in which row."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def new_seed() -> str:
    return token_hex(8)


def read_list(text: str) -> list[Listed]:
    """A reference in each row, with a sex after a semicolon or a tab where it is known.

    Raises UnreadableList for a row that is there twice, looks like a personnummer, or is too long.
    """
    found: list[Listed] = []
    rows: dict[str, int] = {}
    faults: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        reference, sex = _parts(line)
        if not reference:
            continue
        if fault := _fault(reference, sex, rows):
            faults.append(f"Rad {number}: {fault}")
            continue
        rows[reference.casefold()] = number
        found.append(Listed(reference, SEXES[sex]))
    if len(found) > LONGEST_LIST:
        faults.append(f"Listan har fler än {LONGEST_LIST} rader.")
    if faults:
        raise UnreadableList(faults)
    return found


def _parts(line: str) -> tuple[str, str]:
    reference, _, sex = line.replace("\t", ";").partition(";")
    return " ".join(reference.split()), sex.strip().casefold()


def _fault(reference: str, sex: str, rows: dict[str, int]) -> str:
    if holds_personnummer(reference):
        return "ser ut som ett personnummer. Använd ärendets nummer."
    if len(reference) > LONGEST_REFERENCE:
        return f"beteckningen är längre än {LONGEST_REFERENCE} tecken."
    if sex not in SEXES:
        return f"”{sex}” är inget kön. Skriv flicka, kvinna, pojke eller man, eller ingenting."
    if earlier := rows.get(reference.casefold()):
        return f"{reference} står redan på rad {earlier}."
    return ""


def digest(references: Sequence[str]) -> str:
    """Of the list whatever its order: the references by letter, each in a row of its own."""
    return sha256("\n".join(sorted(references)).encode()).hexdigest()


def draw(listed: Sequence[Listed], size: int, seed: str) -> list[Listed]:
    """In the order of their hashes, which is as random as the sample itself."""
    return sorted(listed, key=lambda one: _hash(seed, one.reference))[:size]


def read_twice(drawn: Sequence[Listed], size: int, seed: str) -> set[str]:
    """Which of the sample are read by two people, drawn in the same way from another seed."""
    return {one.reference for one in draw(drawn, size, f"{seed}-2")}


def _hash(seed: str, reference: str) -> str:
    return sha256(f"{seed}\n{reference}".encode()).hexdigest()


def protocol(seed: str, population: int, size: int, second: int) -> Iterator[str]:
    """How the sample was drawn, so that somebody else can do it again."""
    yield (
        f"Listan hade {population} beteckningar, en i varje rad. {size} av dem drogs med fröet"
        f" {seed}, som servern tog fram när listan lämnades."
    )
    yield (
        "För varje beteckning räknas SHA-256 av fröet, en radbrytning och beteckningen. De"
        f" {size} lägsta värdena är urvalet, i den ordningen."
    )
    if second:
        yield (
            f"{second} av dem granskas av två. De drogs på samma sätt ur urvalet, med fröet"
            f" {seed}-2."
        )
