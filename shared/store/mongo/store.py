"""The store on MongoDB, or on a server that speaks its protocol: one collection for each kind.

Needs no session and no transaction, so a standalone server and a replica set keep the same promises. Writes are
acknowledged by a majority, from the journal. Motor is the default driver and has one thread for each operation in the
air (`MOTOR_MAX_WORKERS` in the environment before it is imported, five for each CPU if unset: enough, since calls
travel together); `driver="pymongo"` chooses PyMongo's own async API.
"""

import asyncio
from collections import Counter as Tally
from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from itertools import chain, count
from typing import Any, TypeVar
from uuid import UUID

import pymongo
from pymongo.errors import OperationFailure

from shared.errors import Unavailable
from shared.store import Counter, Cursor, Entity, Outcome, Page, Stored, Unfit, Where
from shared.store.codec import Unencodable, decode, encode, plain
from shared.store.decoder import Decoder, highest, whole
from shared.store.group_commit import GroupCommit
from shared.store.mongo.client import DATABASE, SAFE, Driver, asked, connect, disconnect, repeated, written
from shared.store.mongo.collections import indexes, shard_of
from shared.store.mongo.find import beyond, matching, ordered
from shared.store.mongo.flight import Flight, Landed, Write
from shared.store.mongo.matches import matches

E = TypeVar("E", bound=Entity)
I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741

COUNTERS = "_counters"
"""No kind has this name: a kind's begins with a letter."""

PING = 1.0
CLOSING = 15.0
INDEXING = 600.0
"""Seconds. A new index of a large collection takes longer than any other answer."""


class MongoStore:
    """A `Store` in one database."""

    alone = False

    def __init__(self, client: Any) -> None:
        self._client = client
        self._database = client.get_default_database(DATABASE, write_concern=SAFE)
        self._collections: dict[type[Any], Any] = {}  # kept, since a driver makes a new one at each look
        self._shards: dict[type[Any], tuple[str, ...]] = {}
        self._replicated = False
        self.drew: set[str] = set()
        self._commits = self._together(self._fly)
        self._gets = self._together(_look)
        self._forgets = self._together(_pull)
        self._draws: GroupCommit[Counter, int] = GroupCommit(self._number)
        self._pings: GroupCommit[str, None] = GroupCommit(self._touch)
        self._decoder = Decoder(lambda kind, document: decode(kind, {"due": None, "behind": None, **document}))

    @classmethod
    async def open(cls, url: str, kinds: Sequence[type[Any]], *, driver: Driver = "motor") -> "MongoStore":
        """The store at `url` (`mongodb://…/database`), with its collections and indexes; they are made if missing.

        Raises `Unavailable` if no server answers, `Invalid` if a collection is sharded so that a claim could be held twice.
        """
        store = cls(connect(url, driver))
        try:
            await store._prepare(kinds)
        except BaseException:
            await store.close()
            raise
        return store

    async def get(self, kind: type[E], id: UUID) -> Stored[E] | None:
        [stored] = await self.get_each([(kind, id)])
        return stored

    async def get_many(self, kind: type[E], ids: Sequence[UUID]) -> dict[UUID, Stored[E]]:
        documents = await self._gets.submit([(kind, str(id)) for id in dict.fromkeys(ids)])
        found, faults = self._decoder.each(document if document is None else (kind, document) for document in documents)
        return whole({stored.id: stored for stored in found if stored is not None}, faults)

    async def get_each(self, wanted: Sequence[tuple[type[Any], UUID]]) -> list[Stored[Any] | None]:
        documents = await self._gets.submit([(kind, str(id)) for kind, id in wanted])
        pairs = ((kind, document) for (kind, _), document in zip(wanted, documents, strict=True))
        return whole(*self._decoder.each(pair if pair[1] else None for pair in pairs))

    async def find(
        self, kind: type[E], where: Where, *, sort: str = "_id", limit: int = 100, after: Cursor | None = None
    ) -> Page[E]:
        order, wanted = ordered(kind, sort), matching(kind, where)
        if after is not None:
            wanted = {"$and": [wanted, beyond(order, (plain(after[0]), after[1]))]}
        found = self._collections[kind].find(wanted, sort=order, limit=limit + 1)
        documents = await asked(found.to_list(limit + 1))
        # A server may look into its index, and at a document after that was changed.
        kept = list(filter(matches(kind, where), documents[:limit]))
        if documents[:limit] and not kept:
            return await self.find(kind, where, sort=sort, limit=limit, after=after)
        last = kept[-1] if kept and len(documents) > limit else None
        items, faults = self._decoder.each((kind, document) for document in kept)
        next_ = (last.get(order[0][0]), last["_id"]) if last else None
        return whole(Page([each for each in items if each], next_), faults)

    async def count(self, kind: type[Any], where: Where) -> int:
        return int(await asked(self._collections[kind].count_documents(matching(kind, where))))

    async def commit(self, changes: Sequence[Stored[Any]]) -> list[Outcome]:
        landed = await self._commits.submit([(type(change.entity), self._write(change)) for change in changes])
        if away := next((each for each in landed if isinstance(each, Unavailable)), None):
            raise away
        return [each for each in landed if not isinstance(each, Unavailable)]

    async def forget(self, sent: Sequence[tuple[type[Any], UUID, int]]) -> None:
        pulls = [(kind, str(id), {"$pull": {"outbox": {"sequence": {"$lte": upto}}}}) for kind, id, upto in sent]
        await self._forgets.submit([(kind, {"q": {"_id": id}, "u": pull}) for kind, id, pull in pulls])

    async def pending(self, limit: int = 1000) -> list[Stored[Any]]:
        rows: list[tuple[Any, ...]] = []
        for kind in self._shards:  # one after the other: all at once they held up whoever asked meanwhile
            found = self._collections[kind].find({"outbox.sequence": {"$gt": 0}}, limit=limit)
            # As in `find`: it may have been emptied by now.
            rows += [(kind, document) for document in await asked(found.to_list(limit)) if document.get("outbox")]
        return [stored for stored in self._decoder.each(rows[:limit])[0] if stored is not None]

    async def draw(self, counter: Counter) -> int:
        [number] = await self._draws.submit([counter])
        return number

    async def ping(self) -> None:
        try:
            await asyncio.wait_for(self._pings.submit(["ping"]), PING)
        except TimeoutError as error:
            raise Unavailable("The database does not answer in time.") from error

    async def close(self) -> None:
        flights = (self._commits, self._gets, self._forgets, self._draws, self._pings)
        try:
            await asyncio.wait_for(asyncio.gather(*(each.close() for each in flights)), CLOSING)
        except TimeoutError:
            pass  # what is in the air now is interrupted by the client's end
        finally:
            await disconnect(self._client)

    def _write(self, change: Stored[Any]) -> Write | Unfit:
        try:
            return Write.of(encode(change).whole, self._shards[type(change.entity)])
        except Unencodable as error:
            return Unfit(str(error))

    async def _prepare(self, kinds: Sequence[type[Any]]) -> None:
        hello = await asked(self._database.command("isMaster"))  # the name of `hello` that every server knows
        self._replicated = "setName" in hello or hello.get("msg") == "isdbgrid"
        for kind in kinds:
            self._collections[kind] = self._database[kind.kind]
            self._shards[kind] = shard_of(kind, await asked(self._sharded(kind)))
            with pymongo.timeout(INDEXING):
                await asked(self._collections[kind].create_indexes(indexes(kind, self._shards[kind])))

    async def _sharded(self, kind: type[Any]) -> dict[str, Any]:
        """The shard key of the collection; empty where there is none, or the server does not say."""
        try:
            found = await self._client["config"]["collections"].find_one(f"{self._database.name}.{kind.kind}")
        except OperationFailure:
            return {}
        return dict(found.get("key", {})) if found and not found.get("dropped") else {}

    def _together(self, ask: Callable[[Any, list[I]], Awaitable[Sequence[O]]]) -> GroupCommit[tuple[type[Any], I], O]:
        return GroupCommit(partial(self._by_kind, ask))

    async def _by_kind(
        self, ask: Callable[[Any, list[I]], Awaitable[Sequence[O]]], items: Sequence[tuple[type[Any], I]]
    ) -> list[O]:
        """Ask each collection about its items, all of them at once; the answers, in the order of the items."""
        places: dict[type[Any], list[int]] = {}
        for n, (kind, _) in enumerate(items):
            places.setdefault(kind, []).append(n)
        asking = [ask(self._collections[kind], [items[n][1] for n in there]) for kind, there in places.items()]
        answered = await asyncio.gather(*asking) if len(asking) > 1 else [await asking[0]]
        pairs = (zip(there, each, strict=True) for there, each in zip(places.values(), answered, strict=True))
        answers = dict(chain.from_iterable(pairs))
        return [answers[n] for n in range(len(items))]

    async def _fly(self, collection: Any, writes: list[Write | Unfit]) -> list[Landed]:
        fit = [write for write in writes if isinstance(write, Write)]
        await Flight(collection, fit, replicated=self._replicated).land()
        return [write.landed if isinstance(write, Write) else write for write in writes]

    async def _touch(self, asking: list[str]) -> list[None]:
        """One small write, as safe as every other: the proof that the database can write."""
        with pymongo.timeout(PING):
            await self._counted("ping", {"$inc": {"last": 1}})
        return [None] * len(asking)

    async def _number(self, counters: list[Counter]) -> list[int]:
        """One addition for all that wait for the same counter; what is left over by a lost answer is never used."""
        drawn: dict[Counter, Iterator[int]] = {}
        for counter, waiting in Tally(counters).items():
            if counter.name not in self.drew:
                await self._counted(counter.name, {"$max": {"last": await highest(self, counter)}})
                self.drew.add(counter.name)
            before = await self._counted(counter.name, {"$inc": {"last": waiting}})
            drawn[counter] = count(before + 1)
        return [next(drawn[counter]) for counter in counters]

    async def _counted(self, name: str, change: dict[str, Any]) -> int:
        """The last number before the change. (A server may show later changes, too, in the document as it is after.)"""
        command = {"findAndModify": COUNTERS, "query": {"_id": name}, "update": change, "upsert": True}
        before = (await written(self._database, command)).get("value")
        return int(before["last"]) if before else 0


async def _look(collection: Any, ids: list[str]) -> list[dict[str, Any] | None]:
    """A plain command costs four fifths of the driver's `find_one`, and that half of a cursor."""
    which: Any = {"_id": ids[0] if len({*ids}) == 1 else {"$in": [*{*ids}]}}
    command = {"find": collection.name, "filter": which, "batchSize": len(ids) + 1}
    cursor = (await repeated(partial(collection.database.command, command)))["cursor"]
    if cursor["id"]:  # they are more than one message holds
        await asked(collection.database.command({"killCursors": collection.name, "cursors": [cursor["id"]]}))
    documents = await asked(collection.find(which).to_list(None)) if cursor["id"] else cursor["firstBatch"]
    found = {document["_id"]: document for document in documents}
    return [found.get(id) for id in ids]


async def _pull(collection: Any, pulls: list[dict[str, Any]]) -> list[None]:
    await written(collection.database, {"update": collection.name, "updates": pulls, "ordered": False})
    return [None] * len(pulls)
