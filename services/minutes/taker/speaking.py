"""Who speaks, beside what is typed: the list of speakers of now, and of whom nothing is written yet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from services.minutes.paragraphs.model import Paragraph, thing_of
from services.minutes.record.reader import Reader
from services.minutes.speakers.model import Speakers
from services.minutes.speakers.queries import current_of
from services.minutes.speakers.shown import Floor, floor_of, items_shown, speaker_shown
from services.minutes.speakers.speaker import Speaker
from services.minutes.statements.model import Statement
from shared.flow import Read
from shared.store import Store
from shared.store.every import every

NEXT: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """The list of now with those who spoke on it of whom nothing is written; None: there is none."""

    floor: Floor
    speakers: Speakers | None = None
    unwritten: Sequence[Speaker] = ()


async def speaking_of(store: Store, gathering: UUID) -> Speaking:
    """As it is now."""
    floor = await floor_of(store, gathering)
    speakers = current_of([*floor.lists.values()])
    if speakers is None:
        return Speaking(floor=floor)
    item = speakers.facts.item
    read, on = Read(store), {"gathering": gathering, "item": item}
    typed = [each.entity async for each in every(read, Paragraph, on, sort="turn")]
    about = [each for each in typed if each.stands]
    became = {thing_of(each.id) for each in typed}
    said = [each.entity async for each in every(read, Statement, on, sort="turn")]
    by_hand = [each.facts.speaker for each in said if each.stands and each.id not in became]
    written = Counter([*(each.facts.speaker for each in about), *by_hand])
    return Speaking(floor=floor, speakers=speakers, unwritten=_unwritten(speakers, written))


def _unwritten(speakers: Speakers, written: Counter[UUID | None]) -> list[Speaker]:
    """Of somebody who spoke twice two things are written."""
    found = []
    for each in speakers.spoken:
        if each.purpose == "point_of_order":
            continue
        if written[each.person] > 0:
            written[each.person] -= 1
        else:
            found.append(each)
    return found


def speaking_shown(speaking: Speaking, reader: Reader) -> dict[str, Any]:
    """What `speaking.html` shows; the same as long as nobody else speaks, waits or is written down."""
    speakers = speaking.speakers
    if speakers is None:
        return {"item": None, "now": [], "next": [], "unwritten": []}
    items = {each["id"]: each for each in items_shown(speaking.floor, reader)}

    def rows(some: Sequence[Speaker]) -> list[dict[str, Any]]:
        return [_row(speaker_shown(speaking.floor, speakers, each, reader, each.added_at)) for each in some]

    return {
        "item": items[speakers.facts.item],
        "now": rows(speakers.speaking[:1]),
        "next": rows(speakers.waiting[:NEXT]),
        "unwritten": rows(speaking.unwritten),
    }


def _row(each: dict[str, Any]) -> dict[str, Any]:
    """Without how long it took: that alone is no news."""
    called = f"{each['name']} · {each['home']}" if each["home"] else each["name"]
    return {**{key: each[key] for key in ("id", "person", "name", "home", "purpose", "organization")}, "called": called}
