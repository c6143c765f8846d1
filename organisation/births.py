"""What a row of one register was born from in another, which it does not know: a risk that showed
itself in a case, in an indicator or in a review. The registers register themselves (AppConfig)."""

from collections.abc import Callable
from dataclasses import dataclass

from organisation.models import User


@dataclass(frozen=True)
class Birth:
    """`label` stands with the new row for everybody who sees that, and holds no secret text."""

    kind: str
    key: str
    label: str
    url: str


Find = Callable[[User, str], Birth | None]
_finders: dict[str, Find] = {}


def register(kind: str, find: Find) -> None:
    """find: by the key of a row, None where there is none that the person may know of."""
    _finders[kind] = find


def find(user: User, told: str) -> Birth | None:
    """told: "review:G8", as it stands in an address."""
    kind, _, key = told.partition(":")
    finder = _finders.get(kind)
    return finder(user, key) if finder and key and "\x00" not in key else None
