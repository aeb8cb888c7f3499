"""A command that its caller may repeat has one outcome for a day: done, nothing to do, or refused."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shared import errors
from shared.contracts import Record
from shared.contracts.gatherings import CapacityChanged
from shared.flow import Change, Read, envelope, refusals
from shared.flow.envelope import MOST_KEYS, REMEMBERED, sealed
from shared.flow.refusals import Refusals, drawer
from shared.flow.run import run
from shared.store import RECENT, Committed, Done, Store, Stored
from tests.contract.stores import ADAPTERS, open_at, place
from tests.faulty import Fault, FaultyStore
from tests.flow.toy import NOON, Add, Thing, add
from tests.world.crash import nth

HOUR = timedelta(hours=1)


@pytest.fixture(params=[ADAPTERS[0], ADAPTERS[-1]])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    store = await open_at(request.param, place(request.param, request), [Thing, Refusals])
    yield store
    await store.close()


async def raise_to_one(command: Add, read: Read) -> Change[Thing]:
    """Counts no further than one: whoever comes later finds nothing to do."""
    thing = await read.maybe(Thing, command.thing) or Thing(command.thing)
    return Change(thing) if thing.count else await add(command, read)


async def add_to_what_is_there(command: Add, read: Read) -> Change[Thing]:
    thing = await read.one(Thing, command.thing)
    if thing.count >= 3:
        raise errors.Conflict("Three are enough.", code="full", errors=[errors.wrong("no more", "thing")])
    return await add(command, read)


async def do(store: Store, token: int, handler: Any = add, *, keyed: bool = True, **how: Any) -> Stored[Any]:
    """The command with this token; `at` hours after noon."""
    at, thing = NOON + how.pop("at", 0) * HOUR, nth(how.pop("thing", 7))
    command = Add(id=nth(token), at=at, thing=thing, note=how.pop("note", ""))
    return await run(store, handler, command, keyed=keyed, committed=lambda _: None, **how)


async def refusal(store: Store, token: int, handler: Any = add_to_what_is_there, **how: Any) -> str:
    """Why it is refused; empty if it is not."""
    try:
        await do(store, token, handler, **how)
    except errors.Refused as refused:
        return refused.slug
    return ""


async def the_thing(store: Store, n: int = 7) -> Stored[Thing]:
    stored = await store.get(Thing, nth(n))
    assert stored
    return stored


# nothing to do


async def test_what_found_nothing_to_do_leaves_its_token_and_publishes_nothing(store: Store) -> None:
    await do(store, 1, raise_to_one)
    answer = await do(store, 2, raise_to_one)
    stored = await the_thing(store)
    assert (answer.version, stored.version, stored.sequence, len(stored.outbox)) == (2, 2, 1, 1)
    assert [(done.token, done.events) for done in stored.recent] == [(nth(1), 1), (nth(2), 0)]
    assert (await do(store, 2, add)).entity.count == 1, "its outcome was that there was nothing to do"


async def test_without_a_key_nothing_to_do_writes_nothing(store: Store) -> None:
    await do(store, 1, raise_to_one)
    assert (await do(store, 2, raise_to_one, keyed=False)).version == 1
    assert (await the_thing(store)).version == 1


# how long


async def test_a_key_is_known_for_a_day_whatever_came_between(store: Store) -> None:
    await do(store, 0)
    for n in range(1, 3 * RECENT):
        await do(store, n, keyed=n % 2 == 0, at=23)
    assert (await do(store, 0, at=24)).entity.count == 3 * RECENT
    known = {done.token for done in (await the_thing(store)).recent}
    assert {nth(n) for n in range(0, 3 * RECENT, 2)} <= known
    assert nth(1) not in known, "what nobody can repeat need not be remembered"


async def test_after_a_day_only_the_last_are_remembered(store: Store) -> None:
    for n in range(2 * RECENT):
        await do(store, n)
    await do(store, 100, at=25)
    assert len((await the_thing(store)).recent) == RECENT


async def test_a_clock_that_was_set_back_forgets_nothing(store: Store) -> None:
    await do(store, 0, at=1000)
    for n in range(1, 2 * RECENT):
        await do(store, n)
    assert (await do(store, 0)).entity.count == 2 * RECENT
    assert len((await the_thing(store)).recent) == 2 * RECENT


def test_the_time_of_an_event_lets_nothing_be_forgotten() -> None:
    """An event tells another service's time, or that of long ago."""
    stored: Stored[Thing] = Stored(Thing(nth(7)))
    for n in range(2 * RECENT):
        command = Add(id=nth(n), at=NOON, thing=nth(7))
        stored = replace(sealed(Change(stored.entity), stored, command, Done(nth(n), "x", at=NOON)), version=n)
    event = CapacityChanged(gathering=nth(7), capacity={"n": 1})
    for at in (NOON - 900 * HOUR, NOON + 900 * HOUR):
        heard = Record(id=nth(900), at=at, type=event.type, topic=event.topic.name, key=nth(8), sequence=1, event=event)
        assert len(sealed(Change(stored.entity), stored, heard).recent) > 2 * RECENT - 1


async def test_more_keys_than_a_document_can_remember_are_refused_and_not_forgotten(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(envelope, "MOST_KEYS", 3)
    for n in range(RECENT + 2):
        await do(store, n, at=n / 100)
    with pytest.raises(errors.TooMany) as refused:
        await do(store, 900, at=1)
    assert refused.value.wait == 23 * 3600 + 1
    for n in range(RECENT + 2):
        assert (await do(store, n, at=1)).entity.count == RECENT + 2
    await do(store, 901, keyed=False, at=1)
    await do(store, 900, at=25)
    assert MOST_KEYS >= 1000


# refused


async def test_a_refusal_is_the_outcome_for_a_day(store: Store) -> None:
    assert await refusal(store, 1) == "not-found"
    await do(store, 2)
    assert await refusal(store, 1, at=24) == "not-found"
    assert (await the_thing(store)).entity.count == 1
    assert await refusal(store, 1, at=24.1) == ""
    assert (await the_thing(store)).entity.count == 2


async def test_a_refusal_says_the_same_when_it_is_asked_for_again(store: Store) -> None:
    for n in range(3):
        await do(store, n)
    told = []
    for _ in range(2):
        with pytest.raises(errors.Conflict) as refused:
            await do(store, 9, add_to_what_is_there)
        told.append((refused.value.slug, refused.value.detail, refused.value.errors))
    assert told[0] == told[1] == ("full", "Three are enough.", (errors.wrong("no more", "thing"),))


async def test_a_key_that_was_refused_takes_no_other_body(store: Store) -> None:
    assert await refusal(store, 1) == "not-found"
    assert await refusal(store, 1, note="something else") == "idempotency-key-reused"
    assert await refusal(store, 1) == "not-found"


async def test_a_refusal_without_a_key_writes_nothing(store: Store) -> None:
    assert await refusal(store, 1, keyed=False) == "not-found"
    assert await store.count(Refusals, {}) == 0


async def test_what_no_rule_said_is_not_remembered(store: Store) -> None:
    """Who may, what moved on, what is away: the next time it may be otherwise."""
    await do(store, 1)
    faulty = FaultyStore(store)

    async def forbid(command: Add, read: Read) -> Change[Thing]:
        raise errors.Forbidden("Not you.")

    assert await refusal(store, 2, expected=(Thing, nth(7), {9})) == "stale"
    assert await refusal(store, 3, forbid) == "forbidden"
    assert await refusal(store, 1, note="another body") == "idempotency-key-reused"
    faulty.faults.next("commit", Fault.BEFORE)
    with pytest.raises(errors.Unavailable):
        await do(faulty, 4, add_to_what_is_there)
    assert await store.count(Refusals, {}) == 0
    for token in (2, 3, 4):
        await do(store, token, expected=(Thing, nth(7), {token - 1}))


async def test_a_refusal_whose_memory_could_not_be_written_is_no_outcome(store: Store) -> None:
    faulty = FaultyStore(store)
    faulty.faults.next("commit", Fault.LOST)
    with pytest.raises(errors.Unavailable):
        await do(faulty, 1, add_to_what_is_there)
    assert await refusal(store, 1) == "not-found"
    faulty.faults.next("commit", Fault.BEFORE)
    with pytest.raises(errors.Unavailable):
        await do(faulty, 2, add_to_what_is_there)
    await do(store, 9)
    assert await refusal(store, 1) == "not-found"
    assert await refusal(store, 2) == ""


async def test_a_refusal_comes_again_before_the_version_is_compared(store: Store) -> None:
    for n in range(3):
        await do(store, n)
    assert await refusal(store, 9, expected=(Thing, nth(7), {3})) == "full"
    await do(store, 4)
    assert await refusal(store, 9, expected=(Thing, nth(7), {3})) == "full"


async def test_what_was_done_wins_over_what_was_refused(store: Store) -> None:
    """Two processes were asked at once, and between them a rule changed its word: done is done."""
    assert await refusal(store, 1) == "not-found"
    note = drawer(nth(1))
    before = await store.get(Refusals, note)
    assert before
    await store.commit([replace(before, recent=())])  # as the other process saw it
    await do(store, 1, add)
    after = await store.get(Refusals, note)
    assert after
    assert await store.commit([replace(after, recent=before.recent)]) == [Committed(3)]
    assert (await do(store, 1, add)).entity.count == 1


async def test_refusals_at_once_in_one_drawer_are_all_remembered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "DRAWERS", 1)
    assert set(await asyncio.gather(*(refusal(store, n) for n in range(60)))) == {"not-found"}
    assert await store.count(Refusals, {}) == 1
    await do(store, 100)
    assert {await refusal(store, n) for n in range(60)} == {"not-found"}


async def test_a_keyed_command_asks_the_store_no_oftener_than_another(store: Store) -> None:
    """What was refused is read in the round trip of what the handler reads."""
    asked = []
    for keyed in (False, True):
        faulty = FaultyStore(store)
        await do(faulty, 50 + keyed, keyed=keyed)
        asked.append({call: n for call, n in faulty.faults.calls.items() if call.startswith("get")})
    assert asked[0] == asked[1] == {"get_each": 1}


# for how long, and of which document


def test_a_day_is_what_the_documents_promise() -> None:
    assert timedelta(hours=24) == REMEMBERED


async def test_a_repeat_that_now_means_another_document_is_answered_by_the_one_it_changed(store: Store) -> None:
    """What a key names may be looked up, and be another one by now."""

    async def add_to_the_lowest(command: Add, read: Read) -> Change[Thing]:
        [lowest] = (await read.find(Thing, {}, sort="count", limit=1)).items
        return await add(replace(command, thing=lowest.id), read)

    for n, times in ((7, 1), (8, 2)):
        for m in range(times):
            await do(store, 10 * n + m, thing=n)
    assert (await do(store, 1, add_to_the_lowest)).id == nth(7)
    for m in range(5):
        await do(store, 200 + m, thing=7)
    assert (await the_thing(store, 8)).entity.count == 2
    answer = await do(store, 1, add_to_the_lowest)
    assert (answer.id, answer.entity.count) == (nth(7), 7)
    assert (await the_thing(store, 8)).entity.count == 2
