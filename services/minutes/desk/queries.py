"""What the desk shows: the minutes with their decisions, and who is in the room at this moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.minutes.actions.model import Action
from services.minutes.attendance.model import DELEGATE, Attendance, Presence
from services.minutes.attendance.queries import WAS_THERE, met_at, noted_there, people_of, quorum
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.model import Body, Gathering, Organization, Person
from services.minutes.paragraphs.model import Paragraph
from services.minutes.proceedings.queries import Proceedings, proceedings_of
from services.minutes.record.model import Minutes, State
from shared.contracts.decisions import QuorumCount
from shared.errors import Conflict
from shared.flow import Read
from shared.store import In, Range, Store, Stored

LISTED = 200
"""Delegates whose names stand on the page; of a larger hall it says how many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Who is there. `inside` of those who were let in (`expected`), in any category; `delegates` came, the last to move first.

    `held_at`: when it met, or is to meet. `more` delegates came who are not listed. `count` is the quorum of this moment, None
    without a rule; `unknown`: the body is not on record yet, so nobody can be counted.
    """

    held_at: datetime | None
    inside: int
    expected: int
    delegates: Sequence[Attendance]
    more: int
    people: Mapping[UUID, Person]
    organizations: Mapping[UUID, Organization]
    count: QuorumCount | None
    unknown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Minutes, the gathering and the body as far as they are known, what was said and decided, and who is there.

    `ownerless`: actions that nobody is to do yet. `members`: those whose delegates objected, or that have reservations.
    """

    minutes: Stored[Minutes]
    gathering: Gathering
    body: Body | None
    decisions: Sequence[Decision]
    proceedings: Proceedings
    room: Room
    members: Mapping[UUID, Organization]
    ownerless: int


async def desk_of(store: Store, minutes: Stored[Minutes]) -> Desk:
    """All that stands on the desk."""
    read, id = Read(store), minutes.id
    gathering = await read.maybe(Gathering, id) or Gathering(id)
    proceedings = await proceedings_of(read, minutes.entity, keeper=True)
    return Desk(
        minutes=minutes,
        gathering=gathering,
        body=await read.maybe(Body, gathering.body) if gathering.body else None,
        decisions=proceedings.decisions,
        proceedings=proceedings,
        room=await room_of(store, id),
        members=await read.many(Organization, [id for each in proceedings.decisions for id in each.spoken_for]),
        ownerless=await read.count(Action, {"gathering": id, "owed": True, "person": None, "organization": None}),
    )


async def room_of(store: Store, gathering: UUID) -> Room:
    """Who is there now, in a handful of round trips."""
    read, here = Read(store), {"gathering": gathering}
    noted = [each.seen() for each in await noted_there(read, gathering)]
    delegates = await _delegates(read, gathering, [each for each in noted if each.category == DELEGATE])
    came = await read.count(Attendance, {**here, "category": DELEGATE, "state": In(WAS_THERE)})
    came += sum(each.category == DELEGATE for each in noted)
    try:
        count, unknown = await quorum(read, gathering) if await read.maybe(Gathering, gathering) else None, False
    except Conflict:
        count, unknown = None, True
    return Room(
        held_at=await met_at(read, gathering),
        inside=await read.count(Attendance, {**here, "state": Presence.PRESENT}) + sum(each.inside for each in noted),
        expected=await read.count(Attendance, {**here, "state": In(tuple(Presence))}),
        delegates=delegates,
        more=came - len(delegates),
        people=await people_of(read, delegates),
        organizations=await read.many(Organization, [each.organization for each in delegates if each.organization]),
        count=count,
        unknown=unknown,
    )


async def _delegates(read: Read, gathering: UUID, noted: Sequence[Attendance]) -> list[Attendance]:
    """Those inside, then those who left, as many as are listed; whoever moved last comes first. `noted`: by hand."""
    found = [*noted][:LISTED]
    for state in WAS_THERE:
        where = {"gathering": gathering, "category": DELEGATE, "state": state}
        page = await read.find(Attendance, where, limit=LISTED - len(found)) if len(found) < LISTED else None
        found += [stored.entity for stored in page.items] if page else []
    return sorted(found, key=lambda each: each.passages[-1].at, reverse=True)


async def begun_as(store: Store, gathering: UUID, paragraph: str) -> Paragraph | None:
    """The paragraph in which this decision was typed, if that is what the page was asked for."""
    try:
        stored = await store.get(Paragraph, UUID(paragraph)) if paragraph else None
    except ValueError:
        return None
    return stored.entity if stored and stored.entity.facts.gathering == gathering and stored.entity.stands else None


FIRST = 3
"""Minutes on a card of *Today*."""


async def waiting(store: Store, states: Sequence[State]) -> tuple[int, list[Minutes], dict[UUID, Gathering]]:
    """Minutes of meetings that have ended and are in one of these states: how many, those that wait longest, and the
    gatherings."""
    read, where = Read(store), {"state": In(states), "closed_at": Range()}
    page = await read.find(Minutes, where, sort="closed_at", limit=FIRST)
    first = [stored.entity for stored in page.items]
    return await read.count(Minutes, where), first, await read.many(Gathering, [each.id for each in first])
