"""`send`: what is committed at about the same time travels together."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from shared.contracts import Record
from shared.contracts.gatherings import CapacityChanged
from shared.contracts.people import PEOPLE
from shared.flow import Change, Read, cloudevents
from shared.flow.run import run
from shared.flow.service import Service
from shared.store import Stored
from tests.definitions import but
from tests.faulty import Fault, FaultyLog, FaultyStore
from tests.flow.toy import COUNTING, NOON, Add, Slip, Thing, add
from tests.world.crash import World, nth
from tests.world.records import everything


async def test_events_that_are_offered_at_about_the_same_time_share_one_append(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        committed: list[Stored[Any]] = []
        for n in range(10):
            command = Add(id=nth(100 + n), at=NOON, thing=nth(n))
            await run(world.stores["registration"], add, command, committed=committed.append)
        log = FaultyLog(world.log)
        sender = world.start("registration", log=log).sender
        for document in committed:
            sender.offer(document)
        await sender.settled()
        assert log.faults.calls["append"] == 1
        assert sum((await world.log.ends("plenary.gatherings")).values()) == 10


async def test_the_bytes_of_an_event_travel_unchanged(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        store = world.stores["registration"]
        command = Add(id=nth(1), at=NOON, thing=nth(7))
        committed = await run(store, add, command, committed=lambda _: None)
        [waiting] = await store.pending()
        sender = world.start("registration").sender
        sender.offer(waiting)
        await sender.settled()
        [record] = await everything(world.log, "plenary.gatherings")
        assert record.value == waiting.outbox[0].data == committed.outbox[0].data


async def test_a_backlog_that_the_log_refuses_is_left_to_the_next_sweep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.flow.service.BACKLOG", 1)
    async with World.open(tmp_path, COUNTING) as world:
        store, log = world.stores["registration"], FaultyLog(world.log)
        await run(store, add, Add(id=nth(1), at=NOON, thing=nth(7)), committed=lambda _: None)
        log.faults.always["append"] = Fault.BEFORE
        service = Service(COUNTING, store, log)
        sending = asyncio.create_task(service.sender.forever())
        async with asyncio.timeout(10):
            await service.sweep()  # suspects it, then offers it, and the log refuses
        assert log.faults.calls["append"] == 1
        del log.faults.always["append"]
        await service.sweep()
        assert not await store.pending()
        sending.cancel()


async def test_an_event_that_an_older_reading_brings_back_is_not_sent_once_more(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        service = world.start("registration")
        held = await service.run(add, Add(id=nth(1), at=NOON, thing=nth(7)))
        await service.sender.settled()
        await service.run(add, Add(id=nth(2), at=NOON, thing=nth(7)), expected=held)
        await service.sender.settled()
        assert sum((await world.log.ends("plenary.gatherings")).values()) == 2
        assert not await service.store.pending()


async def test_what_a_silent_change_from_an_older_reading_brings_back_is_forgotten_once_more(tmp_path: Path) -> None:
    async def rename(command: Add, read: Read) -> Change[Thing]:
        thing = await read.maybe(Thing, command.thing)
        assert thing
        return Change(thing, silent=True)

    async with World.open(tmp_path, COUNTING) as world:
        service = world.start("registration")
        held = await service.run(add, Add(id=nth(1), at=NOON, thing=nth(7)))
        await service.sender.settled()
        await service.run(rename, Add(id=nth(2), at=NOON, thing=nth(7)), expected=held)
        await service.sender.settled()
        assert sum((await world.log.ends("plenary.gatherings")).values()) == 1
        assert not await service.store.pending()


async def test_two_documents_of_one_id_are_each_sent_at_once(tmp_path: Path) -> None:
    """As a gathering and its programme, whose events are counted each for itself."""

    async def slip(command: Add, read: Read) -> Change[Slip]:
        return Change(
            Slip(command.thing, command.thing, 1), CapacityChanged(gathering=command.thing, capacity={"n": 2})
        )

    async with World.open(tmp_path, but(COUNTING, kinds=(Thing, Slip))) as world:
        service = world.start("registration")
        for n in range(2):
            await service.run(add, Add(id=nth(n), at=NOON, thing=nth(7)))
            await service.sender.settled()
        await service.run(slip, Add(id=nth(2), at=NOON, thing=nth(7)))
        await service.sender.settled()
        assert sum((await world.log.ends("plenary.gatherings")).values()) == 3
        assert not await service.store.pending()


async def test_a_document_whose_outbox_is_empty_by_now_is_passed_by(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        store = FaultyStore(world.stores["registration"])
        await run(store, add, Add(id=nth(1), at=NOON, thing=nth(7)), committed=lambda _: None)
        service = Service(COUNTING, store, world.log)
        store.faults.next("pending", Fault.EMPTIED, times=2)
        assert [await service.sender.sweep() for _ in range(3)] == [0, 0, 1]


async def test_an_older_tombstone_that_comes_last_is_followed_by_the_present_one(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        store = world.stores["registration"]
        await store.commit([Stored(Thing(nth(7)), sequence=2)])
        sender = Service(but(COUNTING, states={Thing: lambda thing: None}), store, world.log).sender
        older = Record(id=nth(1), at=NOON, type="", topic=PEOPLE.name, key=nth(7), sequence=1, event=None)
        await sender.correct(older)
        await sender.correct(replace(older, sequence=2))
        records = await everything(world.log, PEOPLE.name)
        assert [(record.value, cloudevents.decode(record).sequence) for record in records] == [(None, 2)]
