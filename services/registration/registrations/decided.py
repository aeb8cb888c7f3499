"""What the secretariat decides of somebody who asked, and holds nothing: yes, no, or not yet."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from services.registration.registrations.commands import Hold, Reject
from shared.contracts.registrations import (
    Holding,
    Pending,
    RegistrationApplied,
    RegistrationHeld,
    RegistrationRejected,
    Rejection,
)
from shared.errors import Conflict


class RegistrationState(StrEnum):
    """`domain.md`, those that are built."""

    PENDING = "pending"
    ON_HOLD = "on_hold"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


State = RegistrationState


@dataclass(slots=True, kw_only=True)
class Decided:
    """The part of a registration that is about its being decided."""

    state: RegistrationState = State.PENDING
    reason: Pending | Rejection | Holding | None = None
    note: str = ""

    @property
    def unconfirmed(self) -> bool:
        """Whether it waits for somebody to confirm the address."""
        return self.state is State.PENDING and self.reason == "address_unconfirmed"

    @property
    def to_be_approved(self) -> bool:
        """Whether it waits for the secretariat, and is not on hold."""
        return self.state is State.PENDING and self.reason == "to_be_approved"

    @property
    def undecided(self) -> bool:
        """Whether it waits for the secretariat, on hold or not."""
        return self.to_be_approved or self.state is State.ON_HOLD

    def must_wait_for_approval(self) -> None:
        """Raises Conflict unless the secretariat is to decide: `address-unconfirmed`, `wrong-state`."""
        if self.unconfirmed:
            raise Conflict(
                "The address is not confirmed yet; until then nothing is decided.", code="address-unconfirmed"
            )
        if not self.undecided:
            raise Conflict(f"The registration is {self.state}; nothing is to be decided.", code="wrong-state")

    def reject(self, asked: Reject) -> RegistrationRejected | None:
        """The secretariat says no; None if so already. Raises Conflict unless it waits for approval."""
        if self.state is State.REJECTED:
            return None
        self.must_wait_for_approval()
        self.state, self.reason, self.note = State.REJECTED, asked.reason, asked.note
        return RegistrationRejected.of(self)

    def hold(self, asked: Hold) -> RegistrationHeld | None:
        """The secretariat says not yet; None if for this reason already. Raises Conflict unless it waits for approval."""
        self.must_wait_for_approval()
        again = (self.state, self.reason) == (State.ON_HOLD, asked.reason)
        self.state, self.reason, self.note = State.ON_HOLD, asked.reason, asked.note
        return None if again else RegistrationHeld.of(self)

    def release(self) -> RegistrationApplied | None:
        """It is to be decided like all others; None if so already. Raises Conflict unless it waits for approval."""
        self.must_wait_for_approval()
        if self.to_be_approved:
            return None
        self.state, self.reason, self.note = State.PENDING, "to_be_approved", ""
        return self._applied(again="released")

    def _applied(self, **told: Any) -> RegistrationApplied:
        """It is to be decided; what is not told is as where somebody asks."""
        asks = {"quiet": False, "again": None, "fields": None, "freed_seat": None, "freed_rank": None}
        return RegistrationApplied.of(self, **asks | told)
