"""A person: how to reach and address them. The only personal data that leaves registration, on the compacted topic."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from services.registration.entries.history import KEPT as REMEMBERED
from services.registration.entries.history import Edit, edited
from services.registration.entries.words import words
from services.registration.people.commands import (
    AskAddress,
    ConfirmPerson,
    CorrectPerson,
    CorrectPost,
    EnterPost,
    Reach,
    RecordPerson,
)
from services.registration.people.found import TERMS, Found
from services.registration.people.posts import KEPT, by_hand, followed, in_words, timed
from services.registration.people.zones import must_be_zone
from shared.contracts.people import Calendar, Digits, PersonRecorded, Post, held_at
from shared.errors import Conflict, NotFound

UNCONFIRMED = timedelta(days=1)
"""So long is an address that was typed into the form waited for, and so long is it not asked again."""
FORGOTTEN = UNCONFIRMED + timedelta(hours=1)
"""After this nothing waits any more: should a form never have become a registration, its address goes all the same."""


def mailbox(email: str) -> str:
    """The address as it is compared: without spaces around it, in small letters."""
    return email.strip().casefold()


@dataclass(slots=True)
class Person(Found):
    """Contact details and how the person reads. Once erased: a stub that keeps nothing but the id.

    The id is random: who can guess an address learns nothing from it. `fingerprint` is a keyed hash of the address, and the
    claim that it belongs to nobody else; `former` that of the address before. Neither leaves registration.
    `confirmed`: entered by the secretariat, or came forward by the link in the mail; until then it is an address without a
    name, which counts for nothing, and `waits` holds what forms wait for its owner (gatherings, all reports), and when each was
    sent. `follows`: the owner subscribed to reports; so the address stays, and nobody else enters how it reads.
    `asked_for` and `asked_at`: for which gathering the address was last asked, and when.
    `title`: as they are addressed. `badge`: how they are called on a badge, if not by their name. `passport`: as their passport
    writes them, which never leaves registration. `precedence`: their place within their organization.
    An alias keeps name and address, and stands on no list. `lent`: the address is that of an alias, who holds the claim.
    `spreads`: erased, and what is kept of them elsewhere (aliases, names, answers, letters) is still to be; `passed` since when
    nothing of it was left.
    """

    kind: ClassVar[str] = "people"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("email",),
        ("former",),
        ("organization", "term_1"),
        ("merged_into",),
        ("merged_into", "term_1"),
        ("spreads",),
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
    follows: bool = False
    erased: bool = False
    name_also: str | None = None
    history: list[Edit] = field(default_factory=list)
    lent: bool = False
    spreads: bool = False
    passed: datetime | None = None
    posts: list[Post] = field(default_factory=list)
    title: str | None = None
    badge: str | None = None
    passport: str | None = None
    precedence: int | None = None

    @property
    def words(self) -> list[str]:
        """What a search finds them by: the names, and the address. Without a name in the other script, that of the passport."""
        return words(self.name, self.name_also or self.passport, self.email)

    @property
    def addressed(self) -> str:
        """The name with the title before it."""
        return " ".join(filter(None, (self.title, self.name)))

    @property
    def claims(self) -> tuple[str, ...]:
        """What no other person may hold: the address; of an alias also its place among those that were merged."""
        held = (f"address/{self.fingerprint}",) if self.fingerprint and not self.lent else ()
        return (*held, *self.slots)

    @property
    def due(self) -> datetime | None:
        """When an address that nobody confirmed is forgotten, whatever became of the forms."""
        return max(self.waits.values()) + FORGOTTEN if self.waits and not self.follows else None

    def record(self, asked: RecordPerson, *, lent: bool = False) -> PersonRecorded | None:
        """Take over the details; None if nothing is different. Raises Conflict once erased, Invalid for a zone unknown.

        `lent`: the address is that of an alias.
        """
        if self.erased:
            raise Conflict("This person was erased and is not entered again under this id.", code="erased")
        must_be_zone(asked.time_zone)
        before, known = self._entry(), self.confirmed
        if self.email != mailbox(asked.email):
            self.former = self.fingerprint
        self._reach(asked)
        self.lent = lent
        self.name, self.organization, self.position = asked.name, asked.organization, asked.position
        self.name_also, self.confirmed, self.waits = asked.name_also, True, {}
        for name in ("title", "badge", "passport", "precedence"):
            said = getattr(asked, name)
            setattr(self, name, getattr(self, name) if asked.partial and said is None else said)
        return self._edited(before, asked.at, asked.by, known=known)

    def correct(self, asked: CorrectPerson) -> PersonRecorded | None:
        """Take over what somebody says of themselves; None if nothing is different. Raises Conflict for nobody who is known."""
        self._must_be_known()
        must_be_zone(asked.time_zone)
        before = self._entry()
        self.name, self.name_also, self.position = asked.name, asked.name_also, asked.position
        self.title, self.badge = asked.title, asked.badge
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
        if not self.confirmed and not self.follows:
            self._reach(asked)
        self.asked_for, self.asked_at = asked.gathering, asked.at
        return self._facts()

    def confirm(self, asked: ConfirmPerson) -> PersonRecorded | None:
        """The owner of the address came forward; None if so before. Raises Conflict once erased."""
        if self.erased:
            raise Conflict("This person was erased.", code="erased")
        if self.confirmed:
            return None
        before = self._entry()
        self.name, self.confirmed, self.waits = asked.name, True, {}
        return self._edited(before, asked.at, None, known=False)

    def move(self, organization: UUID, at: datetime) -> PersonRecorded | None:
        """The organization was merged into this one. None if it is that of the person."""
        before, former = self._entry(), self.organization
        posts = self.posts if len(self.posts) > len(by_hand(self.posts)) else [_post(self), *self.posts]
        there = {"organization": organization}
        self.posts = [each.model_copy(update=there) if each.organization == former else each for each in posts]
        self.organization = organization
        return self._edited(before, at, None, known=True)

    def was(self, at: datetime) -> Post:
        """Their title, position and organization at a time, as far as is known."""
        return held_at(self.posts, _post(self), at)

    def enter(self, asked: EnterPost) -> PersonRecorded | None:
        """They held a post, or hold it. None if that is known already. Raises Invalid for one that cannot be, and Conflict
        ("unconfirmed", "too-many")."""
        self._must_be_known()
        entered = by_hand(self.posts)
        if any(each.id == asked.id for each in entered):
            return None
        if len(entered) >= KEPT:
            raise Conflict(f"At most {KEPT} posts are entered of a person.", code="too-many")
        post = timed(asked.post).model_copy(update={"id": asked.id})
        self.posts = [*self.posts, post]
        return self._posted("", in_words(post), asked)

    def put_right(self, asked: CorrectPost) -> PersonRecorded | None:
        """A post that was entered was another, or none. None if nothing is different. Raises as `enter`, and NotFound."""
        self._must_be_known()
        before = next((each for each in by_hand(self.posts) if each.id == asked.which), None)
        if before is None:
            raise NotFound("There is no such post here.")
        now = timed(asked.post).model_copy(update={"id": before.id}) if asked.post else None
        if now == before:
            return None
        self.posts = [each for each in (now if one is before else one for one in self.posts) if each]
        return self._posted(in_words(before), in_words(now) if now else "", asked)

    def merged(self) -> PersonRecorded:
        """An alias: on no list, and of no organization any more."""
        self.organization = None
        self.find_by("", None)
        return self._facts()

    def take_over(self, alias: "Person") -> PersonRecorded | None:
        """What was entered by hand of an alias is known of them. None if it is already, and of the erased."""
        there = {each.id for each in self.posts}
        new = [] if self.erased else [each for each in by_hand(alias.posts) if each.id not in there]
        self.posts = [*self.posts, *new]
        return self._facts() if new else None

    def not_theirs(self, gathering: UUID, at: datetime) -> PersonRecorded | None:
        """The form of a gathering came to nothing at this time: erased, unless another waits, or the same was sent since."""
        if self.confirmed or self.erased:
            return None
        self.waits = {each: sent for each, sent in self.waits.items() if each != gathering or sent > at}
        return None if self.waits or self.follows else self.erase()

    def follow(self, to: UUID, at: datetime, *, now: bool) -> PersonRecorded | None:
        """Told of this from `now` on, or no more since then: an address of which nothing else is known is erased."""
        self.follows = now
        return self.not_theirs(to, at)

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
        self.title = self.badge = self.passport = self.precedence = None
        self.find_by("", None)
        self.spreads = self.confirmed or self.follows or bool(self.aliases)
        self.erased, self.follows = True, False
        self.confirmed, self.lent = False, False
        return self._facts()

    def state(self) -> PersonRecorded | None:
        """What the compacted topic says of the person: the details as they are now, None (the tombstone) once erased."""
        return None if self.erased else self._facts()

    def _reach(self, asked: Reach) -> None:
        """The fingerprint also of the same address: the installation's key may be another by now."""
        self.email, self.fingerprint, self.language = mailbox(asked.email), asked.fingerprint, asked.language
        self.calendar, self.digits, self.time_zone = asked.calendar, asked.digits, asked.time_zone

    def _edited(self, before: "_Entry", at: datetime, by: UUID | None, *, known: bool) -> PersonRecorded | None:
        """None if nothing is different. An address that was given up stands nowhere, so not in the history either."""
        self.find_by(self.name, self.name_also or self.passport)
        if self._entry() == before:
            return None
        self.history = edited(self.history, before if known else None, self._entry(), at, by, unsaid="email")
        self.posts = followed(self.posts, _post(before), _post(self), at)
        return self._facts()

    def _posted(self, old: str, new: str, asked: EnterPost | CorrectPost) -> PersonRecorded:
        self.history = [*self.history, Edit(asked.at, asked.by, "posts", old, new)][-REMEMBERED:]
        return self._facts()

    def _must_be_known(self) -> None:
        if self.erased or not self.confirmed:
            raise Conflict("Nobody who is known has this id.", code="unconfirmed")

    def _facts(self) -> PersonRecorded:
        return PersonRecorded.of(self, person=self.id, same_as=self.merged_into)

    def _entry(self) -> "_Entry":
        return _Entry.of(self, person=self.id, same_as=self.merged_into, posts=[])


def _post(of: Person | PersonRecorded) -> Post:
    """What somebody is, as their entry says."""
    return Post(position=of.position or "", organization=of.organization, title=of.title or "")


class _Entry(PersonRecorded):
    """What the history tells of a person: also what is nobody else's to know. Posts it tells one by one."""

    badge: str | None
    passport: str | None
