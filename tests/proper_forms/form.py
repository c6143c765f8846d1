"""A form, who sends it, and what can be sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from tests.permissions.world import World

TODAY = timezone.localdate()


@dataclass(frozen=True)
class Form:
    """A form, who sends it, and what can be sent."""

    url: str
    who: str
    sent: Callable[[World], dict[str, Any]]
    about: str = ""
    # The answer to what is proper.
    taken: int = 302

    def __str__(self) -> str:
        return self.url

    def address(self, world: World) -> str:
        return reverse(self.url, kwargs=world.kwargs(self.url, self.about))


def versioned(sent: Callable[[World], dict[str, Any]]) -> Callable[[World], dict[str, Any]]:
    return lambda world: sent(world) | {"version": 1}
