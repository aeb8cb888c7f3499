"""What is told of an edition: of which series it is, its number, and when it is due and planned for."""

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple
from uuid import UUID

from services.notifications.mirrors.standing import Standing
from shared.contracts import Event
from shared.contracts.editions import EditionChanged, EditionPlanned, EditionPostponed
from shared.contracts.people import Calendar
from shared.contracts.series import SeriesAmended, SeriesMandated


@dataclass(slots=True)
class Edition(Standing):
    """Times are in the `calendar` of the mandate, as precise as they are known; `planned_for` is empty where nobody knows."""

    kind: ClassVar[str] = "editions"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = ()

    series: UUID | None = None
    number: int = 0
    calendar: Calendar = "gregorian"
    due: str = ""
    planned_for: str = ""

    def hear(self, event: Event | None) -> None:
        """Its facts are told when it is planned, and when they are put right."""
        Standing.hear(self, event)
        if isinstance(event, EditionPlanned | EditionChanged):
            self.series, self.number = event.series, event.number
            self.calendar, self.due, self.planned_for = event.calendar, event.due, event.planned_for
        elif isinstance(event, EditionPostponed):
            self.planned_for = event.planned_for


@dataclass(slots=True)
class Series:
    """What a series is called; the body that is obliged to hold it; the organizations that obliged it, and that carry it out."""

    kind: ClassVar[str] = "series"

    id: UUID
    title: dict[str, str] = field(default_factory=dict)
    body: UUID | None = None
    organizations: list[UUID] = field(default_factory=list)

    def hear(self, event: Event | None) -> None:
        """The mandate as it is now."""
        if isinstance(event, SeriesMandated | SeriesAmended):
            self.title, self.body = dict(event.title), event.body
            self.organizations = [each for each in (event.issuer, event.secretariat) if each]


class NamedEdition(NamedTuple):
    """An edition and its series, as far as they were heard of."""

    edition: Edition
    series: Series

    @property
    def known(self) -> bool:
        """So that a mail can say which it is."""
        return bool(self.edition.number and self.series.title)
