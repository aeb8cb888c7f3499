"""What is asked of the store: whose link is good, and what the feed behind it tells."""

from uuid import UUID

from services.registration.entries.merging import kept
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.people.model import Person
from services.registration.registrations import queries
from services.registration.registrations.model import Registration
from services.registration.subscriptions.model import CalendarFeed, Subscription
from shared.contracts.subscriptions import subscription_id
from shared.errors import NotFound
from shared.flow import Read
from shared.store import Store, Stored

MOST = 200
"""So many registrations a feed tells of at most, the latest."""

Coming = tuple[Stored[Gathering], Stored[Registration]]


async def newest(store: Store, person: UUID | None) -> CalendarFeed | None:
    """The subscription of a person whose link is good."""
    found = await store.find(CalendarFeed, {"person": person}, sort="-since", limit=1) if person else None
    return found.items[0].entity if found and found.items else None


async def owner(store: Store, subscription: UUID) -> Person:
    """Whose feed it is. Raises NotFound once there is a newer link, and for somebody who was erased."""
    read = Read(store)
    asked = await read.one(CalendarFeed, subscription)
    latest = await newest(store, asked.person)
    person = await kept(read, Person, asked.person)
    if latest is None or latest.id != asked.id or person is None or person.erased:
        raise NotFound("This calendar has moved: its owner made another link.")
    return person


async def reports_of(read: Read, person: Person) -> Subscription | None:
    """Whether somebody is told of reports, or was: by whichever id, first that by which they are."""
    ids = [subscription_id(each) for each in (person.id, *person.aliases)]
    there = await read.many(Subscription, ids)
    found = [there[id] for id in ids if id in there]
    return next((each for each in found if each.confirmed), found[0] if found else None)


async def coming(store: Store, person: UUID) -> list[Coming]:
    """Where this person has a place, waits for one or for an answer, of all that everybody may know; in the order of time."""
    where = await queries.all_of(store, person)
    page = await store.find(Registration, where, limit=MOST)
    found = [each for each in page.items if each.entity.stands or each.entity.undecided]
    gatherings = await store.get_many(Gathering, list({each.entity.gathering for each in found}))
    pairs = [(gatherings[each.entity.gathering], each) for each in found if each.entity.gathering in gatherings]
    known = [pair for pair in pairs if pair[0].entity.state is not GatheringState.DRAFT]
    return sorted(known, key=lambda pair: (pair[0].entity.starts_at, str(pair[1].id)))
