"""What can be asked of registrations. Ids of new documents are in the command, so that asking twice is asking once."""

from dataclasses import dataclass
from uuid import UUID

from shared.contracts import Message
from shared.contracts.registrations import Holding, Rejection, registration_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Message):
    """Somebody asks for a place at a gathering; the commands below say who, and how."""

    gathering: UUID
    person: UUID
    category: str
    organization: UUID | None = None

    @property
    def registration(self) -> UUID:
        """A person registers once for a gathering."""
        return registration_id(self.gathering, self.person)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Ask):
    """A place for a person: asked for by the person (`by_secretariat` False), or given by the secretariat."""

    by_secretariat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Apply(Ask):
    """What the public form says: nothing is held before the address is confirmed. `name` is as typed."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAddress(Message):
    """Whoever has the mail that was sent to the address says: it is mine, and I want to come."""

    registration: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve(Message):
    """The secretariat lets somebody in: a seat, or a rank on the waiting list."""

    registration: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject(Message):
    """The secretariat does not let somebody in. `note` is for itself alone."""

    registration: UUID
    reason: Rejection
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Message):
    """The secretariat cannot decide yet. `note` is for itself alone."""

    registration: UUID
    reason: Holding
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Message):
    """What was on hold is to be decided like all others."""

    registration: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FallBack(Message):
    """The person changes what the secretariat decided by: these fields of the category."""

    registration: UUID
    fields: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promote(Message):
    """A free seat of this pool (this one; None: any), if there is one, for the first who waits, if somebody does."""

    gathering: UUID
    category: str
    seat: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveUp(Message):
    """A person will not come (withdrawn), or the secretariat says so (cancelled); which one, the handler says."""

    registration: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Unname(Message):
    """Whose it is was erased: it is not to be found by the name any more."""

    registration: UUID
