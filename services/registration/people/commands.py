"""What is asked of a person's entry."""

from dataclasses import dataclass
from uuid import UUID

from shared.contracts import Message
from shared.contracts.people import Calendar, Digits, Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Message):
    """How a person is reached, and how they read. `fingerprint` is the keyed hash of the address."""

    person: UUID
    email: str
    fingerprint: UUID
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPerson(Reach):
    """Enter a person, or change the entry. With `new`, an entry that says something else is not overwritten.

    With `by_address` whoever has the address is meant, and `person` is the id of somebody new. `name_also`: in the other
    script. `by`: who asks, for the history. `partial`: what it does not say of title, badge, passport and precedence stays
    as it is.
    """

    name: str
    organization: UUID | None = None
    position: str | None = None
    name_also: str | None = None
    title: str | None = None
    badge: str | None = None
    passport: str | None = None
    precedence: int | None = None
    by: UUID | None = None
    by_address: bool = False
    new: bool = False
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAddress(Reach):
    """Somebody typed this address into the form of a gathering, or that of all reports: its owner is to say whether that is so.

    Whoever has the address is meant; `person` is the id of somebody new.
    """

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPerson(Message):
    """The owner of the address says: it is mine, and this is my name."""

    person: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPerson(Message):
    """Somebody's own details, as they themselves say them. The address and the organization are the secretariat's to change."""

    person: UUID
    name: str
    name_also: str | None = None
    title: str | None = None
    badge: str | None = None
    position: str | None = None
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPost(Message):
    """They held this post, or hold it. The id of the command is that of the post. `by`: who says so."""

    person: UUID
    post: Post
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPost(Message):
    """A post that was entered was this one, or ended; without `post` it was none."""

    person: UUID
    which: UUID
    post: Post | None
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePerson(Message):
    """This person was entered twice: they are the one of `into` from now on. `by`: who says so."""

    person: UUID
    into: UUID
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread(Message):
    """Of a person who was erased all was gone through, from `at` on: their aliases are erased, too."""

    person: UUID
