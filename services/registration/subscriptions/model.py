"""Subscriptions: one person's feed of the own gatherings, behind a link; and that somebody is told of reports by mail. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Literal, Self
from uuid import UUID

from services.registration.people.model import UNCONFIRMED
from shared.contracts import Message
from shared.contracts.subscriptions import (
    SubscriptionAsked,
    SubscriptionConfirmed,
    SubscriptionEnded,
    subscription_id,
)
from shared.errors import Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe(Message):
    """The person wants a link to the own feed, or another in place of the one that there is; its id is the subscription's."""

    person: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForReports(Message):
    """Somebody typed the address of this person into the form of reports."""

    person: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmReports(Message):
    """The owner of the address says: yes, tell me."""

    subscription: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveReports(Message):
    """Tell me no more; or whose it is was erased."""

    subscription: UUID
    reason: Literal["left", "erased"] = "left"


@dataclass(slots=True)
class CalendarFeed:
    """Its id is what the link opens. The newest of a person is good; those before have ended."""

    kind: ClassVar[str] = "subscriptions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("person", "since"),)

    id: UUID
    person: UUID
    since: datetime


class SubscriptionState(StrEnum):
    """Each is entered by exactly one event."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    ENDED = "ended"


@dataclass(slots=True, kw_only=True)
class Subscription:
    """That one person is told of every report, and of what is corrected in them, by mail. The address is the person's.

    `asked_at`: when the address was written to for it last; `due`: when it comes to nothing, unless it is confirmed.
    """

    kind: ClassVar[str] = "report-subscriptions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("person",),)

    id: UUID
    person: UUID
    state: SubscriptionState = SubscriptionState.ENDED
    asked_at: datetime | None = None
    due: datetime | None = None

    @classmethod
    def of(cls, person: UUID) -> Self:
        """Of somebody who had none."""
        return cls(id=subscription_id(person), person=person)

    @property
    def confirmed(self) -> bool:
        """Its owner is told."""
        return self.state is SubscriptionState.CONFIRMED

    @property
    def asked(self) -> bool:
        """It waits for the owner of the address."""
        return self.state is SubscriptionState.ASKED

    def ask(self, at: datetime, asked_at: datetime | None) -> SubscriptionAsked | None:
        """A day to confirm it; None if it is confirmed.

        `asked_at`: when the address was last asked, if that was for this: for each of these times one mail.
        """
        if self.confirmed:
            return None
        quiet = asked_at is None or asked_at == self.asked_at
        self.state, self.due, self.asked_at = SubscriptionState.ASKED, at + UNCONFIRMED, asked_at or self.asked_at
        return SubscriptionAsked(subscription=self.id, person=self.person, quiet=quiet)

    def confirm(self, at: datetime) -> SubscriptionConfirmed | None:
        """Its owner wants it; None if so before. Raises Conflict (`ended`) once it came to nothing, or a day is over."""
        if self.confirmed:
            return None
        if self.due is None or self.due <= at:
            raise Conflict("It has ended; subscribe anew.", code="ended")
        self.state, self.due = SubscriptionState.CONFIRMED, None
        return SubscriptionConfirmed(subscription=self.id, person=self.person)

    def end(self, reason: Literal["left", "unconfirmed", "erased"]) -> SubscriptionEnded | None:
        """Nobody is told any more; None if so before."""
        if self.state is SubscriptionState.ENDED:
            return None
        self.state, self.due = SubscriptionState.ENDED, None
        return SubscriptionEnded(subscription=self.id, person=self.person, reason=reason)

    def lapse(self, at: datetime) -> SubscriptionEnded | None:
        """Nobody came forward in time; None if it is not due (any more)."""
        return self.end("unconfirmed") if self.asked and self.due and self.due <= at else None
