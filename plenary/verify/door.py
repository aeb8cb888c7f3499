"""The attendance that minutes shows is what the door told: entries and exits, gathering by gathering."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from services.minutes.attendance.model import Attendance
from shared.contracts import Event
from shared.contracts.registrations import PersonEntered, PersonLeft


@dataclass(slots=True)
class Door:
    """Fed with the first occurrence of each event of registrations, and with every attendance as it stands."""

    told: Counter[tuple[UUID, str]] = field(default_factory=Counter)
    shown: Counter[tuple[UUID, str]] = field(default_factory=Counter)
    inside: Counter[UUID] = field(default_factory=Counter)

    def hear(self, event: Event, times: int = 1) -> None:
        """What the door told; -1 times of somebody of whom an operator discarded something."""
        if isinstance(event, PersonEntered):
            self.told[(event.gathering, "in")] += times
        elif isinstance(event, PersonLeft):
            self.told[(event.gathering, "out")] += times

    def see(self, attendance: Attendance) -> None:
        """What the minutes show of one registration."""
        if attendance.gathering is not None:
            for passage in attendance.passages:
                self.shown[(attendance.gathering, passage.way)] += 1
            self.inside[attendance.gathering] += attendance.inside

    def faults(self) -> Iterator[str]:
        """Gatherings where the two differ."""
        for gathering in sorted({each for each, _ in (*self.told, *self.shown)}):
            for way in ("in", "out"):
                told, shown = self.told[(gathering, way)], self.shown[(gathering, way)]
                if told != shown:
                    yield f"{gathering}: {told} times {way} at the door, {shown} in the minutes"
            there = self.told[(gathering, "in")] - self.told[(gathering, "out")]
            if there != self.inside[gathering]:
                yield f"{gathering}: {there} are inside by the door, {self.inside[gathering]} by the minutes"
