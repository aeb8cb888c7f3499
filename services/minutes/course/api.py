"""The API of the course of a meeting: which item is in hand; take one up, close it, undo the last step."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import Depends, Response

from services.minutes.agenda.api import of_these
from services.minutes.course.handlers import close_item, take_up_item, undo_course
from services.minutes.course.model import CloseItem, Course, TakeUpItem, TakingState, UndoCourse
from services.minutes.record.api import keepers, readable
from shared.contracts.courses import TakingFacts, course_id
from shared.contracts.decisions import QuorumCount
from shared.errors import NotFound
from shared.http import Do, Documents, Routes, View, answer, matches, public
from shared.store import Store, Stored

routes = Routes(prefix="/v1/minutes/{gathering}", tags=["agenda"])


class TakingView(TakingFacts, View):
    """An item that was taken up, once (UTC). `closing_quorum`: how the quorum stood when it was closed; null where no rule asks
    for one, and of what ended with the session."""

    id: UUID
    state: TakingState
    closed_at: datetime | None
    closing_quorum: QuorumCount | None


class CourseView(View):
    """The course of a meeting. `in_hand`: the item that it deals with now; `taken`: all that it took up, in that order, without
    what was a mistake."""

    id: UUID
    gathering: UUID
    in_hand: UUID | None
    taken: list[TakingView]

    @classmethod
    def told(cls, course: Course) -> "CourseView":
        """With all that stands."""
        now = course.in_hand
        return cls(
            id=course.id,
            gathering=course.gathering,
            in_hand=now.item if now else None,
            taken=[TakingView.of(each) for each in course.stands],
        )


async def stored_course(store: Store, gathering: UUID) -> Stored[Course]:
    """Raises NotFound where nothing was taken up yet."""
    stored = await store.get(Course, course_id(gathering))
    if stored is None:
        raise NotFound("Nothing on this agenda was taken up yet.")
    return stored


async def _begun(gathering: UUID, store: Documents) -> None:
    await stored_course(store, gathering)


begun: Any = Depends(_begun)
"""Something was taken up."""


@routes.get("/course", dependencies=[public, readable])
async def get_course(gathering: UUID, store: Documents, response: Response) -> CourseView:
    """Which item is in hand, and when each was taken up and closed. 404 where nothing was yet."""
    return answer(response, await stored_course(store, gathering), CourseView.told)


@routes.post("/agenda/{item}/take-up", dependencies=[*keepers, of_these])
async def post_agenda_item_taking_up(gathering: UUID, item: UUID, do: Do) -> CourseView:
    """The meeting deals with this item from now on; one that is in hand is closed. 409: `not-in-session`, `body-unknown`,
    `full`."""
    command = TakeUpItem(**do.message, gathering=gathering, item=item)
    return CourseView.told((await do(take_up_item, command)).entity)


@routes.post("/agenda/{item}/close", dependencies=[*keepers, of_these])
async def post_agenda_item_closing(gathering: UUID, item: UUID, do: Do) -> CourseView:
    """The meeting has dealt with it, for now. 409: `not-in-hand`, `not-in-session`, `body-unknown`."""
    command = CloseItem(**do.message, gathering=gathering, item=item)
    return CourseView.told((await do(close_item, command)).entity)


@routes.post("/course/undo", dependencies=[*keepers, begun, matches])
async def post_course_undoing(gathering: UUID, do: Do) -> CourseView:
    """The last step was a mistake: what was taken up was not, what was closed is in hand still. 409: `not-in-session`,
    `nothing-to-undo`, `withdrawn`."""
    command = UndoCourse(**do.message, gathering=gathering)
    return CourseView.told((await do(undo_course, command, document=(Course, course_id(gathering)))).entity)
