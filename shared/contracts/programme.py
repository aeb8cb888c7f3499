"""`plenary.programme`: the sessions of gatherings, when and where each is. Published by registration; keyed by session,
and what is said of a whole programme by gathering.
"""

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


class ProgrammeFacts(Facts):
    """What is different since a programme was published before, by the titles of the sessions: at another time or in another
    room, standing there no longer, new. None where none is, and of a programme that was not published before."""

    moved: Text | None = None
    withdrawn: Text | None = None
    added: Text | None = None


class ProgrammePublished(ProgrammeFacts, Event):
    """The programme of a gathering, whose id is the key, may be relied on as it is now. `material`: somebody who relied on the
    one that was published before comes at a wrong time, or to a wrong place."""

    type = "programme.published.v1"
    topic = PROGRAMME

    gathering: UUID
    number: int
    material: bool = False


class PartWithdrawn(Event):
    """It stands on the programme no longer; why, by language, where that was said. Enters *withdrawn*."""

    type = "part.withdrawn.v1"
    topic = PROGRAMME

    part: UUID
    gathering: UUID
    reason: Text = {}
