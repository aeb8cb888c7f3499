"""What follows from merging, as numbers; and what might be the same."""

import asyncio
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from services.registration.bodies.model import Body
from services.registration.organizations.model import Organization
from services.registration.people.model import Person
from shared.store import Finds, Store, Stored
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
