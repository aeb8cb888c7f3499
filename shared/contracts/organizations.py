"""`plenary.organizations`: who may be represented. Published by registration."""

from uuid import UUID, uuid5

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

ORGANIZATIONS = Topic("plenary.organizations", "registration", "organizations")

Text = dict[str, str]
"""A text by language (BCP 47 tag: `fa`, `ar`, `en`)."""


_ORGANIZATIONS = UUID("0f6d1c5e-6f0b-5d0c-9a3e-3a7c1c6a5b01")


def organization_id(code: str) -> UUID:
    """The id of the organization with this code, so that entering it twice is entering it once. Case does not matter."""
    return uuid5(_ORGANIZATIONS, code.strip().casefold())


class OrganizationFacts(Facts):
    """Who may be represented. `organization_kind`: one of the kinds that have words (`ministry`), or any other word.

    `parent`: what it is a part of. `also`: other names that it goes by. `precedence`: its place among all; the lowest comes
    first, who has none after all others.
    """

    code: str
    name: Text
    organization_kind: str
    country: str | None = None
    parent: UUID | None = None
    also: list[str] = []
    precedence: int | None = None


class OrganizationListed(OrganizationFacts, Event):
    """An organization was entered or its entry changed; the facts as they are now."""

    type = "organization.listed.v1"
    topic = ORGANIZATIONS

    organization: UUID


class OrganizationMerged(Event):
    """It was entered twice: whatever names it means `into` from now on (which may have been merged in its turn)."""

    type = "organization.merged.v1"
    topic = ORGANIZATIONS

    organization: UUID
    into: UUID
