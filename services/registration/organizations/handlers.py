"""What happens to organizations."""

from typing import TypeVar

from services.registration.organizations import queries
from services.registration.organizations.model import ListOrganization, Organization, above_itself, ranks
from shared.contracts import Event
from shared.errors import Conflict
from shared.flow import Change, Read
from shared.store import Entity

E = TypeVar("E", bound=Entity)


async def list_organization(command: ListOrganization, read: Read) -> Change[Organization]:
    """An organization is entered or changed; the same facts again change nothing."""
    await read.ahead((Organization, command.organization), (Organization, command.parent))
    there = await read.maybe(Organization, command.organization)
    organization = there or Organization(command.organization)
    if command.organization not in ranks(await queries.parents(read, {command.organization: command.parent})):
        raise above_itself()
    await queries.must_be_listed(read, {("parent",): command.parent})
    return entered(organization, organization.list_(command), overwrites=command.new and there is not None)


def entered(entity: E, event: Event | None, *, overwrites: bool) -> Change[E]:
    """An entry as it is now. Raises Conflict (exists) where something new was asked for, and another entry is there."""
    if event and overwrites:
        raise Conflict("It is there already and says something else; change it with PUT and If-Match.", code="exists")
    return Change(entity, event)
