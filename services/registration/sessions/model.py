"""Who is signed in: pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from shared.contracts import Message
from shared.contracts.grants import Office
from shared.contracts.organizations import Text
from shared.contracts.sessions import SessionEnded, SessionOffered, SessionStarted, Why
from shared.errors import Forbidden

SESSION = timedelta(hours=12)
"""So long is a browser signed in at most."""
PATIENCE = timedelta(minutes=1)
"""Who asked for a link is sent no other one meanwhile."""
COARSE = timedelta(minutes=30)
"""The last use of a session is kept no more exactly than this."""
USED = "This link was used. Ask for a new one."


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToSignIn(Message):
    """Somebody typed an address and wants a link sent to it. `drawer`: where it is noted that nobody was told."""

    email: str
    drawer: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Message):
    """The button behind a link was pressed, with this device. `first`: the link is the installation's own, for this person."""

    session: UUID
    device: str = ""
    first: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Message):
    """A session is to end."""

    session: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteUse(Message):
    """A session was used last at `used_at`."""

    session: UUID
    used_at: datetime


class State(StrEnum):
    """The states of a session; each is entered by exactly one event."""

    OFFERED = "offered"
    OPEN = "open"
    ENDED = "ended"


@dataclass(slots=True)
class Session:
    """A browser that is signed in: first a link on its way, then open, then ended.

    What the link and the cookie carry is this document's id under the seal of the installation; the id alone opens nothing.
    `device` (what the browser says of itself, in a few words) stays here.
    """

    kind: ClassVar[str] = "sessions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("person", "asked_at"), ("state", "until"))

    id: UUID
    person: UUID
    asked_at: datetime | None = None
    state: State = State.OFFERED
    started_at: datetime | None = None
    used_at: datetime | None = None
    until: datetime | None = None
    device: str = ""

    @property
    def ended(self) -> bool:
        """It opens nothing any more, whatever the clock says."""
        return self.state is State.ENDED

    def is_open(self, at: datetime) -> bool:
        """Whether a browser is signed in by it."""
        return self.state is State.OPEN and self.until is not None and self.until > at

    def offer(
        self, at: datetime, why: Why, *, office: Office | None = None, title: Text | None = None
    ) -> SessionOffered:
        """A link is sent."""
        self.asked_at = at
        return SessionOffered(session=self.id, person=self.person, why=why, office=office, title=title)

    def start(self, at: datetime, device: str) -> SessionStarted:
        """The link is used. Raises Forbidden (`link-ended`) if it was before: it works once."""
        if self.state is not State.OFFERED:
            raise Forbidden(USED, code="link-ended")
        self.state, self.device, self.until = State.OPEN, device, at + SESSION
        self.started_at = self.used_at = at
        return SessionStarted(session=self.id, person=self.person, until=self.until)

    def end(self) -> SessionEnded | None:
        """It opens nothing any more, a link on its way included; None if so before."""
        if self.state is State.ENDED:
            return None
        self.state = State.ENDED
        return SessionEnded(session=self.id, person=self.person, until=self.until)

    def use(self, at: datetime) -> bool:
        """Note when it was used last; whether there was anything to note."""
        if self.state is not State.OPEN or (self.used_at and at - self.used_at < COARSE):
            return False
        self.used_at = at
        return True
