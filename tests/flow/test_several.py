"""Several subjects hear one event, each for its own documents; and who changes what is another's is stopped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID, uuid5

import pytest

from shared.contracts import Event, Record
from shared.contracts.gatherings import GATHERINGS, CapacityChanged, GatheringOpened
from shared.errors import Conflict
from shared.flow import Change, Definition, Read, Subject, Together
from shared.flow.definition import Misplaced
from tests.definitions import but, one
from tests.flow.behind import event, heard
from tests.flow.checks import hold
from tests.flow.scenarios import count
from tests.flow.test_crowds import Usher
from tests.flow.toy import COUNTING, LEDGER, NOON, NOTING, Add, Ledger, Slip, Tally, Thing, note_down
from tests.waiting import eventually
from tests.world.crash import Fuse, World, nth


@dataclass(slots=True)
class Sheet:
    """What a second subject writes about a thing: one for each event, and how much there was of it in all."""

    kind: ClassVar[str] = "sheets"
    id: UUID
    number: int = 0


async def write_down(record: Record, read: Read) -> Iterable[Change[Any]]:
    assert isinstance(record.event, CapacityChanged)
    whole = await read.maybe(Sheet, record.key) or Sheet(record.key)
    whole.number += record.event.capacity["n"]
    return [Change(Sheet(uuid5(record.id, "sheet"), record.sequence)), Change(whole)]


SHEETS = Subject(kinds=(Sheet,), on={CapacityChanged: write_down})
BOTH = replace(NOTING, subjects=(*NOTING.subjects, SHEETS))


async def sheets(world: World, thing: UUID) -> int:
    stored = await world.stores["minutes"].get(Sheet, thing)
    return stored.entity.number if stored else 0


def test_all_who_hear_an_event_stand_in_the_order_of_the_subjects() -> None:
    assert [subject for subject, _ in BOTH.on[CapacityChanged]] == [*BOTH.subjects]
    assert [handler for _, handler in BOTH.on[CapacityChanged]] == [note_down, write_down]


async def test_two_subjects_hear_one_event_and_each_does_its_own(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, BOTH) as world:
        counting = world.start("registration")
        for n in range(5):
            await count(world, nth(n % 2), nth(100 + n))
        await counting.sender.settled()
        world.start("minutes")
        await world.settle()
        await hold(world, {nth(0): 3, nth(1): 2})
        assert (await sheets(world, nth(0)), await sheets(world, nth(1))) == (1 + 2 + 3, 1 + 2)


@pytest.mark.parametrize("point", ["consume.decided", "consume.consequences", "consume.mirrors"])
async def test_where_a_process_dies_both_have_done_it_once_in_the_end(tmp_path: Path, point: str) -> None:
    async with World.open(tmp_path, COUNTING, BOTH) as world:
        counting = world.start("registration")
        doomed = world.start("minutes", fuse=Fuse(point))
        for n in range(3):
            await count(world, nth(7), nth(100 + n))
            await counting.sender.settled()
        await eventually(lambda: not world.alive(doomed))
        await world.bury()
        world.start("minutes")
        await world.settle()
        await hold(world, {nth(7): 3})
        assert await sheets(world, nth(7)) == 1 + 2 + 3


async def test_what_one_of_them_refuses_is_a_dead_letter_and_the_other_has_done_it_once(tmp_path: Path) -> None:
    broken = [True]

    async def sometimes(record: Record, read: Read) -> Iterable[Change[Any]]:
        if broken[0] and record.sequence == 2:
            raise Conflict("Not on paper.")
        return await write_down(record, read)

    both = replace(BOTH, subjects=(*NOTING.subjects, replace(SHEETS, on={CapacityChanged: sometimes})))
    async with World.open(tmp_path, COUNTING, both) as world:
        await world.log.append([event(nth(7), n) for n in (1, 2, 3)])
        service = await heard(world)
        [letter] = await service.catch_up.dead_letters()
        assert (letter.heard, letter.behind.reason) == (1, "Not on paper.")
        broken[0] = False
        assert await service.catch_up.replay(letter.id) is None
        await world.settle()
        assert await sheets(world, nth(7)) == 1 + 2 + 3
        ledger = await world.stores["minutes"].get(Ledger, LEDGER)
        assert ledger is not None
        assert (ledger.entity.entries, ledger.entity.total) == (3, 6)


async def test_one_who_decides_for_many_and_one_who_decides_for_each_hear_the_same(tmp_path: Path) -> None:
    usher = Usher(chairs=20)
    both = replace(BOTH, subjects=(*usher.definition.subjects, SHEETS))
    async with World.open(tmp_path, COUNTING, both) as world:
        await world.log.append([event(nth(key), 1, id=nth(900 + key)) for key in range(40)])
        await heard(world)
        [chairs, written] = [
            await world.stores["minutes"].count(kind, {}) for kind in (both.subjects[0].kinds[0], Sheet)
        ]
        assert (chairs, written) == (20, 2 * 40)
        assert max(usher.groups) > 1


# whose a document is


async def scribble(record: Record, read: Read) -> Iterable[Change[Any]]:
    return [Change(Slip(uuid5(record.id, "scribble"), record.key, 1))]


async def scribble_on_the_mirror(record: Record, read: Read) -> Iterable[Change[Any]]:
    return [Change(await read.one(Tally, record.key))]


async def scribble_for_all(records: Sequence[Record], read: Read) -> Iterable[Change[Any]]:
    return await scribble(records[0], read)


@pytest.mark.parametrize(
    "handler",
    [scribble, Together(lambda record: "all", scribble_for_all)],
    ids=["alone", "together"],
)
async def test_a_handler_that_changes_a_document_of_another_subject_is_refused(tmp_path: Path, handler: Any) -> None:
    both = replace(BOTH, subjects=(*NOTING.subjects, replace(SHEETS, on={CapacityChanged: handler})))
    async with World.open(tmp_path, COUNTING, both) as world:
        await world.log.append([event(nth(7), 1)])
        service = await heard(world)
        [letter] = await service.catch_up.dead_letters()
        assert letter.behind.reason == "A decision changed a document of slips; its own are: sheets."
        assert await world.stores["minutes"].get(Slip, uuid5(nth(5001), "scribble")) is None


async def test_a_handler_that_changes_a_mirror_is_refused(tmp_path: Path) -> None:
    noting = but(NOTING, on={CapacityChanged: scribble_on_the_mirror})
    async with World.open(tmp_path, COUNTING, noting) as world:
        await world.log.append([event(nth(7), n) for n in (1, 2)])
        service = await heard(world)
        assert len(await service.catch_up.dead_letters()) == 1


@pytest.mark.parametrize("entity", [Tally(nth(7)), Thing(nth(7))], ids=["mirror", "unknown"])
async def test_a_command_changes_documents_of_its_service_alone(tmp_path: Path, entity: Any) -> None:
    async def change(command: Add, read: Read) -> Change[Any]:
        return Change(entity, GatheringOpened(gathering=entity.id))

    async with World.open(tmp_path, COUNTING, NOTING) as world:
        service = world.start("minutes")
        with pytest.raises(Misplaced):
            await service.run(change, Add(id=nth(1), at=NOON, thing=nth(7)))
        assert await world.stores["minutes"].count(Tally, {}) == 0


# one owner


@dataclass(slots=True)
class OtherThing:
    kind: ClassVar[str] = "things"
    id: UUID


@dataclass(slots=True)
class OtherTally:
    kind: ClassVar[str] = "other tallies"
    id: UUID

    def hear(self, event: Event | None) -> None:
        return None


@pytest.mark.parametrize(
    "second",
    [
        Subject(kinds=(Thing,)),
        Subject(kinds=(OtherThing,)),
        Subject(mirrors={GATHERINGS: OtherTally}),
        Subject(timers={Thing: note_down}),  # type: ignore[dict-item]
        Subject(kinds=(Sheet,), states={Thing: lambda thing: None}),
    ],
    ids=["kind", "name of a kind", "mirror", "timer", "state"],
)
def test_what_two_subjects_own_is_refused_at_start(second: Subject) -> None:
    first = Subject(kinds=(Thing,), mirrors={GATHERINGS: Tally})
    with pytest.raises(ValueError, match="own"):
        Definition("minutes", (first, second))


def test_a_subject_that_lists_a_kind_twice_is_refused_at_start() -> None:
    with pytest.raises(ValueError, match="things"):
        one("registration", kinds=(Thing, Thing))
