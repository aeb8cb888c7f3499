"""What can be asked of invitations. `by`: who asks, if that is known; `source`: how an answer came."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts import Message
from shared.contracts.invitations import InvitationFacts, Source

Reply = Literal["accepted", "tentative", "declined"]
"""The answers that say nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite(Message):
    """A person, or an organization with a quota of delegates, is invited."""

    facts: InvitationFacts
    by: UUID | None = None

    @property
    def invitee(self) -> UUID:
        """The person, or the organization. One of both is there: the handler sees to it."""
        return self.facts.person or self.facts.organization or UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Message):
    """Of which invitation something is asked."""

    invitation: UUID
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend(Asked):
    """They may answer until then; what has expired is sent again."""

    reply_by: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack(Asked):
    """The secretariat withdraws it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Asked):
    """An answer, and how it came. `written_at`: when it was given, if it was under way since then."""

    source: Source
    written_at: datetime | None = None

    @property
    def by_staff(self) -> bool:
        """It came by letter or telephone: perhaps in time, and was recorded later."""
        return self.source in {"letter", "telephone"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Given):
    """Yes, no, or perhaps."""

    reply: Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute(Given):
    """This person, who is on record, comes in the place of who was invited."""

    person: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Given):
    """Delegates of an organization: these, who are on record, come from now on, and those do not any more."""

    add: tuple[UUID, ...] = ()
    remove: tuple[UUID, ...] = ()
