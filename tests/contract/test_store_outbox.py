"""What every store promises when an answer is lost, about its outboxes, and when it is closed and opened again."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from shared.errors import Unavailable
from shared.store import Committed, Stale, Store, Stored, Taken
from tests.contract.conftest import OpenStore
from tests.contract.documents import NOON, Note, Place, Report, kept, new, outgoing, read
from tests.faulty import Fault, FaultyStore

# Doubt


async def test_a_lost_answer_is_settled_by_its_token_without_a_double(store: Store) -> None:
    faulty, token, place = FaultyStore(store), uuid4(), Place(uuid4(), number=1)
    faulty.faults.next("commit", Fault.LOST)
    with pytest.raises(Unavailable):
        await faulty.commit([new(place, token=token, events=1)])
    assert await faulty.commit([new(place, token=token, events=1)]) == [Stale()]
    stored = await read(store, place.id)
    assert (stored.version, len(stored.outbox), [done.token for done in stored.recent]) == (1, 1, [token])


async def test_a_flight_that_failed_before_it_began_can_be_flown_again(store: Store) -> None:
    faulty, place = FaultyStore(store), Place(uuid4(), number=1)
    faulty.faults.next("commit", Fault.BEFORE)
    with pytest.raises(Unavailable):
        await faulty.commit([new(place)])
    assert await faulty.commit([new(place)]) == [Committed(1)]


# The outbox


async def test_forget_removes_up_to_a_sequence_and_moves_no_version(store: Store) -> None:
    place = Place(uuid4())
    await kept(store, place, events=3)
    await store.forget([(Place, place.id, 2)])
    stored = await read(store, place.id)
    assert ([event.sequence for event in stored.outbox], stored.version, stored.sequence) == ([3], 1, 3)
    await store.forget([(Place, place.id, 2)])
    await store.forget([(Place, uuid4(), 2)])
    assert [event.sequence for event in (await read(store, place.id)).outbox] == [3]


async def test_forget_beside_concurrent_changes_loses_nothing(store: Store) -> None:
    place = Place(uuid4(), number=0)
    await kept(store, place, events=1)

    async def change() -> None:
        for _ in range(30):
            now = await read(store, place.id)
            now.entity.number = (now.entity.number or 0) + 1
            now.sequence += 1
            now.outbox = (*now.outbox, outgoing(now.sequence))
            assert await store.commit([now]) == [Committed(now.version + 1)]

    async def forget() -> None:
        for _ in range(30):
            now = await read(store, place.id)
            await store.forget([(Place, place.id, now.outbox[-2].sequence if len(now.outbox) > 1 else 0)])

    await asyncio.gather(change(), forget())
    stored = await read(store, place.id)
    sequences = [event.sequence for event in stored.outbox]
    assert (stored.entity.number, stored.version, stored.sequence) == (30, 31, 31)
    assert sequences == list(range(sequences[0], 32))


async def test_pending_finds_documents_of_any_kind_until_their_outbox_is_forgotten(store: Store) -> None:
    place, report, quiet = Place(uuid4()), Report(uuid4()), Place(uuid4())
    await store.commit([new(place, events=1), new(report, events=2), new(quiet)])
    assert {stored.id for stored in await store.pending()} == {place.id, report.id}
    assert len(await store.pending(limit=1)) == 1
    await store.forget([(Place, place.id, 1)])
    await store.forget([(Report, report.id, 1)])
    (left,) = await store.pending()
    assert (left.id, [event.sequence for event in left.outbox]) == (report.id, [2])
    assert isinstance(left.entity, Report)


async def test_pending_shows_nothing_whose_outbox_is_empty_while_others_are_being_forgotten(store: Store) -> None:
    async def send(places: list[Place]) -> None:
        for place in places:
            await store.commit([new(place, events=1)])
            await store.forget([(Place, place.id, 1)])

    async def look() -> list[Stored[Any]]:
        return [stored for _ in range(20) for stored in await store.pending()]

    for _ in range(5):
        seen = await asyncio.gather(look(), *(send([Place(uuid4()) for _ in range(5)]) for _ in range(40)))
        assert all(stored.outbox for stored in seen[0] or [])
    assert await store.pending() == []


# Life


async def test_what_was_committed_is_there_after_opening_again(open_store: OpenStore) -> None:
    store, place = await open_store(), Place(uuid4(), number=1, notes=[Note(uuid4(), "آب", NOON)])
    await kept(store, place, events=1)
    await store.close()
    again = await open_store()
    assert (await read(again, place.id)).entity == place
    assert await again.commit([new(Place(uuid4(), number=1))]) == [Taken("upper/seat/1", place.id)]


async def test_closing_while_writes_wait_neither_loses_nor_hangs(open_store: OpenStore) -> None:
    store, places = await open_store(), [Place(uuid4(), number=number) for number in range(700)]
    waiting = [asyncio.create_task(store.commit([new(place)])) for place in places]
    await asyncio.sleep(0)
    await asyncio.wait_for(store.close(), 30)
    answers = await asyncio.gather(*waiting, return_exceptions=True)
    again = await open_store()
    found = await again.get_many(Place, [place.id for place in places])
    for place, answer in zip(places, answers, strict=True):
        assert (place.id in found) == (answer == [Committed(1)])
        assert answer == [Committed(1)] or isinstance(answer, Unavailable)
    assert len(found) == 700


async def test_a_closed_store_refuses_and_closing_twice_is_fine(open_store: OpenStore) -> None:
    store = await open_store()
    await asyncio.gather(store.close(), store.close())
    await store.close()
    with pytest.raises(Unavailable):
        await store.commit([new(Place(uuid4()))])
    with pytest.raises(Unavailable):
        await store.get(Place, uuid4())
    with pytest.raises(Unavailable):
        await store.ping()


async def test_a_store_that_works_answers_a_ping(store: Store) -> None:
    await store.ping()
    await store.ping()
