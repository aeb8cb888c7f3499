"""`plenary.groups`: groups of people who come without their names. Published by registration; keyed by group."""

from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text

GROUPS = Topic("plenary.groups", "registration", "groups of people who come without their names")


class GroupFacts(Facts):
    """So many people (`number`) who are invited as one, without names, to a gathering: what they are called, and of which
    organization, if of one. They hold no seats.

    `named`: those of them who became known by name, and are counted by it. `came`: so many of the others were there; None where
    nobody said. `withdrawn`: they do not come.
    """

    gathering: UUID
    called: Text
    number: int
    organization: UUID | None = None
    named: list[UUID] = []
    came: int | None = None
    withdrawn: bool = False

    @property
    def unnamed(self) -> int:
        """So many are not counted by their names."""
        return 0 if self.withdrawn else max(self.number - len(self.named), 0)


class GroupListed(GroupFacts, Event):
    """A group was entered, or what is known of it changed; all that is known now."""

    type = "group.listed.v1"
    topic = GROUPS

    group: UUID
