"""Reading what an adapter found: what cannot be decoded is named in the log, and stands in no answer."""

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from shared.contracts.facts import laid_flat
from shared.store import Counter, Finds, Stored
from shared.store.unreadable import Unreadable

log = logging.getLogger(__name__)

T = TypeVar("T")

TOLD_AGAIN = 600.0
"""Seconds after which the log names a document again that still cannot be read."""


class Decoder:
    """Decodes for one store with `decode`, which raises `Unreadable`."""

    def __init__(self, decode: Callable[..., Stored[Any]]) -> None:
        self._decode = decode
        self._told: dict[str, float] = {}

    def one(self, *row: Any) -> Stored[Any]:
        """Raises `Unreadable`, and names in the log what cannot be read."""
        try:
            return self._decode(*row)
        except Unreadable as bad:
            now = time.monotonic()
            if now >= self._told.get(bad.detail, now):
                self._told[bad.detail] = now + TOLD_AGAIN
                log.error("a document cannot be read", extra={"reason": bad.detail})
            raise

    def each(self, rows: Iterable[Sequence[Any] | None]) -> tuple[list[Stored[Any] | None], dict[int, str]]:
        """In order, None for no row and for what cannot be read; and why, by place."""
        found: list[Stored[Any] | None] = []
        faults: dict[int, str] = {}
        for place, row in enumerate(rows):
            try:
                found.append(None if row is None else self.one(*row))
            except Unreadable as bad:
                found.append(None)
                faults[place] = bad.detail
        return found, faults


def whole(answer: T, faults: Mapping[int, str]) -> T:
    """The answer; raises `Unreadable` where something is missing in it."""
    if faults:
        raise Unreadable(faults, answer)
    return answer


async def highest(store: Finds, counter: Counter) -> int:
    """The highest number that a document holds, 0 if none does."""
    page = await store.find(counter.kind, dict(counter.where), sort=f"-{counter.field}", limit=1)
    return max((laid_flat(stored.entity, [counter.field])[counter.field] or 0 for stored in page.items), default=0)
