"""What is asked of the store about groups."""

from typing import NamedTuple
from uuid import UUID

from services.registration.entries.merging import called
from services.registration.groups.model import Group
from services.registration.organizations.model import Organization
from shared.contracts.groups import GroupFacts
from shared.locale import choose
from shared.store import Store
from shared.store.every import every


class Told(NamedTuple):
    """A group as a list tells it: by its name, and that of its organization."""

    id: UUID
    called: str
    organization: str
    facts: GroupFacts


async def coming(store: Store, gathering: UUID, language: str) -> list[Told]:
    """Those in which somebody comes without a name."""
    return [each for each in await groups_of(store, gathering, language) if each.facts.unnamed]


async def groups_of(store: Store, gathering: UUID, language: str) -> list[Told]:
    """Those of a gathering, in the order of the alphabet."""
    found = [each.entity async for each in every(store, Group, {"gathering": gathering})]
    homes = await called(store, Organization, [each.facts.organization for each in found if each.facts.organization])

    def told(group: Group) -> Told:
        facts = group.facts
        home = homes.get(facts.organization) if facts.organization else None
        name = choose(home.name, language) if home else ""
        return Told(group.id, choose(facts.called, language), name, facts)

    return sorted(map(told, found), key=lambda each: each.called.casefold())
