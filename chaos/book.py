"""What the visitors asked and were answered, by their own clock."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

What: TypeAlias = Literal["register", "cancel", "withdraw", "enter", "leave"]


@dataclass(slots=True)
class Ask:
    """One request, however often it was sent under its key. `ended` and `status` are None where no answer ever came.

    Times are seconds of the attack's monotonic clock.
    """

    what: What
    key: str
    began: float
    ended: float | None = None
    status: int | None = None
    answer: dict[str, Any] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        """It was answered that it is so."""
        return self.status in {200, 201}


@dataclass(slots=True)
class Visitor:
    """One person, and all that they asked, in order: the next only after the answer to the one before."""

    name: str
    person: str = ""
    registration: str = ""
    asks: list[Ask] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """Everybody, and whatever was answered that should never be."""

    visitors: list[Visitor] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    capacity: int = 0
    """The largest number of seats that there ever were."""
    answers: int = 0
    """Requests that were answered, refusals for the moment included."""

    def standing(self) -> Iterator[Visitor]:
        """Those of whom the installation has told a registration."""
        return (each for each in self.visitors if each.registration)
