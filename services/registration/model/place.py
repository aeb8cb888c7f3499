"""Where somebody stands: a seat, or a rank on the waiting list, of a pool."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Pool:
    """The seats of one category of a gathering: the numbers from 1 to its capacity."""

    gathering: UUID
    category: str

    @property
    def name(self) -> str:
        """As it stands in claims, e.g. `<gathering>/delegate`."""
        return f"{self.gathering}/{self.category}"


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat by its number, and the ticket that led to it."""

    number: int
    ticket: int


@dataclass(frozen=True, slots=True)
class Rank:
    """A place on the waiting list: the ticket's number; lower is earlier."""

    ticket: int
