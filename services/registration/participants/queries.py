"""What is asked of the store: who may read the list of participants, and who stands on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from services.registration.entries.merging import called
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import LAST
from services.registration.people.model import Person
from services.registration.registrations.listing import Listing
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.registrations.queries import own
from shared.auth import Caller
from shared.errors import NotFound
from shared.locale import choose
from shared.store import Range, Store, Where
from shared.store.every import every

TOGETHER = 500
"""So many are read at a time."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody as the list shows them. `organization` is empty for who comes for themselves; `bare` is the name without title."""

    organization: str
    name: str
    also: str
    position: str
    category: str
    bare: str = ""


@dataclass(frozen=True, slots=True)
class Delegation:
    """Those of one organization, in the order of precedence, then of the alphabet."""

    organization: str
    people: list[Participant]


async def must_take_part(store: Store, caller: Caller, gathering: UUID) -> None:
    """Raises NotFound unless the caller holds a place there, or is of the secretariat."""
    if caller.is_("secretariat"):
        return
    where = {**await own(store, caller), **has_a_place(gathering)}
    if not (await store.find(Registration, where, limit=1)).items:
        raise NotFound("There is no such thing here.")


def has_a_place(gathering: UUID) -> Where:
    """Whoever takes part in it."""
    return {"gathering": gathering, "state": RegistrationState.CONFIRMED}


async def delegations(store: Store, gathering: UUID, language: str) -> list[Delegation]:
    """Those who hold a place and consented, by organization in the order of precedence, then of the alphabet.

    Who comes for themselves comes last.
    """
    found: list[tuple[tuple[object, ...], Participant]] = []
    listed = every(store, Listing, {"gathering": gathering, "since": Range()})
    ids = [each.entity.registration async for each in listed]
    for start in range(0, len(ids), TOGETHER):
        there = [each.entity for each in (await store.get_many(Registration, ids[start : start + TOGETHER])).values()]
        there = [each for each in there if each.state is RegistrationState.CONFIRMED]
        people = await called(store, Person, [each.person for each in there])
        homes = await called(store, Organization, [*{each.organization for each in there if each.organization}])
        found += [placed for each in there if (placed := _placed(each, people, homes, language))]
    found.sort(key=lambda each: each[0])
    alike = groupby(found, key=lambda each: (each[0][:4], each[1].organization))
    return [Delegation(organization, [each for _, each in of]) for (_, organization), of in alike]


def _placed(
    registration: Registration, people: Mapping[UUID, Person], homes: Mapping[UUID, Organization], language: str
) -> tuple[tuple[object, ...], Participant] | None:
    """Somebody, and where they stand on the list; None for somebody who was erased."""
    person = people.get(registration.person)
    if person is None or person.erased or not person.confirmed:
        return None
    home = homes.get(registration.organization) if registration.organization else None
    name = choose(home.name, language) if home else ""
    shown = Participant(
        name, person.addressed, person.name_also or "", person.position or "", registration.category, person.name
    )
    place = home.facts.precedence or LAST if home else LAST
    return (
        home is None,
        place,
        name.casefold(),
        str(home.id if home else ""),
        person.precedence or LAST,
        registration.sorted_as,
        str(person.id),
    ), shown
