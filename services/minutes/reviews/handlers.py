"""What happens when minutes are circulated: everybody who was there is asked, and who approves them."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from services.minutes.attendance.model import Attendance
from services.minutes.attendance.queries import WAS_THERE, noted_there
from services.minutes.mirrors.merged import kept_person
from services.minutes.mirrors.model import Person
from services.minutes.reviews.model import Review, review_id
from shared.contracts import Event, Record
from shared.contracts.minutes import MinutesCirculated
from shared.contracts.registrations import TAKES_PART
from shared.flow import Change, Hear, Read
from shared.store import In
from shared.store.every import every


async def ask(record: Record, read: Read) -> Iterable[Change[Review]]:
    """Each of them, once in a round. After a change only who had approved it is asked again."""
    event = record.event
    if not isinstance(event, MinutesCirculated):
        return []
    asked = await _meant(read, event.changed or [*event.approvers, *await _were_there(read, event.gathering)])
    named, changed = await _meant(read, event.approvers), await _meant(read, event.changed)
    there = await read.many(Review, [review_id(event.gathering, id) for id in asked])
    changes = []
    for person in asked:
        review = there.get(review_id(event.gathering, person))
        how = {"approves": person in named, "again": person in changed}
        told = (review, review.ask(event, **how)) if review else Review.asked(person, event, **how)
        if told[1]:
            changes.append(Change(*told))
    return changes


async def _meant(read: Read, these: Sequence[UUID]) -> list[UUID]:
    """Who they are by now, each once; without those that are erased or were never heard of."""
    await read.many(Person, list(dict.fromkeys(these)))
    return list(dict.fromkeys([who for each in these if (who := await kept_person(read, each))]))


async def _were_there(read: Read, gathering: UUID) -> list[UUID]:
    """Those who came by the door, or of whom it is noted by hand, and whose record it is."""
    where = {"gathering": gathering, "state": In(WAS_THERE)}
    came = [each.entity async for each in every(read, Attendance, where)]
    came += [each.seen() for each in await noted_there(read, gathering)]
    return [each.person for each in came if each.person and each.category in TAKES_PART]


ON: Mapping[type[Event], Hear] = {MinutesCirculated: ask}
