"""What is asked of the letters on record."""

from collections.abc import Iterable
from uuid import UUID

from services.registration.letters.model import A_YEAR, Letter
from shared.errors import NotFound
from shared.flow import Read
from shared.store import In, Range, Store, Stored

MOST = 200
"""So many letters of one invitation are shown."""


async def there(store: Store, letter: UUID) -> Stored[Letter]:
    """Raises NotFound."""
    found = await store.get(Letter, letter)
    if found is None:
        raise NotFound("There is no such letter.")
    return found


async def letters_of(read: Read, invitation: UUID) -> list[Letter]:
    """The letters of an invitation, the latest first."""
    found = await read.find(Letter, {"invitation": invitation}, sort="-place", limit=MOST)
    return [stored.entity for stored in found.items]


async def next_place(read: Read, year: int) -> int:
    """The place after the last one of the year. Only a hint: the claim decides, and who was slower looks again.

    Nothing is left out: no letter is ever taken out of the register.
    """
    begin = year * A_YEAR
    last = await read.find(Letter, {"place": Range(gte=begin, lt=begin + A_YEAR)}, sort="-place", limit=1)
    return (last.items[0].entity.place if last.items else begin) + 1


async def replaced_by(store: Store, letters: Iterable[UUID]) -> dict[UUID, Letter]:
    """Those of these letters in whose place another one went out, with that one."""
    asked = [*letters]
    found = await store.find(Letter, {"replaces": In(asked)}, limit=MOST) if asked else None
    return {stored.entity.replaces: stored.entity for stored in found.items if stored.entity.replaces} if found else {}
