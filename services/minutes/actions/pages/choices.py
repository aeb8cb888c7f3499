"""What the forms of an action offer to choose from: owners, gatherings and editions."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from services.minutes.actions.pages.shown import named
from services.minutes.attendance.model import Attendance
from services.minutes.attendance.queries import people_of
from services.minutes.mirrors.editions import Edition
from services.minutes.mirrors.model import Gathering, Organization
from services.minutes.record import scope
from services.minutes.record.model import Minutes
from services.minutes.record.reader import Reader
from shared.auth import Caller
from shared.flow import Read
from shared.store import Store

MOST = 300
"""So many of each kind are offered."""

Option = tuple[str, str]


async def organizations(store: Store, reader: Reader) -> list[Option]:
    """Those that were not merged into another, by name."""
    page = await store.find(Organization, {"merged_into": None}, limit=MOST)
    return _by_name((f"organization:{each.id}", reader.words(each.entity.name).text) for each in page.items)


async def people(store: Store, gathering: UUID | None) -> list[Option]:
    """Whoever was registered for the gathering; of none, nobody."""
    if gathering is None:
        return []
    page = await store.find(Attendance, {"gathering": gathering}, limit=MOST)
    there = await people_of(Read(store), [stored.entity for stored in page.items])
    return _by_name((f"person:{each.id}", each.name or "") for each in {one.id: one for one in there.values()}.values())


async def gatherings(store: Store, reader: Reader, keeper: Caller) -> list[Option]:
    """Those that have not adjourned, whose record they keep: they may look at it next."""
    page = await store.find(Minutes, {"state": "draft", "closed_at": None}, limit=MOST)
    found = await store.get_many(Gathering, [each.id for each in page.items])
    own = {id: each.entity for id, each in found.items() if scope.keeps_of(keeper, each.entity)}
    return _by_name((str(id), reader.words(each.title).text) for id, each in own.items())


async def editions(store: Store, reader: Reader) -> list[tuple[str, dict[str, Any]]]:
    """All that are known, by series, the latest first."""
    page = await store.find(Edition, {}, limit=MOST)
    there = await named(store, [each.id for each in page.items if each.entity.number], reader)
    return sorted(((str(id), each) for id, each in there.items()), key=lambda it: (it[1]["series"], -it[1]["number"]))


def _by_name(options: Iterable[Option]) -> list[Option]:
    return sorted((each for each in options if each[1]), key=lambda each: each[1].casefold())
