"""What registration can be asked to do. Ids of new documents are in the command, so that asking twice is asking once."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from shared.contracts import Message
from shared.contracts.bodies import Quorum
from shared.contracts.gatherings import Admission, GatheringKind, Mode
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar, Digits
from shared.contracts.registrations import Rejection, Source

UNCONFIRMED = timedelta(days=1)
"""So long is an address that was typed into the form waited for, and so long is it not asked again."""


def registration_id(gathering: UUID, person: UUID) -> UUID:
    """Of one person at one gathering."""
    return uuid5(gathering, str(person))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftGathering(Message):
    """Enter a gathering. Times are aware; `time_zone` (IANA) is the venue's; `capacity` is seats by category.

    `admission`: the rules of the categories that have another one than their name says.
    """

    gathering: UUID
    gathering_kind: GatheringKind
    title: Text
    venue: Text
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    capacity: dict[str, int]
    body: UUID | None = None
    admission: dict[str, Admission] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveGathering(Message):
    """Take a gathering to its next state; which one, the handler says."""

    gathering: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCapacity(Message):
    """So many seats in each category from now on; names every category that there is."""

    gathering: UUID
    capacity: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPerson(Message):
    """Enter a person, or change the entry. With `new`, an entry that says something else is not overwritten.

    `fingerprint` is the keyed hash of the address. With `by_address` whoever has the address is meant, and `person` is the
    id of somebody new.
    """

    person: UUID
    name: str
    email: str
    fingerprint: UUID
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str
    organization: UUID | None = None
    position: str | None = None
    by_address: bool = False
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAddress(Message):
    """Somebody typed this address into the form of a gathering: its owner is to say whether that is so.

    Whoever has the address is meant; `person` is the id of somebody new. `fingerprint` as for `RecordPerson`.
    """

    person: UUID
    gathering: UUID
    email: str
    fingerprint: UUID
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPerson(Message):
    """The owner of the address says: it is mine, and this is my name."""

    person: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTable(Message):
    """Begin the import of a table, which `content` (a keyed hash) tells from every other; or say that it is done."""

    content: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrganization(Message):
    """Enter an organization, or change the entry. With `new`, an entry that says something else is not overwritten."""

    organization: UUID
    code: str
    name: Text
    organization_kind: str
    country: str | None = None
    parent: UUID | None = None
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBody(Message):
    """Enter a body, or change it. With `new`, an entry that says something else is not overwritten."""

    body: UUID
    code: str
    name: Text
    members: list[UUID] = field(default_factory=list)
    quorum: Quorum | None = None
    new: bool = False


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
class Pass(Message):
    """Somebody went through the door, in or out. `scan` is the device's number of this scan, used once.

    `passed_at` (aware) is when the device saw it; None: when the command came. So a repeat asks for the same.
    """

    registration: UUID
    scan: UUID
    passed_at: datetime | None = None
    source: Source = "door"

    @property
    def moment(self) -> datetime:
        """When it was."""
        return self.passed_at or self.at
