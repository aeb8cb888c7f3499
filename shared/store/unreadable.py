"""Documents that cannot be read: damaged, or written by a newer release. They are named, and stop nobody who can do without."""

import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from shared.errors import Damaged
from shared.store import Stored

log = logging.getLogger(__name__)

T = TypeVar("T")

TOLD_AGAIN = 600.0
"""Seconds after which the log names a document again that still cannot be read."""


class Unreadable(Damaged):
    """Of single documents, in a store that is well.

    `faults` says why, by the places in the answer that was asked for; `rest` is that answer without them.
    """

    def __init__(self, faults: Mapping[int, str], rest: Any = None) -> None:
        super().__init__(" ".join([*faults.values()][:3]))
        self.faults = faults
        self.rest = rest


async def readable(answer: Awaitable[T]) -> T:
    """What can be read of the answer of `find`, `get_each` or `get_many`; the log has named the others."""
    try:
        return await answer
    except Unreadable as bad:
        rest: T = bad.rest
        return rest


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
