"""Which index SQLite takes: every index that a kind declares is taken for what it was declared for, and nothing is sorted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services.minutes import SERVICE as MINUTES
from services.notifications import SERVICE as NOTIFICATIONS
from services.registration import SERVICE as REGISTRATION
from shared.flow.service import documents
from shared.store import In, Range, Where
from shared.store.sqlite.find import Query, matching
from shared.store.sqlite.store import SqliteStore
from shared.store.sqlite.tables import Table
from tests.contract.documents import KINDS

EVERY_KIND = [kind for service in (REGISTRATION, NOTIFICATIONS, MINUTES) for kind in documents(service)] + [*KINDS]
DECLARED = [
    pytest.param(kind, fields, id=f"{kind.__module__.split('.')[1]}-{kind.kind}-{'+'.join(fields)}")
    for kind in EVERY_KIND
    for fields in getattr(kind, "indexes", ())
]


async def plan(folder: Path, kind: type[Any], where: Where, sort: str = "_id") -> str:
    """What SQLite says about the page."""
    store = await SqliteStore.open(folder / "plans.db", [kind])
    try:
        query: Query = matching(Table.of(kind), where, sort)
        rows = store._reader.db.execute(f"EXPLAIN QUERY PLAN {query.page}", (*query.values, 100)).fetchall()
        return "; ".join(row[3] for row in rows)
    finally:
        await store.close()


def asked(fields: tuple[str, ...], *, rare: bool) -> Iterator[tuple[Where, str, int, bool]]:
    """What an index of these fields is for: conditions, order, how many of its columns narrow it down, sorted besides?

    Where the last of them is `rare`, it is for those that have it: nothing is put in its order that has not.
    """
    equal = dict.fromkeys(fields, "x")
    yield equal, "_id", len(fields), False
    yield {**equal, fields[-1]: In(["x", "y"])}, "_id", len(fields), True
    for sort in (fields[-1], f"-{fields[-1]}"):
        if not rare:
            yield dict.fromkeys(fields[:-1], "x"), sort, len(fields) - 1, False
        yield {**equal, fields[-1]: Range(gte="x", lt="y")}, sort, len(fields) - 1, False


@pytest.mark.parametrize(("kind", "fields"), DECLARED)
async def test_an_index_is_taken_for_what_it_was_declared_for(
    kind: type[Any], fields: tuple[str, ...], tmp_path: Path
) -> None:
    for where, sort, narrowed, sorts in asked(fields, rare=fields[-1] in getattr(kind, "rare", ())):
        said = await plan(tmp_path, kind, where, sort)
        assert f"INDEX {kind.kind}/by/" in said, (where, sort, said)
        assert said.split(";")[0].count("<expr>=?") + said.split(";")[0].count("due=?") >= narrowed, (where, sort, said)
        assert sorts or "TEMP B-TREE" not in said, (where, sort, said)
