"""What only a server across a network can do to a store: lose an answer, come late, go away and come back."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any, Literal
from uuid import UUID, uuid4

import pytest

from shared.errors import Unavailable, Uncertain
from shared.store import Committed, Counter, Done, Range, Stale, Stored, Taken
from shared.store.mongo.store import MongoStore
from tests.containers import Server
from tests.contract.documents import KINDS, Place, new
from tests.infra.mongo_proxy import Fault, Proxy, proxy
from tests.waiting import Took, until

pytestmark = pytest.mark.containers

Open = Callable[..., Awaitable[MongoStore]]


@pytest.fixture(params=["motor", "pymongo"])
def driver(request: pytest.FixtureRequest) -> Literal["motor", "pymongo"]:
    chosen: Literal["motor", "pymongo"] = request.param
    return chosen


@pytest.fixture
async def open_store(mongo_url: str, driver: Literal["motor", "pymongo"]) -> AsyncIterator[Open]:
    """Opens the test's database, through a port (a proxy's) or straight."""
    database = f"plenary_{uuid4().hex}"
    async with contextlib.AsyncExitStack() as opened:

        async def open_it(port: int | None = None, options: str = "") -> MongoStore:
            url = f"mongodb://127.0.0.1:{port}" if port else mongo_url
            store = await MongoStore.open(f"{url}/{database}?{options}", KINDS, driver=driver)
            opened.push_async_callback(store.close)
            return store

        yield open_it


@pytest.fixture
def server(mongo_server: Server) -> Iterator[Server]:
    """The server, running again at the end, whatever the test did to it."""
    yield mongo_server
    mongo_server.revive()


@pytest.fixture
def random_seed() -> int:
    """Shown when the test fails."""
    seed = random.SystemRandom().randrange(1_000_000)
    print("seed", seed)  # noqa: T201
    return seed


@pytest.fixture
async def between(mongo_url: str) -> AsyncIterator[Proxy]:
    async with proxy(mongo_url) as it:
        yield it


def changed(stored: Stored[Any], token: UUID | None = None, **fields: Any) -> Stored[Any]:
    """The next change of a document that was read."""
    done = Done(token or uuid4(), "body", stored.version + 1)
    return replace(stored, entity=replace(stored.entity, **fields), recent=(*stored.recent, done)[-32:])


async def made(store: MongoStore, **fields: Any) -> Stored[Any]:
    place = Place(uuid4(), **fields)
    assert await store.commit([new(place)]) == [Committed(1)]
    return await read(store, place.id)


async def read(store: MongoStore, id: UUID) -> Stored[Any]:
    stored = await store.get(Place, id)
    assert stored is not None
    return stored


@pytest.mark.parametrize("fault", list(Fault))
async def test_a_flight_whose_answer_is_lost_is_settled_without_a_double(
    open_store: Open, between: Proxy, fault: Fault
) -> None:
    store = await open_store(between.port)
    held, moved, other = await made(store, number=1), await made(store), await made(store)
    await store.commit([changed(moved, names={"en": "First"})])
    newcomer, rival = Place(uuid4(), number=2), Place(uuid4(), number=1)
    flight = [new(newcomer, events=2), changed(other, number=3), changed(moved, number=4), new(rival)]
    between.faults.append(fault)
    assert await store.commit(flight) == [Committed(1), Committed(2), Stale(), Taken("upper/seat/1", held.id)]
    assert between.writes == 6
    assert not between.late
    assert [entry.sequence for entry in (await read(store, newcomer.id)).outbox] == [1, 2]
    assert (await read(store, other.id)).version == 2
    assert (await read(store, moved.id)).entity.number is None
    assert await store.get(Place, rival.id) is None


async def test_where_a_server_names_no_index_a_look_up_tells_stale_from_taken(open_store: Open, between: Proxy) -> None:
    store = await open_store(between.port)
    held, moved = await made(store, number=1), await made(store, number=2)
    await store.commit([changed(moved, rank=1)])
    between.terse = True
    flight = [changed(moved, rank=2), new(Place(uuid4(), number=1)), changed(held, rank=3, holds=("upper/seat/2",))]
    taken = [Taken("upper/seat/1", held.id), Taken("upper/seat/2", moved.id)]
    assert await store.commit(flight) == [Stale(), *taken]
    between.faults.append(Fault.ANSWER_LOST)
    assert await store.commit([changed(held, rank=4), *flight]) == [Committed(2), Stale(), taken[0], Stale()]


async def test_new_documents_whose_answer_is_lost_twice_are_settled_by_their_tokens(
    open_store: Open, between: Proxy
) -> None:
    store = await open_store(between.port)
    between.faults += [Fault.ANSWER_LOST, Fault.ANSWER_LOST]
    places = [Place(uuid4(), number=number) for number in range(50)]
    assert await asyncio.gather(*(store.commit([new(place)]) for place in places)) == [[Committed(1)]] * 50
    assert await store.count(Place, {}) == 50


async def test_a_lost_answer_is_found_beneath_the_change_of_another(open_store: Open, between: Proxy) -> None:
    store, other = await open_store(between.port), await open_store()
    mine = await made(store)

    async def overtake() -> None:
        between.between = None
        assert await other.commit([changed(await read(other, mine.id), number=9)]) == [Committed(3)]

    between.faults.append(Fault.ANSWER_LOST)
    between.between = overtake
    assert await store.commit([changed(mine, rank=1)]) == [Committed(2)]
    after = await read(store, mine.id)
    assert (after.version, after.entity.number, after.entity.rank) == (3, 9, 1)


async def test_a_request_that_was_lost_and_then_overtaken_is_stale(open_store: Open, between: Proxy) -> None:
    store, other = await open_store(between.port), await open_store()
    mine = await made(store)

    async def overtake() -> None:
        between.between = None
        assert await other.commit([changed(mine, number=9)]) == [Committed(2)]

    between.faults.append(Fault.REQUEST_LOST)
    between.between = overtake
    assert await store.commit([changed(mine, rank=1)]) == [Stale()]
    assert (await read(store, mine.id)).entity.rank is None


async def test_a_doubt_that_more_changes_buried_than_are_remembered_is_answered_unknown(
    open_store: Open, between: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.store.mongo.flight.SETTLING", 0.3)
    store, other = await open_store(between.port), await open_store()
    mine = await made(store)

    async def bury() -> None:
        between.between = None
        for number in range(33):
            await other.commit([changed(await read(other, mine.id), rank=number)])

    between.faults.append(Fault.ANSWER_LOST)
    between.between = bury
    with pytest.raises(Uncertain):
        await store.commit([changed(mine, number=1)])


async def test_numbers_are_never_drawn_twice_though_answers_are_lost(open_store: Open, between: Proxy) -> None:
    store, other = await open_store(between.port), await open_store()
    await made(store, number=41)
    counter = Counter(Place, (("basin", "upper"),), "number")
    between.faults.append(Fault.ANSWER_LOST)
    first = await asyncio.gather(*(each.draw(counter) for each in [store, other] * 20))
    between.faults.append(Fault.REQUEST_LOST)
    rest = await asyncio.gather(*(each.draw(counter) for each in [store, other] * 20))
    assert min(first + rest) > 41
    assert len({*first, *rest}) == 80


async def test_forgetting_survives_a_lost_answer_and_a_concurrent_change(open_store: Open, between: Proxy) -> None:
    store = await open_store(between.port)
    place = Place(uuid4())
    await store.commit([new(place, events=3)])
    before = await read(store, place.id)
    between.faults.append(Fault.ANSWER_LOST)
    await asyncio.gather(store.forget([(Place, place.id, 1)]), store.forget([(Place, place.id, 2)]))
    after = await read(store, place.id)
    assert ([entry.sequence for entry in after.outbox], after.version) == ([3], before.version)


async def test_a_claim_dropped_earlier_in_a_flight_is_free_later_in_it(open_store: Open) -> None:
    store = await open_store()
    holder = await made(store, number=1)
    newcomer = Place(uuid4(), number=1)
    assert await store.commit([changed(holder, number=None), new(newcomer)]) == [Committed(2), Committed(1)]


async def test_two_processes_that_fight_for_ten_claims_have_ten_winners(open_store: Open) -> None:
    stores = [await open_store(), await open_store()]
    fights = [stores[n % 2].commit([new(Place(uuid4(), number=n % 10))]) for n in range(64)]
    outcomes = [outcome for [outcome] in await asyncio.gather(*fights)]
    winners = await stores[0].find(Place, {"number": Range()})
    assert outcomes.count(Committed(1)) == 10 == len(winners.items)
    assert {outcome.by for outcome in outcomes if isinstance(outcome, Taken)} == {each.id for each in winners.items}


@pytest.mark.slow
async def test_under_random_faults_every_answer_is_true(open_store: Open, between: Proxy, random_seed: int) -> None:
    """Twenty tasks change four documents and fight for claims while connections break; the history is checked at the end."""
    chance = random.Random(random_seed)
    stores = [await open_store(between.port), await open_store(between.port)]
    shared = [await made(stores[0]) for _ in range(4)]
    between.faults += [chance.choice([None, None, None, *Fault]) for _ in range(40)]
    done: dict[UUID, list[int]] = {each.id: [] for each in shared}
    seats: dict[UUID, int] = {}

    async def visitor(store: MongoStore, document: UUID, seat: int) -> None:
        for _ in range(4):
            stands = await read(store, document)
            newcomer = Place(uuid4(), number=seat)
            changing, taking = await store.commit([changed(stands, rank=seat), new(newcomer)])
            if isinstance(changing, Committed):
                done[document].append(changing.version)
            if isinstance(taking, Committed):
                seats[newcomer.id] = seat

    await asyncio.gather(*(visitor(stores[n % 2], shared[n % 4].id, n % 10) for n in range(20)))
    holders = (await stores[0].find(Place, {"number": Range()})).items
    assert {each.id: each.entity.number for each in holders} == seats
    assert sorted(seats.values()) == list(range(10))
    for id, versions in done.items():
        assert sorted(versions) == list(range(2, (await read(stores[1], id)).version + 1))


async def test_a_server_that_goes_away_and_comes_back_loses_and_doubles_nothing(
    open_store: Open, server: Server
) -> None:
    await open_store()  # it makes the indexes: that may take longer than the one below is given
    store = await open_store(options="serverSelectionTimeoutMS=500")
    before = await made(store, number=1)
    await asyncio.to_thread(server.stop)
    with pytest.raises(Unavailable):
        await store.ping()
    with pytest.raises(Unavailable):
        await store.get(Place, before.id)
    with pytest.raises(Unavailable):
        await store.draw(Counter(Place, (), "number"))
    waiting = asyncio.create_task(store.commit([changed(before, number=2), new(Place(uuid4(), number=3))]))
    await asyncio.to_thread(server.start)
    with contextlib.suppress(Unavailable):
        assert await waiting == [Committed(2), Committed(1)]
    await until(lambda: _answers(store))
    assert await store.commit([new(Place(uuid4(), number=4))]) == [Committed(1)]
    assert (await read(store, before.id)).version in {1, 2}


async def _answers(store: MongoStore) -> bool:
    await store.ping()
    return True


async def test_a_server_that_falls_silent_is_reported_within_its_time_and_the_write_settled_afterwards(
    open_store: Open, server: Server
) -> None:
    before = await made(await open_store())
    store = await open_store(options="socketTimeoutMS=800&serverSelectionTimeoutMS=800")
    server.pause()
    with Took(at_most=1.0), pytest.raises(Unavailable):
        await store.ping()
    waiting = asyncio.create_task(store.commit([changed(before, number=2)]))
    with pytest.raises(Unavailable):
        await store.get(Place, before.id)
    server.resume()
    assert await waiting == [Committed(2)]
    assert (await read(store, before.id)).version == 2


async def test_a_server_that_was_never_there_is_unavailable(driver: Literal["motor", "pymongo"]) -> None:
    with pytest.raises(Unavailable):
        await MongoStore.open("mongodb://127.0.0.1:9/x?serverSelectionTimeoutMS=200", KINDS, driver=driver)


async def test_a_closed_store_refuses_and_closes_again(open_store: Open) -> None:
    store = await open_store()
    landing = asyncio.gather(*(store.commit([new(Place(uuid4()))]) for _ in range(20)))
    await asyncio.sleep(0)
    await store.close()
    assert await landing == [[Committed(1)]] * 20
    for ask in (store.commit([new(Place(uuid4()))]), store.get(Place, uuid4()), store.find(Place, {}), store.ping()):
        with pytest.raises(Unavailable):
            await ask
    await store.close()
