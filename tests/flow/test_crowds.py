"""Many keys that change one own document, or want the same thing: the work grows as they do, and no faster."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import pytest

from shared.contracts import Record
from shared.contracts.gatherings import CapacityChanged
from shared.errors import Conflict
from shared.flow import Change, Definition, Read, Together
from shared.store import Range
from tests.counted import CountedStore
from tests.definitions import but
from tests.flow.checks import hold
from tests.flow.scenarios import count
from tests.flow.toy import COUNTING, LEDGER, NOTING, Ledger, Tally, note_down
from tests.world.crash import World, nth


async def entered(folder: Path, keys: int, events: int = 1) -> CountedStore:
    """The store of a process that heard so many events of so many keys: each is entered in the one ledger, exactly once."""
    folder.mkdir()
    async with World.open(folder, COUNTING, NOTING) as world:
        counting = world.start("registration")
        for n in range(events):
            await asyncio.gather(*(count(world, nth(key), nth(1000 + n * keys + key)) for key in range(keys)))
        await counting.sender.settled()
        store = CountedStore(world.stores["minutes"])
        world.start("minutes", store=store)
        await world.settle()
        await hold(world, {nth(key): events for key in range(keys)})
    return store


async def test_many_keys_that_change_one_document_cost_as_much_more_as_they_are_more(tmp_path: Path) -> None:
    few, many = await entered(tmp_path / "few", 50), await entered(tmp_path / "many", 200)
    assert many.faults.calls["get"] <= 5 * few.faults.calls["get"]
    assert many.written["slips"] <= 5 * few.written["slips"]
    assert many.written["ledgers"] < 200, "what a lane has is one write"


@pytest.mark.slow
async def test_3000_events_of_300_keys_that_change_one_document_are_entered_once_each(tmp_path: Path) -> None:
    store = await entered(tmp_path / "all", 300, 10)
    assert store.written["slips"] <= 3 * 3000, "who was in the way of others decides again once or twice"


@dataclass(slots=True)
class Chair:
    """One of few, for whoever asks; `of` is the thing that has it."""

    kind: ClassVar[str] = "chairs"
    id: UUID
    of: UUID | None = None


def wants(record: Record) -> str:
    return "a chair"


class Usher:
    """Gives the free chairs away, two in one decision. `groups` are the sizes of what it was asked for at once."""

    def __init__(self, chairs: int, dislikes: UUID | None = None) -> None:
        self.chairs, self.dislikes = chairs, dislikes
        self.groups: list[int] = []

    async def give(self, records: Sequence[Record], read: Read) -> list[Change[Chair]]:
        self.groups.append(len(records))
        if any(record.key == self.dislikes for record in records):
            raise Conflict("Not that one.")
        chairs = {n: await read.maybe(Chair, nth(5000 + n)) for n in range(self.chairs)}
        free = [n for n, chair in chairs.items() if chair is None]
        seated = {chair.of for chair in chairs.values() if chair}
        asking = [record for record in records if record.key not in seated]
        return [
            Change(Chair(nth(5000 + n), record.key), cause=record)
            for n, record in list(zip(free, asking, strict=False))[:2]
        ]

    @property
    def definition(self) -> Definition:
        return but(NOTING, kinds=(Chair,), on={CapacityChanged: Together(wants, self.give)})


async def seated(folder: Path, usher: Usher, keys: int) -> dict[UUID, UUID]:
    """Chair -> whose it is and by which event, once so many things asked for one."""
    async with World.open(folder, COUNTING, usher.definition) as world:
        counting = world.start("registration")
        await asyncio.gather(*(count(world, nth(key), nth(1000 + key)) for key in range(keys)))
        await counting.sender.settled()
        world.start("minutes")
        await world.settle()
        found = (await world.stores["minutes"].find(Chair, {}, limit=1000)).items
        behind = (await world.stores["minutes"].find(Tally, {"behind": Range()})).items
    assert all(stored.heard.keys() == {stored.entity.of} for stored in found), "each is due to its own event"
    assert [stored.id for stored in behind] == ([usher.dislikes] if usher.dislikes else [])
    return {stored.id: stored.entity.of for stored in found if stored.entity.of}


async def test_records_that_want_the_same_are_decided_together_until_nothing_changes_any_more(tmp_path: Path) -> None:
    usher = Usher(chairs=20)
    chairs = await seated(tmp_path, usher, keys=60)
    assert len(chairs) == len(set(chairs.values())) == 20
    assert max(usher.groups) > 1
    assert len(usher.groups) < 60, "they are not asked for one by one"


async def test_a_record_that_is_refused_takes_nobody_with_it_who_wants_the_same(tmp_path: Path) -> None:
    chairs = await seated(tmp_path, Usher(chairs=60, dislikes=nth(7)), keys=60)
    assert set(chairs.values()) == {nth(key) for key in range(60)} - {nth(7)}


async def test_an_event_that_makes_a_shared_document_unfit_is_a_dead_letter_alone(tmp_path: Path) -> None:
    async def note_down_too_much(record: Record, read: Read) -> Iterable[Change[Any]]:
        slip, ledger = await note_down(record, read)
        if record.key == nth(7):
            ledger.entity.total = 2**70
        return [slip, ledger]

    async with World.open(tmp_path, COUNTING, but(NOTING, on={CapacityChanged: note_down_too_much})) as world:
        counting = world.start("registration")
        await asyncio.gather(*(count(world, nth(key), nth(1000 + key)) for key in range(60)))
        await counting.sender.settled()
        service = world.start("minutes")
        await world.settle()
        assert [letter.key for letter in await service.catch_up.dead_letters()] == [nth(7)]
        ledger = await world.stores["minutes"].get(Ledger, LEDGER)
        assert ledger is not None
        assert (ledger.entity.entries, ledger.entity.total) == (59, 59)
