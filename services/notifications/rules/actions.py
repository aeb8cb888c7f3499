"""Who is written to of an action or a commitment: its owner, or the focal points of the organization that owns it."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from services.notifications.rules.rule import Link, Moment, Rule
from shared.contracts.actions import (
    ActionAccepted,
    ActionAssigned,
    ActionCarriedOver,
    ActionDone,
    ActionDropped,
    ActionMoved,
    ActionProgressed,
)

PAGE = Link("action", "/minutes/action", good_for=timedelta(days=365))
"""Where its owner says how far it is."""

BEFORE = timedelta(days=7)
"""So long before the last day is who answers for it reminded."""


def owner(event: ActionMoved) -> Iterable[UUID]:
    """Who answers for it; nobody, as long as it has no owner."""
    return event.told


def reminded(event: ActionMoved) -> Iterable[UUID]:
    """Nobody who was just told, nor of what is due whenever."""
    if event.due_on is None or event.due_on - event.moved_at.date() <= BEFORE:
        return ()
    return event.told


_told = partial(Rule, standing="owed", facts=("text", "due_on"), link=PAGE)
_reminded = partial(_told, template="action-due", whom=reminded, when=Moment("due_on", before=BEFORE))

RULES = (
    _told(ActionAssigned, template="action-assigned", whom=owner, says={"quiet": False}),
    _reminded(ActionAssigned),
    Rule(ActionAccepted, "owed"),
    Rule(ActionProgressed, "owed"),
    _reminded(ActionCarriedOver),
    Rule(ActionDone, "done"),
    Rule(ActionDropped, "dropped"),
)
