"""`run`: a command is carried out exactly once, and its answer is the document."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import pytest

from shared import errors
from shared.flow import Change, Read
from shared.flow.refusals import Refusals
from shared.flow.run import run
from shared.store import Store, Stored
from shared.store.sqlite.store import SqliteStore
from tests.counted import CountedStore
from tests.flow.scenarios import an_answer_is_lost_and_the_client_asks_again
from tests.flow.toy import NOON, Add, Thing, add
from tests.world.crash import nth


@dataclass(slots=True)
class Chair:
    kind: ClassVar[str] = "chairs"
    id: UUID
    number: int

    @property
    def claims(self) -> list[str]:
        return [f"chair/{self.number}"]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await SqliteStore.open(tmp_path / "store.db", [Thing, Chair, Refusals])
    yield store
    await store.close()


async def do(store: Store, token: int, thing: int = 7, note: str = "", **kwargs: Any) -> Stored[Any]:
    return await run(
        store, add, Add(id=nth(token), at=NOON, thing=nth(thing), note=note), committed=lambda _: None, **kwargs
    )


async def test_a_command_asked_twice_is_done_once_and_answered_twice(store: Store) -> None:
    first, second = await do(store, 1), await do(store, 1)
    assert (first.version, second.version) == (1, 1)
    assert second.entity == Thing(nth(7), 1)


async def test_the_answer_to_a_repeat_is_the_document_as_it_is_now(store: Store) -> None:
    await do(store, 1)
    await do(store, 2)
    assert (await do(store, 1)).entity.count == 2


async def test_what_is_decided_upon_a_document_that_is_held_reads_nothing_and_a_newer_one_makes_it_stale(
    store: Store,
) -> None:
    held, counted = await do(store, 1), CountedStore(store)
    second = await do(counted, 2, expected=held)
    assert (second.version, second.entity.count) == (2, 2)
    assert {name for name, calls in counted.faults.calls.items() if calls} == {"commit"}
    assert held.entity.count == 1, "what the caller has stays as it was"
    with pytest.raises(errors.Stale):
        await do(store, 3, expected=held)
    assert (await do(store, 2, expected=second)).version == 2, "the same command"


async def test_the_same_key_with_another_body_is_refused(store: Store) -> None:
    await do(store, 1)
    with pytest.raises(errors.Invalid) as refused:
        await do(store, 1, note="something else")
    assert refused.value.slug == "idempotency-key-reused"


async def test_the_same_key_for_another_document_is_refused_and_changes_nothing(store: Store) -> None:
    await do(store, 1, thing=7)
    with pytest.raises(errors.Invalid) as refused:
        await do(store, 1, thing=8)
    assert refused.value.slug == "idempotency-key-reused"
    assert await store.get(Thing, nth(8)) is None
    await do(store, 2, thing=8)
    with pytest.raises(errors.Invalid):
        await do(store, 1, thing=8, note="something else")
    assert (await do(store, 1, thing=7)).entity.count == 1


async def test_commands_at_once_are_decided_again_until_each_stands(store: Store) -> None:
    await asyncio.gather(*(do(store, n) for n in range(40)))
    stored = await store.get(Thing, nth(7))
    assert stored is not None
    assert stored.entity.count == 40
    assert [entry.sequence for entry in stored.outbox] == list(range(1, 41))


async def test_the_same_command_at_once_from_many_is_done_once(store: Store) -> None:
    answers = await asyncio.gather(*(do(store, 1) for _ in range(20)))
    assert {answer.entity.count for answer in answers} == {1}


async def test_an_if_match_that_moved_is_stale_and_changes_nothing(store: Store) -> None:
    await do(store, 1)
    await do(store, 2, expected=(Thing, nth(7), {1}))
    with pytest.raises(errors.Stale):
        await do(store, 3, expected=(Thing, nth(7), {1}))
    stored = await store.get(Thing, nth(7))
    assert stored is not None
    assert stored.entity.count == 2


async def test_an_if_match_that_moves_while_the_decision_looks_for_others_is_stale(store: Store) -> None:
    await do(store, 1)

    async def look_and_add(command: Add, read: Read) -> Change[Thing]:
        if (stored := await store.get(Thing, command.thing)) and stored.version == 1:
            await do(store, 2)
        [found] = (await read.find(Thing, {})).items
        return await add(replace(command, thing=found.id), read)

    command = Add(id=nth(3), at=NOON, thing=nth(7))
    with pytest.raises(errors.Stale):
        await run(store, look_and_add, command, expected=(Thing, nth(7), {1}), committed=lambda _: None)
    stored = await store.get(Thing, nth(7))
    assert stored
    assert stored.entity.count == 2


async def test_what_was_not_there_is_not_written_over_though_a_later_look_finds_it(store: Store) -> None:
    """Of two who asked at once one met what the other had just made, and wrote its own over it: a rank was lost."""
    from shared.contracts.gatherings import GatheringOpened

    async def make(command: Add, read: Read) -> Change[Thing]:
        thing = await read.maybe(Thing, command.thing) or Thing(command.thing)
        if not thing.count:
            await do(store, 2)
        [found] = (await read.find(Thing, {})).items
        assert found.entity.count == 1
        thing.count += 1
        return Change(thing, GatheringOpened(gathering=thing.id))

    made = await run(store, make, Add(id=nth(3), at=NOON, thing=nth(7)), committed=lambda _: None)
    assert (made.version, made.sequence, made.entity.count) == (2, 2, 2)


async def test_a_newcomer_is_not_looked_for_and_who_is_there_is_found_whatever_was_decided_first(store: Store) -> None:
    async def make(command: Add, read: Read) -> Change[Thing]:
        read.presume_new(Thing, command.thing)
        found = await read.maybe(Thing, command.thing)
        if found is None and command.note:
            raise errors.Conflict(command.note)
        return Change(found) if found else await add(command, read)

    async def made(token: int, note: str = "") -> tuple[int, int]:
        counted = CountedStore(store)
        asked = Add(id=nth(token), at=NOON, thing=nth(7), note=note)
        stored = await run(counted, make, asked, keyed=True, committed=lambda _: None)
        return stored.entity.count, counted.looked["things"]

    with pytest.raises(errors.Conflict):
        await made(1, "Not now.")
    assert await made(2) == (1, 0)
    assert await made(2) == (1, 1), "the repeat of a command finds what it did"
    assert await made(3) == (1, 1)
    assert await made(4, "Not now.") == (1, 1)
    with pytest.raises(errors.Conflict):
        await made(1, "Not now.")


async def test_a_repeat_with_its_old_if_match_is_still_answered(store: Store) -> None:
    await do(store, 1)
    await do(store, 2, expected=(Thing, nth(7), {1}))
    assert (await do(store, 2, expected=(Thing, nth(7), {1}))).entity.count == 2


async def test_a_taken_claim_is_decided_again_on_a_fresh_reading(store: Store) -> None:
    from shared.contracts.gatherings import GatheringOpened

    async def sit(command: Add, read: Read) -> Change[Chair]:
        taken = {stored.entity.number for stored in (await read.find(Chair, {})).items}
        number = min(set(range(1, 100)) - taken)
        return Change(Chair(command.thing, number), GatheringOpened(gathering=command.thing))

    await asyncio.gather(
        *(run(store, sit, Add(id=nth(n), at=NOON, thing=nth(n)), committed=lambda _: None) for n in range(30))
    )
    chairs = await store.find(Chair, {})
    assert sorted(stored.entity.number for stored in chairs.items) == list(range(1, 31))


async def test_a_document_that_takes_its_id_from_the_token_is_made_once(store: Store) -> None:
    from shared.contracts.gatherings import GatheringOpened

    async def make(command: Add, read: Read) -> Change[Thing]:
        return Change(Thing(command.id, 1), GatheringOpened(gathering=command.id))

    command = Add(id=nth(1), at=NOON, thing=nth(7))
    answers = [await run(store, make, command, committed=lambda _: None) for _ in range(2)]
    assert [answer.version for answer in answers] == [1, 1]


async def test_an_event_above_the_limit_of_the_log_is_refused_before_it_boards(store: Store) -> None:
    from shared.contracts.decisions import DecisionAdopted

    async def shout(command: Add, read: Read) -> Change[Thing]:
        event = DecisionAdopted(
            decision=command.id, gathering=command.id, number=1, text={"en": "x" * 1_000_000}, adoption="consensus"
        )
        return Change(Thing(command.thing, 1), event)

    with pytest.raises(errors.Invalid):
        await run(store, shout, Add(id=nth(1), at=NOON, thing=nth(7)), committed=lambda _: None)
    assert await store.get(Thing, nth(7)) is None


async def test_a_lost_answer_and_a_repeat_have_one_effect(tmp_path: Path) -> None:
    await an_answer_is_lost_and_the_client_asks_again(tmp_path)
