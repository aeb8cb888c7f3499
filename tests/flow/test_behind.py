"""A record that is refused, or that comes too early, holds up its own key only; the log keeps it, and an operator decides."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from shared.contracts.gatherings import GATHERINGS
from shared.errors import Conflict, NotFound
from shared.log import ProducerRecord
from tests.flow.behind import event, heard, numbers, poisoned, structured
from tests.flow.toy import COUNTING, NOTING
from tests.waiting import until
from tests.world.crash import Fuse, World, nth


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        yield world


async def test_a_gap_waits_for_its_predecessor_and_closes_by_itself(world: World) -> None:
    key = nth(7)
    await world.log.append([event(key, 1), event(key, 3), event(key, 4)])
    service = await heard(world)
    assert await numbers(world, key) == [1]
    assert [letter.behind.refused for letter in await service.catch_up.dead_letters()] == [None]
    await world.log.append([event(key, 2)])
    await world.settle()
    assert await numbers(world, key) == [1, 2, 3, 4]
    assert await service.catch_up.dead_letters() == []


async def test_a_gap_in_records_of_structured_mode_waits_too(world: World) -> None:
    key = nth(7)
    await world.log.append([structured(event(key, n)) for n in (1, 3)])
    service = await heard(world)
    assert await numbers(world, key) == [1]
    await world.log.append([structured(event(key, 2))])
    await world.settle()
    assert await numbers(world, key) == [1, 2, 3]
    assert await service.catch_up.dead_letters() == []


async def test_reordered_records_are_applied_in_order(world: World) -> None:
    key = nth(7)
    await world.log.append([event(key, n) for n in (3, 1, 4, 2, 1, 5, 3)])
    await heard(world)
    assert await numbers(world, key) == [1, 2, 3, 4, 5]


async def test_a_poisoned_record_holds_up_its_own_key_only(world: World) -> None:
    bad, good = nth(7), nth(8)
    await world.log.append([event(bad, 1), poisoned(bad, 2), event(good, 1), event(bad, 3), event(good, 2)])
    service = await heard(world)
    assert await numbers(world, bad) == [1]
    assert await numbers(world, good) == [1, 2]
    [letter] = await service.catch_up.dead_letters()
    assert (letter.key, letter.heard, letter.behind.refused is not None) == (bad, 1, True)


async def test_replaying_what_still_cannot_be_decoded_changes_nothing(world: World) -> None:
    key = nth(7)
    await world.log.append([poisoned(key, 1), event(key, 2)])
    service = await heard(world)
    [before] = await service.catch_up.dead_letters()
    assert await service.catch_up.replay(before.id) == before
    assert await numbers(world, key) == []


async def test_discarding_goes_on_with_what_waits_behind(world: World) -> None:
    key = nth(7)
    await world.log.append([event(key, 1), poisoned(key, 2), event(key, 3), event(key, 4)])
    service = await heard(world)
    [letter] = await service.catch_up.dead_letters()
    assert await service.catch_up.discard(letter.id) is None
    assert await numbers(world, key) == [1, 3, 4]
    assert await service.catch_up.dead_letters() == []


async def test_a_record_that_was_discarded_before_its_predecessor_came_holds_nobody_up_afterwards(world: World) -> None:
    key = nth(7)
    await world.log.append([event(key, 1), poisoned(key, 3), event(key, 4)])
    service = await heard(world)
    [letter] = await service.catch_up.dead_letters()
    await service.catch_up.discard(letter.id)
    await world.log.append([event(key, 2)])
    await world.settle()
    assert await numbers(world, key) == [1, 2, 4]
    assert await service.catch_up.dead_letters() == []


async def test_of_two_poisoned_records_each_is_decided_on_its_own(world: World) -> None:
    key = nth(7)
    await world.log.append([poisoned(key, 1), event(key, 2), poisoned(key, 3), event(key, 4)])
    service = await heard(world)
    [letter] = await service.catch_up.dead_letters()
    second = await service.catch_up.discard(letter.id)
    assert second is not None
    assert await numbers(world, key) == [2]
    assert await service.catch_up.discard(letter.id) is None
    assert await numbers(world, key) == [2, 4]


async def test_a_corrected_record_of_the_same_sequence_releases_its_key(world: World) -> None:
    key = nth(7)
    await world.log.append([poisoned(key, 1), event(key, 2)])
    service = await heard(world)
    await world.log.append([event(key, 1)])
    await world.settle()
    assert await numbers(world, key) == [1, 2]
    assert await service.catch_up.dead_letters() == []


async def test_garbage_without_a_sequence_is_listed_and_disturbs_nobody(world: World) -> None:
    key = nth(7)
    garbage = ProducerRecord(GATHERINGS.name, str(key).encode(), b"\x00\xff", ())
    await world.log.append([garbage, event(key, 1), event(key, 2)])
    service = await heard(world)
    assert await numbers(world, key) == [1, 2]
    [letter] = await service.catch_up.dead_letters()
    assert await service.catch_up.discard(letter.id) is None
    assert await service.catch_up.dead_letters() == []


async def test_a_poisoned_record_whose_key_is_spelled_otherwise_stays_a_dead_letter(world: World) -> None:
    key = UUID("abcdefab-0000-4000-8000-0000000000ab")
    await world.log.append([replace(poisoned(key, 1), key=str(key).upper().encode())])
    service = await heard(world)
    await service.catch_up.sweep()
    assert [letter.key for letter in await service.catch_up.dead_letters()] == [None]


async def test_a_record_without_a_usable_key_is_noted_by_its_coordinates(world: World) -> None:
    await world.log.append([ProducerRecord(GATHERINGS.name, b"no uuid", b"{}", ()), event(nth(8), 1)])
    service = await heard(world)
    assert await numbers(world, nth(8)) == [1]
    [letter] = await service.catch_up.dead_letters()
    assert letter.key is None
    with pytest.raises(Conflict):
        await service.catch_up.replay(letter.id)
    assert await service.catch_up.discard(letter.id) is None
    assert await service.catch_up.dead_letters() == []


async def test_an_unknown_type_counts_but_says_nothing(world: World) -> None:
    key = nth(7)
    unknown = event(key, 2)
    headers = tuple((k, b"gathering.invented.v1" if k == "ce_type" else v) for k, v in unknown.headers)
    await world.log.append([event(key, 1), replace(unknown, headers=headers), event(key, 3)])
    await heard(world)
    assert await numbers(world, key) == [1, 3]


async def test_a_fork_is_reported_and_not_merged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    key = nth(7)
    await world.log.append([event(key, 1, nth(1)), event(key, 1, nth(2))])
    await heard(world)
    assert await numbers(world, key) == [1]
    assert "fork" in caplog.text


async def test_a_sweep_passes_over_a_key_that_somebody_decided_on_meanwhile(world: World) -> None:
    await world.log.append([poisoned(nth(7), 1)])
    service = await heard(world)
    [letter] = await service.catch_up.dead_letters()
    await service.catch_up.discard(letter.id)
    await service.catch_up.catch_up(letter.id)
    await service.catch_up.sweep()
    assert await service.catch_up.count() == 0


async def test_every_key_that_is_behind_is_listed_and_counted(world: World) -> None:
    await world.log.append([poisoned(nth(7000 + n), 1) for n in range(120)])
    service = await heard(world)
    assert len(await service.catch_up.dead_letters()) == await service.catch_up.count() == 120
    assert (await service.health())["dead_letters"] == 120


async def test_deciding_on_a_letter_that_is_not_there_is_not_found(world: World) -> None:
    service = await heard(world)
    with pytest.raises(NotFound):
        await service.catch_up.discard(nth(99))


async def test_a_gap_cannot_be_discarded(world: World) -> None:
    await world.log.append([event(nth(7), 2)])
    service = await heard(world)
    [letter] = await service.catch_up.dead_letters()
    with pytest.raises(Conflict):
        await service.catch_up.discard(letter.id)


async def test_two_processes_close_the_same_gap_once(world: World) -> None:
    key = nth(7)
    services = [world.start("minutes") for _ in range(2)]
    await world.log.append([event(key, n) for n in (2, 4, 3)])
    await world.settle()
    await world.log.append([event(key, 1)])
    await asyncio.gather(*(service.catch_up.sweep() for service in services))
    await world.settle()
    assert await numbers(world, key) == [1, 2, 3, 4]


async def test_a_process_that_dies_when_it_has_noted_a_gap_leaves_the_note(world: World) -> None:
    key = nth(7)
    await world.log.append([event(key, 1), event(key, 3)])
    world.start("minutes", fuse=Fuse("behind.noted"))
    await until(world.bury)
    await world.log.append([event(key, 2)])
    service = await heard(world)
    assert await numbers(world, key) == [1, 2, 3]
    assert await service.catch_up.dead_letters() == []


@pytest.mark.slow
async def test_a_process_that_dies_when_it_has_cleared_a_note_leaves_nothing_behind(world: World) -> None:
    key = nth(7)
    await world.log.append([event(key, 1), event(key, 3)])
    await world.kill(await heard(world))
    await world.log.append([event(key, 2)])
    world.start("minutes", fuse=Fuse("behind.cleared"))
    await until(world.bury)
    service = await heard(world)
    assert await numbers(world, key) == [1, 2, 3]
    assert await service.catch_up.dead_letters() == []
