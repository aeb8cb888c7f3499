"""A list of speakers as plain values for its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.minutes.agenda.model import AgendaItem
from services.minutes.agenda.queries import Numbered, items_of, numbered
from services.minutes.course.model import Course
from services.minutes.course.queries import course_of
from services.minutes.mirrors.model import Organization, Person
from services.minutes.proceedings.queries import Present
from services.minutes.record.reader import Reader
from services.minutes.speakers.model import Speakers
from services.minutes.speakers.queries import current_of, lists_of
from services.minutes.speakers.speaker import Speaker, nth, spoke
from shared.flow import Read
from shared.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The agenda with the lists of its items, and who stands on them; `course`: which item is in hand."""

    agenda: Sequence[Numbered]
    course: Course
    lists: Mapping[UUID, Speakers]
    people: Mapping[UUID, Person]
    organizations: Mapping[UUID, Organization]

    @property
    def in_hand(self) -> UUID | None:
        """The item that the meeting deals with now, if it is still on the agenda."""
        return self.course.now_of([each.item.id for each in self.agenda])

    @property
    def now(self) -> tuple[UUID | None, Speakers | None]:
        """The item of which the room is to read, and its list: where somebody speaks; else the item in hand, with a list or
        without; else the list of now."""
        current, item = current_of([*self.lists.values()]), self.in_hand
        if item is None or (current and current.speaking):
            return (current.facts.item, current) if current else (None, None)
        return item, self.lists.get(item)


async def floor_of(store: Store, gathering: UUID) -> Floor:
    """As it is now; what was taken off the agenda has no list any more."""
    read = Read(store)
    agenda = numbered(await items_of(read, gathering))
    there, lists = {each.item.id for each in agenda}, await lists_of(read, gathering)
    lists = {item: each for item, each in lists.items() if item in there}
    asked = [one for each in lists.values() for one in each.asked]
    homes = {each.organization for each in asked if each.organization}
    return Floor(
        agenda=agenda,
        course=await course_of(read, gathering),
        lists=lists,
        people=await read.many(Person, list({each.person for each in asked})),
        organizations=await read.many(Organization, list(homes)),
    )


def list_shown(floor: Floor, speakers: Speakers, reader: Reader, now: datetime) -> dict[str, Any]:
    """Who has the floor, who waits, and who has spoken."""
    waiting = speakers.waiting
    speaking = [speaker_shown(floor, speakers, each, reader, now) for each in speakers.speaking]
    return {
        "state": speakers.state.value,
        "limit": speakers.facts.limit,
        "now": speaking[:1],
        "interrupted": speaking[1:],
        "waiting": [speaker_shown(floor, speakers, each, reader, now) | _beside(waiting, each) for each in waiting],
        "spoken": [speaker_shown(floor, speakers, each, reader, now) for each in reversed(speakers.spoken)],
    }


def _beside(waiting: Sequence[Speaker], one: Speaker) -> dict[str, Any]:
    """Before whom they would speak one place earlier or later, of those who ask for the same; None: there is no such place."""
    same = [each.id for each in waiting if each.purpose == one.purpose]
    at = same.index(one.id)
    return {
        "above": same[at - 1] if at else None,
        "below": at + 1 < len(same),
        "behind": same[at + 2] if at + 2 < len(same) else None,
        "others": [each for each in same if each != one.id],
    }


def speaker_shown(floor: Floor, speakers: Speakers, one: Speaker, reader: Reader, now: datetime) -> dict[str, Any]:
    """One of them. `name` is "" for whoever is not known any more; `took`: minutes and seconds."""
    person = floor.people.get(one.person)
    home = floor.organizations.get(one.organization) if one.organization else None
    took, limit = int(spoke(speakers.asked, one, now).total_seconds()), speakers.facts.limit
    return {
        "id": one.id,
        "person": one.person,
        "organization": one.organization,
        "name": (person.name or "") if person else "",
        "home": reader.words(home.name).text if home and home.name else "",
        "purpose": one.purpose,
        "nth": nth(speakers.asked, one),
        "reason": one.reason,
        "since": reader.clock(one.began_at) if one.began_at else None,
        "until": reader.clock(one.ended_at) if one.ended_at else None,
        "took": f"{took // 60}:{took % 60:02}",
        "over": limit is not None and took > limit,
    }


def items_shown(floor: Floor, reader: Reader) -> list[dict[str, Any]]:
    """Each item of the agenda, with how its list stands ("": there is none), and how many wait."""
    return [item_shown(floor, reader, each.number, each.item) for each in floor.agenda]


def item_shown(floor: Floor, reader: Reader, number: str, item: AgendaItem) -> dict[str, Any]:
    """One item."""
    speakers = floor.lists.get(item.id)
    return {
        "id": item.id,
        "number": number,
        "title": reader.words(item.facts.title),
        "state": speakers.state.value if speakers else "",
        "speaking": bool(speakers and speakers.speaking),
        "waiting": len(speakers.line) if speakers else 0,
    }


def people_shown(there: Sequence[Present], reader: Reader) -> list[tuple[str, str]]:
    """Those who can be put on a list, as they are called and in whose name."""
    homes = {each.person: reader.words(each.home.name).text for each in there if each.home and each.home.name}
    return [(str(each.person), " · ".join(filter(None, (each.name, homes.get(each.person))))) for each in there]
