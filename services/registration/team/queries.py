"""What is asked of roles: what they are for, and who holds them."""

from collections.abc import Sequence
from uuid import UUID

from services.registration.bodies.model import Body
from services.registration.gatherings.model import Gathering
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import LISTED
from services.registration.people.model import Person
from services.registration.team.model import OF_WHAT, Role
from shared.contracts.organizations import Text
from shared.errors import Invalid
from shared.flow import Read
from shared.store import Store

OFFERED = 300
"""So many bodies, organizations and gatherings a form offers."""


async def called(read: Read, office: str, thing: UUID | None) -> Text | None:
    """What a role is for, by language; None for one that stands alone. Raises Invalid where the thing does not fit."""
    what = OF_WHAT.get(office)
    if what is None and thing is not None:
        raise Invalid.at("This role is for no single thing; leave it empty.", "thing")
    title = await _title(read, what, thing) if what and thing else None
    if what and title is None:
        raise Invalid.at(f"Say for which {what} of those on record.", "thing")
    return title


async def _title(read: Read, what: str, thing: UUID) -> Text | None:
    if what == "gathering":
        gathering = await read.maybe(Gathering, thing)
        return gathering.title if gathering else None
    named = await (read.maybe(Body, thing) if what == "body" else read.maybe(Organization, thing))
    return named.name if named else None


async def everybody(store: Store, roles: Sequence[Role]) -> dict[UUID, Person]:
    """Those who hold these roles and are on record."""
    found = await store.get_many(Person, [*{person for role in roles for person in role.holders}])
    return {id: stored.entity for id, stored in found.items()}


async def things(store: Store) -> list[tuple[UUID, str, Text]]:
    """What a role can be for, to choose from: each with what it is. The first `OFFERED` of each kind."""
    bodies = await store.find(Body, {}, sort="code", limit=OFFERED)
    organizations = await store.find(Organization, LISTED, sort="code", limit=OFFERED)
    gatherings = await store.find(Gathering, {}, sort="-starts_at", limit=OFFERED)
    return [
        *((each.id, "body", each.entity.name) for each in bodies.items),
        *((each.id, "organization", each.entity.name) for each in organizations.items),
        *((each.id, "gathering", each.entity.title) for each in gatherings.items),
    ]
