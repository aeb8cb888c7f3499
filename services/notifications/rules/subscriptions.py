"""What is told of a subscription to reports: the one mail to an address that was typed, in fixed words, and not twice a day."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from services.notifications.rules.rule import Link, Rule
from shared.contracts.subscriptions import (
    SubscriptionAsked,
    SubscriptionConfirmed,
    SubscriptionEnded,
)

DAY = timedelta(days=1)
CONFIRM = Link("subscription", "/registration/reports/own", good_for=DAY)
"""The page of a subscription; nothing that was typed stands there."""


def owner(event: SubscriptionAsked) -> Iterable[UUID]:
    """Whose address was typed."""
    return (event.person,)


_asked = partial(Rule, SubscriptionAsked, "asked")

RULES = (
    _asked("subscription-confirmation", owner, {"quiet": False}, link=CONFIRM, until=DAY),
    _asked(says={"quiet": True}),
    Rule(SubscriptionConfirmed, "confirmed"),
    Rule(SubscriptionEnded, "ended"),
)
