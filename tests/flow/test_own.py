"""What a service hears of itself is remembered as what it hears of others: also that nothing was to be done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import pytest

from shared.contracts import Record
from shared.contracts.gatherings import CapacityChanged, GatheringClosed, GatheringOpened
from shared.errors import Conflict
from shared.flow import Change, Read
from shared.flow.apply import Applier
from shared.flow.lanes import Item
from shared.flow.plan import Note
from shared.flow.service import Service
from shared.store import Stored
from tests.definitions import one
from tests.flow.behind import event
from tests.flow.toy import NOON, Add, Thing, add
from tests.waiting import eventually
from tests.world.crash import Fuse, World, nth


@dataclass(slots=True)
class Visit:
    """Somebody who comes when a thing was counted, unless they come already."""

    kind: ClassVar[str] = "visits"
    id: UUID
    comes: bool = False


async def come(command: Add, read: Read) -> Change[Visit]:
    return Change(Visit(command.thing, comes=True), GatheringOpened(gathering=command.thing))


async def stay_away(command: Add, read: Read) -> Change[Visit]:
    return Change(Visit(command.thing), GatheringClosed(gathering=command.thing))


async def invite(record: Record, read: Read) -> Iterable[Change[Any]]:
    """As an accepted invitation: it registers, unless the person is registered already."""
    visit = await read.maybe(Visit, record.key) or Visit(record.key)
    if visit.comes:
        return []
    return [Change(Visit(record.key, comes=True), GatheringOpened(gathering=record.key))]


INVITING = one("registration", kinds=(Thing, Visit), on={CapacityChanged: invite})

THING = nth(7)


async def comes(world: World) -> bool:
    stored = await world.stores["registration"].get(Visit, THING)
    return stored is not None and stored.entity.comes


async def do(service: Service, handler: Any, token: int) -> None:
    await service.run(handler, Add(id=nth(token), at=NOON, thing=THING))


async def deliver_again(world: World, sequence: int = 1, token: int = 1) -> None:
    """What a sender that died before it forgot does, or a group that begins anew."""
    stored = await world.stores["registration"].get(Thing, THING)
    assert stored is not None
    from shared.contracts.event import event_id

    await world.log.append([event(THING, sequence, id=event_id(nth(token), THING, sequence))])
    await world.settle()


async def test_an_own_event_that_came_to_nothing_comes_to_nothing_also_when_it_is_heard_again(tmp_path: Path) -> None:
    await an_own_event_that_came_to_nothing_comes_again(tmp_path)


async def an_own_event_that_came_to_nothing_comes_again(folder: Path) -> None:
    """The person was registered by hand when the invitation was accepted, and withdrew since: nobody registers them again."""
    async with World.open(folder, INVITING) as world:
        service = world.start("registration")
        await do(service, come, 10)
        await do(service, add, 1)
        await world.settle()
        await do(service, stay_away, 11)
        await deliver_again(world)
        assert not await comes(world)


async def test_an_own_event_that_did_something_does_it_once_though_it_was_undone_since(tmp_path: Path) -> None:
    async with World.open(tmp_path, INVITING) as world:
        service = world.start("registration")
        await do(service, add, 1)
        await world.settle()
        assert await comes(world)
        await do(service, stay_away, 11)
        await deliver_again(world)
        assert not await comes(world)
        await do(service, add, 2)
        await world.settle()
        assert await comes(world), "the next event is another one"


@pytest.mark.parametrize("point", ["consume.decided", "consume.consequences", "consume.mirrors"])
async def test_an_own_event_has_its_effect_once_wherever_its_process_dies(tmp_path: Path, point: str) -> None:
    async with World.open(tmp_path, INVITING) as world:
        doomed = world.start("registration", fuse=Fuse(point))
        await do(doomed, add, 1)
        await eventually(lambda: not world.alive(doomed))
        await world.bury()
        service = world.start("registration")
        await world.settle()
        await eventually(lambda: service.consumer.idle)
        await do(service, stay_away, 11)
        await deliver_again(world)
        assert not await comes(world)


async def test_an_own_event_that_is_refused_holds_up_what_its_key_says_next_and_is_not_overtaken(
    tmp_path: Path,
) -> None:
    broken, heard = [True], list[int]()

    async def sometimes(record: Record, read: Read) -> Iterable[Change[Any]]:
        if broken[0] and record.sequence == 1:
            raise Conflict("The house says no.")
        heard.append(record.sequence)
        return []

    async with World.open(tmp_path, one("registration", kinds=(Thing,), on={CapacityChanged: sometimes})) as world:
        service = world.start("registration")
        for n in (1, 2, 3):
            await do(service, add, n)
        await world.settle()
        [letter] = await service.catch_up.dead_letters()
        assert (letter.key, letter.behind.reason, heard) == (THING, "The house says no.", [])
        broken[0] = False
        assert await service.catch_up.replay(letter.id) is None
        assert heard == [1, 2, 3]
        await deliver_again(world)
        await deliver_again(world, sequence=3, token=3)
        assert heard == [1, 2, 3]


async def test_an_own_event_that_was_discarded_is_not_tried_again(tmp_path: Path) -> None:
    tried = list[int]()

    async def never(record: Record, read: Read) -> Iterable[Change[Any]]:
        tried.append(record.sequence)
        raise Conflict("The house says no.")

    async with World.open(tmp_path, one("registration", kinds=(Thing,), on={CapacityChanged: never})) as world:
        service = world.start("registration")
        await do(service, add, 1)
        await world.settle()
        [letter] = await service.catch_up.dead_letters()
        assert await service.catch_up.discard(letter.id) is None
        before = len(tried)
        await deliver_again(world)
        assert len(tried) == before
        assert await service.catch_up.dead_letters() == []


async def test_own_events_that_cause_nothing_take_no_lane_and_are_not_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanes: list[int] = []
    honest = Applier.apply

    async def apply(self: Applier, items: Sequence[Item]) -> None:
        lanes.append(len(items))
        await honest(self, items)

    monkeypatch.setattr(Applier, "apply", apply)
    async with World.open(tmp_path, INVITING) as world:
        service = world.start("registration")
        await do(service, come, 10)
        await world.settle()
        assert (await service.consumer.lag(), lanes) == (0, [])
        assert await world.stores["registration"].count(Note, {}) == 0
        await do(service, add, 1)
        await world.settle()
        [note] = (await world.stores["registration"].find(Note, {})).items
        assert isinstance(note, Stored)
        assert note.heard[note.id].sequence == 1
