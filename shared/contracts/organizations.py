"""`plenary.organizations`: who may be represented. Published by registration."""

from uuid import UUID

from shared.contracts.event import Event, Topic

ORGANIZATIONS = Topic("plenary.organizations", "registration", "organizations")

Text = dict[str, str]
"""A text by language (BCP 47 tag: `fa`, `ar`, `en`)."""


class OrganizationListed(Event):
    """An organization was entered or its entry changed; the facts as they are now. `also`: other names that it goes by."""

    type = "organization.listed.v1"
    topic = ORGANIZATIONS

    organization: UUID
    code: str
    name: Text
    organization_kind: str
    country: str | None = None
    parent: UUID | None = None
    also: list[str] = []


class OrganizationMerged(Event):
    """It was entered twice: whatever names it means `into` from now on (which may have been merged in its turn)."""

    type = "organization.merged.v1"
    topic = ORGANIZATIONS

    organization: UUID
    into: UUID
