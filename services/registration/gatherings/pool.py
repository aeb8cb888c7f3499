"""The seats of one category of a gathering."""

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
