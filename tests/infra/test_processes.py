"""Two processes of each service on Kafka and a server that speaks MongoDB's protocol: each is killed under load."""

import asyncio
from pathlib import Path

import pytest

from bench.visitors import Visitors
from tests.containers import kafka
from tests.infra.processes import Installation, Node
from tests.waiting import eventually, until

pytestmark = [pytest.mark.containers, pytest.mark.slow, pytest.mark.timeout(600)]

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
                await killed_and_back(node, visitors, load)
            await eventually(lambda: load.done() or "waitlisted" in visitors.books.acknowledged.values())
            stop.set()
            await load
            assert visitors.books.odd == []
            assert await visitors.lost() == []
            said = await until(lambda: verdict(installation))
            assert said.startswith("0: "), said


async def verdict(installation: Installation) -> str:
    """Its exit status and what it said; "" while somebody is at work, and nothing else is wrong: a mail that a killed process
    left is tried again when its time has come."""
    status, said = await installation.plenary("verify")
    wrong = [line for line in said.splitlines() if line.lstrip().startswith("✗")]
    return "" if wrong and all("nobody was at work" in each for each in wrong) else f"{status}: {said}"


async def killed_and_back(node: Node, visitors: Visitors, load: asyncio.Task[None]) -> None:
    """It dies while people come; some of them meet nobody, others are answered by the process beside it."""
    await answered(visitors, load, more=4)
    before = refused(visitors, node.service)
    await node.kill()
    await eventually(lambda: load.done() or refused(visitors, node.service) > before)
    await answered(visitors, load, more=3)
    await node.start()


async def answered(visitors: Visitors, load: asyncio.Task[None], more: int) -> None:
    """Until so many more people hold a registration (or the load has failed: awaiting it says why)."""
    enough = len(visitors.books.acknowledged) + more
    await eventually(lambda: load.done() or len(visitors.books.acknowledged) >= enough)


def refused(visitors: Visitors, service: str) -> int:
    """How often nobody was there who could have answered for the service."""
    return visitors.books.refused[f"{service} (no connection)"]
