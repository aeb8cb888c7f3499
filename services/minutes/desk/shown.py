"""The desk as plain values for its templates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from services.minutes.attendance.model import Attendance
from services.minutes.contributions.model import ContributionState
from services.minutes.decisions.model import Decision, DecisionState
from services.minutes.decisions.outcomes import Involved, outcomes
from services.minutes.desk.queries import Desk, Room
from services.minutes.mirrors.model import Gathering, Organization
from services.minutes.proceedings import shown as proceedings
from services.minutes.record.model import Minutes, State
from services.minutes.record.reader import Reader, Words
from shared.contracts.people import Post
from shared.locale import LANGUAGES, direction
from shared.locale.languages import NAMES

STEPS = ("drawn_up", "running", "adjourned", "in_review", "approved", "published")
NOBODY: Mapping[UUID, Organization] = {}
NOTHING = Involved()
FOLDED = 3
"""Names that are seen before the list is unfolded."""


def shown(desk: Desk, language: str) -> dict[str, Any]:
    """What `desk.html` shows to a reader of this language."""
    reader, minutes = Reader.of(language, desk.gathering.time_zone), desk.minutes.entity
    return {
        "gathering": minutes.id,
        "minutes": minutes,
        "version": desk.minutes.version,
        "title": reader.words(desk.gathering.title),
        "body": reader.words(desk.body.name) if desk.body and desk.body.name else None,
        "step": step_of(minutes),
        "steps": STEPS,
        "decisions": [
            decided(reader, each, desk.members, desk.proceedings.involved) for each in reversed(desk.decisions)
        ],
        "next_number": desk.decisions[-1].facts.number + 1 if desk.decisions else 1,
        "gaps": list(gaps(desk)),
        "proceedings": {**proceedings.shown(desk.proceedings, reader), "open": minutes.approved_at is None},
        **room_shown(minutes, desk.room, reader),
    }


def step_of(minutes: Minutes) -> str:
    """Which of the steps these minutes are at."""
    if minutes.published:
        return "published"
    if minutes.approved_at:
        return "approved"
    if minutes.state is State.IN_REVIEW:
        return "in_review"
    return "adjourned" if minutes.closed_at else "running" if minutes.running else "drawn_up"


def room_shown(minutes: Minutes, room: Room, reader: Reader) -> dict[str, Any]:
    """What `present.html` shows; `live` while somebody may still come or go."""
    rows = [_row(room, each, reader) for each in room.delegates]
    return {
        "gathering": minutes.id,
        "live": minutes.closed_at is None,
        "room": room,
        "rows": rows[:FOLDED],
        "folded": rows[FOLDED:],
        "missing": room.count.missing if room.count else 0,
    }


def _row(room: Room, each: Attendance, reader: Reader) -> dict[str, Any]:
    person = room.people.get(each.id)
    home = room.organizations.get(each.organization) if each.organization else None
    then = person.was(room.held_at) if person else Post()
    return {
        "name": " ".join(filter(None, (then.title, person.name))) if person and person.name else "",
        "bare": person.name if person else "",
        "position": then.called(reader.language),
        "organization": reader.words(home.name).text if home else "",
        "inside": each.inside,
        "at": reader.clock(each.passages[-1].at),
    }


def decided(
    reader: Reader,
    decision: Decision,
    homes: Mapping[UUID, Organization] = NOBODY,
    around: Involved = NOTHING,
) -> dict[str, Any]:
    """One decision, as short as a list allows: its text in the reader's language, or the next best."""
    facts, named = decision.facts, {id: reader.words(each.name).text for id, each in homes.items()}
    return {
        "id": decision.id,
        "number": facts.number,
        "serial": {"year": str(facts.year), "serial": facts.serial} if facts.serial else None,
        "text": reader.words(facts.text),
        "state": decision.state.value,
        "adoption": facts.adoption,
        "votes": asdict(facts.votes) if facts.votes else None,
        "at": reader.moment(decision.decided_at),
        "corrected": bool(decision.earlier),
        "reason": decision.reason or (decision.earlier[-1].reason if decision.earlier else ""),
        "until": reader.moment(facts.reply_by) if facts.reply_by and decision.due else None,
        "objections": [(named.get(each.member) if each.member else None, each.words) for each in decision.objections],
        "reservations": [
            (named.get(each.member), Words(each.said_in, direction(each.said_in), each.words))
            for each in decision.reservations
        ],
        "stands": decision.state is not DecisionState.WITHDRAWN,
        "outcomes": outcomes(decision, around, reader),
    }


def gaps(desk: Desk) -> Iterator[dict[str, Any]]:
    """What a careful chair would still look at: none of it is in the way of approval."""
    if desk.room.unknown:
        yield {"key": "gap_body"}
    if desk.minutes.entity.closed_at and not desk.decisions:
        yield {"key": "gap_decisions"}
    if any(each.state is DecisionState.CIRCULATED for each in desk.decisions):
        yield {"key": "gap_silence"}
    for each in desk.decisions:
        lacking = [NAMES[tag] for tag in LANGUAGES if not each.facts.text.get(tag, "").strip()]
        if lacking and each.state is not DecisionState.WITHDRAWN:
            yield {"key": "gap_text", "number": each.facts.number, "languages": lacking, "decision": each.id}
    undisposed = [each for each in desk.proceedings.contributions if each.state is ContributionState.OPEN]
    if undisposed:
        yield {"key": "gap_contributions", "count": len(undisposed), "contribution": undisposed[0].id}
    yield from ({"key": key, "count": count} for key, count in _lacking(desk) if count)


def _lacking(desk: Desk) -> Iterator[tuple[str, int]]:
    """How many actions are without an owner, delegates without a name, and without a known organization."""
    yield "gap_owners", desk.ownerless
    yield "gap_names", sum(not _known(desk.room, each.id) for each in desk.room.delegates)
    yield "gap_homes", sum(each.organization not in desk.room.organizations for each in desk.room.delegates)


def _known(room: Room, id: UUID) -> bool:
    person = room.people.get(id)
    return bool(person and person.name)


def waiting_shown(
    first: Sequence[Minutes], gatherings: Mapping[UUID, Gathering], language: str
) -> list[dict[str, Any]]:
    """What `card.html` shows: where they are kept, what the meeting is called, and when it ended."""
    found = []
    for each in first:
        about = gatherings.get(each.id) or Gathering(each.id)
        reader = Reader.of(language, about.time_zone)
        ended = reader.day(each.closed_at) if each.closed_at else None
        found.append({"id": each.id, "title": reader.words(about.title), "ended": ended})
    return found
