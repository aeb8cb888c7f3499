"""A flight of changes to one collection: one command of guarded writes, and what became of each of them.

The guard is the filter `{_id, version: n}` with upsert: a version that moved collides with its own `_id`, a claim of another
document with the claims' index. So the same writes can be sent again until the server has answered for each of them.
(Nothing is ever deleted, so a changed document that is not there cannot be brought back by the upsert.)
"""

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any, TypeAlias
from uuid import UUID

import bson
from bson.errors import BSONError
from bson.raw_bson import RawBSONDocument
from pymongo.errors import ConnectionFailure, OperationFailure, PyMongoError, ServerSelectionTimeoutError
from pymongo.read_concern import ReadConcern

from shared.errors import Unavailable, Uncertain
from shared.store import LARGEST, RECENT, Committed, Outcome, Stale, Taken, Unfit
from shared.store.codec import Unencodable
from shared.store.mongo.client import SAFELY
from shared.store.mongo.errors import CLAIMS, MALFORMED, Clash, verdict

SETTLING = 10.0
"""Seconds in which writes whose answer was lost are sent again, before the answer is "unknown"."""

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts; the last one goes on."""

MESSAGE = 40_000_000
"""Bytes of documents in one command (a server takes a message of 48 MB)."""

Landed: TypeAlias = Outcome | Unavailable


@dataclass(slots=True, eq=False)
class Write:
    """A document at its next version, encoded. `shard` is what must stand in every filter beside the id.

    `landed` is what became of it: uncertain until the server has told.
    """

    id: str
    version: int
    token: str
    claims: list[str]
    shard: dict[str, Any]
    document: RawBSONDocument
    landed: Landed = field(default_factory=lambda: Uncertain("The database does not say what became of the write."))

    @classmethod
    def of(cls, document: Mapping[str, Any], shard: Sequence[str]) -> "Write":
        """From the codec's document; null timers and notes are left out, so that their indexes hold few. Raises `Unencodable`."""
        kept = {name: value for name, value in document.items() if value is not None or name not in {"due", "behind"}}
        try:
            encoded = bson.encode(kept)
        except (BSONError, OverflowError, UnicodeError, RecursionError) as error:
            raise Unencodable(f"cannot be encoded: {error}") from error
        if len(encoded) > LARGEST:
            raise Unencodable(f"{len(encoded)} bytes are too large (at most {LARGEST})")
        version = document["version"]
        token = next((done["token"] for done in document["recent"] if done["version"] == version), "")
        within = {name: document[name] for name in shard}
        return cls(document["_id"], version, token, document["claims"], within, RawBSONDocument(encoded))


class Flight:
    """Writes to one collection on their way. `replicated`: a doubt is settled by reading what a majority has."""

    def __init__(self, collection: Any, writes: Sequence[Write], *, replicated: bool) -> None:
        self._collection = collection
        self._sure = collection.with_options(read_concern=ReadConcern("majority")) if replicated else collection
        self._writes = writes
        self._doubt = False

    async def land(self) -> None:
        """Find out what becomes of each write. After a lost answer the rest is sent again, and is recognised by its token."""
        ends = time.monotonic() + SETTLING
        pauses = chain(PAUSES, repeat(PAUSES[-1]))
        while left := _uncertain(self._writes):
            if self._doubt:
                if time.monotonic() > ends:
                    return
                await asyncio.sleep(next(pauses))
            await self._attempt(left)
            self._doubt = True

    async def _attempt(self, left: Sequence[Write]) -> None:
        """Whoever has not landed afterwards is in doubt. What is too much for one message goes in halves."""
        if len(left) > 1 and sum(len(write.document.raw) for write in left) > MESSAGE:
            await self._attempt(left[: len(left) // 2])
            await self._attempt(left[len(left) // 2 :])
        else:
            await self._sent(left)

    async def _sent(self, left: Sequence[Write]) -> None:
        try:
            answer = await self._collection.database.command(_command(self._collection.name, left))
        except ServerSelectionTimeoutError:
            if not self._doubt:  # then nothing was ever sent
                _land(left, Unavailable("The database does not answer."))
        except ConnectionFailure:
            return
        except OperationFailure as error:
            await self._refused(left, error)
        except PyMongoError as error:
            _land(left, Unavailable(f"The database cannot be asked: {type(error).__name__}."))
        else:
            await self._judged(left, answer)

    async def _refused(self, left: Sequence[Write], error: OperationFailure) -> None:
        """The bulk as a whole: it may be the fault of one, then each is tried alone."""
        if error.code not in MALFORMED:
            _land(left, Unavailable(f"The database refuses to write (code {error.code})."))
        elif len(left) == 1:
            _land(left, Unfit(f"the server refuses it (code {error.code})"))
        else:
            for write in left:
                await self._attempt([write])

    async def _judged(self, sent: Sequence[Write], answer: Mapping[str, Any]) -> None:
        said = {sent[error["index"]]: verdict(error) for error in answer.get("writeErrors", ())}
        if not answer.get("writeConcernError"):  # else they are written, but not yet safe
            for write in sent:
                if write not in said:
                    write.landed = Committed(write.version)
        for write, each in said.items():
            if isinstance(each, Unfit) or (isinstance(each, Stale) and not self._doubt):
                write.landed = each
        try:
            if self._doubt:
                await self._recognised([write for write, each in said.items() if isinstance(each, Stale | Clash)])
            clashes = {write: each for write, each in said.items() if isinstance(each, Clash)}
            await self._blamed({write: clashes[write] for write in _uncertain(clashes)})
        except PyMongoError:
            return  # they are sent again

    async def _recognised(self, collided: Sequence[Write]) -> None:
        """After a lost answer: where the version has moved, the token tells whose doing it was, unless it was forgotten."""
        ids = {"_id": {"$in": [write.id for write in collided]}}
        kept = await self._sure.find(ids, {"version": 1, "recent.token": 1, "recent.version": 1}).to_list(None)
        by_id = {document["_id"]: document for document in kept}
        for write in collided:
            there = by_id.get(write.id)
            if there is None or there["version"] < write.version:
                continue
            recent = [(done["version"], done["token"]) for done in there["recent"]]
            if (write.version, write.token) in recent:
                write.landed = Committed(write.version)
            elif not recent or recent[-RECENT:][0][0] <= write.version:  # before those there may be gaps
                write.landed = Stale()

    async def _blamed(self, clashes: Mapping[Write, Clash]) -> None:
        """Who holds which claim. Held by nobody else (any more), the change is stale: it is to be decided again."""
        asked = {write: [clash.claim] if clash.claim else write.claims for write, clash in clashes.items()}
        if not asked:
            return
        claims = {CLAIMS: {"$in": sorted({claim for each in asked.values() for claim in each})}}
        found = await self._collection.find(claims, {CLAIMS: 1}).to_list(None)
        holders = {claim: document["_id"] for document in found for claim in document[CLAIMS]}
        for write, candidates in asked.items():
            held = next((claim for claim in candidates if holders.get(claim, write.id) != write.id), None)
            if held is not None:
                write.landed = Taken(held, UUID(holders[held]))
            elif not self._doubt:
                write.landed = Stale()


def _uncertain(writes: Iterable[Write]) -> list[Write]:
    return [write for write in writes if isinstance(write.landed, Uncertain)]


def _land(writes: Iterable[Write], landed: Landed) -> None:
    for write in writes:
        write.landed = landed


def _command(collection: str, writes: Sequence[Write]) -> dict[str, Any]:
    """One kind of operation, so one command: order within a flight counts. (The driver's own bulk costs a third more.)"""
    if all(write.version == 1 for write in writes):
        return {"insert": collection, "documents": [write.document for write in writes], "ordered": False, **SAFELY}
    updates = [
        {"q": {"_id": write.id, "version": write.version - 1, **write.shard}, "u": write.document, "upsert": True}
        for write in writes
    ]
    return {"update": collection, "updates": updates, "ordered": False, **SAFELY}
