"""What follows from merging, as numbers; and what might be the same."""

import asyncio
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from services.registration.bodies.model import Body
from services.registration.entries.merging import every_id, kept
from services.registration.organizations.model import Organization
from services.registration.people.model import Person
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.team.model import Role
from shared.flow import Read
from shared.store import Finds, In, Store, Stored
from shared.store.every import every

SHOWN = 20
"""So many entries a search for the other one shows."""


async def with_organization(store: Store, organization: UUID) -> Mapping[str, int]:
    """What will be of the one that is kept: people, organizations below it, bodies of which it is a member."""
    people, below = await asyncio.gather(
        store.count(Person, {"organization": organization}), store.count(Organization, {"parent": organization})
    )
    bodies = [each.id async for each in every(store, Body, {}) if organization in each.entity.members]
    return {"people": people, "organizations": below, "bodies": len(bodies)}


async def others(found: Finds, kind: type[Any], where: Mapping[str, Any], sort: str, one: UUID) -> list[Stored[Any]]:
    """Those that are called so, without the one itself."""
    page = await found.find(kind, where, sort=sort, limit=SHOWN)
    return [each for each in page.items if each.id != one]


async def with_person(store: Store, person: UUID) -> Mapping[str, int]:
    """What will be shown under the one that is kept."""
    return {"registrations": await store.count(Registration, {"person": person})}


async def holds_a_role(read: Read, person: Person) -> bool:
    """Whether this id, or one that leads to it, has a role. All roles are looked through: there are few."""
    ids = {*await every_id(read, Person, person)}
    return bool([each.id async for each in every(read, Role, {}) if ids & each.entity.holders.keys()])


async def both_at(read: Read, duplicate: Person, target: UUID) -> set[UUID]:
    """The gatherings at which both have a registration that stands or waits."""
    there = await kept(read, Person, target)
    return await _gatherings(read, duplicate) & await _gatherings(read, there) if there else set()


async def _gatherings(read: Read, person: Person) -> set[UUID]:
    over = {RegistrationState.REJECTED, RegistrationState.WITHDRAWN, RegistrationState.CANCELLED}
    found = every(read, Registration, {"person": In(await every_id(read, Person, person))})
    return {each.entity.gathering async for each in found if each.entity.state not in over}
