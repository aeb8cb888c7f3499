"""An item of an agenda: what it is about, and where it stands among the others."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.agenda import (
    AgendaItemChanged,
    AgendaItemEntered,
    AgendaItemFacts,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    Business,
)
from shared.errors import Conflict, Invalid


class ItemState(StrEnum):
    """Whether it is dealt with. That an agenda is provisional or adopted is said by the minutes."""

    ON_AGENDA = "on_agenda"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterItem(Message):
    """Put an item on the agenda, as the last one (what approves minutes: as the first). The item's id is the command's."""

    gathering: UUID
    facts: Business
    parent: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeItem(Message):
    """It is about this from now on."""

    item: UUID
    facts: Business


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveItem(Message):
    """Let it stand just before another one of the same parent (None: as the last one)."""

    item: UUID
    before: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawItem(Message):
    """Take it off the agenda."""

    item: UUID


@dataclass(slots=True, kw_only=True)
class AgendaItem:
    """One item. Its place is nobody else's: a claim keeps it, so that two who move at once get two places."""

    kind: ClassVar[str] = "agenda_item"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "turn"),)

    id: UUID
    facts: AgendaItemFacts
    entered_at: datetime
    state: ItemState = ItemState.ON_AGENDA
    withdrawn_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """It is dealt with, or will be."""
        return self.state is ItemState.ON_AGENDA

    @property
    def claims(self) -> tuple[str, ...]:
        facts = self.facts
        return (f"{facts.gathering}/agenda/{facts.parent or ''}/{facts.turn}",) if self.stands else ()

    @classmethod
    def entered(cls, command: EnterItem, turn: str, *, late: bool) -> tuple[Self, AgendaItemEntered]:
        """A new item in this place. Raises Invalid without a title."""
        _must_say(command.facts)
        facts = AgendaItemFacts.of(
            command.facts, gathering=command.gathering, turn=turn, parent=command.parent, late=late
        )
        item = cls(id=command.id, facts=facts, entered_at=command.at)
        return item, AgendaItemEntered.of(item, item=item.id)

    def change(self, command: ChangeItem) -> AgendaItemChanged:
        """It is about something else. Raises Invalid without a title, Conflict ("withdrawn") if it is not dealt with."""
        self.must_stand()
        _must_say(command.facts)
        known = self.facts
        self.facts = AgendaItemFacts.of(
            command.facts, gathering=known.gathering, turn=known.turn, parent=known.parent, late=known.late
        )
        return AgendaItemChanged.of(self, item=self.id)

    def move(self, turn: str) -> AgendaItemMoved:
        """It stands in another place. Raises Conflict ("withdrawn") if it stands in none."""
        self.must_stand()
        self.facts = self.facts.model_copy(update={"turn": turn})
        return AgendaItemMoved.of(self, item=self.id)

    def withdraw(self, at: datetime) -> AgendaItemWithdrawn:
        """It is taken off. Raises Conflict ("withdrawn") if it was."""
        self.must_stand()
        self.state, self.withdrawn_at = ItemState.WITHDRAWN, at
        return AgendaItemWithdrawn.of(self, item=self.id)

    def must_stand(self) -> None:
        """Raises Conflict ("withdrawn") if it was taken off."""
        if not self.stands:
            raise Conflict("This item was taken off the agenda.", code="withdrawn")


def _must_say(facts: Business) -> None:
    if not any(text.strip() for text in facts.title.values()):
        raise Invalid.at("An item has a title in at least one language.", "title")
