"""Where the current thread's work comes from: the request's id and the caller's address."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    request_id: str = ""
    ip: str | None = None


NOWHERE = Origin()
_origin: ContextVar[Origin] = ContextVar("audit_origin", default=NOWHERE)


def current() -> Origin:
    return _origin.get()


@contextmanager
def origin(*, request_id: str = "", ip: str | None = None) -> Iterator[None]:
    token = _origin.set(Origin(request_id, ip))
    try:
        yield
    finally:
        _origin.reset(token)
