"""What an invitation leads to: who comes by it has a place, who does not any more has none. Each follows from the event."""

from collections.abc import Iterable
from uuid import uuid5

from services.registration.entries.merging import kept
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.invitations.queries import lets_in
from services.registration.people.model import Person
from services.registration.registrations import places
from services.registration.registrations.commands import Register
from services.registration.registrations.model import Registration
from services.registration.registrations.queries import of_person
from shared.contracts import Record
from shared.contracts.invitations import InvitationDeclined, InvitationMoved
from shared.flow import Change, Read

GONE = (GatheringState.CANCELLED, GatheringState.HELD)
"""Nobody takes a place there any more. Before registration opens, who is invited does."""


async def follow(record: Record, read: Read) -> Iterable[Change[Registration]]:
    """Those who come by an invitation get a seat or a rank each, those who do not any more give theirs up."""
    event = record.event
    if not isinstance(event, InvitationMoved):
        return []
    gathering = await read.one(Gathering, event.gathering)
    await read.many(Person, [*event.coming, *event.freed])
    people = {id: person for id in [*event.coming, *event.freed] if (person := await kept(read, Person, id))}
    coming = [people[id] for id in event.coming if id in people and gathering.state not in GONE]
    stay = {people[id].id for id in event.coming if id in people}
    freed = [people[id] for id in event.freed if id in people and people[id].id not in stay]
    found = [
        *[await _let_in(record, event, each, read, gathering) for each in coming],
        *[await _let_go(event, each, read) for each in freed],
    ]
    return [change for change in found if change]


async def _let_in(
    record: Record, event: InvitationMoved, person: Person, read: Read, gathering: Gathering
) -> Change[Registration] | None:
    """A place; None for who has one, whatever as, and for who was erased."""
    asked = Register(
        id=uuid5(record.id, str(person.id)),
        at=record.at,
        gathering=gathering.id,
        person=person.id,
        category=event.category,
        organization=event.organization,
        by_secretariat=True,
    )
    registration = await of_person(read, gathering.id, person) or Registration.of(asked)
    if registration.stands or person.erased or not person.confirmed:
        return None
    registration.begin(asked, by_secretariat=True)
    registration.is_of(person)
    place = await places.draw(read, gathering, gathering.pool(event.category))
    return Change(registration, registration.take(place, "invited"))


async def _let_go(event: InvitationMoved, person: Person, read: Read) -> Change[Registration] | None:
    """The place is given up, or taken back; None for one that is not held by the invitation, or by another one, too, and for who
    is inside."""
    registration = await of_person(read, event.gathering, person)
    if registration is None or not registration.stands or registration.inside:
        return None
    if isinstance(event, InvitationDeclined) and event.person:
        return Change(registration, registration.withdraw())
    if registration.admitted != "invited" or registration.category != event.category:
        return None
    if await lets_in(read, event.gathering, person, person.organization, event.category):
        return None
    return Change(registration, registration.cancel())
