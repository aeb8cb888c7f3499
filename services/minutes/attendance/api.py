"""The API of attendance: who came, and whether they are enough."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from services.minutes.attendance import queries
from services.minutes.attendance.handlers import note_presence
from services.minutes.attendance.model import Attendance, Presence
from services.minutes.attendance.roll import Noted, NotePresence, Noting
from services.minutes.mirrors.model import Person
from services.minutes.record.api import keepers, readable
from shared.contracts.decisions import QuorumCount
from shared.contracts.people import Post
from shared.contracts.registrations import Source
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, public
from shared.http.fields import Instant

routes = Routes(prefix="/v1/minutes/{gathering}", tags=["attendance"])


class PassageView(View):
    """One way through the door (UTC)."""

    at: datetime
    way: str
    source: Source


class AttendanceView(View):
    """One registration in the record. `name` is null while the person is unknown here, and for ever once erased.

    `title` and `position` are those of when it met: no later change touches them.
    """

    registration: UUID
    person: UUID | None
    name: str | None
    title: str
    position: str
    organization: UUID | None
    category: str
    state: Presence | None
    inside: bool
    passages: Sequence[PassageView]

    @classmethod
    def of(cls, attendance: Attendance, person: Person | None, at: datetime | None) -> Self:
        then = person.was(at) if person else Post()
        return cls(
            registration=attendance.id,
            person=attendance.person,
            name=person.name if person else None,
            title=then.title,
            position=then.position,
            organization=attendance.organization,
            category=attendance.category,
            state=attendance.state,
            inside=attendance.inside,
            passages=[PassageView.model_validate(passage) for passage in attendance.passages],
        )


class QuorumView(View):
    """The quorum at this moment, and how many members are `missing`; all null where no rule asks for one."""

    gathering: UUID
    count: QuorumCount | None
    quorate: bool | None
    missing: int | None

    @classmethod
    def of(cls, gathering: UUID, count: QuorumCount | None) -> Self:
        return cls(
            gathering=gathering, count=count, quorate=count and count.reached, missing=count.missing if count else None
        )


class PresenceForm(Form):
    """What is noted of somebody. `organization`: whom they represent, if not whom they registered for. `represented_by`: who
    speaks for them. `arrived_at`, `left_at`: of who was late, or left early."""

    person: UUID
    state: Annotated[Noting, Field(examples=["excused"])]
    organization: UUID | None = None
    represented_by: UUID | None = None
    arrived_at: Instant | None = None
    left_at: Instant | None = None


class PresenceView(View):
    """What is noted by hand of somebody (UTC); without a state nothing is any more."""

    person: UUID
    registration: UUID | None
    state: Noting | None
    organization: UUID | None
    represented_by: UUID | None
    arrived_at: datetime | None
    left_at: datetime | None


@routes.get("/roll", dependencies=keepers)
async def get_minutes_roll(gathering: UUID, store: Documents, paging: Paging) -> list[PresenceView]:
    """What is noted by hand."""
    return [PresenceView.model_validate(each.entity) for each in await paging(store, Noted, {"gathering": gathering})]


@routes.post("/roll", dependencies=keepers)
async def post_minutes_roll(gathering: UUID, form: PresenceForm, do: Do, caller: Caller) -> PresenceView:
    """Note somebody who is there, was, or is not. 409 `at-the-door` for whom the door saw, `already-approved`, and
    `not-in-session` for who is there before it has begun."""
    command = NotePresence(**do.message, gathering=gathering, by=caller.id, **form.model_dump())
    return PresenceView.model_validate((await do(note_presence, command)).entity)


@routes.post("/roll/{person}/strike", dependencies=keepers)
async def post_minutes_roll_strike(gathering: UUID, person: UUID, do: Do, caller: Caller) -> PresenceView:
    """What was noted of somebody was a mistake."""
    command = NotePresence(**do.message, gathering=gathering, person=person, state=None, by=caller.id)
    return PresenceView.model_validate((await do(note_presence, command)).entity)


@routes.get("/attendance", dependencies=keepers)
async def get_attendance(gathering: UUID, store: Documents, paging: Paging) -> list[AttendanceView]:
    """Who is registered, and who is or was inside, as the door told."""
    page = await paging(store, Attendance, {"gathering": gathering})
    read = Read(store)
    people, at = (
        await queries.people_of(read, [stored.entity for stored in page]),
        await queries.met_at(read, gathering),
    )
    return [AttendanceView.of(stored.entity, people.get(stored.entity.id), at) for stored in page]


@routes.get("/quorum", dependencies=[public, readable])
async def get_quorum(gathering: UUID, store: Documents) -> QuorumView:
    """Whether enough members are inside at this moment. 409 `body-unknown` while the body has not been heard of."""
    return QuorumView.of(gathering, await queries.quorum(Read(store), gathering))
