"""Who is responsible for an edition: they are few, and one page. Who did what is told is not told of it."""

from uuid import UUID, uuid5

from services.notifications.announcements.model import Announcement
from services.notifications.announcements.part import Hearer, Part
from services.notifications.mirrors.editions import Edition, Series
from services.notifications.mirrors.roles import Role
from shared.contracts.editions import EDITIONS
from shared.store import Heard, In, Store, Stored

ROLES = 10
"""So many roles are responsible for a series at most."""


async def responsible(store: Store, it: Announcement) -> Part:
    """Everybody, each once. Of the mandate that is not known yet only the secretariat: the others at the second look."""
    edition = await store.get(Edition, it.key) or Stored(Edition(it.key))
    series = await store.get(Series, edition.entity.series) if edition.entity.series else None
    roles = _roles(series.entity if series else Series(it.key))
    held = await store.find(Role, {"role": In(roles)}, limit=ROLES)
    people = {person for role in held.items for person in role.entity.holders} - {it.but}
    thing = Stored(edition.entity, heard={it.key: Heard(it.place, it.event)})
    return Part([_hearer(it, thing, person) for person in sorted(filter(None, people))], None, last=True)


def _roles(series: Series) -> list[str]:
    chair = [f"chair:{series.body}"] if series.body else []
    return ["secretariat", *chair, *(f"focal-point:{each}" for each in series.organizations)]


def _hearer(it: Announcement, thing: Stored[Edition], person: UUID) -> Hearer:
    return Hearer(uuid5(it.event, f"{it.template}/{person}"), person, EDITIONS.name, thing)
