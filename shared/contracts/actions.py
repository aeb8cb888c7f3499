"""`plenary.actions`: what somebody is to do, and what was promised; and how far it is. Published by minutes; keyed by action."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar

ACTIONS = Topic("plenary.actions", "minutes", "actions and commitments, and how far they are")

ActionKind = Literal["action", "commitment"]
"""What was agreed that somebody does; what an organization or a person took on by themselves, between editions."""


class Carried(Facts):
    """Which gathering and which edition look at it, and until when it is `due`: a year, a month or a day, as `1403`, `1403-08` or
    `1403-08-12`; empty: whenever."""

    gathering: UUID | None = None
    edition: UUID | None = None
    due: str = ""


class ActionFacts(Carried):
    """What is to be done, by whom, until when (in the `calendar`), and where it comes from.

    Its owner is a `person` or an `organization`; neither: nobody is found yet. It came of a gathering, an edition, a `decision`,
    a `contribution`, as far as that is known; once carried over, gathering and edition are those that look at it next.
    """

    action_kind: ActionKind
    text: Text
    person: UUID | None = None
    organization: UUID | None = None
    calendar: Calendar = "gregorian"
    decision: UUID | None = None
    contribution: UUID | None = None


class ActionMoved(ActionFacts, Event):
    """All of it as it is now, and since when (`moved_at`, UTC).

    `due_on`: the last day of what is `due`, in the Gregorian calendar. `told`: the people who answer for it: the owner, or the
    focal points that the organization had when it was given to it.
    """

    topic = ACTIONS

    action: UUID
    moved_at: datetime
    due_on: date | None = None
    told: list[UUID] = []


class ActionAssigned(ActionMoved):
    """It was agreed upon, with an owner or without; or an owner was found. Enters *open*.

    `quiet`: nobody is told, only reminded, since it is older than its record here.
    """

    type = "action.assigned.v1"

    quiet: bool = False


class ActionAccepted(ActionMoved):
    """The owner said that it will be done. Enters *accepted*."""

    type = "action.accepted.v1"


class ActionProgressed(ActionMoved):
    """It was said how far it is; the words stand in the record alone. Enters *in_progress*, from *done* too: it was not."""

    type = "action.progressed.v1"


class ActionDone(ActionMoved):
    """It is done. Enters *done*."""

    type = "action.done.v1"


class ActionCarriedOver(ActionMoved):
    """It is not done, and another gathering or edition looks at it next, perhaps with more time. Its state stays."""

    type = "action.carried-over.v1"


class ActionDropped(ActionMoved):
    """It will not be done, for a reason that stands in the record. Enters *dropped*."""

    type = "action.dropped.v1"
