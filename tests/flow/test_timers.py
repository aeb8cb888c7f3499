"""A timer is as robust as a consumer: each document for itself, later and later, and in the end a dead letter."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from shared.contracts.gatherings import GatheringOpened
from shared.errors import Conflict, Unavailable
from shared.flow import Change, Decide, Due, Read
from shared.flow.service import Service
from shared.flow.timers import TRIES
from shared.store import Stored
from tests.clocks import Ahead
from tests.definitions import but
from tests.flow.test_time import WINDOWS, Window, close
from tests.flow.toy import NOON, Add
from tests.waiting import until
from tests.world.crash import World, nth

BAD, GOOD = nth(1), nth(2)


class Handler:
    """Closes windows, but the bad one as `wrong` does as long as that is set."""

    def __init__(self, wrong: Decide[Due] | None = None) -> None:
        self.wrong = wrong
        self.tried = 0

    async def __call__(self, command: Due, read: Read) -> Change[Window]:
        if command.document == BAD and self.wrong:
            self.tried += 1
            return await self.wrong(command, read)
        return await close(command, read)


async def refuse(command: Due, read: Read) -> Change[Window]:
    raise Conflict("The house says no.")


async def fall(command: Due, read: Read) -> Change[Window]:
    raise ZeroDivisionError


async def lose(command: Due, read: Read) -> Change[Window]:
    """It changes something and publishes nothing, without saying that this is meant."""
    window = await read.one(Window, command.document)
    window.open = False
    return Change(window)


async def be_away(command: Due, read: Read) -> Change[Window]:
    raise Unavailable("Too many others change the same thing at this moment; ask again.")


async def close_silently(command: Due, read: Read) -> Change[Window]:
    window = await read.one(Window, command.document)
    window.open = False
    return Change(window, silent=True)


async def touch(command: Add, read: Read) -> Change[Window]:
    return Change(await read.one(Window, command.thing), GatheringOpened(gathering=command.thing))


@pytest.fixture
async def handler() -> Handler:
    return Handler()


@pytest.fixture
async def world(tmp_path: Path, handler: Handler) -> AsyncIterator[World]:
    async with World.open(tmp_path, but(WINDOWS, timers={Window: handler})) as world:
        await world.stores["registration"].commit([Stored(Window(id, NOON)) for id in (BAD, GOOD)])
        yield world


def service_of(world: World) -> Service:
    return Service(world.definitions["registration"], world.stores["registration"], world.log)


async def is_open(world: World, id: UUID) -> bool:
    stored = await world.stores["registration"].get(Window, id)
    assert stored
    return stored.entity.open


async def hours(service: Service, n: float = 1, *, since: float = 0) -> None:
    """So many hours pass, second by second as the loop looks."""
    for second in range(int(since * 3600), int((since + n) * 3600)):
        await service.timers.fire(NOON + timedelta(seconds=second))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (refuse, "The house says no."),
        (fall, "ZeroDivisionError"),
        (lose, "The timer changed nothing, and its document is due still."),
    ],
    ids=["refused", "unexpected", "changed and not said"],
)
async def test_a_timer_that_cannot_be_carried_out_is_tried_later_and_later_and_is_a_dead_letter_in_the_end(
    world: World, handler: Handler, wrong: Any, reason: str
) -> None:
    handler.wrong, service = wrong, service_of(world)
    await hours(service, 0.1)
    assert not await is_open(world, GOOD), "it stops no other"
    assert 5 < handler.tried < TRIES
    await hours(service, 0.2, since=0.1)
    assert handler.tried == TRIES
    [letter] = await service.catch_up.dead_letters()
    assert (letter.key, letter.behind.topic, letter.behind.reason) == (BAD, "due/windows", reason)
    assert (await service.health())["dead_letters"] == 1
    await service.catch_up.sweep()
    await hours(service_of(world), 0.1, since=1)
    assert handler.tried == TRIES, "also after a restart it waits for somebody to decide"


async def dead(world: World, handler: Handler) -> tuple[Service, UUID]:
    """A service whose bad window is a dead letter; the handler is mended by now."""
    handler.wrong, service = refuse, service_of(world)
    await hours(service, 0.3)
    [letter] = await service.catch_up.dead_letters()
    handler.wrong = None
    return service, letter.id


async def test_a_dead_timer_that_is_replayed_is_tried_at_the_next_look(world: World, handler: Handler) -> None:
    service, letter = await dead(world, handler)
    assert await service.catch_up.replay(letter) is None
    await hours(service, 0.001, since=1)
    assert not await is_open(world, BAD)
    assert await service.catch_up.dead_letters() == []


async def test_a_dead_timer_that_is_replayed_in_vain_is_a_dead_letter_again(world: World, handler: Handler) -> None:
    service, letter = await dead(world, handler)
    handler.wrong = fall
    await service.catch_up.replay(letter)
    await hours(service, 0.3, since=1)
    [again] = await service.catch_up.dead_letters()
    assert (again.id, again.behind.reason) == (letter, "ZeroDivisionError")


async def test_a_dead_timer_that_is_discarded_never_fires_as_long_as_its_document_stays(
    world: World, handler: Handler
) -> None:
    service, letter = await dead(world, handler)
    assert await service.catch_up.discard(letter) is None
    for each in (service, service_of(world)):
        await hours(each, 0.01, since=1)
    assert await is_open(world, BAD)
    assert await service.catch_up.dead_letters() == []
    await service.run(touch, Add(id=nth(9), at=NOON, thing=BAD))
    await hours(service, 0.001, since=1)
    assert not await is_open(world, BAD), "it was changed, so it is another matter"


async def test_a_dead_timer_whose_document_moved_on_is_tried_at_once_and_listed_no_longer(
    world: World, handler: Handler
) -> None:
    service, _ = await dead(world, handler)
    await service.run(touch, Add(id=nth(9), at=NOON, thing=BAD))
    await hours(service, 0.001, since=1)
    assert not await is_open(world, BAD)
    await service.catch_up.sweep()
    assert await service.catch_up.count() == 0


async def test_a_timer_may_write_without_publishing(world: World, handler: Handler) -> None:
    handler.wrong, service = close_silently, service_of(world)
    await hours(service, 0.01)
    stored = await world.stores["registration"].get(Window, BAD)
    assert stored
    assert (stored.entity.open, stored.version, stored.sequence, handler.tried) == (False, 2, 0, 1)


async def test_a_timer_that_waits_for_what_is_away_starves_no_other_and_is_no_dead_letter(
    world: World, handler: Handler
) -> None:
    handler.wrong, service = be_away, service_of(world)
    with pytest.raises(Unavailable):
        await service.timers.fire(NOON)
    assert await service.timers.fire(NOON) == 1, "it rests, and the next one has its turn"
    for minute in range(1, 120):
        with pytest.raises(Unavailable):
            await service.timers.fire(NOON + minute * timedelta(minutes=6))
    assert await service.catch_up.dead_letters() == []


async def test_no_error_of_a_timer_ends_its_service(tmp_path: Path) -> None:
    clock, handler = Ahead(), Handler(fall)
    async with World.open(tmp_path, but(WINDOWS, timers={Window: handler})) as world:
        store = world.stores["registration"]
        await store.commit([Stored(Window(BAD, clock() + timedelta(days=2))), Stored(Window(GOOD, NOON))])
        service = world.start("registration", clock=clock)
        clock.passes(days=3)

        async def fell() -> int:
            return handler.tried

        await until(fell)
        late = Window(nth(3), clock())
        await store.commit([Stored(late)])

        async def closed() -> bool:
            stored = await store.get(Window, late.id)
            return stored is not None and not stored.entity.open

        await until(closed)
        assert world.alive(service)


async def test_what_is_due_in_the_future_keeps_nobody_waiting(world: World) -> None:
    service = world.start("registration")
    await world.stores["registration"].commit([Stored(Window(nth(3), service.clock() + timedelta(days=9)))])
    await world.settle()
    health = await service.health()
    assert (health["lag"], health["dead_letters"], health["degraded"]) == (0, 0, [])
    assert await is_open(world, nth(3))


async def test_a_command_that_changes_something_and_publishes_nothing_is_written_if_it_says_so(world: World) -> None:
    async def close_it(command: Add, read: Read) -> Change[Window]:
        window = await read.one(Window, command.thing)
        return Change(replace(window, open=False), silent=not command.note)

    service = service_of(world)
    assert (await service.run(close_it, Add(id=nth(8), at=NOON, thing=BAD, note="no"))).version == 1
    for _ in range(2):
        assert (await service.run(close_it, Add(id=nth(9), at=NOON, thing=BAD))).version == 2
    assert not await is_open(world, BAD)
