"""A person: how to reach and address them. The only personal data that leaves registration, on the compacted topic."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from services.registration.entries.history import Edit, edited
from services.registration.entries.words import words
from services.registration.people.found import TERMS, Found
from services.registration.people.posts import Post, Told, at_time, followed
from services.registration.people.zones import must_be_zone
from shared.contracts import Message
from shared.contracts.people import Calendar, Digits, PersonRecorded
from shared.errors import Conflict

UNCONFIRMED = timedelta(days=1)
"""So long is an address that was typed into the form waited for, and so long is it not asked again."""
FORGOTTEN = UNCONFIRMED + timedelta(hours=1)
"""After this nothing waits any more: should a form never have become a registration, its address goes all the same."""


def mailbox(email: str) -> str:
    """The address as it is compared: without spaces around it, in small letters."""
    return email.strip().casefold()


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
    script. `by`: who asks, for the history.
    """

    name: str
    organization: UUID | None = None
    position: str | None = None
    name_also: str | None = None
    by: UUID | None = None
    by_address: bool = False
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAddress(Reach):
    """Somebody typed this address into the form of a gathering: its owner is to say whether that is so.

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
    position: str | None = None
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePerson(Message):
    """This person was entered twice: they are the one of `into` from now on. `by`: who says so."""

    person: UUID
    into: UUID
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread(Message):
    """A person who was erased is done with: their aliases are erased, too."""

    person: UUID


@dataclass(slots=True)
class Person(Found):
    """Contact details and how the person reads. Once erased: a stub that keeps nothing but the id.

    The id is random: who can guess an address learns nothing from it. `fingerprint` is a keyed hash of the address, and the
    claim that it belongs to nobody else; `former` that of the address before. Neither leaves registration.
    `confirmed`: entered by the secretariat, or came forward by the link in the mail; until then it is an address without a
    name, which counts for nothing, and `waits` holds the gatherings whose forms wait for its owner, and when each was sent.
    `asked_for` and `asked_at`: for which gathering the address was last asked, and when.
    An alias keeps name and address, and stands on no list. `lent`: the address is that of an alias, who holds the claim.
    `spreads`: erased, and aliases, or a name that is kept elsewhere, are still to be. `leaves`: erased, and what they
    answered is still to be.
    """

    kind: ClassVar[str] = "people"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("email",),
        ("former",),
        ("organization", "term_1"),
        ("merged_into",),
        ("merged_into", "term_1"),
        ("spreads",),
        ("leaves",),
        *((term,) for term in TERMS),
    )

    id: UUID
    name: str = ""
    email: str = ""
    language: str = "en"
    calendar: Calendar = "gregorian"
    digits: Digits = "latin"
    time_zone: str = "UTC"
    organization: UUID | None = None
    position: str | None = None
    fingerprint: UUID | None = None
    former: UUID | None = None
    confirmed: bool = False
    asked_for: UUID | None = None
    asked_at: datetime | None = None
    waits: dict[UUID, datetime] = field(default_factory=dict)
    erased: bool = False
    name_also: str | None = None
    history: list[Edit] = field(default_factory=list)
    lent: bool = False
    spreads: bool = False
    posts: list[Post] = field(default_factory=list)
    leaves: bool = False

    @property
    def words(self) -> list[str]:
        """What a search finds them by: the names, and the address."""
        return words(self.name, self.name_also, self.email)

    @property
    def claims(self) -> tuple[str, ...]:
        """What no other person may hold: the address; of an alias also its place among those that were merged."""
        held = (f"address/{self.fingerprint}",) if self.fingerprint and not self.lent else ()
        return (*held, *self.slots)

    @property
    def due(self) -> datetime | None:
        """When an address that nobody confirmed is forgotten, whatever became of the forms."""
        return max(self.waits.values()) + FORGOTTEN if self.waits else None

    def record(self, asked: RecordPerson, *, lent: bool = False) -> PersonRecorded | None:
        """Take over the details; None if nothing is different. Raises Conflict once erased, Invalid for a zone unknown.

        `lent`: the address is that of an alias.
        """
        if self.erased:
            raise Conflict("This person was erased and is not entered again under this id.", code="erased")
        must_be_zone(asked.time_zone)
        before, known = self._facts(), self.confirmed
        if self.email != mailbox(asked.email):
            self.former = self.fingerprint
        self._reach(asked)
        self.lent = lent
        self.name, self.organization, self.position = asked.name, asked.organization, asked.position
        self.name_also, self.confirmed, self.waits = asked.name_also, True, {}
        return self._edited(before, asked.at, asked.by, known=known)

    def correct(self, asked: CorrectPerson) -> PersonRecorded | None:
        """Take over what somebody says of themselves; None if nothing is different. Raises Conflict for nobody who is known."""
        if self.erased or not self.confirmed:
            raise Conflict("Nobody who is known has this id.", code="unconfirmed")
        must_be_zone(asked.time_zone)
        before = self._facts()
        self.name, self.name_also, self.position = asked.name, asked.name_also, asked.position
        self.language, self.calendar, self.digits = asked.language, asked.calendar, asked.digits
        self.time_zone = asked.time_zone
        return self._edited(before, asked.at, asked.by, known=True)

    def ask(self, asked: AskAddress) -> PersonRecorded | None:
        """A form was sent; the address is asked to confirm it, unless it was asked within a day. Raises Conflict once erased.

        Of a person who is known nothing is taken over. None where it is not asked now: that the form waits is kept all the same.
        """
        if self.erased:
            raise Conflict("This person was erased.", code="erased")
        if not self.confirmed:
            self.waits = self.waits | {asked.gathering: asked.at}
        if self.asked_at and asked.at < self.asked_at + UNCONFIRMED:
            return None
        if not self.confirmed:
            self._reach(asked)
        self.asked_for, self.asked_at = asked.gathering, asked.at
        return self._facts()

    def confirm(self, asked: ConfirmPerson) -> PersonRecorded | None:
        """The owner of the address came forward; None if so before. Raises Conflict once erased."""
        if self.erased:
            raise Conflict("This person was erased.", code="erased")
        if self.confirmed:
            return None
        before = self._facts()
        self.name, self.confirmed, self.waits = asked.name, True, {}
        return self._edited(before, asked.at, None, known=False)

    def move(self, organization: UUID, at: datetime) -> PersonRecorded | None:
        """The organization was merged into this one. None if it is that of the person."""
        before, former = self._facts(), self.organization
        posts = self.posts or [Post(self.position, former)]
        self.posts = [
            replace(each, organization=organization) if each.organization == former else each for each in posts
        ]
        self.organization = organization
        return self._edited(before, at, None, known=True)

    def was(self, at: datetime) -> Told:
        """Their position and organization at a time, as far as is known."""
        return at_time(self.posts, (self.position, self.organization), at)

    def merged(self) -> PersonRecorded:
        """An alias: on no list, and of no organization any more."""
        self.organization = None
        self.find_by("", None)
        return self._facts()

    def not_theirs(self, gathering: UUID, at: datetime) -> PersonRecorded | None:
        """The form of a gathering came to nothing at this time: erased, unless another waits, or the same was sent since."""
        if self.confirmed or self.erased:
            return None
        self.waits = {each: sent for each, sent in self.waits.items() if each != gathering or sent > at}
        return None if self.waits else self.erase()

    def lapse(self, at: datetime) -> PersonRecorded | None:
        """Nobody came forward in time; None if it is not due (any more)."""
        return self.erase() if self.due and self.due <= at else None

    def erase(self) -> PersonRecorded | None:
        """Keep nothing but the id, and of whom it is an alias; None if so already. The aliases follow.

        The event says only *changed*: what is sent is the tombstone.
        """
        if self.erased:
            return None
        self.name, self.email, self.language, self.time_zone = "", "", "en", "UTC"
        self.calendar, self.digits, self.organization, self.position = "gregorian", "latin", None, None
        self.fingerprint, self.former, self.asked_for, self.asked_at, self.waits = None, None, None, None, {}
        self.name_also, self.history, self.posts = None, [], []
        self.find_by("", None)
        self.spreads = self.leaves = self.confirmed or bool(self.aliases)
        self.erased = True
        self.confirmed, self.lent = False, False
        return self._facts()

    def state(self) -> PersonRecorded | None:
        """What the compacted topic says of the person: the details as they are now, None (the tombstone) once erased."""
        return None if self.erased else self._facts()

    def _reach(self, asked: Reach) -> None:
        """The fingerprint also of the same address: the installation's key may be another by now."""
        self.email, self.fingerprint, self.language = mailbox(asked.email), asked.fingerprint, asked.language
        self.calendar, self.digits, self.time_zone = asked.calendar, asked.digits, asked.time_zone

    def _edited(self, before: PersonRecorded, at: datetime, by: UUID | None, *, known: bool) -> PersonRecorded | None:
        """None if nothing is different. An address that was given up stands nowhere, so not in the history either."""
        self.find_by(self.name, self.name_also)
        if self._facts() == before:
            return None
        self.history = edited(self.history, before if known else None, self._facts(), at, by, unsaid="email")
        was, now = (before.position, before.organization), (self.position, self.organization)
        self.posts = followed(self.posts, was, now, at)
        return self._facts()

    def _facts(self) -> PersonRecorded:
        return PersonRecorded.of(self, person=self.id, same_as=self.merged_into)
