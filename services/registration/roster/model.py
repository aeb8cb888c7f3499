"""A row of the roster: one registration, shaped for the lists in which it is looked for. And what is decided of many at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, TypeAlias
from uuid import UUID

from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from shared.contracts import Message
from shared.contracts.registrations import Rejection

TERMS = tuple(f"term_{n}" for n in range(1, 8))
"""What a row is found by: the words of the name (four at most), then those of the name in the other script (three)."""

Fold: TypeAlias = Callable[[str], Sequence[str]]


class Standing(StrEnum):
    """How a registration stands, in one word: its state, and of what is pending for what it waits."""

    TO_BE_APPROVED = "to_be_approved"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    ADDRESS_UNCONFIRMED = "address_unconfirmed"


def standing(registration: Registration) -> Standing:
    """How it stands."""
    waits = registration.to_be_approved or registration.unconfirmed
    return Standing(registration.reason if waits and registration.reason else registration.state)


@dataclass(slots=True)
class Row:
    """`since`: when it came to stand so. `term_1` is the whole name as it is compared, and the order of lists.

    It follows the registration within moments; a page looks up how the registration itself stands.
    """

    kind: ClassVar[str] = "roster"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("person",),
        ("standing", "since"),
        ("gathering", "standing", "term_1"),
        ("gathering", "category", "term_1"),
        *(("gathering", term) for term in TERMS),
    )

    id: UUID
    gathering: UUID
    person: UUID
    category: str
    standing: Standing
    since: datetime
    name: str = ""
    also: str = ""
    organization: UUID | None = None
    term_1: str = ""
    term_2: str | None = None
    term_3: str | None = None
    term_4: str | None = None
    term_5: str | None = None
    term_6: str | None = None
    term_7: str | None = None

    @property
    def erased(self) -> bool:
        """Nothing of the name is left, so nothing of it may stay on the disk."""
        return not self.name

    @classmethod
    def of(cls, registration: Registration, person: Person | None, at: datetime, fold: Fold) -> "Row":
        """As it stands at `at`, found by the words that `fold` makes of names.

        Of an address that nobody confirmed it has the name that was typed.
        """
        known = person is not None and person.confirmed
        row = cls(
            registration.id,
            registration.gathering,
            registration.person,
            registration.category,
            standing(registration),
            at,
            person.name if known and person else registration.typed,
            person.name_also or "" if known and person else "",
            registration.organization,
        )
        row._find(fold(row.name), fold(row.also))
        return row

    def _find(self, name: Sequence[str], also: Sequence[str]) -> None:
        """Be found by the words of both names. Of a longer one the first word counts, and the last ones."""
        self.term_1 = " ".join(name)[:200]
        rest = [*_some(name[1:], 3), *_some(also, 3)]
        for term, word in zip(TERMS[1:], rest, strict=True):
            setattr(self, term, word)


def _some(words: Sequence[str], most: int) -> list[str | None]:
    last = [*words][-most:]
    return [*last, *[None] * (most - len(last))]


class Verdict(StrEnum):
    """What is decided of several registrations at once."""

    APPROVE = "approve"
    REJECT = "reject"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideMany(Message):
    """The same for everybody at a gathering who stands so (`standing`) in a category (None: in any). `by`: who asks."""

    gathering: UUID
    verdict: Verdict
    standing: Standing
    category: str | None = None
    reason: Rejection = "other"
    by: UUID | None = None
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Went(Message):
    """So far a job came: registrations up to `upto` are dealt with (None: all)."""

    job: UUID
    upto: UUID | None
    done: int
    refused: int


@dataclass(slots=True)
class Many:
    """A decision about many, which is carried out page by page in the order of ids; `upto` is the last that was dealt with.

    It survives a restart: each registration's command has a token of its own, so what was done is not done again.
    """

    kind: ClassVar[str] = "many"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("ended",),)

    id: UUID
    gathering: UUID
    verdict: Verdict
    standing: Standing
    category: str | None = None
    reason: Rejection = "other"
    by: UUID | None = None
    correlation: str = ""
    begun: datetime | None = None
    total: int = 0
    done: int = 0
    refused: int = 0
    upto: UUID | None = None
    ended: bool = False

    @classmethod
    def of(cls, asked: DecideMany) -> "Many":
        """As it is begun."""
        what = (
            asked.gathering,
            asked.verdict,
            asked.standing,
            asked.category,
            asked.reason,
            asked.by,
            asked.correlation,
        )
        return cls(asked.id, *what, begun=asked.at, total=asked.total)

    def went(self, so: Went) -> None:
        """Take note how far it came. What another process noted meanwhile is not counted twice."""
        if self.ended or (self.upto and so.upto and so.upto <= self.upto):
            return
        self.done, self.refused = self.done + so.done, self.refused + so.refused
        self.upto, self.ended = so.upto or self.upto, so.upto is None
