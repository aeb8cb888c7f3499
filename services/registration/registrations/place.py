"""Where somebody stands: a seat, or a rank on the waiting list, of a pool."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat by its number, and the ticket that led to it."""

    number: int
    ticket: int


@dataclass(frozen=True, slots=True)
class Rank:
    """A place on the waiting list: the ticket's number; lower is earlier."""

    ticket: int
