"""`plenary.bodies`: the bodies that meet and decide, with their members. Published by registration."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.organizations import Text

BODIES = Topic("plenary.bodies", "registration", "bodies with their members and quorum rules")


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many members must be present: more than, or at least, `numerator/denominator` of them."""

    rule: Literal["more_than", "at_least"] = "more_than"
    numerator: int = 1
    denominator: int = 2

    def required(self, members: int) -> int:
        """The smallest number of present members that fulfils the rule (at least 1)."""
        whole, rest = divmod(members * self.numerator, self.denominator)
        more = 1 if self.rule == "more_than" or rest else 0
        return max(1, whole + more)


class BodyFormed(Event):
    """A body was formed or changed: its member organizations, and its quorum rule or none."""

    type = "body.formed.v1"
    topic = BODIES

    body: UUID
    code: str
    name: Text
    members: list[UUID]
    quorum: Quorum | None = None
