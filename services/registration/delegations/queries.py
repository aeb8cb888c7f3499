"""What became of those who are named by an invitation, as their registrations say it. So many looks, however many they are."""

from collections.abc import Mapping
from uuid import UUID

from services.registration.gatherings.pool import Pool
from services.registration.invitations.coming import Became, Word
from services.registration.invitations.model import Invitation
from services.registration.people.model import Person
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.registrations.queries import line, of_people
from shared.flow import Read
from shared.store import Store

LINE = 300
"""So far from its beginning a waiting list is looked along: of who waits behind that it is not counted how many wait before."""

WORDS: Mapping[RegistrationState, Word] = {
    RegistrationState.CONFIRMED: "place",
    RegistrationState.WAITLISTED: "waits",
    RegistrationState.PENDING: "undecided",
    RegistrationState.ON_HOLD: "undecided",
    RegistrationState.REJECTED: "away",
    RegistrationState.WITHDRAWN: "away",
    RegistrationState.CANCELLED: "away",
}
"""Why somebody does not come is between them and the secretariat; who came in is the door's to say."""


async def became(store: Store, invitation: Invitation, people: Mapping[UUID, Person]) -> dict[UUID, Became]:
    """Of each delegate, by the id in the invitation. `people`: who is known of them; of an alias, the entry that was kept."""
    read = Read(store)
    there = await of_people(read, invitation.facts.gathering, people.values())
    before = await _before(read, [each for each in there.values() if each.rank is not None])
    return {id: _told(people.get(id), there, before) for id in invitation.delegates}


def _told(person: Person | None, there: Mapping[UUID, Registration], before: Mapping[UUID, int]) -> Became:
    """Who has no registration is about to have one: it follows from the event that named them."""
    registration = there.get(person.id) if person else None
    if registration is None:
        return Became("soon" if person and not person.erased else "away")
    word = "unconfirmed" if registration.unconfirmed else WORDS[registration.state]
    return Became(word, before.get(registration.id))


async def _before(read: Read, waiting: list[Registration]) -> dict[UUID, int]:
    """How many wait before each of these, as far as it is looked: one look at each line in which one of them stands."""
    pools = {each.pool: Pool(each.gathering, each.category) for each in waiting}
    return {each.id: n for pool in pools.values() for n, each in enumerate(await line(read, pool, LINE))}
