"""How many times something may be done in a while. By whom is kept as a keyed hash alone, and
forgotten when the while is over."""

import hashlib
import time
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import caches


def household(address: str) -> str:
    """Who sends. An IPv6 subscriber has a whole network, and a new address for each try."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if known.version == 4:
        return address
    return str(known.ipv4_mapped or ip_network((known, 64), strict=False))


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
