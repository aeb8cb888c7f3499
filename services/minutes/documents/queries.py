"""What is asked of the store about documents of meetings: those of one, the number that is next, and who reads which."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from services.minutes.attendance.queries import meant, takes_part
from services.minutes.documents.model import MeetingDocument
from services.minutes.mirrors.merged import kept_person
from services.minutes.mirrors.model import Gathering
from services.minutes.mirrors.roles import holders
from services.minutes.record import scope
from shared.auth import Caller
from shared.contracts.documents import Distribution
from shared.flow import Read
from shared.store import Store
from shared.store.every import every


async def documents_of(read: Read, gathering: UUID) -> list[MeetingDocument]:
    """Every document of a gathering, by number."""
    return [each.entity async for each in every(read, MeetingDocument, {"gathering": gathering}, sort="number")]


async def next_number(read: Read, gathering: UUID) -> int:
    """The number after the last one, also if that was withdrawn. A hint: the claim of the document decides."""
    last = await read.find(MeetingDocument, {"gathering": gathering}, sort="-number", limit=1)
    return last.items[0].entity.facts.number + 1 if last.items else 1


async def end_of(read: Read, gathering: UUID, day: date | None) -> datetime | None:
    """When a day is over by the clocks of the venue (of UTC before they are known); the last day that there is never ends. None,
    too, where the gathering will not take place: nobody waits for it."""
    about = await read.maybe(Gathering, gathering) or Gathering(gathering)
    if day is None or day == date.max or about.cancelled:
        return None
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(about.time_zone)).astimezone(UTC)


async def answering(read: Read, organization: UUID | None) -> list[UUID]:
    """Who is told what is late: the focal points of who submitted it, under each id that it has, then the secretariat."""
    homes = await meant(read, organization) if organization else []
    found = await holders(read, *(f"focal-point:{home}" for home in homes), "secretariat")
    return list(dict.fromkeys([await kept_person(read, each) or each for each in found]))


BY_KEEPERS: Final = frozenset[Distribution]({"general", "limited", "restricted"})
BY_PARTICIPANTS: Final = frozenset[Distribution]({"general", "limited"})
BY_EVERYBODY: Final = frozenset[Distribution]({"general"})


async def read_by(store: Store, caller: Caller, gathering: UUID) -> frozenset[Distribution]:
    """Which documents of a gathering this caller reads. Raises NotFound for who takes no part, before the minutes are
    published."""
    if caller.id and await takes_part(Read(store), gathering, caller.id):
        return BY_KEEPERS if await scope.keeps(store, caller, gathering) else BY_PARTICIPANTS
    await scope.readable(store, caller, gathering)
    if await scope.keeps(store, caller, gathering):
        return BY_KEEPERS
    return BY_PARTICIPANTS if caller.is_("observer") else BY_EVERYBODY
