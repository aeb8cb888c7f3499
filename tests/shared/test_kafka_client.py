"""How a client of Kafka is kept: what starts while the log closes is ended too."""

import asyncio

import pytest

from shared.errors import Unavailable
from shared.log.kafka.client import Kept


class Slow:
    """A client that starts when it is told to."""

    def __init__(self) -> None:
        self.starting, self.may_start, self.ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def start(self) -> None:
        self.starting.set()
        await self.may_start.wait()

    async def end(self) -> None:
        self.ended.set()


async def test_a_client_that_starts_while_the_log_closes_is_ended_too() -> None:
    client = Slow()
    kept = Kept(lambda: client, Slow.end)
    asking = asyncio.create_task(kept.get())
    await client.starting.wait()
    await kept.close()
    client.may_start.set()
    with pytest.raises(Unavailable):
        await asking
    await asyncio.wait_for(client.ended.wait(), 5)
