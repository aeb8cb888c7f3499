"""Token buckets: how often somebody may ask. In this process only; every process counts for itself."""

import time
from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from typing import Final

from shared.settings import Rate

REMEMBERED: Final = 20_000
"""Buckets kept at most; the one unused for longest goes first (it is full again or nearly)."""


class Buckets:
    """One bucket for each key (a caller's id, an address): `burst` tokens, refilled by `per_second`.

    Told as the fields `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers): the window is the time in
    which an empty bucket is full again.
    """

    def __init__(self, name: str, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._name, self._rate = name, rate
        window = ceil(rate.burst / rate.per_second)
        self._policy = (b"ratelimit-policy", f'"{name}";q={rate.burst};w={window}'.encode())
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> tuple[int, list[tuple[bytes, bytes]]]:
        """Take one token: 0 if there was one, else the whole seconds until there is; and what is left, as headers."""
        now = self._clock()
        tokens, since = self._buckets.get(key, (float(self._rate.burst), now))
        tokens = min(self._rate.burst, tokens + (now - since) * self._rate.per_second)
        left = tokens - 1.0
        self._buckets[key] = (left if left >= 0.0 else tokens, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        wait = 0 if left >= 0.0 else ceil(-left / self._rate.per_second)
        full = wait or ceil((self._rate.burst - left) / self._rate.per_second)
        return wait, [self._policy, (b"ratelimit", f'"{self._name}";r={max(0, int(left))};t={full}'.encode())]
