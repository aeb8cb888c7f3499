"""A registration: one person at one gathering, with a seat, a rank or neither, and what the door saw."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from services.registration.gatherings.pool import Pool
from services.registration.people.model import UNCONFIRMED, Person
from services.registration.registrations.commands import Apply, Ask
from services.registration.registrations.decided import Decided, RegistrationState, State
from services.registration.registrations.place import Rank, Seat
from shared.contracts.gatherings import Admission
from shared.contracts.registrations import (
    AddressConfirmed,
    Admitted,
    Pending,
    PersonEntered,
    PersonLeft,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
    Source,
    WalkIn,
)
from shared.errors import Conflict

__all__ = ["SCANS", "Registration", "RegistrationState"]

SCANS = 1_000
"""So many scans a registration has at most. All are remembered: a device that was offline may send one again much later."""


@dataclass(slots=True)
class Registration(Decided):
    """`pool` is the name of the pool; `seat` and `ticket` are held exactly as long as the claims on them.

    `ticket` of somebody who waits is the rank. `after` is the rank that stood before somebody who was promoted: to wait there
    and to be promoted after it are one claim, so nobody is promoted over a lower rank. `reason`: why it is pending or on hold,
    was rejected, or came to nothing. `typed`: the name in the form, only until the address is confirmed or `due` passes.
    `asked_at`: when the address was last asked for it. `walked_in`: why the door let in who held no place. `note`: the staff's,
    of a rejection, a hold or a walk-in. `begun_at`: when it was asked for last. `sorted_as`: the whole name as lists compare
    it, "" before.
    """

    kind: ClassVar[str] = "registrations"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        *(("pool", *by) for by in (("seat",), ("state", "ticket"), ("ticket",))),
        *(
            ("gathering", *by)
            for by in ((), ("state", "inside"), ("walked_in",), ("sorted_as",), ("state", "sorted_as"))
        ),
        ("state", "begun_at"),
        ("person",),
    )
    rare: ClassVar[tuple[str, ...]] = ("walked_in",)

    id: UUID
    gathering: UUID
    person: UUID
    category: str
    pool: str
    organization: UUID | None = None
    admitted: Admitted | None = None
    seat: int | None = None
    ticket: int | None = None
    after: int | None = None
    inside: bool = False
    scans: list[UUID] = field(default_factory=list)
    typed: str = ""
    asked_at: datetime | None = None
    due: datetime | None = None
    begun_at: datetime | None = None
    walked_in: WalkIn | None = None
    sorted_as: str = ""

    @classmethod
    def of(cls, asked: Ask) -> "Registration":
        """Nothing held, nothing promised; it is not stored so."""
        pool = Pool(asked.gathering, asked.category)
        return cls(asked.registration, asked.gathering, asked.person, asked.category, pool.name, asked.organization)

    @property
    def erased(self) -> bool:
        """What was typed came to nothing: it may not stay on the disk."""
        return self.state is State.WITHDRAWN and self.reason is not None

    @property
    def claims(self) -> tuple[str, ...]:
        """What no other registration may hold; follows from the state."""
        waits = self.after if self.rank is None else self.rank
        held = (("seat", self.seat), ("ticket", self.ticket), ("waits", waits))
        return tuple(f"{self.pool}/{what}/{number}" for what, number in held if number is not None)

    @property
    def stands(self) -> bool:
        """Whether the person has a place, a seat or a rank."""
        return self.state in {State.CONFIRMED, State.WAITLISTED}

    @property
    def may_apply(self) -> bool:
        """Whether the person may ask (again): neither a place, nor a decision, nor a request that waits is there."""
        return self.state in {State.WITHDRAWN, State.CANCELLED}

    @property
    def rank(self) -> int | None:
        """The rank on the waiting list; None unless the person waits."""
        return self.ticket if self.state is State.WAITLISTED else None

    def must_be_as(self, asked: Ask) -> None:
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

    # asking

    def begin(self, asked: Ask, *, by_secretariat: bool = False) -> None:
        """What came to nothing begins again, perhaps in another category. Raises Conflict while it stands.

        Who was rejected or is on hold is let in by the secretariat alone (`rejected`, `on-hold`).
        """
        if self.state is State.REJECTED and not by_secretariat:
            raise Conflict("The secretariat did not accept this registration; ask there.", code="rejected")
        if self.state is State.ON_HOLD and not by_secretariat:
            raise Conflict("The secretariat has put this registration on hold; ask there.", code="on-hold")
        self._must_be(State.PENDING, State.ON_HOLD, State.REJECTED, State.WITHDRAWN, State.CANCELLED)
        self.category, self.organization, self.begun_at = asked.category, asked.organization, asked.at
        self.pool = Pool(asked.gathering, asked.category).name
        self._wait(None)

    def ask_for_approval(self) -> RegistrationApplied:
        """The person is known, and the secretariat decides."""
        self._wait("to_be_approved")
        return self._applied()

    def ask_for_address(self, asked: Apply, *, known: bool, asked_at: datetime | None) -> RegistrationApplied:
        """The form was sent; a day to confirm. Of a person who is `known` nothing is kept that was typed.

        `asked_at`: when the address was last asked, if that was for this registration: for each of these times one mail.
        """
        self._wait("address_unconfirmed")
        self.typed, self.due = "" if known else asked.name, asked.at + UNCONFIRMED
        quiet = asked_at is None or asked_at == self.asked_at
        self.asked_at = asked_at or self.asked_at
        return self._applied(quiet=quiet)

    def confirm_address(self, rule: Admission) -> AddressConfirmed:
        """The address is the person's. Where the rule is *open* the place is taken in the same change."""
        if not self.unconfirmed:
            raise Conflict("No address waits to be confirmed.", code="wrong-state")
        self._wait(None if rule == "open" else "to_be_approved")
        return AddressConfirmed.of(self)

    def is_of(self, person: Person) -> bool:
        """Stand in lists where the person's name belongs; False if it does so already."""
        before, self.sorted_as = self.sorted_as, (person.term_1 or "") if person.confirmed else ""
        return self.sorted_as != before

    # places

    def take(self, place: Seat | Rank, admitted: Admitted | None) -> RegistrationConfirmed | RegistrationWaitlisted:
        """Take a seat, or a rank on the waiting list. Raises Conflict unless pending or on hold."""
        self._must_be(State.PENDING, State.ON_HOLD)
        self._wait(None)
        self.ticket, self.admitted = place.ticket, admitted
        if isinstance(place, Rank):
            self.state = State.WAITLISTED
            return RegistrationWaitlisted.of(self)
        self.state, self.seat = State.CONFIRMED, place.number
        return RegistrationConfirmed.of(self)

    def promote(self, seat: int, after: int | None = None) -> RegistrationPromoted:
        """A seat became free for who waits, as soon as nobody waits at the rank `after`. Raises Conflict unless waitlisted."""
        self._must_be(State.WAITLISTED)
        self.state, self.seat, self.after = State.CONFIRMED, seat, after
        return RegistrationPromoted.of(self)

    def withdraw(self) -> RegistrationWithdrawn | None:
        """The person will not come; None if so already. Raises Conflict once cancelled or rejected, or while inside.

        Of an address that nobody confirmed nothing is left.
        """
        if self.state is State.WITHDRAWN:
            return None
        if self.unconfirmed:
            self.state, self.typed, self.due = State.WITHDRAWN, "", None
            return RegistrationWithdrawn.of(self, freed_seat=None, freed_rank=None)
        return RegistrationWithdrawn.of(self, **self._give_up(State.WITHDRAWN))

    def cancel(self) -> RegistrationCancelled | None:
        """The secretariat takes it back; None if so already. Raises Conflict once withdrawn, or while inside."""
        if self.state is State.CANCELLED:
            return None
        if self.unconfirmed:
            self.must_wait_for_approval()
        return RegistrationCancelled.of(self, **self._give_up(State.CANCELLED))

    def fall_back(self, fields: list[str]) -> RegistrationApplied | None:
        """What was decided by is changed: it is decided anew; None if nothing stands. Raises Conflict while inside.

        Nothing is held meanwhile, as by all who are pending: a place that was got by one answer is not kept by another.
        """
        if not self.stands:
            return None
        freed = self._give_up(State.PENDING)
        self.reason, self.walked_in = "to_be_approved", None
        return self._applied(again="changed", fields=fields, **freed)

    # the door

    def enter(self, scan: UUID, at: datetime, source: Source, walk_in: WalkIn | None = None) -> PersonEntered | None:
        """Came in; None for a scan that was seen. Raises Conflict: not-confirmed, already-inside."""
        if scan in self.scans:
            return None
        if self.state is not State.CONFIRMED:
            raise Conflict(f"The registration is {self.state}; only who is confirmed may enter.", code="not-confirmed")
        if self.inside:
            raise Conflict("The person is inside already.", code="already-inside")
        self._go_through(scan, inside=True)
        self.walked_in = walk_in or self.walked_in
        return PersonEntered.of(self, entered_at=at, source=source, walk_in=walk_in)

    def leave(self, scan: UUID, at: datetime, source: Source) -> PersonLeft | None:
        """Went out; None for a scan that was seen. Raises Conflict: not-inside."""
        if scan in self.scans:
            return None
        if not self.inside:
            raise Conflict("The person is not inside.", code="not-inside")
        self._go_through(scan, inside=False)
        return PersonLeft.of(self, left_at=at, source=source)

    # inside

    def _go_through(self, scan: UUID, *, inside: bool) -> None:
        if len(self.scans) >= SCANS:
            raise Conflict(
                f"The door has seen this registration {SCANS} times; ask the secretariat.", code="scans-full"
            )
        self.inside = inside
        self.scans = [*self.scans, scan]

    def _wait(self, reason: Pending | None) -> None:
        """Pending, and free of whatever was before."""
        self.state, self.reason, self.admitted, self.walked_in = State.PENDING, reason, None, None
        self.typed, self.note, self.due = "", "", None

    def _give_up(self, to: RegistrationState) -> dict[str, int | None]:
        """Returns what was held, and is free now."""
        self._must_be(State.PENDING, State.ON_HOLD, State.CONFIRMED, State.WAITLISTED)
        if self.inside:
            raise Conflict("The person is inside; note that they left first.", code="already-inside")
        freed = {"freed_seat": self.seat, "freed_rank": self.rank}
        self.state, self.seat, self.ticket, self.after = to, None, None, None
        self.reason = self.admitted = None
        return freed

    def _must_be(self, *states: RegistrationState) -> None:
        if self.state not in states:
            raise Conflict(f"The registration is {self.state}, not {' or '.join(states)}.", code="wrong-state")
