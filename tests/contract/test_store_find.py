"""What every store promises about reading many documents: conditions, order, pages, counts, numbers drawn."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.errors import Invalid
from shared.flow.read import Read
from shared.store import Behind, Committed, Counter, Cursor, In, Page, Range, Store, Where
from tests.contract.conftest import OpenStore
from tests.contract.documents import NOON, Place, Report, State, new, read


async def fill(store: Store, *places: Place) -> list[Place]:
    outcomes = await store.commit([new(place) for place in places])
    assert all(outcome == Committed(1) for outcome in outcomes)
    return list(places)


async def numbers(store: Store, where: Where, sort: str = "number") -> list[int | None]:
    return [stored.entity.number for stored in (await store.find(Place, where, sort=sort)).items]


async def pages(store: Store, kind: type[Any], where: Where, sort: str, limit: int) -> list[UUID]:
    """The ids of all pages, one after the other."""
    found: list[UUID] = []
    after: Cursor | None = None
    while True:
        page: Page[Any] = await store.find(kind, where, sort=sort, limit=limit, after=after)
        assert len(page.items) <= limit
        found += [stored.id for stored in page.items]
        if page.next is None:
            return found
        after = page.next


async def test_conditions_are_equality_membership_and_range_and_all_must_hold(store: Store) -> None:
    await fill(store, *(Place(uuid4(), number=n, rank=n % 2) for n in range(1, 8)), Place(uuid4(), basin="lower"))
    assert await numbers(store, {"basin": "upper", "rank": 0}) == [2, 4, 6]
    assert await numbers(store, {"basin": In(["upper", "delta"]), "number": In([1, 3, 99])}) == [1, 3]
    assert await numbers(store, {"number": Range(gt=2, lte=5)}) == [3, 4, 5]
    assert await numbers(store, {"number": Range(gte=2, lt=4)}) == [2, 3]
    assert await numbers(store, {"number": In([])}) == []
    assert await numbers(store, {"basin": "upper' OR 1=1 --"}) == []


async def test_none_matches_null_and_missing_and_a_range_never_matches_null(store: Store) -> None:
    await fill(store, Place(uuid4()), Place(uuid4(), number=0), Place(uuid4(), number=-5))
    assert await numbers(store, {"number": None}) == [None]
    assert await numbers(store, {"number": In([None, 0])}) == [None, 0]
    assert await numbers(store, {"number": Range()}) == [-5, 0]
    assert await numbers(store, {"number": Range(lt=100)}) == [-5, 0]


async def test_values_are_asked_for_as_the_model_has_them(store: Store) -> None:
    early, late = await fill(
        store, Place(uuid4(), number=1, at=NOON), Place(uuid4(), number=2, at=NOON + timedelta(microseconds=1))
    )
    assert await numbers(store, {"_id": early.id}) == [1]
    assert await numbers(store, {"_id": In([early.id, late.id, uuid4()])}) == [1, 2]
    assert await numbers(store, {"state": State.PENDING}) == [1, 2]
    assert await numbers(store, {"at": Range(gt=NOON)}) == [2]
    assert await numbers(store, {"at": Range(lte=NOON)}) == [1]
    await store.commit([new(Report(uuid4(), anything=True)), new(Report(uuid4(), anything=False))])
    (true,) = (await store.find(Report, {"anything": True})).items
    assert true.entity.anything is True


async def test_nulls_are_lowest_and_descending_is_the_reverse(store: Store) -> None:
    await fill(store, *(Place(uuid4(), basin=str(n), rank=rank) for n, rank in enumerate([3, None, -1, 3, None, 0])))
    up = await pages(store, Place, {}, "rank", 100)
    ranks = {stored.id: stored.entity.rank for stored in (await store.find(Place, {})).items}
    assert [ranks[id] for id in up] == [None, None, -1, 0, 3, 3]
    assert await pages(store, Place, {}, "-rank", 100) == up[::-1]


async def test_a_field_or_value_that_cannot_be_asked_for_is_an_error_not_an_empty_answer(store: Store) -> None:
    with pytest.raises(LookupError):
        await store.find(Place, {"colour": "blue"})
    with pytest.raises(LookupError):
        await store.find(Place, {}, sort="colour")
    for value in ("\ud800", 2**70, [1], {"$ne": 1}, NOON.replace(tzinfo=None)):
        with pytest.raises(Invalid):
            await store.find(Place, {"basin": value})
        with pytest.raises(Invalid):
            await store.find(Place, {}, sort="basin", after=(value, "x"))


async def test_due_and_behind_stand_in_where_and_sort_like_fields(store: Store) -> None:
    places = await fill(store, *(Place(uuid4(), number=n, wakes=NOON + timedelta(hours=n)) for n in (3, 1, 2)))
    await fill(store, Place(uuid4(), number=9))
    assert await numbers(store, {"due": Range(lte=NOON + timedelta(hours=2))}, sort="due") == [1, 2]
    assert await numbers(store, {"due": None}) == [9]
    assert await numbers(store, {"behind": Range()}) == []
    stuck = await store.get(Place, places[0].id)
    assert stuck is not None
    stuck.behind = Behind("plenary.people", 0, 4, 5, NOON, "refused", 4)
    await store.commit([stuck])
    assert await numbers(store, {"behind": Range()}, sort="_id") == [3]
    assert await numbers(store, {"behind": None}) == [1, 2, 9]
    stuck = await store.get(Place, places[0].id)
    assert stuck is not None
    stuck.behind, stuck.entity.wakes = None, None
    await store.commit([stuck])
    assert await numbers(store, {"behind": Range()}) == []
    assert await numbers(store, {"due": None}) == [3, 9]


async def test_get_many_returns_those_that_exist(store: Store) -> None:
    places = await fill(store, *(Place(uuid4(), number=n) for n in range(3)))
    found = await store.get_many(Place, [*(place.id for place in places), places[0].id, uuid4()])
    assert {id: stored.entity for id, stored in found.items()} == {place.id: place for place in places}
    assert await store.get_many(Place, []) == {}


async def test_get_each_returns_documents_of_several_kinds_in_the_order_asked_for(store: Store) -> None:
    [place], report, other = await fill(store, Place(uuid4())), Report(uuid4()), uuid4()
    await store.commit([new(report)])
    found = await store.get_each([(Report, report.id), (Place, other), (Place, place.id), (Report, report.id)])
    assert [stored and stored.entity for stored in found] == [report, None, place, report]
    assert await store.get_each([]) == []


async def test_count_answers_how_many_match(store: Store) -> None:
    await fill(store, *(Place(uuid4(), number=n, rank=n % 3) for n in range(10)))
    assert await store.count(Place, {}) == 10
    assert await store.count(Place, {"basin": "upper", "rank": 0}) == 4
    assert await store.count(Place, {"basin": "upper", "number": Range(gte=3, lt=5)}) == 2
    assert await store.count(Place, {"basin": "lower"}) == 0


async def test_pages_are_stable_while_others_write(store: Store) -> None:
    """A document that stands still is met exactly once, whatever others insert and move meanwhile."""
    still = await fill(store, *(Place(uuid4(), number=n, rank=n // 3) for n in range(60)))
    moving = await fill(store, *(Place(uuid4(), basin="delta", rank=n) for n in range(20)))

    async def stir(round: int) -> None:
        await store.commit([new(Place(uuid4(), basin="delta", rank=rank)) for rank in (0, round, 19)])
        for place in moving:
            stored = await store.get(Place, place.id)
            assert stored is not None
            stored.entity.rank = (place.rank or 0) * round % 20 if round % 2 else None
            await store.commit([stored])

    for sort in ("rank", "-rank", "_id", "-_id"):
        met: list[UUID] = []
        page = await store.find(Place, {}, sort=sort, limit=7)
        for round in range(1, 100):
            met += [stored.id for stored in page.items]
            if page.next is None:
                break
            if round < 6:
                await stir(round)
            page = await store.find(Place, {}, sort=sort, limit=7, after=page.next)
        ours = [id for id in met if id in {place.id for place in still}]
        assert len(ours) == len(set(ours)) == 60


async def test_what_is_found_matches_as_it_was_read_whatever_others_change_meanwhile(store: Store) -> None:
    places = [Place(uuid4(), rank=1, wakes=NOON) for _ in range(60)]
    await fill(store, *places)
    done = asyncio.Event()

    async def flip(place: Place) -> None:
        while not done.is_set():
            now = await read(store, place.id)
            up = now.entity.basin == "lower"
            now.entity.basin, now.entity.rank, now.entity.wakes = ("upper", 1, NOON) if up else ("lower", None, None)
            await store.commit([now])

    flipping = [asyncio.create_task(flip(place)) for place in places]
    asked: list[Where] = [{"basin": "upper"}, {"basin": In(["upper"])}, {"due": Range(lte=NOON)}, {"rank": 1}]
    found = [await store.find(Place, where) for _ in range(60) for where in asked]
    done.set()
    await asyncio.gather(*flipping)
    assert {stored.entity.basin for page in found for stored in page.items} <= {"upper"}


RANKS = st.lists(st.none() | st.integers(-3, 3), max_size=14)


@given(ranks=RANKS, limit=st.integers(1, 5), sort=st.sampled_from(["rank", "-rank", "_id", "-_id"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_pages_of_any_size_together_are_the_sorted_whole(
    store: Store, ranks: list[int | None], limit: int, sort: str
) -> None:
    basin = str(uuid4())
    places = [Place(uuid4(), basin=basin, rank=rank) for rank in ranks]
    await store.commit([new(place) for place in places])

    def key(place: Place) -> Any:
        return str(place.id) if "_id" in sort else (place.rank is not None, place.rank or 0, str(place.id))

    expected = [place.id for place in sorted(places, key=key, reverse=sort.startswith("-"))]
    assert await pages(store, Place, {"basin": basin}, sort, limit) == expected


# Numbers


def ranks(basin: str = "upper") -> Counter:
    return Counter(Place, (("basin", basin),), "rank")


async def test_draw_counts_from_one_for_each_counter(store: Store) -> None:
    assert [await store.draw(ranks()) for _ in range(3)] == [1, 2, 3]
    assert await store.draw(ranks("lower")) == 1


async def test_draw_never_gives_a_number_twice_while_the_store_is_open(store: Store) -> None:
    async def draw() -> list[int]:
        return [await store.draw(ranks()) for _ in range(20)]

    drawn = await asyncio.gather(*(draw() for _ in range(16)))
    assert len({number for numbers in drawn for number in numbers}) == 320


async def test_a_number_drawn_ahead_is_given_once(store: Store) -> None:
    await store.draw(ranks())
    read = Read(store)
    await read.ahead((Place, uuid4()), number=ranks())
    assert [await read.draw(ranks()) for _ in range(2)] == [2, 3]
    assert await store.draw(ranks()) == 4


async def test_no_number_is_drawn_ahead_of_a_counter_that_nobody_drew_from(store: Store) -> None:
    await Read(store).ahead((Place, uuid4()), number=ranks())
    assert ranks().name not in store.drew
    assert await store.draw(ranks()) == 1


async def test_a_number_drawn_ahead_and_not_used_is_lost(store: Store) -> None:
    await store.draw(ranks())
    await Read(store).ahead((Place, uuid4()), number=ranks())
    assert await store.draw(ranks()) == (3 if ranks().name in store.drew else 2)


async def test_draw_gives_no_number_at_or_below_a_stored_one(open_store: OpenStore) -> None:
    store = await open_store()
    await fill(
        store, *(Place(uuid4(), rank=rank) for rank in (7, 41, 12, None)), Place(uuid4(), basin="lower", rank=99)
    )
    assert await store.draw(ranks()) >= 42
    highest = max([await store.draw(ranks()) for _ in range(5)])
    await fill(store, Place(uuid4(), rank=highest))
    await store.close()
    again = await open_store()
    assert await again.draw(ranks()) > highest
    assert await again.draw(ranks("lower")) >= 100
    assert await again.draw(ranks("delta")) == 1
