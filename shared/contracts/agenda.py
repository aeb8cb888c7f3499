"""`plenary.agenda-items`: what a gathering deals with, in which order. Published by minutes; keyed by item."""

from datetime import datetime
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text

AGENDA_ITEMS = Topic("plenary.agenda-items", "minutes", "items of agendas, in their order")


class Business(Facts):
    """What an item is about. `previous`: it approves the minutes of that gathering. `prepares`: which of the gatherings that are
    prepared here it belongs to (None: all of them).
    """

    title: Text
    previous: UUID | None = None
    prepares: UUID | None = None


class AgendaItemFacts(Business):
    """An item and its place: below `parent` if it is a sub-item; those of one parent stand in the order of `turn`.

    Its number is nowhere: it follows from the order. `late`: it came in after the agenda had been adopted.
    """

    gathering: UUID
    turn: str
    parent: UUID | None = None
    late: bool = False


class AgendaItemEntered(AgendaItemFacts, Event):
    """An item was put on the agenda. Enters *on_agenda*."""

    type = "agenda-item.entered.v1"
    topic = AGENDA_ITEMS

    item: UUID


class AgendaItemChanged(AgendaItemFacts, Event):
    """It says something else; the facts as they are now."""

    type = "agenda-item.changed.v1"
    topic = AGENDA_ITEMS

    item: UUID


class AgendaItemMoved(Event):
    """It stands in another place among those of its parent."""

    type = "agenda-item.moved.v1"
    topic = AGENDA_ITEMS

    item: UUID
    gathering: UUID
    turn: str


class AgendaItemWithdrawn(Event):
    """It was taken off the agenda; what was said on it stays. Enters *withdrawn*."""

    type = "agenda-item.withdrawn.v1"
    topic = AGENDA_ITEMS

    item: UUID
    gathering: UUID
    withdrawn_at: datetime
