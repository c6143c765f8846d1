"""What large files need of the interpreter."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


@contextmanager
def without_collector() -> Iterator[None]:
    """The rows of a large file live until it is done: to look through them for garbage every now
    and then takes half as long again as reading them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Remembered(dict[Asked, Answer]):
    """The answers of a function: looked up without a call of ours. At most `size` are kept."""

    def __init__(self, answer: Callable[[Asked], Answer], size: int = 10_000) -> None:
        super().__init__()
        self.answer, self.size = answer, size

    def __missing__(self, asked: Asked) -> Answer:
        value = self.answer(asked)
        if len(self) < self.size:
            self[asked] = value
        return value
