"""The same seats on a server that speaks MongoDB's protocol."""

import asyncio
from pathlib import Path
from uuid import uuid4

import pytest

from tests.registration.house import come, house, leave, opened, registrations, seated, waiting
from tests.world.facts import known
from tests.world.service import hearing

pytestmark = pytest.mark.containers


async def test_100_at_once_for_60_seats_then_20_leave_and_the_line_moves_up(tmp_path: Path, mongo_url: str) -> None:
    async with house(tmp_path, f"{mongo_url}/plenary_{uuid4().hex}") as service:
        await opened(service, range(100), delegate=60)
        await asyncio.gather(*(come(service, n) for n in range(100)))
        before = await registrations(service)
        assert sorted(seated(before)) == list(range(1, 61))
        line = [each.id for each in waiting(before)]
        assert len(line) == 40
        gone = [each.person for each in list(seated(before).values())[:20]]
        async with hearing(service):
            await asyncio.gather(*(leave(service, n) for n in range(100) if known(f"person {n}") in gone))
        after = await registrations(service)
        assert sorted(seated(after)) == list(range(1, 61))
        assert [each.id for each in waiting(after)] == line[20:]
