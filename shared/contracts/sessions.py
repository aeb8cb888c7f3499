"""`plenary.sessions`: who is signed in. Each record is whole state, kept 90 days. The id of a session opens nothing: what a
browser shows is sealed with the key of the installation."""

from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.grants import Office
from shared.contracts.organizations import Text

SESSIONS: Final = Topic("plenary.sessions", "registration", "who is signed in, and until when", cleanup="state")

Why = Literal["asked", "granted"]


class SessionFacts(Event):
    """A session of a person. No device, no address."""

    session: UUID
    person: UUID


class SessionOffered(SessionFacts):
    """A one-time link is on its way to the person: because somebody asked for it, or because they were given a role (`office`;
    `title`: what its body, organization or gathering is called). Enters *offered*."""

    type = "session.offered.v1"
    topic = SESSIONS

    why: Why
    office: Office | None = None
    title: Text | None = None


class SessionStarted(SessionFacts):
    """The link was used: signed in until `until` at the latest. Enters *open*."""

    type = "session.started.v1"
    topic = SESSIONS

    until: datetime


class SessionEnded(SessionFacts):
    """Signed out, or ended from elsewhere: from now on it opens nothing. Enters *ended*."""

    type = "session.ended.v1"
    topic = SESSIONS

    until: datetime | None = None
