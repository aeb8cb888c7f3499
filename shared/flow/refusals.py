"""What commands with an `Idempotency-Key` were refused: a repeat hears the same, though a rule would say something else by now.

A fixed number of documents holds it, each a part, in its `recent` like everything that was asked. So it is forgotten by the same
rule, and grows with the refusals of a day and no further.
"""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from shared.errors import Conflict, Invalid, NotFound, Refused
from shared.flow.envelope import REMEMBERED, Change
from shared.flow.read import Read, reused
from shared.store import Done, Refusal

DRAWERS = 4_096
"""The documents: few enough to be little in all, and so many that two refusals at once seldom meet in one."""

MOST_ERRORS = 50
"""So many fields a refusal names, as in the answer."""

_FINAL: dict[str, type[Refused]] = {kind.code: kind for kind in (NotFound, Conflict, Invalid)}


@dataclass(slots=True)
class Refusals:
    """One of the documents; it says nothing but what lies in its envelope."""

    kind: ClassVar[str] = "refusals"

    id: UUID


def drawer(token: UUID) -> UUID:
    """The document for a token."""
    return UUID(int=token.int % DRAWERS)


async def must_be_new(read: Read, asked: Done) -> None:
    """Raises what this token was refused before, as long as that is remembered; of a command without a key nothing is."""
    there = await read.stored(Refusals, drawer(asked.token)) if asked.at else None
    for done in reversed(there.recent if there else ()):
        if done.token == asked.token and done.refusal and asked.at and done.at and asked.at - done.at <= REMEMBERED:
            raise again(done.refusal) if done.body == asked.body else reused()


async def kept(read: Read, asked: Done, refused: Refused) -> tuple[Change[Refusals], Done]:
    """The change that remembers a refusal, and the token with it.

    Raises the refusal where nothing is to be remembered: without a key, or where no rule spoke (somebody may not, a document
    moved on); and what this token was refused before.
    """
    await must_be_new(read, asked)
    if asked.at is None or _FINAL.get(refused.code) is not type(refused):
        raise refused
    refusal = Refusal(refused.code, refused.slug, refused.detail, refused.errors[:MOST_ERRORS])
    return Change(Refusals(drawer(asked.token))), replace(asked, refusal=refusal)


def again(refusal: Refusal) -> Refused:
    """The refusal, as it was raised."""
    return _FINAL[refusal.kind](refusal.detail, code=refusal.code, errors=refusal.errors)
