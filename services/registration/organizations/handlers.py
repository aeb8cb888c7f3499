"""What happens to organizations."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from services.registration.entries import merging
from services.registration.organizations import queries
from services.registration.organizations.model import (
    ListOrganization,
    MergeOrganization,
    Organization,
    above_itself,
    ranks,
)
from shared.contracts import Event, Record
from shared.contracts.organizations import OrganizationListed, OrganizationMerged
from shared.errors import Conflict
from shared.flow import Change, Hear, Read
from shared.store import Entity
from shared.store.every import every

E = TypeVar("E", bound=Entity)


async def list_organization(command: ListOrganization, read: Read) -> Change[Organization]:
    """An organization is entered or changed; the same facts again change nothing. Nor do those of an alias: it is not entered
    again, and whoever brings an old table finds the one that was kept."""
    facts = command.facts
    await read.ahead((Organization, command.organization), (Organization, facts.parent))
    there = await read.maybe(Organization, command.organization)
    if there and there.merged_into:
        return await _kept(command, read, there)
    organization = there or Organization(command.organization)
    if command.organization not in ranks(await queries.parents(read, {command.organization: facts.parent})):
        raise above_itself()
    parent = await queries.meant(read, facts.parent, "parent")
    command = replace(command, facts=facts.model_copy(update={"parent": parent}))
    return entered(organization, organization.list_(command), overwrites=command.new and there is not None)


async def merge_organization(command: MergeOrganization, read: Read) -> Change[Organization]:
    """Of two that are one the duplicate becomes an alias; asked twice, nothing more happens."""
    duplicate = await read.one(Organization, command.organization)
    target = await merging.into(read, duplicate, command.into)
    if target is None:
        return Change(duplicate)
    if duplicate.id not in ranks(await queries.parents(read, {duplicate.id: target.id})):
        raise Conflict(
            "It stands above the one that is kept; change what that stands below first.", code="stands-above"
        )
    await merging.become_alias(read, duplicate, target, command.at, command.by)
    return Change(duplicate, duplicate.merged())


async def follow(record: Record, read: Read) -> Iterable[Change[Organization]]:
    """One was merged: the one that is kept knows it, and what stood below the alias stands below that."""
    target = await merging.take_note(read, Organization, record.key)
    below = [each.id async for each in every(read, Organization, {"parent": record.key})]
    found = await read.many(Organization, below)
    kept = await merging.kept(read, Organization, record.key)
    moved = [Change(each, each.stand_below(kept.id, record.at)) for each in found.values() if kept]
    return [*([Change(target)] if target and target.id not in found else []), *moved]


async def keep_apart(record: Record, read: Read) -> Iterable[Change[Organization]]:
    """Two were put below each other at once, which neither decision could see: the one that was put there last is a part of
    nothing from now on. Whoever is told of either does the same."""
    event = record.event
    if not isinstance(event, OrganizationListed) or event.parent is None:
        return []
    circle = await queries.circle(read, record.key)
    last = max(circle, key=lambda each: (each.stands_since(), each.id), default=None)
    return [Change(last, last.stand_below(None, record.at))] if last else []


async def _kept(command: ListOrganization, read: Read, alias: Organization) -> Change[Organization]:
    if command.new:
        raise Conflict("It was entered before, and merged into another.", code="exists")
    kept = await merging.kept(read, Organization, alias.id)
    return Change(kept or alias)


def entered(entity: E, event: Event | None, *, overwrites: bool) -> Change[E]:
    """An entry as it is now. Raises Conflict (exists) where something new was asked for, and another entry is there."""
    if event and overwrites:
        raise Conflict("It is there already and says something else; change it with PUT and If-Match.", code="exists")
    return Change(entity, event)


ON: Mapping[type[Event], Hear] = {OrganizationListed: keep_apart, OrganizationMerged: follow}
