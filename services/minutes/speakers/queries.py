"""What is asked of the store about lists of speakers: which there are, which is the one of now, and who may be put on one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from services.minutes.attendance.model import Attendance
from services.minutes.attendance.queries import WAS_THERE, names_of, noted_there
from services.minutes.mirrors.model import Person
from services.minutes.speakers.model import Speakers, SpeakersState
from shared.flow import Read
from shared.store import In
from shared.store.every import every


async def lists_of(read: Read, gathering: UUID) -> dict[UUID, Speakers]:
    """The lists of a gathering, by item."""
    found = [each.entity async for each in every(read, Speakers, {"gathering": gathering})]
    return {each.facts.item: each for each in found}


def current_of(lists: Sequence[Speakers]) -> Speakers | None:
    """The list of now: where somebody speaks; else one on which somebody waits, or that is open; of several the one of which
    something was told last."""
    return max(lists, key=_now, default=None)


def _now(each: Speakers) -> tuple[bool, bool, datetime, UUID]:
    told = max(at for at in (each.opened_at, each.moved_at) if at)
    return bool(each.speaking), bool(each.line) or each.state is SpeakersState.OPEN, told, each.id


async def came_as(read: Read, gathering: UUID, person: UUID) -> Attendance | None:
    """How somebody is there, or was at some time, by the door or as it is noted; None for who is not. Of one who was entered
    twice under any of the ids; who speaks for an organization comes before who speaks for none."""
    names = set((await names_of(read, [person], Person))[person])
    where = {"gathering": gathering, "person": In(sorted(names)), "state": In(WAS_THERE)}
    came = [each.entity for each in (await read.find(Attendance, where, limit=len(names) * 4)).items]
    came += [each.seen() for each in await noted_there(read, gathering) if each.person in names]
    return max(came, key=lambda each: (each.inside, each.organization is not None, each.id), default=None)
