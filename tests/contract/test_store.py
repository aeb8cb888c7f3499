"""What every store promises; each test runs against every adapter of the port (`stores.py`)."""

from uuid import uuid4

from shared.store import Committed, Stale, Store, Taken
from tests.contract.documents import Place, new


async def test_what_a_commit_answered_is_seen_by_the_next_get(store: Store) -> None:
    place = Place(uuid4(), number=1)
    assert await store.commit([new(place, events=2)]) == [Committed(1)]
    stored = await store.get(Place, place.id)
    assert stored is not None
    assert (stored.entity, stored.version, len(stored.outbox)) == (place, 1, 2)


async def test_each_change_of_a_mixed_flight_has_its_own_outcome(store: Store) -> None:
    first, second = Place(uuid4(), number=1), Place(uuid4(), number=2)
    await store.commit([new(first)])
    rival = Place(uuid4(), number=1)
    outcomes = await store.commit([new(first), new(second), new(rival)])
    assert outcomes == [Stale(), Committed(1), Taken("upper/seat/1", first.id)]
    assert await store.get(Place, rival.id) is None
