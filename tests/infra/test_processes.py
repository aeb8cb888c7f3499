"""Two processes of each service on Kafka and a server that speaks MongoDB's protocol: each is killed under load."""

import asyncio
from pathlib import Path

import pytest

from bench.visitors import Visitors
from tests.containers import kafka
from tests.infra.processes import Installation

pytestmark = [pytest.mark.containers, pytest.mark.slow, pytest.mark.timeout(300)]

SEATS = 40
PER_SECOND = 3.0


async def test_every_process_is_killed_in_turn_and_nothing_is_lost_or_done_twice(
    tmp_path: Path, docker_engine: None, mongo_url: str
) -> None:
    with kafka() as log:  # its own: `verify` reads all that is on the topics
        async with (
            Installation(tmp_path / "killed", log.url, mongo_url) as installation,
            Visitors(installation.urls, installation.token) as visitors,
        ):
            await visitors.announce(SEATS)
            stop = asyncio.Event()
            load = asyncio.create_task(visitors.come(PER_SECOND, stop))
            for node in installation.nodes:
                await asyncio.sleep(1.5)
                await node.kill()
                await asyncio.sleep(1.0)
                await node.start()
            stop.set()
            await load
            assert len(visitors.books.acknowledged) > SEATS, "somebody had to wait"
            assert visitors.books.odd == []
            assert await visitors.lost() == []
            status, said = await installation.plenary("verify")
            assert status == 0, said
