"""A gathering: what it is, how many seats it has, and what becomes of it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from services.registration.entries.history import Edit
from services.registration.entries.words import words
from services.registration.gatherings.admission import rules
from services.registration.gatherings.checks import must_be_capacity, must_be_span, must_make_sense
from services.registration.gatherings.commands import ChangeGathering, DraftGathering
from services.registration.gatherings.pool import Pool
from services.registration.gatherings.proposals import Proposed
from services.registration.gatherings.states import AHEAD, CHANGEABLE, SEATING, GatheringState
from services.registration.gatherings.window import cut, is_before, is_over, must_be_within
from services.registration.people.zones import must_be_zone
from shared.contracts.facts import laid_flat
from shared.contracts.gatherings import (
    Admission,
    CapacityChanged,
    GatheringAdjourned,
    GatheringAnnounced,
    GatheringCancelled,
    GatheringChanged,
    GatheringClosed,
    GatheringConvened,
    GatheringDrafted,
    GatheringHeld,
    GatheringKind,
    GatheringOpened,
    GatheringPostponed,
    GatheringRescheduled,
    Mode,
    Particulars,
)
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid, NotFound

State = GatheringState
TOLD = ("gathering_kind", "title", "venue", "mode", "starts_at", "ends_at", "time_zone", "body", "edition")
"""What is said of it and kept as it was said."""

MATERIAL = ("starts_at", "ends_at", "venue", "venue_address", "mode")
"""What everybody who is registered must know, once it is another than it was."""


@dataclass(slots=True)
class Gathering:
    """A conference, a meeting or a public event.

    `smallest`: by category the smallest capacity that it ever had. A seat up to that number is a ticket's own.
    `admission`: by category who is let in. `reason`: why it is postponed or cancelled, or was put off.
    `effects`: of decisions, that were tried on it. `preparing`: it prepares others.
    """

    kind: ClassVar[str] = "gatherings"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("starts_at",),
        ("state",),
        ("edition", "starts_at"),
        ("preparing",),
        ("slug",),
    )

    id: UUID
    gathering_kind: GatheringKind
    title: Text
    venue: Text
    mode: Mode
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    capacity: dict[str, int]
    smallest: dict[str, int]
    body: UUID | None = None
    edition: UUID | None = None
    state: GatheringState = State.DRAFT
    convened_at: datetime | None = None
    adjourned_at: datetime | None = None
    preparing: bool = False
    admission: dict[str, Admission] = field(default_factory=dict)
    reason: Text = field(default_factory=dict)
    history: list[Edit] = field(default_factory=list)
    facts: Particulars = field(default_factory=Particulars)
    proposals: list[Proposed] = field(default_factory=list)
    effects: list[UUID] = field(default_factory=list)

    @property
    def claims(self) -> tuple[str, ...]:
        """Its number among the coordination meetings of the edition and its address, which no other has."""
        number, slug = self.facts.coordination, self.facts.slug
        return (
            *([f"{self.edition}/coordination/{number}"] if number else []),
            *([f"address/{slug}"] if slug else []),
        )

    @property
    def due(self) -> datetime | None:
        """When registration opens by itself."""
        return self.facts.registration_from if self.state is State.ANNOUNCED else None

    @property
    def words(self) -> list[str]:
        """What a search finds it by."""
        return words(*self.title.values(), *self.venue.values())

    @classmethod
    def draft(cls, asked: DraftGathering) -> tuple["Gathering", GatheringDrafted]:
        """Raises Invalid if the times, the zone, the capacity or the rules of admission make no sense."""
        must_make_sense(asked)
        gathering = cls(
            id=asked.gathering,
            **{name: getattr(asked, name) for name in TOLD},
            capacity=dict(asked.capacity),
            smallest=dict(asked.capacity),
            admission=rules(asked.admission, asked.capacity),
            facts=asked.facts,
            preparing=bool(asked.facts.prepares),
        )
        return gathering, GatheringDrafted.of(gathering, gathering=gathering.id)

    def announce(self) -> GatheringAnnounced:
        """From draft, or postponed: everybody may know that it takes place."""
        again = self.state is State.POSTPONED
        self._move(State.ANNOUNCED, State.DRAFT, State.POSTPONED)
        self.reason = {}
        return GatheringAnnounced.of(self, gathering=self.id, again=again)

    def change(self, asked: ChangeGathering) -> list[CapacityChanged | GatheringChanged]:
        """Before it begins; what was said already changes nothing. Raises Conflict later, Invalid for what makes no sense."""
        if self.state not in CHANGEABLE:
            raise Conflict(f"The gathering is {self.state}; what is said of it is history.", code="not-changeable")
        must_make_sense(asked)
        events: list[CapacityChanged | GatheringChanged] = []
        if asked.capacity != self.capacity:
            events.append(self.change_capacity(asked.capacity))
        admission = rules(asked.admission, asked.capacity)
        names = (*TOLD, *Particulars.model_fields)
        before, now = laid_flat(self, names), laid_flat(asked, names)
        was = {f"was_{name}": old for name, old in before.items() if name in MATERIAL and old and old != now[name]}
        if before != now or admission != self.admission:
            for name in TOLD:
                setattr(self, name, now[name])
            self.admission, self.facts, self.preparing = admission, asked.facts, bool(asked.facts.prepares)
            events.append(GatheringChanged.of(self, gathering=self.id, **_WAS | was, material=bool(was)))
        return events

    def postpone(self, reason: Text) -> GatheringPostponed:
        """From announced, open or closed: nobody knows when it will be. It is announced again once somebody does."""
        self._move(State.POSTPONED, *AHEAD)
        self.reason = reason
        return GatheringPostponed(gathering=self.id, reason=reason)

    def reschedule(self, reason: Text, starts_at: datetime, ends_at: datetime) -> GatheringRescheduled:
        """To another date, while it is announced, open or closed, and it stays so. Raises Invalid for the date that it has, and
        for one that is over before registration opens; where it would go on after the end it ends with that."""
        if self.state not in AHEAD:
            raise self._wrong_state("put off to another date", AHEAD)
        must_be_span(starts_at, ends_at)
        if (starts_at, ends_at) == (self.starts_at, self.ends_at):
            raise Invalid.at("It is on this date already.", "starts_at")
        self.facts = cut(self.facts, ends_at)
        was = {"was_starts_at": self.starts_at, "was_ends_at": self.ends_at}
        self.starts_at, self.ends_at, self.reason = starts_at, ends_at, reason
        return GatheringRescheduled.of(self, gathering=self.id, **was)

    def cancel(self, reason: Text) -> GatheringCancelled:
        """From announced, open, closed or postponed: it will not take place, whoever holds a seat."""
        self._move(State.CANCELLED, *AHEAD, State.POSTPONED)
        self.reason = reason
        return GatheringCancelled(gathering=self.id, reason=reason)

    def open(self) -> GatheringOpened:
        """From announced, or closed again: people may register. Raises Conflict ("no-seats") where nobody has a seat."""
        if not self.capacity:
            raise Conflict("Nobody registers for what is held at many places without seats.", code="no-seats")
        self._move(State.OPEN, State.ANNOUNCED, State.CLOSED)
        return GatheringOpened(gathering=self.id)

    def close(self) -> GatheringClosed:
        """From open: nobody registers any more; who waits may still get a seat."""
        self._move(State.CLOSED, State.OPEN)
        return GatheringClosed(gathering=self.id)

    def convene(self, at: datetime) -> GatheringConvened:
        """From announced, open or closed: it goes into session."""
        self._move(State.IN_SESSION, State.ANNOUNCED, State.OPEN, State.CLOSED)
        self.convened_at = at
        return GatheringConvened(gathering=self.id, convened_at=at)

    def adjourn(self, at: datetime) -> GatheringAdjourned:
        """From in session: the session ends."""
        self._move(State.ADJOURNED, State.IN_SESSION)
        self.adjourned_at = at
        return GatheringAdjourned(gathering=self.id, adjourned_at=at)

    def hold(self) -> GatheringHeld:
        """From adjourned: it is over."""
        self._move(State.HELD, State.ADJOURNED)
        return GatheringHeld.of(self, gathering=self.id)

    @property
    def held_on(self) -> date | None:
        """The day on which it was convened, by the clocks of its venue."""
        return self.convened_at and self.day(self.convened_at)

    def day(self, at: datetime) -> date:
        """The day that it is at a time, by the clocks of its venue."""
        return at.astimezone(must_be_zone(self.time_zone)).date()

    def change_capacity(self, capacity: dict[str, int]) -> CapacityChanged:
        """Other numbers of seats, and perhaps new categories; nobody who holds a seat loses it. Raises Conflict once over."""
        if self.state in {State.ADJOURNED, State.HELD, State.CANCELLED}:
            raise Conflict(f"The gathering is {self.state}; its capacity is history.", code="not-changeable")
        must_be_capacity(capacity)
        if missing := sorted(set(self.capacity) - set(capacity)):
            raise Invalid.at(f"Name every category; 0 closes one. Missing: {', '.join(missing)}.", "capacity")
        self.smallest = {name: min(seats, self.smallest.get(name, seats)) for name, seats in capacity.items()}
        self.capacity, self.admission = dict(capacity), rules(self.admission, capacity)
        return CapacityChanged(gathering=self.id, capacity=self.capacity)

    def pool(self, category: str) -> Pool:
        """Raises Invalid for a category that the gathering does not have."""
        if category not in self.capacity:
            known = ", ".join(sorted(self.capacity))
            raise Invalid.at(
                f"The gathering has no such category; it has: {known}.", "category", code="unknown-category"
            )
        return Pool(self.id, category)

    def rule(self, category: str) -> Admission:
        """Who is let in as this."""
        return rules(self.admission, self.capacity)[category]

    def must_admit(self, category: str, at: datetime | None) -> Pool:
        """The pool in which a newcomer takes a place, who asked `at`; None: the secretariat asks, whom no window binds.

        NotFound while nobody may know of it, Conflict unless open.
        """
        if self.state is State.DRAFT:
            raise NotFound(f"There is no gathering {self.id}.")
        if at and self.state in {State.ANNOUNCED, State.OPEN}:
            must_be_within(self.facts, at, self.time_zone)
        if self.state is not State.OPEN:
            raise Conflict(f"Registration is not open; the gathering is {self.state}.", code="not-open")
        return self.pool(category)

    def state_at(self, at: datetime) -> GatheringState:
        """Its state as readers take it: before its window registration is not open yet, after it not any more."""
        if self.state is State.OPEN and is_before(self.facts, at):
            return State.ANNOUNCED
        return State.CLOSED if self.state is State.OPEN and is_over(self.facts, at) else self.state

    def must_seat(self, category: str) -> Pool:
        """The pool in which somebody who was approved takes a place. Conflict before it opens, and once it is over."""
        if not self.seats_people:
            raise Conflict(f"Nobody gets a place now; the gathering is {self.state}.", code="not-open")
        return self.pool(category)

    @property
    def seats_people(self) -> bool:
        """Whether a free seat still goes to the first who waits."""
        return self.state in SEATING

    def must_be_its_day(self, at: datetime) -> None:
        """Raises Conflict (wrong-day) unless `at` is between its first and last day, in the venue's zone.

        Nothing is on a day that it was cancelled or postponed from.
        """
        if self.state in {State.POSTPONED, State.CANCELLED}:
            raise Conflict(f"The gathering is {self.state}; the door stays closed.", code="wrong-day")
        zone = must_be_zone(self.time_zone)
        first, last = self.starts_at.astimezone(zone).date(), self.ends_at.astimezone(zone).date()
        if not first <= at.astimezone(zone).date() <= last:
            raise Conflict(f"The gathering is from {first} to {last} ({self.time_zone}).", code="wrong-day")

    def _move(self, to: GatheringState, *where: GatheringState) -> None:
        if self.state not in where:
            raise self._wrong_state(to, where)
        self.state = to

    def _wrong_state(self, to: str, where: tuple[GatheringState, ...]) -> Conflict:
        return Conflict(
            f"The gathering is {self.state}; only from {' or '.join(where)} can it become {to}.", code="wrong-state"
        )


_WAS = dict.fromkeys([*(f"was_{name}" for name in MATERIAL), "grounds"])
