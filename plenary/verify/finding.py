"""What a check found: a claim, its figures, and what does not hold."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

SHOWN = 5
"""So many faults of one claim are told in full; the rest is counted."""


@dataclass(slots=True)
class Finding:
    """One claim. `counts` are its figures by name; `faults` the first few things that break it, `broken` how many do."""

    claim: str
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    broken: int = 0

    @property
    def holds(self) -> bool:
        return not self.broken

    @property
    def figure(self) -> str:
        """The figures in words."""
        return ", ".join(f"{many:,} {name}" for name, many in self.counts.items())

    def note(self, faults: Iterable[str]) -> None:
        """Add what does not hold."""
        for fault in faults:
            self.broken += 1
            if len(self.faults) < SHOWN:
                self.faults.append(fault)
