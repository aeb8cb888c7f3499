"""What is asked of the organizations on record. Every look is bounded and has an index."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from services.registration.entries.merging import kept, kept_id
from services.registration.entries.words import all_begin, words
from services.registration.organizations.model import DEEPEST, Organization
from shared.errors import Invalid, wrong
from shared.flow import Read
from shared.store import Cursor, Entity, Finds, Page, Where
from shared.store.every import PAGE

E = TypeVar("E", bound=Entity)

MOST = 1000
"""So many organizations are looked through for those that have parts."""
LAST = 10_000
"""After every place in the order of precedence."""

LISTED: Where = {"merged_into": None}
"""What lists show: no alias."""

Named: TypeAlias = Mapping[tuple[str | int, ...], UUID | None]
"""Which organization each field of a request names: the field's path -> its id, None where it names none."""


async def must_be_listed(read: Read, named: Named) -> dict[UUID, UUID]:
    """Each id that is named with that of the organization that is meant: of an alias, the one that was kept.

    Raises Invalid with every field that names an organization that is not on record.
    """
    missing = await unlisted(read, filter(None, named.values()))
    detail = "There is no organization with this id; list it first."
    if refused := [wrong(detail, *path) for path, organization in named.items() if organization in missing]:
        raise Invalid(detail, errors=refused)
    there = {id: await kept(read, Organization, id) for id in named.values() if id}
    return {id: each.id for id, each in there.items() if each}


async def meant(read: Read, named: UUID | None, *field: str | int) -> UUID | None:
    """The organization that is meant by the id in this field. Raises Invalid as `must_be_listed`."""
    return (await must_be_listed(read, {field: named})).get(named) if named else None


async def named_as(read: Read, asked: UUID | None, there: UUID | None) -> UUID | None:
    """The organization `asked` for; where it is the same as the one that stands `there`, in the words of that."""
    both = {await kept_id(read, Organization, each) for each in (asked, there) if each}
    return there if asked and there and len(both) == 1 else asked


async def unlisted(read: Read, organizations: Iterable[UUID]) -> set[UUID]:
    """Those that are no organization on record. Read them ahead: each that was not is a round trip."""
    return {each for each in organizations if await read.maybe(Organization, each) is None}


async def parents(read: Read, changed: Mapping[UUID, UUID | None]) -> dict[UUID, UUID | None]:
    """Organization -> its parent, of these (as they will be) and of all that stand above them, as far as may be.

    Above an alias stands the one that was kept. A round trip for each level.
    """
    known = dict(changed)
    for _ in range(DEEPEST):
        missing = {above for above in known.values() if above is not None and above not in known}
        if not missing:
            break
        there = await read.many(Organization, sorted(missing))
        known |= {
            each: (there[each].merged_into or there[each].facts.parent) if each in there else None for each in missing
        }
    return known


async def above(read: Read, organization: Organization) -> list[Organization]:
    """What it is a part of, and what that is a part of: the highest first."""
    found: list[Organization] = []
    there = await kept(read, Organization, organization.facts.parent)
    while there and there.id not in {organization.id, *(each.id for each in found)} and len(found) < DEEPEST:
        found.insert(0, there)
        there = await kept(read, Organization, there.facts.parent)
    return found


async def circle(read: Read, organization: UUID) -> list[Organization]:
    """Those through which its parents lead back to itself; none where they do not."""
    there = await kept(read, Organization, organization)
    chain = await above(read, there) if there else []
    if not there or not chain or not (first := chain[0].facts.parent):
        return []
    return [there, *chain] if await kept_id(read, Organization, first) == there.id else []


async def below(read: Read, organization: UUID, limit: int) -> list[Organization]:
    """Its parts, in order of precedence."""
    page = await read.find(Organization, {**LISTED, "parent": organization}, sort="code", limit=limit)
    return in_order(stored.entity for stored in page.items)


async def with_parts(read: Read) -> list[Organization]:
    """Those that have parts, in order of precedence; the first ones by code, where there are very many."""
    page = await read.find(Organization, LISTED, sort="code", limit=MOST)
    wholes = {stored.entity.facts.parent for stored in page.items}
    return in_order(stored.entity for stored in page.items if stored.id in wholes)


def in_order(organizations: Iterable[Organization]) -> list[Organization]:
    """By precedence; who has none comes after all others, by code."""
    return sorted(organizations, key=lambda each: (each.facts.precedence or LAST, each.code.casefold()))


async def by_code(read: Read, limit: int) -> list[Organization]:
    """The first organizations by code, for a list to choose from."""
    page = await read.find(Organization, LISTED, sort="code", limit=limit)
    return [stored.entity for stored in page.items]


class Search:
    """A store as a list sees it that is searched by words. All entries are looked through, in order, until a page is full:
    for what there are hundreds of. Without words it finds what the store finds. `also`: what else must hold of an entry.
    """

    def __init__(self, store: Finds, asked: str, also: Callable[[Any], bool] | None = None) -> None:
        self._store, self._asked, self._also = store, words(asked), also

    async def find(
        self, kind: type[E], where: Where, *, sort: str = "_id", limit: int = 100, after: Cursor | None = None
    ) -> Page[E]:
        """As `Store.find`, of those (`kind` has `words`) of which every word that was asked for begins one."""
        if not self._asked and self._also is None:
            return await self._store.find(kind, where, sort=sort, limit=limit, after=after)
        found: list[Any] = []
        while True:
            page = await self._store.find(kind, where, sort=sort, limit=PAGE, after=after)
            found += [each for each in page.items if self._is_meant(each.entity)]
            if len(found) > limit:
                last = found[limit - 1]
                return Page(found[:limit], (getattr(last.entity, sort.removeprefix("-")), str(last.id)))
            if page.next is None:
                return Page(found, None)
            after = page.next

    def _is_meant(self, entity: Any) -> bool:
        return all_begin(self._asked, entity.words) and (self._also is None or self._also(entity))
