"""`run`: read, decide, commit, answer. The one place where a command is committed and decided again."""

from typing import Any, TypeVar
from uuid import UUID

from shared import errors
from shared.contracts import Message
from shared.flow import refusals
from shared.flow.definition import Decide, Tell
from shared.flow.envelope import body_of, sealed
from shared.flow.plan import address
from shared.flow.point import point
from shared.flow.read import Read, Recognised, not_there
from shared.store import Committed, Done, Stale, Store, Stored, Taken, Unfit, command_claim

C = TypeVar("C", bound=Message)

ATTEMPTS = 200
"""So often is a command decided again before it is answered *unavailable*: only contention without end reaches it."""

Expected = tuple[type[Any], UUID, set[int]] | Stored[Any]
"""A document and the versions that the caller goes by (`If-Match`); or the document, decided upon without reading it again."""


async def run(
    store: Store,
    handler: Decide[C],
    command: C,
    *,
    keyed: bool = False,
    expected: Expected | None = None,
    committed: Tell,
) -> Stored[Any]:
    """Carry out a command exactly once, however often it is asked, and return the document that it changed.

    The command's id is its token: where a document that is read carries it, that one is the answer. `keyed`: its caller may ask
    again for a day, so every outcome is kept, also a refusal or *nothing to do*. `committed` is told of what was written. Raises
    `errors.Refused` as the handler says or said before, `Stale` where `expected` moved on, `TooMany` to remember, `Unavailable`.
    """
    asked = Done(command.id, body_of(command), at=command.at if keyed else None)
    along = [(refusals.Refusals, refusals.drawer(command.id))] if keyed else []
    held = {address(expected): expected} if isinstance(expected, Stored) else {}
    collided: list[tuple[type[Any], UUID]] = []
    for attempt in range(ATTEMPTS):
        read = Read(store, asked, along, held, first=not attempt)
        try:
            await _must_be(read, expected)
            await read.ahead(*collided)
            change, done = await handler(command, read), asked
            await refusals.must_be_new(read, asked)
        except Recognised as recognised:
            return recognised.stored
        except errors.Refused as refused:
            if read.presumed:
                continue
            change, done = await refusals.kept(read, asked, refused)
        before = read.seen(type(change.entity), change.entity.id)
        if not (change.events or change.silent or keyed):
            return before or Stored(change.entity)
        point("run.decided")
        outcome = await _commit(store, sealed(change, before, command, done), command)
        if isinstance(outcome, Stored):
            committed(outcome)
            point("run.committed")
            return outcome
        if isinstance(expected, Stored):
            raise errors.Stale("It has changed meanwhile.")
        collided = [(type(change.entity), outcome)] if outcome else []
    raise errors.Unavailable("Too many others change the same thing at this moment; ask again.")


async def _commit(store: Store, document: Stored[Any], command: Message) -> Stored[Any] | UUID | None:
    """The document as it stands then. Else the decision must be made again: with an id, having looked whether that document is
    the answer (it is there, or it has this command's token). Raises the refusal that is remembered now."""
    [outcome] = await store.commit([document])
    match outcome:
        case Committed() if refusal := document.recent[-1].refusal:
            raise refusals.again(refusal)
        case Committed():
            document.version = outcome.version
            return document
        case Unfit(reason):
            raise errors.Invalid(f"This cannot be stored: {reason}", code="unfit")
        case Taken(claim, by) if claim == command_claim(command.id):
            return by
        case Stale() if document.version == 0:
            return document.id
        case Stale() | Taken():
            return None


async def _must_be(read: Read, expected: Expected | None) -> None:
    if isinstance(expected, tuple):
        kind, id, versions = expected
        stored = await read.stored(kind, id)
        if stored is None:
            raise not_there(kind, id)
        if stored.version not in versions:
            raise errors.Stale(f"It is at version {stored.version} now; read it again and decide anew.")
