"""What the sender and the secretariat ask for. Each names the notification that it changes."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from services.notifications.channels import Trouble
from services.notifications.rules import Fact
from services.notifications.wording import Wording
from shared.contracts import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class TellOne(Message):
    """One of many is told what `event` says: the command's id is the notification's.

    `thing`: by which it is their business, its topic and key; `sequence`: what was heard of it.
    """

    event: UUID
    thing: tuple[str, UUID]
    sequence: int
    person: UUID
    gathering: UUID | None
    template: str
    facts: dict[str, Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin(Message):
    """Somebody is about to hand it over; the command's id is the lease. `through`: by which way out."""

    notification: UUID
    wording: Wording
    message_id: str
    useful_until: datetime | None
    through: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Message):
    """The channel took it over."""

    notification: UUID
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay(Message):
    """Not now. `lease`: of the attempt that says so, None if none was begun; `jitter`: 0.8 to 1.2, drawn outside."""

    notification: UUID
    lease: UUID | None
    trouble: Trouble
    answer: str
    jitter: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fail(Message):
    """Never. `lease` as for `Delay`."""

    notification: UUID
    lease: UUID | None
    trouble: Trouble
    answer: str


End = Sent | Delay | Fail
"""What came of handing it over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginAndEnd(Message):
    """It was handed over, and this came of it: both at one moment."""

    begin: Begin
    end: End

    @classmethod
    def of(cls, begin: Begin, end: End) -> "BeginAndEnd":
        return cls(id=end.id, at=begin.at, correlation=begin.correlation, begin=begin, end=replace(end, at=begin.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Message):
    """Not before `due`; if that is not `known` yet, it is looked for again then."""

    notification: UUID
    due: datetime
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppress(Message):
    """Not to be sent, on purpose: `reason` is a slug (`past`, `erased`, `superseded`). `useful_until`: when it was over."""

    notification: UUID
    reason: str
    useful_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAgain(Message):
    """Somebody wants what was sent in the mail again. `seen`: how many repeats were there for all that they knew."""

    notification: UUID
    seen: int
    by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOff(Message):
    """Somebody wants that it is not sent."""

    notification: UUID
    by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry(Message):
    """The secretariat wants one sent that failed or was called off; or one that was held to be past is not."""

    notification: UUID
