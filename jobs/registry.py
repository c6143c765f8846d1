"""Which function does which kind of work; filled by each app's AppConfig.ready."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobs.engine import Work

Handler = Callable[["Work"], None]

_handlers: dict[str, Handler] = {}


def register(kind: str, handler: Handler) -> None:
    if _handlers.setdefault(kind, handler) is not handler:
        raise ValueError(f"The kind {kind} has a handler already.")


def handler_of(kind: str) -> Handler:
    return _handlers[kind]
