"""Interleavings that once lost or doubled something. Each is a test, and must fail when its law is broken (test_laws)."""

import asyncio
from pathlib import Path
from uuid import UUID

from shared.flow.run import run
from shared.store import Stored
from tests.flow.checks import hold
from tests.flow.toy import COUNTING, NOON, NOTING, Add, Thing, add
from tests.waiting import eventually
from tests.world.crash import Fuse, World, nth


async def count(world: World, thing: UUID, token: UUID) -> None:
    """One command, by a live process of the counting service."""
    service = world.services["registration"][0]
    await world.run(service, add, Add(id=token, at=NOON, thing=thing))


async def an_answer_is_lost_and_the_client_asks_again(folder: Path) -> None:
    async with World.open(folder, COUNTING, NOTING) as world:
        store = world.stores["registration"]
        command = Add(id=nth(1), at=NOON, thing=nth(7))
        for _ in range(2):  # the same Idempotency-Key, so the same id
            await run(store, add, command, committed=lambda _: None)
        world.start("registration")
        world.start("minutes")
        await world.settle()
        await hold(world, {nth(7): 1})


async def a_consumer_dies_between_consequences_and_mirror(folder: Path) -> None:
    async with World.open(folder, COUNTING, NOTING) as world:
        await a_consumer_dies_at(world, "consume.consequences")


async def a_consumer_dies_before_anything_is_written(folder: Path) -> None:
    async with World.open(folder, COUNTING, NOTING) as world:
        await a_consumer_dies_at(world, "consume.decided")


async def a_consumer_dies_at(world: World, point: str) -> None:
    """Three events of a thing; the process that hears them dies at the point, and another takes over."""
    counting = world.start("registration")
    doomed = world.start("minutes", fuse=Fuse(point))
    for n in range(3):
        await count(world, nth(7), nth(100 + n))
        await counting.sender.settled()  # each event travels once: no duplicate covers up for a lost one
    await eventually(lambda: not world.alive(doomed))
    await world.bury()
    world.start("minutes")
    await world.settle()
    await hold(world, {nth(7): 3})


async def two_events_insert_the_same_document_at_once(folder: Path) -> None:
    """The ledger is one document: the first events of many things all find it missing."""
    async with World.open(folder, COUNTING, NOTING) as world:
        world.start("registration")
        await asyncio.gather(*(count(world, nth(n), nth(100 + n)) for n in range(20)))
        await world.services["registration"][0].sender.settled()
        world.start("minutes")
        await world.settle()
        await hold(world, {nth(n): 1 for n in range(20)})


async def two_senders_forget_while_the_document_moves_on(folder: Path) -> None:
    """Both sent the first event; the second is published between their two forgettings."""
    async with World.open(folder, COUNTING, NOTING) as world:
        store = world.stores["registration"]

        def nobody(_: Stored[Thing]) -> None:
            return None

        await run(store, add, Add(id=nth(1), at=NOON, thing=nth(7)), committed=nobody)
        await store.forget([(Thing, nth(7), 1)])
        await run(store, add, Add(id=nth(2), at=NOON, thing=nth(7)), committed=nobody)
        await store.forget([(Thing, nth(7), 1)])
        stored = await store.get(Thing, nth(7))
        assert stored is not None
        assert [entry.sequence for entry in stored.outbox] == [2], "what was not sent is not forgotten"
