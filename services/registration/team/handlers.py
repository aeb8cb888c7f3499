"""Roles are granted and revoked."""

from services.registration.team import queries
from services.registration.team.model import Grant, Revoke, Role, role_id
from shared.flow import Change, Read


async def grant(command: Grant, read: Read) -> Change[Role]:
    """Somebody holds a role from now on. Asked twice, nothing more happens."""
    id = role_id(command.role)
    role = await read.maybe(Role, id) or Role(id)
    return Change(role, role.grant(command, await queries.called(read, command.facts.office, command.thing)))


async def revoke(command: Revoke, read: Read) -> Change[Role]:
    """Somebody does not hold a role any more. Asked twice, nothing more happens."""
    role = await read.one(Role, role_id(command.role))
    return Change(role, role.revoke(command))
