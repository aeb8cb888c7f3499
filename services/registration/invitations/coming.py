"""What the page of a delegation says of each who is named. Registrations know it, which stand above: whoever shows the page
hands it in."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args
from uuid import UUID

from services.registration.invitations.model import Invitation
from services.registration.people.model import Person
from shared.store import Store

Word = Literal["place", "waits", "undecided", "unconfirmed", "soon", "away"]
"""A place, a rank, neither yet (to be decided by the secretariat, the address to be confirmed, being registered), or none."""


@dataclass(frozen=True, slots=True)
class Became:
    """`before`: of who waits, how many wait before; None: more than are looked at."""

    word: Word
    before: int | None = None


Look = Callable[[Store, Invitation, Mapping[UUID, Person]], Awaitable[Mapping[UUID, Became]]]


def counted(all_: Iterable[Became]) -> dict[Word, int]:
    """How many became what, in the order of the words; together they are all who are named."""
    words = [each.word for each in all_]
    return {word: words.count(word) for word in get_args(Word) if word in words}
