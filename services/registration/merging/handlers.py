"""What stands in the way of merging; what then happens is the matter of the entries themselves."""

from services.registration.organizations.handlers import merge_organization
from services.registration.organizations.model import MergeOrganization, Organization
from services.registration.team.model import Role, role_id
from shared.errors import Conflict
from shared.flow import Change, Read


async def merge_organizations(command: MergeOrganization, read: Read) -> Change[Organization]:
    """Of two organizations that are one the duplicate becomes an alias. A role is for the one that it was given for."""
    role = await read.maybe(Role, role_id(f"focal-point:{command.organization}"))
    if role and role.holders:
        raise Conflict(
            "Somebody is focal point of the duplicate; make them focal point of the one that is kept, and revoke this role.",
            code="has-roles",
        )
    return await merge_organization(command, read)
