"""Inviting somebody to a role: two commands, first the person, if nobody has the address, then the role."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from services.registration.people.commands import RecordPerson
from services.registration.people.handlers import record_person
from services.registration.people.queries import person_at
from services.registration.people.typed import reached
from services.registration.team import handlers, queries
from services.registration.team.model import Grant, Role
from shared.auth import Caller, Keys
from shared.contracts.grants import Appointment, Office
from shared.flow import Read
from shared.http import Do
from shared.store import Store


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is to hold which role. Of a person who is on record under this address, name and language stay as they are."""

    name: str
    email: str
    language: str
    office: Office
    thing: UUID | None = None

    async def carry_out(self, do: Do, store: Store, keys: Keys, by: Caller) -> Role:
        """The role afterwards. Raises Invalid where the thing does not fit the role, before anybody is entered."""
        await queries.called(Read(store), self.office, self.thing)
        person = await self._person(do, store, keys)
        command = Grant(**do.message, facts=Appointment(office=self.office, person=person, by=by.id), thing=self.thing)
        return (await do(handlers.grant, command)).entity

    async def _person(self, do: Do, store: Store, keys: Keys) -> UUID:
        """Who has the address; somebody new is entered."""
        found = await person_at(Read(store), self.email)
        if found is not None and found.confirmed:
            return found.id
        id = uuid5(do.message["id"], "person")
        command = RecordPerson(
            **do.message | {"id": id},
            person=id,
            name=self.name,
            **reached(keys, self.email, self.language),
            by_address=True,
        )
        return (await do(record_person, command)).id
