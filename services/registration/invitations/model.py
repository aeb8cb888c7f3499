"""An invitation: who is invited to what, what they answered, and who comes by it. Pure."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Self, TypeVar
from uuid import UUID

from services.registration.invitations.commands import Answer, Extend, Given, Invite, Name, Reply, Substitute
from shared.contracts.invitations import (
    DelegationNamed,
    InvitationAccepted,
    InvitationAnswered,
    InvitationDeclined,
    InvitationExpired,
    InvitationExtended,
    InvitationFacts,
    InvitationSent,
    InvitationSubstituted,
    InvitationTentative,
    InvitationWithdrawn,
    Source,
)
from shared.errors import Conflict, Invalid

QUOTA = 200
"""So many delegates an organization sends at most."""
FOCAL_POINTS = 20
"""So many people of an organization are written to at most."""
OTHERS = 3
"""For each place so many people are named one after another at most: a link is no way to write to the whole world."""
KEPT = 100
"""So many of the last answers are remembered."""
CLOCKS = timedelta(minutes=5)
"""By so much a calendar's clock may be behind ours."""

A = TypeVar("A", bound=InvitationAnswered)


class InvitationState(StrEnum):
    """`domain.md`: each is entered by exactly one event."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    SUBSTITUTED = "substituted"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


State = InvitationState
UNANSWERED = (State.PENDING, State.TENTATIVE)
"""Neither yes nor no: it expires."""
OVER = (State.EXPIRED, State.WITHDRAWN)
"""To invite again is to send it again."""

Said = InvitationAccepted | InvitationTentative | InvitationDeclined
REPLIES: dict[Reply, tuple[InvitationState, type[Said]]] = {
    "accepted": (State.ACCEPTED, InvitationAccepted),
    "tentative": (State.TENTATIVE, InvitationTentative),
    "declined": (State.DECLINED, InvitationDeclined),
}


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it came: which state it led to, how, and who recorded it (None: nobody who was signed in).

    `written_at`: when it was given, by a clock that is not ours, if it was under way since then.
    """

    at: datetime
    state: InvitationState
    source: Source
    by: UUID | None
    written_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Invitation:
    """`delegates` (of an organization) and `substitute` (of a person): ids of people on record, and all that is known of them.

    That no more come than the quota allows is a rule about this one document, so nothing overtakes it. `ever`: everybody who
    was named at any time. From `coming` on: what was told last, by which `plenary verify` holds each event against this.
    """

    kind: ClassVar[str] = "invitations"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("gathering",),
        ("gathering", "state"),
        ("state", "reply_by"),
        ("person",),
        ("organization",),
    )

    id: UUID
    facts: InvitationFacts
    state: InvitationState = State.PENDING
    substitute: UUID | None = None
    delegates: list[UUID] = field(default_factory=list)
    ever: list[UUID] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)
    coming: list[UUID] | None = None
    freed: list[UUID] | None = None
    named: int | None = None
    source: Source | None = None
    sent_at: datetime | None = None
    again: bool | None = None
    unanswered: bool | None = None
    quiet: bool | None = None

    @property
    def due(self) -> datetime | None:
        """When it expires."""
        return self.facts.reply_by if self.state in UNANSWERED else None

    @property
    def to_organization(self) -> bool:
        """Whether delegates are named by it."""
        return self.facts.person is None

    @property
    def comes(self) -> list[UUID]:
        """Who comes by it as it stands."""
        if self.state is State.SUBSTITUTED and self.substitute:
            return [self.substitute]
        if self.state is not State.ACCEPTED:
            return []
        return [self.facts.person] if self.facts.person else self.delegates

    @property
    def answer(self) -> Answered | None:
        """The last one."""
        return self.answers[-1] if self.answers else None

    # by the secretariat

    @classmethod
    def sent(cls, asked: Invite, id: UUID) -> tuple[Self, InvitationSent]:
        """Raises Invalid for a time that has passed."""
        _must_come(asked.facts.reply_by, asked.at)
        made = cls(id=id, facts=asked.facts, sent_at=asked.at, again=False)
        return made, InvitationSent.of(made, invitation=made.id)

    def send_again(self, facts: InvitationFacts, at: datetime) -> InvitationSent:
        """What was withdrawn or has expired begins again."""
        _must_come(facts.reply_by, at)
        self.facts, self.state, self.substitute, self.delegates = facts, State.PENDING, None, []
        self.sent_at, self.again = at, True
        return InvitationSent.of(self, invitation=self.id)

    def extend(self, asked: Extend) -> InvitationSent | InvitationExtended | None:
        """Another time to answer until; None if it is so already. Raises Conflict once withdrawn, Invalid for what has passed."""
        self._must_stand()
        facts = self.facts.model_copy(update={"reply_by": asked.reply_by})
        if self.state is State.EXPIRED:
            return self.send_again(facts, asked.at)
        if facts == self.facts:
            return None
        _must_come(asked.reply_by, asked.at)
        self.facts = facts
        self.sent_at, self.unanswered = asked.at, self.state is State.PENDING
        return InvitationExtended.of(self, invitation=self.id)

    def take_back(self) -> InvitationWithdrawn | None:
        """It is taken back, with the places held by it; None if so already."""
        if self.state is State.WITHDRAWN:
            return None
        said_no = self.state in {State.DECLINED, State.EXPIRED}
        freed, self.state, self.substitute, self.delegates = self.comes, State.WITHDRAWN, None, []
        self.coming, self.freed, self.quiet = [], freed, said_no or self.facts.person in freed
        return InvitationWithdrawn.of(self, invitation=self.id)

    # by those invited

    def reply(self, asked: Answer) -> Said | None:
        """Yes, no or perhaps; None if that was the answer already.

        Raises Conflict: `withdrawn`, `too-late` (but for a no), `superseded` by what was answered after it was written.
        """
        state, event = REPLIES[asked.reply]
        self._must_be_in_time(asked, late=state is State.DECLINED)
        if state is self.state:
            return None
        self._must_be_the_newest(asked)
        return self._answered(event, asked, state, None, self.delegates if state is State.ACCEPTED else [])

    def let_substitute(self, asked: Substitute) -> InvitationSubstituted | None:
        """Another comes in the place; None if so already. Raises Invalid for who was invited, Conflict as `reply`."""
        self._must_be_in_time(asked)
        if self.to_organization:
            raise Invalid.at("An organization names delegates, no substitute.", "person")
        if asked.person == self.facts.person:
            raise Invalid.at("Somebody else comes in the place of who was invited.", "email", code="same")
        if (self.state, self.substitute) == (State.SUBSTITUTED, asked.person):
            return None
        self._note([asked.person], 1)
        return self._answered(InvitationSubstituted, asked, State.SUBSTITUTED, asked.person, [])

    def name(self, asked: Name) -> list[InvitationAccepted | DelegationNamed]:
        """Who comes for the organization. Raises Conflict (`quota`, `too-many`, and as `reply`), Invalid for a person's."""
        self._must_be_in_time(asked)
        if not self.to_organization:
            raise Invalid.at("Only an organization names delegates.", "delegates")
        stays = [each for each in self.delegates if each not in asked.remove]
        delegates = [*stays, *(each for each in dict.fromkeys(asked.add) if each not in stays)]
        if delegates == self.delegates:
            return []
        self.must_have_room(len(delegates))
        self._note(delegates, self.facts.quota)
        events: list[InvitationAccepted | DelegationNamed] = []
        if self.state is not State.ACCEPTED:
            events.append(self._answered(InvitationAccepted, asked, State.ACCEPTED, None, self.delegates))
        self.named = len(delegates)
        return [*events, self._answered(DelegationNamed, asked, State.ACCEPTED, None, delegates)]

    def must_have_room(self, delegates: int) -> None:
        """Raises Conflict (`quota`) for more than the organization may send."""
        if delegates > self.facts.quota:
            raise Conflict(f"The organization sends {self.facts.quota} at most.", code="quota")

    def expire(self, at: datetime) -> InvitationExpired | None:
        """The time has passed; None if it moved on."""
        if self.due is None or self.due > at:
            return None
        self.state = State.EXPIRED
        return InvitationExpired.of(self, invitation=self.id)

    # inside

    def _answered(
        self,
        event: type[A],
        asked: Given,
        state: InvitationState,
        substitute: UUID | None,
        delegates: list[UUID],
    ) -> A:
        before = self.comes
        self.state, self.substitute, self.delegates = state, substitute, delegates
        self.answers = [*self.answers, Answered(asked.at, state, asked.source, asked.by, asked.written_at)][-KEPT:]
        self.coming = [each for each in self.comes if each not in before]
        self.freed = [each for each in before if each not in self.comes]
        self.source = asked.source
        return event.of(self, invitation=self.id)

    def _note(self, named: list[UUID], places: int) -> None:
        """Raises Conflict (`too-many`) where more and more others are named."""
        new = [each for each in named if each not in self.ever]
        if new and len(self.ever) + len(new) > OTHERS * places:
            raise Conflict("Too many others were named here already; ask the secretariat.", code="too-many")
        self.ever = [*self.ever, *new]

    def _must_stand(self) -> None:
        if self.state is State.WITHDRAWN:
            raise Conflict("The invitation was withdrawn.", code="withdrawn")

    def _must_be_in_time(self, asked: Given, *, late: bool = False) -> None:
        """What staff records may have come in time; a no is welcome at any."""
        self._must_stand()
        if not (late or asked.by_staff) and (self.state is State.EXPIRED or asked.at > self.facts.reply_by):
            raise Conflict("The time to answer is over; ask the secretariat.", code="too-late")

    def _must_be_the_newest(self, asked: Given) -> None:
        """Of two that were written elsewhere their own times decide; else a clock that is a little behind does no harm."""
        last = self.answer
        since = [last.written_at or last.at - CLOCKS] if last else []
        if self.again and self.sent_at:
            since.append(self.sent_at - CLOCKS)
        if asked.written_at and any(asked.written_at < each for each in since):
            raise Conflict("It was written before what was answered since.", code="superseded")


def _must_come(reply_by: datetime, at: datetime) -> None:
    if reply_by <= at:
        raise Invalid.at("That time has passed; give them one to answer.", "reply_by")
