"""What is asked of the store about agendas: their order, from which the numbers follow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from services.minutes.agenda.model import AgendaItem
from services.minutes.mirrors.model import Gathering
from shared.errors import Invalid
from shared.flow import Read
from shared.store.every import every

DEEPEST = 3
"""Levels of an agenda: an item, its sub-items, and theirs."""

EARLIER = 200
"""Gatherings of one edition, or of one body, among which the previous one is looked for."""


class Numbered(NamedTuple):
    """An item with its number as it follows from the order ("3", or "3.1" of a sub-item; "" once it was taken off), and the items
    between which it can be put: just before the one above, or behind the one below.
    """

    number: str
    item: AgendaItem
    above: UUID | None = None
    below: UUID | None = None
    behind: UUID | None = None


async def items_of(read: Read, gathering: UUID) -> list[AgendaItem]:
    """Everything that is or was on the agenda, by turn."""
    return [each.entity async for each in every(read, AgendaItem, {"gathering": gathering}, sort="turn")]


def siblings(items: Iterable[AgendaItem], parent: UUID | None) -> list[AgendaItem]:
    """Those that stand below this one (None: the items that are no sub-items), in their order."""
    return [each for each in items if each.stands and each.facts.parent == parent]


def numbered(items: Sequence[AgendaItem]) -> list[Numbered]:
    """The agenda as it is read: each item, then its sub-items. Those whose item was taken off just as they came stand at its end:
    they are no sub-items any more, and no button moves them."""
    rows: dict[UUID | None, list[AgendaItem]] = {}
    for each in items:
        if each.stands:
            rows.setdefault(each.facts.parent, []).append(each)
    found = list(_level(rows, None, ""))
    for n, item in enumerate(_left(items), len(rows.get(None, ())) + 1):
        found += [Numbered(f"{n}", item), *_level(rows, item.id, f"{n}.")]
    return found


def _level(rows: Mapping[UUID | None, Sequence[AgendaItem]], parent: UUID | None, before: str) -> Iterator[Numbered]:
    row = rows.get(parent, ())
    ids = [each.id for each in row]
    for n, item in enumerate(row):
        number = f"{before}{n + 1}"
        above, below = ids[n - 1] if n else None, ids[n + 1] if n + 1 < len(row) else None
        yield Numbered(number, item, above, below, ids[n + 2] if n + 2 < len(row) else None)
        yield from _level(rows, item.id, f"{number}.")


def _left(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Sub-items that stand although their item does not."""
    standing = {each.id for each in items if each.stands}
    return [each for each in items if each.stands and each.facts.parent and each.facts.parent not in standing]


def over_others(items: Sequence[AgendaItem]) -> list[Numbered]:
    """Those below which another one can stand."""
    return [each for each in numbered(items) if each.number.count(".") < DEEPEST - 1]


async def must_be_on(read: Read, gathering: UUID, item: UUID | None) -> None:
    """Raises Invalid if this is no item of the agenda of this gathering (None: nothing was named), or was taken off."""
    found = await read.maybe(AgendaItem, item) if item else None
    if item and (found is None or found.facts.gathering != gathering or not found.stands):
        raise Invalid.at("This is no item of the agenda of this gathering.", "item")


async def previous_of(read: Read, gathering: Gathering) -> Gathering | None:
    """The last gathering before this one of the same edition, else of the same body; None where there is none."""
    for where in ({"edition": gathering.edition}, {"body": gathering.body}):
        if gathering.starts_at is None or None in where.values():
            continue
        page = await read.find(Gathering, where, limit=EARLIER)
        began = {stored.id: at for stored in page.items if (at := stored.entity.starts_at)}
        earlier = [id for id, at in began.items() if at < gathering.starts_at]
        if earlier:
            return await read.maybe(Gathering, max(earlier, key=lambda each: (began[each], each)))
    return None
