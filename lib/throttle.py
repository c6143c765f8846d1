"""How many times something may be done in a while. By whom is kept as a keyed hash alone, and
forgotten when the while is over."""

import hashlib
import time

from django.conf import settings
from django.core.cache import caches


class Allowance:
    def __init__(self, name: str, *, most: int, seconds: int) -> None:
        named = f"{settings.SECRET_KEY}:allowance:{name}"
        self.key = hashlib.sha256(named.encode()).hexdigest()
        self.most, self.seconds = most, seconds

    def wait(self) -> int:
        """Seconds until there is some left again."""
        used, until = self._state()
        return max(1, round(until - time.time())) if used >= self.most else 0

    def use(self) -> None:
        used, until = self._state()
        left = max(1, round(until - time.time()))
        caches["throttle"].set(self.key, (used + 1, until), left)

    def _state(self) -> tuple[int, float]:
        """Counted from the first time, so that a steady stream is never shut out for ever."""
        fresh = (0, time.time() + self.seconds)
        state: tuple[int, float] = caches["throttle"].get(self.key, fresh)
        return state if state[1] > time.time() else fresh
