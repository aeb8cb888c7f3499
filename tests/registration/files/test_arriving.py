"""A slow line is waited for as long as something comes, and not for ever."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from services.registration.files import arriving as room
from services.registration.files.arriving import TIMER, arriving


async def body() -> AsyncIterator[bytes]:
    for each in (b"a", b"b", b"c"):
        yield each


async def test_each_piece_puts_off_the_end_up_to_the_longest_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LONGEST", 1_000.0)
    now = asyncio.get_running_loop().time
    ends: list[float] = []
    async with asyncio.timeout(50) as timer:
        for seconds in (100.0, 5_000.0):
            ends += [(timer.when() or 0) - now() async for _ in arriving(body(), {TIMER: timer}, seconds)]
    assert [round(end, -1) for end in ends] == [100.0] * 3 + [1_000.0] * 3
    assert [each async for each in arriving(body(), {}, 1.0)] == [b"a", b"b", b"c"]


async def test_what_was_given_up_stays_given_up() -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0) as timer:
            await asyncio.Event().wait()
    assert [each async for each in arriving(body(), {TIMER: timer}, 1.0)] == [b"a", b"b", b"c"]
    assert timer.expired()
