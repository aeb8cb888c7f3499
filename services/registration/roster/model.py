"""How registrations stand in lists, in one word; and what is decided of many at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, get_args
from uuid import UUID

from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts import Message
from shared.contracts.registrations import Holding, Rejection
from shared.errors import Invalid


class Standing(StrEnum):
    """How a registration stands, in one word: its state, and of what is pending for what it waits."""

    TO_BE_APPROVED = "to_be_approved"
    ON_HOLD = "on_hold"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    ADDRESS_UNCONFIRMED = "address_unconfirmed"


def standing(registration: Registration) -> Standing:
    """How it stands."""
    waits = registration.to_be_approved or registration.unconfirmed
    return Standing(registration.reason if waits and registration.reason else registration.state)


def so(which: Standing) -> dict[str, str]:
    """What is asked of registrations that stand so."""
    pending = which in {Standing.TO_BE_APPROVED, Standing.ADDRESS_UNCONFIRMED}
    return {"state": RegistrationState.PENDING, "reason": which.value} if pending else {"state": which.value}


class Verdict(StrEnum):
    """What is decided of several registrations at once."""

    APPROVE = "approve"
    HOLD = "hold"
    RELEASE = "release"
    REJECT = "reject"
    CANCEL = "cancel"


Reason = Rejection | Holding
REASONS: Mapping[Verdict, tuple[Reason, ...]] = {Verdict.REJECT: get_args(Rejection), Verdict.HOLD: get_args(Holding)}
"""Why, of what needs a reason; of everything else it stays *other*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideMany(Message):
    """The same for everybody at a gathering who stands so (`standing`) in a category (None: in any). `by`: who asks."""

    gathering: UUID
    verdict: Verdict
    standing: Standing
    category: str | None = None
    reason: Reason = "other"
    by: UUID | None = None
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Went(Message):
    """So far a job came: registrations up to `upto` are dealt with (None: all)."""

    job: UUID
    upto: UUID | None
    done: int
    refused: int


@dataclass(slots=True)
class Many:
    """A decision about many, which is carried out page by page in the order of ids; `upto` is the last that was dealt with.

    It survives a restart: each registration's command has a token of its own, so what was done is not done again.
    """

    kind: ClassVar[str] = "many"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("ended",),)

    id: UUID
    gathering: UUID
    verdict: Verdict
    standing: Standing
    category: str | None = None
    reason: Reason = "other"
    by: UUID | None = None
    correlation: str = ""
    begun: datetime | None = None
    total: int = 0
    done: int = 0
    refused: int = 0
    upto: UUID | None = None
    ended: bool = False

    @classmethod
    def of(cls, asked: DecideMany) -> "Many":
        """As it is begun. Raises Invalid for a reason that is none of this verdict."""
        if asked.reason not in REASONS.get(asked.verdict, (*get_args(Rejection), *get_args(Holding))):
            raise Invalid.at(f"To {asked.verdict} has other reasons.", "reason")
        what = (
            asked.gathering,
            asked.verdict,
            asked.standing,
            asked.category,
            asked.reason,
            asked.by,
            asked.correlation,
        )
        return cls(asked.id, *what, begun=asked.at, total=asked.total)

    def went(self, so: Went) -> None:
        """Take note how far it came. What another process noted meanwhile is not counted twice."""
        if self.ended or (self.upto and so.upto and so.upto <= self.upto):
            return
        self.done, self.refused = self.done + so.done, self.refused + so.refused
        self.upto, self.ended = so.upto or self.upto, so.upto is None
