"""`plenary.subscriptions`: who is told of reports by mail, without being registered. Published by registration; keyed by
subscription. Whose address it is stands on `plenary.people` alone."""

from typing import Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from shared.contracts.event import Event, Topic

SUBSCRIPTIONS = Topic(
    "plenary.subscriptions", "registration", "who is told of reports by mail, without being registered"
)

ALL_REPORTS = uuid5(NAMESPACE_URL, "plenary:reports")
"""What is subscribed to: every report of the installation."""


def subscription_id(person: UUID) -> UUID:
    """Of one person to all reports; it has this id before it is there."""
    return uuid5(ALL_REPORTS, str(person))


class SubscriptionMoved(Event):
    """Whose it is, in every event, so that each can be understood alone."""

    topic = SUBSCRIPTIONS

    subscription: UUID
    person: UUID


class SubscriptionAsked(SubscriptionMoved):
    """Somebody typed an address into the public form; its owner is to say whether that is so. Nobody is told of anything before.

    `quiet`: the address was asked something within the last day, and is not written to again. Enters *asked*.
    """

    type = "subscription.asked.v1"

    quiet: bool = False


class SubscriptionConfirmed(SubscriptionMoved):
    """The owner of the address wants to be told of reports and of what is corrected in them. Enters *confirmed*."""

    type = "subscription.confirmed.v1"


class SubscriptionEnded(SubscriptionMoved):
    """Nobody is told any more: the person *left*, the address stayed *unconfirmed* for a day, or the person was *erased*.

    Enters *ended*.
    """

    type = "subscription.ended.v1"

    reason: Literal["left", "unconfirmed", "erased"]
