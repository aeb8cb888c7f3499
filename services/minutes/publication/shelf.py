"""Published pages as they were rendered, kept in memory: whoever comes next costs no rendering."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from gzip import compress
from hashlib import blake2b
from typing import Final, TypeVar

import orjson

from shared.clock import Clock

T = TypeVar("T")

FRESH: Final = 2.0
"""Seconds for which a page is given out without a look at what it shows."""

ROOM: Final = 16_000_000
"""Bytes of pages that are kept; beyond them those go that nobody asked for longest."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it was rendered: its text, also compressed, the tag that names both, what it was made of, and when that was
    last seen."""

    text: bytes
    packed: bytes
    tag: str
    made_of: bytes
    seen: float


class Shelf:
    """The sheets of one process.

    A published page may change: a correction, a name that is told late, a person who is erased. It is made of hundreds of
    documents of many kinds, which any process of the service writes; no single version tells of them all. So a sheet is given
    out for `FRESH` seconds after it was made or looked at; then whoever comes next has all that it shows read again, and it
    is rendered anew only if that is no longer the same. This holds in each process by itself: what is gone from the store
    is gone from the pages `FRESH` seconds later, wherever they are asked for.

    One look or rendering goes on at a time, and a rendering in a thread of its own: who reads something else waits for neither.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sheets: OrderedDict[str, Sheet] = OrderedDict()
        self._bytes = 0
        self._turn = asyncio.Lock()

    async def sheet(self, name: str, look: Callable[[], Awaitable[T]], render: Callable[[T], bytes]) -> Sheet:
        """The sheet of this name, made of what `look` reads by `render`. Raises what they raise, and keeps nothing then."""
        return self._fresh(name) or await self._made(name, look, render)

    def _fresh(self, name: str) -> Sheet | None:
        sheet = self._sheets.get(name)
        return sheet if sheet and self._clock.monotonic() - sheet.seen < FRESH else None

    async def _made(self, name: str, look: Callable[[], Awaitable[T]], render: Callable[[T], bytes]) -> Sheet:
        async with self._turn:
            if sheet := self._fresh(name):  # somebody else was faster
                return sheet
            before, seen = self._take(name), self._clock.monotonic()
            found = await look()
            made_of = _digest(orjson.dumps(found, default=list, option=orjson.OPT_NON_STR_KEYS))
            if before and before.made_of == made_of:
                sheet = replace(before, seen=seen)
            else:
                text, packed = await asyncio.to_thread(_both, render, found)
                sheet = Sheet(text, packed, f'W/"{_digest(text).hex()}"', made_of, seen)
            self._put(name, sheet)
            return sheet

    def _take(self, name: str) -> Sheet | None:
        sheet = self._sheets.pop(name, None)
        self._bytes -= len(sheet.text) + len(sheet.packed) if sheet else 0
        return sheet

    def _put(self, name: str, sheet: Sheet) -> None:
        self._sheets[name] = sheet
        self._bytes += len(sheet.text) + len(sheet.packed)
        while self._bytes > ROOM:
            self._take(next(iter(self._sheets)))


def _both(render: Callable[[T], bytes], found: T) -> tuple[bytes, bytes]:
    text = render(found)
    return text, compress(text, mtime=0)


def _digest(text: bytes) -> bytes:
    return blake2b(text, digest_size=12).digest()
