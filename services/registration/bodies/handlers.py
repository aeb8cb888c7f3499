"""What happens to bodies."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from services.registration.bodies.model import Body, FormBody
from services.registration.entries.merging import kept
from services.registration.organizations.handlers import entered
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import must_be_listed
from shared.contracts import Event, Record
from shared.contracts.organizations import OrganizationMerged
from shared.flow import Change, Hear, Read
from shared.store.every import every


async def form_body(command: FormBody, read: Read) -> Change[Body]:
    """A body is formed or changed; the same facts again change nothing."""
    await read.ahead((Body, command.body), *((Organization, member) for member in command.members))
    there = await read.maybe(Body, command.body)
    body = there or Body(command.body)
    meant = await must_be_listed(read, {("members", n): member for n, member in enumerate(command.members)})
    command = replace(command, members=[meant[member] for member in command.members])
    return entered(body, body.form(command), overwrites=command.new and there is not None)


async def follow(record: Record, read: Read) -> Iterable[Change[Body]]:
    """An organization was merged: the one that is kept is the member, once. All bodies are looked through: there are few."""
    target = await kept(read, Organization, record.key)
    ids = [each.id async for each in every(read, Body, {}) if record.key in each.entity.members] if target else []
    found = await read.many(Body, ids)
    return [Change(each, each.replace(record.key, target.id, record.at)) for each in found.values() if target]


ON: Mapping[type[Event], Hear] = {OrganizationMerged: follow}
