"""Token buckets: how often somebody may ask. In this process only; every process counts for itself."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from shared.settings import Rate

REMEMBERED: Final = 20_000
"""Buckets kept at most; the one unused for longest goes first (it is full again or nearly)."""


class Buckets:
    """One bucket for each key (a caller's id, an address): `burst` tokens, refilled by `per_second`."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Take one token: 0.0 if there was one, else the seconds until there is."""
        now = self._clock()
        tokens, since = self._buckets.get(key, (float(self._rate.burst), now))
        tokens = min(self._rate.burst, tokens + (now - since) * self._rate.per_second)
        taken = tokens >= 1.0
        self._buckets[key] = (tokens - 1.0 if taken else tokens, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return 0.0 if taken else (1.0 - tokens) / self._rate.per_second
