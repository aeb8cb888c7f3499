"""`plenary.programme`: the sessions of gatherings, when and where each is. Published by registration; keyed by session."""

from datetime import datetime
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text

PROGRAMME = Topic("plenary.programme", "registration", "sessions of gatherings, and when and where each is")


class PartFacts(Facts):
    """One session of a gathering. Times are UTC; readers show them by the clocks of the venue. `room`: where there."""

    gathering: UUID
    title: Text
    starts_at: datetime
    ends_at: datetime
    room: Text = {}


class PartPlanned(PartFacts, Event):
    """A session stands on the programme. Enters *planned*."""

    type = "part.planned.v1"
    topic = PROGRAMME

    part: UUID


class PartChanged(PartFacts, Event):
    """It is called so, then and there, from now on. `material`: it is at another time or in another room than it was."""

    type = "part.changed.v1"
    topic = PROGRAMME

    part: UUID
    material: bool = False


class PartWithdrawn(Event):
    """It stands on the programme no longer; why, by language, where that was said. Enters *withdrawn*."""

    type = "part.withdrawn.v1"
    topic = PROGRAMME

    part: UUID
    gathering: UUID
    reason: Text = {}
