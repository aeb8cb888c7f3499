"""A write whose answer was lost, and whose token lay where a document remembers only some: nobody can know, so nobody says."""

from dataclasses import replace
from uuid import uuid4

import pytest

from shared.errors import Uncertain
from shared.store import RECENT, Committed, Done, Stale, Stored
from shared.store.codec import encode
from shared.store.mongo.flight import Flight, Write
from shared.store.mongo.store import MongoStore
from tests.contract.documents import KINDS, NOON, Place

pytestmark = pytest.mark.containers


async def test_a_token_that_may_have_been_forgotten_is_not_taken_for_another_s(mongo_url: str) -> None:
    """What may be asked for again is remembered longer than the rest, so that there are gaps before the last."""
    store = await MongoStore.open(f"{mongo_url}/plenary_{uuid4().hex}", KINDS)
    try:
        stored = Stored(Place(uuid4()), recent=(Done(uuid4(), "body", 1, at=NOON),))
        assert await store.commit([stored]) == [Committed(1)]
        for version in range(2, 2 * RECENT):
            done = Done(uuid4(), "body", version)
            stored = replace(stored, version=version - 1, recent=(stored.recent[0], *stored.recent[1:][-31:], done))
            assert await store.commit([stored]) == [Committed(version)]
        early, late = (write(stored, version) for version in (5, 2 * RECENT - 2))
        await Flight(store._collections[Place], [early, late], replicated=False)._recognised([early, late])
        assert isinstance(early.landed, Uncertain)
        assert late.landed == Stale(), "of the last ones none is missing"
    finally:
        await store.close()


def write(stored: Stored[Place], version: int) -> Write:
    """Another change that would have made this version."""
    recent = (Done(uuid4(), "body", version),)
    return Write.of(encode(replace(stored, version=version - 1, recent=recent)).whole, ())
