"""What stands in the way of merging; what then happens is the matter of the entries themselves."""

from services.registration.merging import queries
from services.registration.organizations.handlers import merge_organization
from services.registration.organizations.model import MergeOrganization, Organization
from services.registration.people.commands import MergePerson
from services.registration.people.handlers import merge_person
from services.registration.people.model import Person
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


async def merge_people(command: MergePerson, read: Read) -> Change[Person]:
    """Of two people who are one the duplicate becomes an alias. Nobody has two places at a gathering, nor a role by an alias."""
    duplicate = await read.one(Person, command.person)
    if not duplicate.merged_into:
        if await queries.holds_a_role(read, duplicate):
            raise Conflict(
                "The duplicate has a role; invite the one that is kept to it, and revoke this one.", code="has-roles"
            )
        if await queries.both_at(read, duplicate, command.into):
            raise Conflict(
                "Both are registered for the same gathering; cancel one of the two registrations first.",
                code="both-registered",
            )
    return await merge_person(command, read)
