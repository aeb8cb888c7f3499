"""A registration: one person at one gathering, with a seat, a rank or neither, and what the door saw."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from services.registration.model.commands import Pass, Register
from services.registration.model.place import Pool, Rank, Seat
from shared.contracts.registrations import (
    PersonEntered,
    PersonLeft,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.errors import Conflict

SCANS = 32
"""So many scans of the door are remembered; a device that was offline may send one twice."""


class RegistrationState(StrEnum):
    """`domain.md`, those of the first chain. *pending* is before a place was found; it is never stored."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


State = RegistrationState


@dataclass(slots=True)
class Registration:
    """`pool` is the name of the pool; `seat` and `ticket` are held exactly as long as the claims on them.

    `ticket` of somebody who waits is the rank.
    """

    kind: ClassVar[str] = "registrations"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("pool", "seat"),
        ("pool", "state", "ticket"),
        ("pool", "ticket"),
        ("gathering", "state"),
        ("person",),
    )

    id: UUID
    gathering: UUID
    person: UUID
    category: str
    pool: str
    organization: UUID | None = None
    state: RegistrationState = State.PENDING
    seat: int | None = None
    ticket: int | None = None
    inside: bool = False
    scans: list[UUID] = field(default_factory=list)

    @classmethod
    def of(cls, asked: Register) -> "Registration":
        """Pending: nothing held, nothing promised."""
        pool = Pool(asked.gathering, asked.category)
        return cls(asked.registration, asked.gathering, asked.person, asked.category, pool.name, asked.organization)

    @property
    def claims(self) -> tuple[str, ...]:
        """What no other registration may hold; follows from the state."""
        held = (("seat", self.seat), ("ticket", self.ticket))
        return tuple(f"{self.pool}/{what}/{number}" for what, number in held if number is not None)

    @property
    def stands(self) -> bool:
        """Whether the person has a place, a seat or a rank."""
        return self.state in {State.CONFIRMED, State.WAITLISTED}

    @property
    def rank(self) -> int | None:
        """The rank on the waiting list; None unless the person waits."""
        return self.ticket if self.state is State.WAITLISTED else None

    def must_be_as(self, asked: Register) -> None:
        """Raises Conflict (registered-otherwise) for another category, or another organization where one is named."""
        if asked.category != self.category:
            how = f"as {self.category}"
        elif asked.organization not in {None, self.organization}:
            how = "for another organization"
        else:
            return
        raise Conflict(
            f"The person is registered {how}; withdraw that registration, then register anew.",
            code="registered-otherwise",
        )

    def apply_anew(self, asked: Register) -> None:
        """What was withdrawn or cancelled begins again, perhaps in another category. Raises Conflict while it stands."""
        self._must_be(State.PENDING, State.WITHDRAWN, State.CANCELLED)
        self.category, self.organization = asked.category, asked.organization
        self.pool = Pool(asked.gathering, asked.category).name
        self.state = State.PENDING

    def take(self, place: Seat | Rank) -> RegistrationConfirmed | RegistrationWaitlisted:
        """Take a seat, or a rank on the waiting list. Raises Conflict unless pending."""
        self._must_be(State.PENDING)
        self.ticket = place.ticket
        if isinstance(place, Rank):
            self.state = State.WAITLISTED
            return RegistrationWaitlisted(**self._facts(), rank=place.ticket)
        self.state, self.seat = State.CONFIRMED, place.number
        return RegistrationConfirmed(**self._facts(), seat=place.number, ticket=place.ticket)

    def promote(self, seat: int) -> RegistrationPromoted:
        """A seat became free for who waits. Raises Conflict unless waitlisted."""
        self._must_be(State.WAITLISTED)
        self.state, self.seat = State.CONFIRMED, seat
        return RegistrationPromoted(**self._facts(), seat=seat, ticket=self.ticket or 0)

    def withdraw(self) -> RegistrationWithdrawn | None:
        """The person will not come; None if so already. Raises Conflict once cancelled, or while inside."""
        if self.state is State.WITHDRAWN:
            return None
        self._give_up(State.WITHDRAWN)
        return RegistrationWithdrawn(**self._facts())

    def cancel(self) -> RegistrationCancelled | None:
        """The secretariat takes it back; None if so already. Raises Conflict once withdrawn, or while inside."""
        if self.state is State.CANCELLED:
            return None
        self._give_up(State.CANCELLED)
        return RegistrationCancelled(**self._facts())

    def enter(self, asked: Pass) -> PersonEntered | None:
        """Came in; None for a scan that was seen. Raises Conflict: not-confirmed, already-inside."""
        if asked.scan in self.scans:
            return None
        if self.state is not State.CONFIRMED:
            raise Conflict(f"The registration is {self.state}; only who is confirmed may enter.", code="not-confirmed")
        if self.inside:
            raise Conflict("The person is inside already.", code="already-inside")
        self._pass(asked.scan, inside=True)
        return PersonEntered(**self._facts(), entered_at=asked.moment, source=asked.source)

    def leave(self, asked: Pass) -> PersonLeft | None:
        """Went out; None for a scan that was seen. Raises Conflict: not-inside."""
        if asked.scan in self.scans:
            return None
        if not self.inside:
            raise Conflict("The person is not inside.", code="not-inside")
        self._pass(asked.scan, inside=False)
        return PersonLeft(**self._facts(), left_at=asked.moment, source=asked.source)

    def _pass(self, scan: UUID, *, inside: bool) -> None:
        self.inside = inside
        self.scans = [*self.scans, scan][-SCANS:]

    def _give_up(self, to: RegistrationState) -> None:
        self._must_be(State.CONFIRMED, State.WAITLISTED)
        if self.inside:
            raise Conflict("The person is inside; note that they left first.", code="already-inside")
        self.state, self.seat, self.ticket = to, None, None

    def _must_be(self, *states: RegistrationState) -> None:
        if self.state not in states:
            raise Conflict(f"The registration is {self.state}, not {' or '.join(states)}.", code="wrong-state")

    def _facts(self) -> dict[str, Any]:
        return {
            "gathering": self.gathering,
            "person": self.person,
            "category": self.category,
            "organization": self.organization,
        }
