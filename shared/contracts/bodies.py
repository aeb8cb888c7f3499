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


Question = Literal["procedural", "substantive"]
"""What a vote is about: how to go on, or the matter itself."""


@dataclass(frozen=True, slots=True)
class Majority:
    """What a vote needs to adopt something: more than half (`simple`), two thirds or three quarters of those who voted in favour
    or against, with `abstentions` of those who abstained, too; or more than half of all members (`absolute`).
    """

    kind: Literal["simple", "two_thirds", "three_quarters", "absolute"] = "simple"
    abstentions: bool = False

    def required(self, voting: int, abstaining: int, members: int) -> int:
        """The smallest number in favour that adopts (at least 1): `voting` in favour or against, of so many members."""
        of = members if self.kind == "absolute" else voting + (abstaining if self.abstentions else 0)
        if self.kind in {"simple", "absolute"}:
            return of // 2 + 1
        part, whole = (2, 3) if self.kind == "two_thirds" else (3, 4)
        return max(1, -(-of * part // whole))


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
    as is known; in `calendar`. `majorities`: what a vote needs, by what it is about; of the others nothing is laid down.
    """

    code: str
    name: Text
    members: list[UUID]
    quorum: Quorum | None = None
    people: list[UUID] = []
    calendar: Calendar = "gregorian"
    terms: list[Membership] = []
    majorities: dict[Question, Majority] = {}


class BodyFormed(BodyFacts, Event):
    """A body was formed or changed, or somebody's membership ended; all that is known of it now."""

    type = "body.formed.v1"
    topic = BODIES

    body: UUID
