"""The course of a meeting: which item is in hand; an item is taken up, closed, or either was a mistake."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from services.minutes.agenda.api import of_these
from services.minutes.agenda.queries import items_of
from services.minutes.course.handlers import close_item, take_up_item, undo_course
from services.minutes.course.model import CloseItem, Course, TakeUpItem, UndoCourse
from services.minutes.course.queries import course_of
from services.minutes.proceedings.course import course_shown
from services.minutes.proceedings.pages.frame import NOTHING, At, Came, Sitting, html, id_of, show
from services.minutes.record.api import keepers
from shared.contracts.courses import course_id
from shared.errors import Refused
from shared.flow import Read
from shared.http import Documents, Routes
from shared.store import Store
from shared.web.typed import Posted, Typed

BACK: Final[Mapping[str, str]] = {"desk": "#course", "taker": "/taker", "speakers": "/speakers", "course": "/course"}
"""Where the card stands, and what is shown again after one of its buttons was pressed."""

routes = Routes(prefix="/gatherings/{gathering:uuid}/course", include_in_schema=False)


class On(NamedTuple):
    """Somebody who keeps the course of a meeting."""

    sitting: Sitting
    request: Request
    store: Store


async def _on(sitting: At, request: Request, store: Documents) -> On:
    return On(sitting, request, store)


OnCourse: TypeAlias = Annotated[On, Depends(_on)]


@routes.get("", dependencies=keepers)
async def get_course(on: OnCourse) -> Response:
    """All that was taken up, and when."""
    return await _page(on)


@routes.post("/take-up", dependencies=keepers)
async def post_taking_up(on: OnCourse, form: Posted) -> Response:
    """Deal with the chosen item from now on."""
    form.must("item")
    item = id_of(form, "item")
    if item is None or form.errors:
        return await _page(on, Came(form, 422))
    command = TakeUpItem(**form.do.message, gathering=on.sitting.minutes.id, item=item)
    return await _done(on, form, take_up_item, command)


@routes.post("/close/{item:uuid}", dependencies=[*keepers, of_these])
async def post_closing(on: OnCourse, item: UUID, form: Posted) -> Response:
    """It is dealt with, for now."""
    command = CloseItem(**form.do.message, gathering=on.sitting.minutes.id, item=item)
    return await _done(on, form, close_item, command)


@routes.post("/undo", dependencies=keepers)
async def post_undoing(on: OnCourse, form: Posted) -> Response:
    """The last step, as it was seen, was a mistake."""
    command = UndoCourse(**form.do.message, gathering=on.sitting.minutes.id)
    return await _done(on, form, undo_course, command, (Course, course_id(on.sitting.minutes.id)))


async def card(request: Request, store: Store, sitting: Sitting, back: str, chosen: UUID | None = None) -> Markup:
    """What is in hand, and the buttons, as a part of another page."""
    shown = {**sitting.frame, **await _shown(store, sitting, chosen)}
    return Markup(bytes(html.answer(request, "course-card.html", back=back, **shown).body).decode())  # noqa: S704  it was escaped


async def _shown(store: Store, sitting: Sitting, chosen: UUID | None = None) -> dict[str, Any]:
    read, minutes = Read(store), sitting.minutes.entity
    course, items = await course_of(read, minutes.id), await items_of(read, minutes.id)
    stored = read.seen(Course, course.id)
    seen = course.ended(minutes.closed_at)
    return {
        "course": course_shown(items, seen, minutes, sitting.reader, chosen),
        "course_version": stored.version if stored else 0,
    }


async def _done(
    on: On, form: Typed, handler: Any, command: Any, seen: tuple[type[Course], UUID] | None = None
) -> Response:
    """The page on which the button was; what is in the way is said on the page of the course."""
    try:
        await form.do(handler, command, document=seen)
    except Refused as refused:
        return await _page(on, Came.of(form, refused))
    where = BACK.get(form["back"], BACK["course"])
    return RedirectResponse(f"/minutes/gatherings/{on.sitting.minutes.id}{where}", 303)


async def _page(on: On, came: Came = NOTHING) -> Response:
    shown = await _shown(on.store, on.sitting)
    return show(on.request, "course.html", on.sitting, came, back="course", **shown)
