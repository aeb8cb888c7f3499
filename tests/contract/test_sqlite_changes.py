"""What one transaction of the SQLite store carries, and what it keeps: one kind, one table."""

from pathlib import Path
from uuid import uuid4

import pytest

from shared.store import Committed, Stale, Taken
from shared.store.sqlite.store import SqliteStore
from tests.contract.documents import KINDS, Place, new


async def test_one_transaction_carries_changes_in_the_order_given(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "places.db", KINDS)
    first, second = Place(uuid4(), number=1), Place(uuid4(), number=1)
    outcomes = await store.commit([new(first), new(second), new(first)])
    await store.close()
    assert outcomes == [Committed(1), Taken("upper/seat/1", first.id), Stale()]


async def test_kinds_need_a_plain_name_and_an_id(tmp_path: Path) -> None:
    class Odd(Place):
        kind = 'places"; DROP TABLE places; --'

    with pytest.raises(ValueError, match="name of a table"):
        await SqliteStore.open(tmp_path / "odd.db", [Odd])
