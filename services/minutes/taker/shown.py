"""The minute taker's page as plain values for its templates."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any, Final, get_args

from services.minutes.contributions.model import Contribution
from services.minutes.desk.shown import room_shown
from services.minutes.paragraphs.model import BY_FORM, Paragraph, ParagraphState, thing_of
from services.minutes.proceedings.pages.frame import Sitting
from services.minutes.proceedings.queries import Present
from services.minutes.record.reader import Reader
from services.minutes.taker.queries import Sheet, Typed
from services.minutes.taker.speaking import speaking_shown
from shared.contracts.contributions import ContributionKind
from shared.contracts.paragraphs import Mark
from shared.locale import direction
from shared.locale.fold import folded
from shared.store import Stored

MARKS: Final = get_args(Mark)
ARRIVALS: Final = 6
"""So many who moved last are seen beside what is typed."""

KEPT_UNDER: Final = {
    "statement": "statements",
    "action": "actions",
    **dict.fromkeys(get_args(ContributionKind), "contributions"),
}
"""Where the desk keeps what a paragraph of this mark became."""


def shown(sheet: Sheet, sitting: Sitting) -> dict[str, Any]:
    """What `taker.html` shows."""
    reader = sitting.reader
    return {
        "groups": list(_groups(sheet, reader)),
        "items": [(str(each.item.id), _called(each.number, reader, each.item.facts.title)) for each in sheet.agenda],
        "marks": MARKS,
        **around_shown(sheet, sitting),
    }


def around_shown(sheet: Sheet, sitting: Sitting) -> dict[str, Any]:
    """Who is there, who can be named by two letters, and what is missing; `around` tells whether it is what was seen before."""
    speakers = [speaker_shown(each, sitting.reader) for each in sheet.there]
    moved = room_shown(sitting.minutes.entity, sheet.room, sitting.reader)
    rows = [*moved["rows"], *moved["folded"]][:ARRIVALS]
    gaps, speaking = _gaps(sheet, sitting.reader), speaking_shown(sheet.speaking, sitting.reader)
    seen = repr(
        (sheet.room.inside, rows, [(each["person"], each["label"]) for each in speakers], gaps, speaking, sheet.course)
    )
    return {
        "gaps": gaps,
        "speaking": speaking,
        "speakers": speakers,
        "inside": sheet.room.inside,
        "expected": sheet.room.expected,
        "rows": rows,
        "around": blake2b(seen.encode(), digest_size=8).hexdigest(),
        "plan": blake2b(
            repr([(each.number, each.item.id) for each in sheet.agenda]).encode(), digest_size=8
        ).hexdigest(),
    }


def speaker_shown(each: Present, reader: Reader) -> dict[str, str]:
    """Somebody who can be named: as they are called, and the words by which they are found, in every script that is known."""
    names = dict(each.home.name) if each.home else {}
    home = reader.words(names).text if names else ""
    return {
        "person": str(each.person),
        "organization": str(each.organization or ""),
        "label": f"{each.name} · {home}" if home else each.name,
        "fold": " ".join(folded(" ".join([each.name, *names.values()]))),
    }


def _groups(sheet: Sheet, reader: Reader) -> Iterator[dict[str, Any]]:
    """Each item with what was typed on it; then what was typed on none, or on what was taken off."""
    rows = rows_shown(sheet.typed, reader)
    ids = {str(each.item.id) for each in sheet.agenda}
    for each in sheet.agenda:
        id = str(each.item.id)
        title = _called(each.number, reader, each.item.facts.title)
        yield {"id": id, "title": title, "rows": [row for row in rows if row["item"] == id]}
    yield {"id": "", "title": "", "rows": [row for row in rows if row["item"] not in ids]}


def _called(number: str, reader: Reader, title: Any) -> str:
    return f"{number}. \u2068{reader.words(title).text}\u2069"  # a title may be written the other way than its number


def rows_shown(typed: Typed, reader: Reader) -> list[dict[str, Any]]:
    """Each paragraph, by place."""
    return [row_shown(typed, each, reader) for each in typed.paragraphs]


def row_shown(typed: Typed, stored: Stored[Paragraph], reader: Reader) -> dict[str, Any]:
    """One paragraph; `thing`: where what it became is kept, once it stands in the record."""
    each, facts = stored.entity, stored.entity.facts
    person = typed.people.get(facts.speaker) if facts.speaker else None
    home = typed.organizations.get(facts.organization) if facts.organization else None
    decided = facts.mark in BY_FORM and thing_of(each.id) in typed.decisions
    settled = each.state is ParagraphState.SETTLED
    return {
        "id": each.id,
        "item": str(facts.item or ""),
        "turn": facts.turn,
        "revision": each.revision,
        "version": stored.version,
        "mark": facts.mark or "",
        "speaker": (person.name or "") if person else each.named,
        "speaks": str(facts.speaker or ""),
        "home": reader.words(home.name).text if home and home.name else "",
        "organization": str(facts.organization or ""),
        "words": each.words,
        "said_in": facts.said_in,
        "direction": direction(facts.said_in),
        "at": reader.clock(each.begun_at),
        "open": each.state is ParagraphState.TYPED and not decided,
        "struck": not each.stands,
        "recorded": settled or decided,
        "thing": f"{KEPT_UNDER[facts.mark]}/{thing_of(each.id)}"
        if settled and facts.mark
        else "decisions"
        if decided
        else "",
    }


def _gaps(sheet: Sheet, reader: Reader) -> dict[str, Any]:
    """What is to be looked at before the minutes are closed."""
    return {
        "to_settle": len(sheet.typed.to_settle()),
        "unmarked": len(sheet.typed.unmarked()),
        "to_decide": [(each.id, _short(each.words)) for each in sheet.typed.to_decide()],
        "undisposed": [(each.id, _short(each.words)) for each in _by_age(sheet.open)],
        "ownerless": [(each.id, _short(reader.words(each.facts.text).text)) for each in sheet.ownerless],
    }


def _by_age(some: Sequence[Contribution]) -> list[Contribution]:
    return sorted(some, key=lambda each: (each.made_at, each.id))


SHORT: Final = 80


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rsplit(' ', 1)[0]}…"
