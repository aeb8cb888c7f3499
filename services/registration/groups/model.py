"""A group of people who come without their names: how many, and who of them is known by now."""

from dataclasses import dataclass, field
from typing import ClassVar, Self
from uuid import UUID

from services.registration.entries.history import Edit, edited
from shared.contracts import Message
from shared.contracts.groups import GroupFacts, GroupListed
from shared.errors import Invalid

MOST = 9_999
"""People of a group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGroup(Message):
    """Enter one. Its id is the command's; `by`: who does."""

    facts: GroupFacts
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendGroup(Message):
    """What is known of it now."""

    group: UUID
    facts: GroupFacts
    by: UUID | None = None


@dataclass(slots=True, kw_only=True)
class Group:
    """What is known of it."""

    kind: ClassVar[str] = "groups"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering",),)

    id: UUID
    facts: GroupFacts
    history: list[Edit] = field(default_factory=list)

    @classmethod
    def listed(cls, asked: ListGroup) -> tuple[Self, GroupListed]:
        """A new one, and the event that says so. Raises Invalid for what cannot be."""
        _must_be(asked.facts)
        group = cls(id=asked.id, facts=asked.facts)
        event = GroupListed.of(group, group=group.id)
        group.history = edited([], None, event, asked.at, asked.by)
        return group, event

    def amend(self, asked: AmendGroup) -> GroupListed | None:
        """None if nothing is different. Raises Invalid for what cannot be, or another gathering."""
        _must_be(asked.facts)
        if asked.facts.gathering != self.facts.gathering:
            raise Invalid.at("A group stays with its gathering.", "gathering")
        if asked.facts == self.facts:
            return None
        before, self.facts = GroupListed.of(self, group=self.id), asked.facts
        event = GroupListed.of(self, group=self.id)
        self.history = edited(self.history, before, event, asked.at, asked.by)
        return event


def _must_be(facts: GroupFacts) -> None:
    if len(set(facts.named)) < len(facts.named):
        raise Invalid.at("Somebody is named twice.", "named")
    if len(facts.named) > facts.number:
        raise Invalid.at("More are named than the group has people.", "named")
    if facts.came and facts.came > facts.number - len(facts.named):
        raise Invalid.at("More came without a name than the group has.", "came")
