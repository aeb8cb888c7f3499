"""What a handler refuses, and what nobody could store, becomes a dead letter of its key."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid5

import pytest

from shared.contracts import Event, Record
from shared.contracts.gatherings import GATHERINGS, CapacityChanged
from shared.errors import Conflict
from shared.flow import Change, Definition, Read
from tests.definitions import but
from tests.flow.behind import event, heard, numbers
from tests.flow.checks import hold
from tests.flow.scenarios import count
from tests.flow.toy import COUNTING, NOTING, Slip, Tally, note_down
from tests.world.crash import World, nth


async def test_what_a_handler_refuses_five_times_is_a_dead_letter_until_it_is_replayed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, tries = [True], []

    async def sometimes(record, read):  # type: ignore[no-untyped-def]
        if broken[0] and record.sequence == 2:
            tries.append(record.sequence)
            raise Conflict("The house says no.")
        return await note_down(record, read)

    noting = but(NOTING, on={CapacityChanged: sometimes})
    async with World.open(tmp_path, COUNTING, noting) as world:
        counting = world.start("registration")
        for n in range(4):
            await count(world, nth(7), nth(100 + n))
            await counting.sender.settled()  # each event travels once: a repeat would be tried as often again
        service = await heard(world)
        assert len(tries) == 5
        assert await numbers(world, nth(7)) == [1]
        [letter] = await service.catch_up.dead_letters()
        assert letter.behind.reason == "The house says no."
        broken[0] = False
        assert await service.catch_up.replay(letter.id) is None
        await world.settle()
        await hold(world, {nth(7): 4})


async def _huge_slip(record: Record, read: Read) -> list[Change[Any]]:
    return [Change(Slip(uuid5(record.id, "slip"), record.key, 2**70 if record.sequence == 2 else 1))]


@dataclass(slots=True)
class HugeTally(Tally):
    def hear(self, event: Event | None) -> None:
        number = event.capacity["n"] if isinstance(event, CapacityChanged) else 0
        self.numbers.append(2**70 if number == 2 else number)


@pytest.mark.parametrize(
    "noting",
    [but(NOTING, on={CapacityChanged: _huge_slip}), but(NOTING, on={}, mirrors={GATHERINGS: HugeTally})],
    ids=["consequence", "mirror"],
)
async def test_what_nobody_could_store_of_an_event_is_a_dead_letter(tmp_path: Path, noting: Definition) -> None:
    async with World.open(tmp_path, COUNTING, noting) as world:
        await world.log.append([event(nth(7), n) for n in (1, 2, 3)])
        service = await heard(world)
        [letter] = await service.catch_up.dead_letters()
        assert (letter.heard, letter.behind.refused is not None) == (1, True)
