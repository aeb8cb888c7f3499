"""`plenary.bodies`: the bodies that meet and decide, with their members. Published by registration."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar

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


@dataclass(frozen=True, slots=True)
class Membership:
    """An organization or a person is a member, from when to when, as precise as it is known (`1403`, `1403-08`, `1403-08-12`).

    Empty `since`: nobody knows. Empty `until`: it goes on.
    """

    member: UUID
    since: str = ""
    until: str = ""


class BodyFacts(Facts):
    """What decides. `members`: the organizations that are members now, of whom a quorum is counted; none where it has no rule.

    `people`: members for themselves (an expert of a panel). `terms`: since when each is a member and who was one before, as far
    as is known; in `calendar`.
    """

    code: str
    name: Text
    members: list[UUID]
    quorum: Quorum | None = None
    people: list[UUID] = []
    calendar: Calendar = "gregorian"
    terms: list[Membership] = []


class BodyFormed(BodyFacts, Event):
    """A body was formed or changed, or somebody's membership ended; all that is known of it now."""

    type = "body.formed.v1"
    topic = BODIES

    body: UUID
