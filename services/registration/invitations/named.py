"""Somebody who is named to come: who has the address is meant, somebody new is entered. Only the id stays in the invitation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from services.registration.entries.merging import called
from services.registration.invitations.model import Invitation
from services.registration.people.commands import RecordPerson
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from services.registration.people.queries import person_at
from services.registration.people.typed import reached
from shared.auth import Keys
from shared.flow import Read
from shared.http.ask import Doing
from shared.store import Store


@dataclass(frozen=True, slots=True)
class Named:
    """As typed, and checked. Of a person who is on record under this address everything stays as it is."""

    name: str
    email: str
    language: str
    position: str | None = None

    async def on_record(self, do: Doing, store: Store, keys: Keys, invitation: Invitation, by: UUID | None) -> UUID:
        """Their id. Asked twice of the same address, it is the same person."""
        found = await person_at(Read(store), self.email)
        if found is not None and found.confirmed:
            return found.id
        id = uuid5(do.message["id"], f"person/{self.email}")
        command = RecordPerson(
            **do.message | {"id": id},
            person=id,
            name=self.name,
            **reached(keys, self.email, self.language),
            position=self.position,
            organization=invitation.facts.organization,
            by=by,
            by_address=True,
        )
        return (await do(record_person, command)).id


async def by_address(store: Store, people: Iterable[UUID]) -> dict[str, UUID]:
    """Who of these has which address, by the id that was given; an alias has those of both, since either may be typed."""
    there = await called(store, Person, ids := [*people])
    own = await store.get_many(Person, ids)
    both = [(id, each) for id in ids for each in (there.get(id), own[id].entity if id in own else None)]
    return {each.email: id for id, each in both if each and each.email}


async def must_have_room(store: Store, there: Invitation, named: Iterable[Named], remove: Iterable[UUID]) -> None:
    """Raises Conflict (`quota`) before anybody is entered where there are too many; who is named already is no one more."""
    stay = {*there.delegates} - {*remove}
    already = await by_address(store, stay)
    there.must_have_room(len(stay) + len({each.email for each in named} - already.keys()))


async def all_on_record(
    named: Sequence[Named], do: Doing, store: Store, keys: Keys, invitation: Invitation, by: UUID | None
) -> tuple[UUID, ...]:
    """The ids of all, in their order: several of one address are one person."""
    by_address = {each.email: each for each in reversed(named)}
    return tuple([await by_address[email].on_record(do, store, keys, invitation, by) for email in reversed(by_address)])
