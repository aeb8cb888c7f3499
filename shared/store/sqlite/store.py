"""The embedded store: one SQLite file for each service. Durable (WAL, `synchronous=FULL`), one writing process.

Writes of all callers travel together; only their commit, which waits for the disk, has a thread. Reads need no hop to one: a
point read takes less time (some 25 us) than that (75), and of a page most of the time is spent on making documents of it. While
a commit is under way they have a connection of their own. Counts may pass a whole index: they travel together to a thread and
a connection of theirs.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import orjson

from shared.store import Counter, Cursor, Entity, Outcome, Page, Stored, Unfit, Where
from shared.store.codec import Unencodable, decode, encode
from shared.store.decoder import Decoder, highest, whole
from shared.store.group_commit import GroupCommit
from shared.store.sqlite.file import File
from shared.store.sqlite.find import Query, continued, matching
from shared.store.sqlite.tables import Table, prepare
from shared.store.sqlite.write import Forget, Step, Write, fly, touch
from shared.store.unreadable import Unreadable

E = TypeVar("E", bound=Entity)

MOST = 256
"""Changes in one transaction: the first of them waits for the last."""
TOGETHER = 16
"""Documents that are looked up in one statement."""


class SqliteStore:
    """A `Store` in one file."""

    alone, drew = True, ()

    def __init__(self, path: Path, kinds: Sequence[type[Any]], read_only: bool) -> None:
        self._tables = {kind: Table.of(kind) for kind in kinds}
        self._flights: GroupCommit[Step, Any] = GroupCommit(self._fly, most=MOST)
        self._counts: GroupCommit[Query, int] = GroupCommit(self._counted)
        self._drawn: dict[str, int] = {}
        self._decoder = Decoder(_stored)
        self._file = File(path, "database", read_only=read_only)
        try:
            with self._file.condition.watched(f"The database {path} cannot be opened"):
                if not read_only:
                    with self._file.transaction() as db:  # one: each would wait for the disk
                        prepare(db, self._tables.values())
                self._reader, self._counter = self._file.connection(), self._file.connection()
        except BaseException:
            self._file.close()
            raise

    @classmethod
    async def open(cls, path: Path | str, kinds: Sequence[type[Any]], *, read_only: bool = False) -> "SqliteStore":
        """The store in the file at `path`, which is made if it is missing (mode 0600).

        Only one process can open it to write; `read_only` opens beside it and needs an existing file. Raises `Unavailable`.
        """
        return await asyncio.to_thread(cls, Path(path), kinds, read_only)

    async def get(self, kind: type[E], id: UUID) -> Stored[E] | None:
        return (await self.get_each([(kind, id)]))[0]

    async def get_many(self, kind: type[E], ids: Sequence[UUID]) -> dict[UUID, Stored[E]]:
        found, faults = self._decoder.each(self._those([(kind, id) for id in ids]))
        return whole({stored.id: stored for stored in found if stored is not None}, faults)

    async def get_each(self, wanted: Sequence[tuple[type[Any], UUID]]) -> list[Stored[Any] | None]:
        return whole(*self._decoder.each(self._those(wanted)))

    async def find(
        self, kind: type[E], where: Where, *, sort: str = "_id", limit: int = 100, after: Cursor | None = None
    ) -> Page[E]:
        query = matching(self._tables[kind], where, sort)
        rows: list[tuple[str, str, str, Any]] = []
        for part in (query,) if after is None else continued(query, after):
            if len(rows) <= limit:
                rows += self._read(part.page, (*part.values, limit + 1 - len(rows)))
        found, faults = self._decoder.each((kind, *row[:3]) for row in rows[:limit])
        next_ = (rows[limit - 1][3], rows[limit - 1][0]) if found and len(rows) > limit else None
        return whole(Page([stored for stored in found if stored is not None], next_), faults)

    async def count(self, kind: type[Any], where: Where) -> int:
        return (await self._counts.submit([matching(self._tables[kind], where)]))[0]

    async def commit(self, changes: Sequence[Stored[Any]]) -> list[Outcome]:
        return await self._flights.submit([self._write(change) for change in changes])

    async def forget(self, sent: Sequence[tuple[type[Any], UUID, int]]) -> None:
        await self._flights.submit([Forget(self._tables[kind], str(id), upto) for kind, id, upto in sent])

    async def pending(self, limit: int = 1000) -> list[Stored[Any]]:
        rows: list[Any] = []
        for kind, table in self._tables.items():
            sql = f"SELECT id, body, outbox FROM {table.name} WHERE outbox <> '[]' ORDER BY id LIMIT ?"  # noqa: S608
            rows += [(kind, *row) for row in self._read(sql, [limit - len(rows)])]
        return [stored for stored in self._decoder.each(rows)[0] if stored is not None]

    async def draw(self, counter: Counter) -> int:
        if (name := counter.name) not in self._drawn:
            self._drawn.setdefault(name, await highest(self, counter))
        self._drawn[name] += 1
        return self._drawn[name]

    async def ping(self) -> None:
        self._file.condition.must_be_whole()
        await self._flights.submit([touch])

    async def close(self) -> None:
        await self._flights.close()
        await self._counts.close()
        self._file.close()

    def _write(self, change: Stored[Any]) -> Step:
        try:
            table, held = self._tables[type(change.entity)], change.held if change.version else ()
            return Write.of(table, encode(change), held=held, erases=getattr(change.entity, "erased", False))
        except Unencodable as error:
            unfit = Unfit(str(error))
            return lambda _: unfit

    async def _fly(self, steps: list[Step]) -> list[Any]:
        with self._file.condition.watched():
            return await fly(self._file, steps)

    async def _counted(self, queries: list[Query]) -> list[int]:
        db = self._counter.db
        return await self._counter.do(lambda: [db.execute(each.count, each.values).fetchone()[0] for each in queries])

    def _those(self, wanted: Sequence[tuple[type[Any], UUID]]) -> list[tuple[Any, ...] | None]:
        """As `_stored` takes them, None for each that is not there. One statement for several, since each one costs."""
        if len(wanted) > TOGETHER:
            return [*self._those(wanted[:TOGETHER]), *self._those(wanted[TOGETHER:])]
        parts = [self._tables[kind].one(n) for n, (kind, _) in enumerate(wanted)]
        found = self._read(" UNION ALL ".join(parts), [str(id) for _, id in wanted]) if parts else []
        rows = {n: (wanted[n][0], *row) for n, *row in found}
        return [rows.get(n) for n in range(len(wanted))]

    def _read(self, sql: str, values: Sequence[Any]) -> list[Any]:
        with self._file.condition.watched():
            return (self._reader if self._file.turn.locked() else self._file.writer).db.execute(sql, values).fetchall()


def _stored(kind: type[E], id: str, body: str, outbox: str) -> Stored[E]:
    try:
        document = orjson.loads(body) | {"outbox": orjson.loads(outbox)}
    except (orjson.JSONDecodeError, TypeError) as error:
        raise Unreadable({0: f"{kind.kind} {id} is damaged: it is no JSON."}) from error
    return decode(kind, document)
