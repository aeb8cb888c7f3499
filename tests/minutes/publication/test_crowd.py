"""Two hundred come at once to read what was just published: whoever asks for something else hardly notices.

What the loop's thread works for all of them together is measured in its processor time: neighbours on the machine do not
count.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from services.minutes.decisions.handlers import record_decision
from services.minutes.publication.shelf import FRESH
from shared.contracts.decisions import Votes
from tests.minutes.facts import decide
from tests.minutes.house import PAGE, Site, site

CROWD, LONGEST = 200, 0.2
"""Readers, and the seconds by which they may delay others together."""


async def read(there: Site, n: int) -> int:
    """Ask for the page as a server would, without a client that costs more than the answer; returns the bytes of it."""
    path = PAGE.encode()
    scope = {
        **{"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http"},
        **{
            "path": PAGE,
            "raw_path": path,
            "query_string": b"",
            "root_path": "",
            "headers": [(b"host", b"plenary.test")],
        },
        **{"client": (f"192.0.2.{n}", 1234), "server": ("plenary.test", 80)},
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await there.app(scope, receive, send)
    assert sent[0]["status"] == 200
    return sum(len(each.get("body", b"")) for each in sent)


@asynccontextmanager
async def held() -> AsyncIterator[list[float]]:
    """Notes how long the loop's thread worked from each turn to the next."""
    turns, ended = list[float](), False

    async def turn() -> None:
        before = time.thread_time()
        while not ended:
            await asyncio.sleep(0)
            now = time.thread_time()
            turns.append(now - before)
            before = now

    noting = asyncio.create_task(turn())
    try:
        yield turns
    finally:
        ended = True
        await noting


@pytest.mark.slow
async def test_two_hundred_readers_at_once_delay_nobody_else_by_a_fifth_of_a_second(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        await there.convene(60)
        for n in range(20):
            await there.run(record_decision, decide(n, "recorded_vote", Votes(31, 4, 5)))
        await there.adjourn()
        await there.publish()
        worked = []
        for _ in range(3):
            async with held() as turns:
                sizes = await asyncio.gather(*(read(there, n) for n in range(CROWD)))
            assert len(set(sizes)) == 1
            worked.append(sum(turns))
            there.clock.passes(seconds=FRESH)  # all that the page shows is looked at again
        assert min(worked) < LONGEST
