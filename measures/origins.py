"""What a measure answers to, told by the registers above. They register themselves (AppConfig)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from measures.models import Measure
from organisation.models import User


@dataclass(frozen=True)
class Origin:
    """`kind` is the register's word ("Risk"). `url` is empty where the reader may not go."""

    kind: str
    title: str = ""
    url: str = ""


Source = Callable[[User, Measure], Iterable[Origin]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """The source tells no more than the person may know."""
    _sources[name] = source


def origins_of(measure: Measure, user: User) -> list[Origin]:
    return [origin for source in _sources.values() for origin in source(user, measure)]
