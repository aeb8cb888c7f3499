"""`plenary.organizations`: who may be represented, and the bodies that decide. Published by registration."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic

ORGANIZATIONS = Topic("plenary.organizations", "registration", "organizations and bodies with their members")

Text = dict[str, str]
"""A text by language (BCP 47 tag: `fa`, `ar`, `en`)."""


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


class OrganizationListed(Event):
    """An organization was entered or its entry changed; the facts as they are now."""

    type = "organization.listed.v1"
    topic = ORGANIZATIONS

    organization: UUID
    code: str
    name: Text
    organization_kind: str
    country: str | None = None
    parent: UUID | None = None


class BodyFormed(Event):
    """A body was formed or changed: its member organizations, and its quorum rule or none."""

    type = "body.formed.v1"
    topic = ORGANIZATIONS

    body: UUID
    code: str
    name: Text
    members: list[UUID]
    quorum: Quorum | None = None
