"""Who is meant by an id, after people who were entered twice have been merged."""

from uuid import UUID

from services.minutes.mirrors.model import Person
from shared.flow import Read


async def kept_person(read: Read, person: UUID | None) -> UUID | None:
    """Who is meant by this id: of one who was entered twice, the one that was kept; None once erased, or never heard of."""
    there, passed = (await read.maybe(Person, person) if person else None), {person}
    while there and there.merged_into and there.merged_into not in passed:
        person = there.merged_into
        passed.add(person)
        there = await read.maybe(Person, person)
    return person if there and not there.erased else None
