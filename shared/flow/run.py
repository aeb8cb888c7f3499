"""`run`: read, decide, commit, answer. The one place where a command is committed and decided again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from shared import errors
from shared.contracts import Message
from shared.flow.change import Change
from shared.flow.definition import Decide
from shared.flow.envelope import body_of, sealed
from shared.flow.point import point
from shared.flow.read import Read, Recognised, not_there, reused
from shared.store import Committed, Entity, Stale, Store, Stored, Taken, Unfit, command_claim

C = TypeVar("C", bound=Message)

ATTEMPTS = 200
"""So often is a command decided again before it is answered *unavailable*: only contention without end reaches it."""

Expected = tuple[type[Any], UUID, int]
"""A document and the version that the caller saw (`If-Match`)."""


async def run(
    store: Store,
    handler: Decide[C],
    command: C,
    *,
    expected: Expected | None = None,
    committed: Callable[[Stored[Any]], None],
) -> Stored[Any]:
    """Carry out a command exactly once, however often it is asked, and return the document that it changed.

    The command's id is its token: where a document that is read carries it, the command is done and that document is the
    answer. `committed` is told of each document that was written (the sender). Raises `shared.errors.Refused` as the
    handler says, `Stale` where `expected` is not the present version, `Unavailable` where the store does not answer.
    """
    body = body_of(command)
    for _ in range(ATTEMPTS):
        read = Read(store, command.id, body)
        try:
            await _must_be(read, expected)
            change = await handler(command, read)
        except Recognised as done:
            return done.stored
        before = read.seen(type(change.entity), change.entity.id)
        if not change.events:
            return before or Stored(change.entity)
        point("run.decided")
        done_before = await _attempt(store, change, before, command, body)
        if done_before is not None:
            committed(done_before)
            point("run.committed")
            return done_before
    raise errors.Unavailable("Too many others change the same thing at this moment; ask again.")


async def _attempt(
    store: Store, change: Change[Any], before: Stored[Any] | None, command: Message, body: str
) -> Stored[Any] | None:
    """The committed document; None where the decision must be made again."""
    document = sealed(change, before, command, body)
    [outcome] = await store.commit([document])
    match outcome:
        case Committed(version):
            return replace(document, version=version)
        case Unfit(reason):
            raise errors.Invalid(f"This cannot be stored: {reason}", code="unfit")
        case Stale() if before is None:
            return await _already(store, type(change.entity), document.id, command, body)
        case Taken(claim) if claim == command_claim(command.id):  # it changed another document of this kind before
            raise reused()
        case Stale() | Taken():
            return None


async def _already(store: Store, kind: type[Entity], id: UUID, command: Message, body: str) -> Stored[Any] | None:
    """An insert collided: done if the stored document carries this token, else to be decided again with it in sight."""
    try:
        await Read(store, command.id, body).stored(kind, id)
    except Recognised as done:
        return done.stored
    return None


async def _must_be(read: Read, expected: Expected | None) -> None:
    if expected is None:
        return
    kind, id, version = expected
    stored = await read.stored(kind, id)
    if stored is None:
        raise not_there(kind, id)
    if stored.version != version:
        raise errors.Stale(f"It is at version {stored.version} now, not {version}; read it again and decide anew.")
