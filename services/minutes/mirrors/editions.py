"""Which editions there are, of which series: so that what was promised can be looked for across them."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from shared.contracts import Event
from shared.contracts.editions import EditionChanged, EditionPlanned
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar
from shared.contracts.series import SeriesAmended, SeriesMandated


@dataclass(slots=True)
class Series:
    """How a series is called."""

    kind: ClassVar[str] = "series"

    id: UUID
    title: Text = field(default_factory=dict)

    def hear(self, event: Event | None) -> None:
        """The newest facts count."""
        if isinstance(event, SeriesMandated | SeriesAmended):
            self.title = event.title


@dataclass(slots=True)
class Edition:
    """The number of an edition in its series, and in which calendar its times are written (None: not heard by now). Nothing is
    known of it before it was planned."""

    kind: ClassVar[str] = "edition"

    id: UUID
    series: UUID | None = None
    number: int = 0
    calendar: Calendar | None = None

    def hear(self, event: Event | None) -> None:
        """The newest facts count."""
        if isinstance(event, EditionPlanned | EditionChanged):
            self.series, self.number, self.calendar = event.series, event.number, event.calendar
