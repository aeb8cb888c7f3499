"""The page of a list of speakers, for whoever keeps it; and what the room reads of it from afar."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, NamedTuple, TypeAlias, get_args
from uuid import UUID

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.agenda.api import of_these
from services.minutes.proceedings.pages.course import card
from services.minutes.proceedings.pages.frame import NOTHING, At, Came, Sitting, id_of, reason_of
from services.minutes.proceedings.queries import present
from services.minutes.record.api import keepers
from services.minutes.speakers import commands as ask
from services.minutes.speakers import handlers as does
from services.minutes.speakers.model import Speakers
from services.minutes.speakers.shown import floor_of, items_shown, list_shown, people_shown
from shared.contracts.speakers import Purpose, speakers_id
from shared.errors import NotFound, Refused
from shared.flow import Read
from shared.http import Documents, Routes
from shared.store import Store
from shared.web import Pages
from shared.web.typed import Posted, Typed

TROUBLES: Final = (
    *("closed", "full", "adjourned", "not-waiting", "not-speaking", "not-begun", "already-approved", "stale", "other"),
)
"""Why something cannot be done, as far as it is said in words of its own."""
PURPOSES: Final = get_args(Purpose)
LIMITS: Final = (60, 120, 180, 300, 420, 600, 900)
"""Seconds that the page lets one choose from."""
NEXT: Final = 3
"""So many who speak next are read from afar."""
OF_LIST: Final[Mapping[str, tuple[Any, bool]]] = {
    "open": (does.open_speakers, False),
    "close": (does.close_speakers, True),
    "limit": (does.limit_speakers, True),
    "add": (does.add_speaker, False),
}
OF_SPEAKER: Final[Mapping[str, tuple[Any, Any, bool]]] = {
    "move": (does.move_speaker, ask.MoveSpeaker, True),
    "take-off": (does.take_off_speaker, ask.TakeOffSpeaker, False),
    "begin": (does.begin_speaker, ask.BeginSpeaker, False),
    "end": (does.end_speaker, ask.EndSpeaker, False),
}
"""What a button asks for, and whether the list must be as it was seen."""

routes = Routes(prefix="/gatherings/{gathering:uuid}/speakers", include_in_schema=False)
html = Pages("services.minutes.speakers")


class On(NamedTuple):
    """Somebody at the list of an item (None: at that of now)."""

    sitting: Sitting
    request: Request
    store: Store
    item: UUID | None


async def _at(sitting: At, request: Request, store: Documents) -> On:
    return On(sitting, request, store, None)


async def _on(sitting: At, request: Request, store: Documents, item: UUID) -> On:
    return On(sitting, request, store, item)


AtNow: TypeAlias = Annotated[On, Depends(_at)]
OnItem: TypeAlias = Annotated[On, Depends(_on)]


@routes.get("", dependencies=keepers)
async def get_speakers(on: AtNow) -> Response:
    """The list of now, or of the item in hand; where there is neither, that of the first item."""
    return await _page(on)


@routes.get("/room", dependencies=keepers)
async def get_room(on: AtNow) -> Response:
    """The item in hand, who speaks and who comes next, in large letters; it goes on by itself."""
    sitting = on.sitting
    floor = await floor_of(on.store, sitting.minutes.id)
    item, speakers = floor.now if sitting.minutes.entity.closed_at is None else (None, None)
    items, now = items_shown(floor, sitting.reader), on.request.app.state.service.clock()
    return html.answer(
        on.request,
        "room.html",
        item=next((each for each in items if each["id"] == item), None),
        since=sitting.reader.clock(taken.taken_up_at)
        if (taken := floor.course.in_hand) and taken.item == item
        else None,
        list=list_shown(floor, speakers, sitting.reader, now) if speakers else None,
        next=NEXT,
        **sitting.frame,
    )


@routes.get("/{item:uuid}", dependencies=[*keepers, of_these])
async def get_list(on: OnItem) -> Response:
    """The list of this item."""
    return await _page(on)


@routes.post("/{item:uuid}/{step}", dependencies=[*keepers, of_these])
async def post_list(on: OnItem, step: str, form: Posted) -> Response:
    """Open it, close it, say how long each may speak, or put somebody on it."""
    if step not in OF_LIST:
        raise NotFound("There is no such step.")
    handler, seen = OF_LIST[step]
    return await _done(on, form, handler, _asked(step, on, form), seen=seen)


@routes.post("/{item:uuid}/{speaker:uuid}/{step}", dependencies=[*keepers, of_these])
async def post_speaker(on: OnItem, speaker: UUID, step: str, form: Posted) -> Response:
    """Somebody on it has the floor, has spoken, is moved or taken off."""
    if step not in OF_SPEAKER:
        raise NotFound("There is no such step.")
    handler, kind, seen = OF_SPEAKER[step]
    said: dict[str, Any] = {"gathering": on.sitting.minutes.id, "item": on.item, "speaker": speaker}
    if step == "move":
        said["before"] = id_of(form, "before")
    if step in {"move", "take-off"}:
        said["reason"] = reason_of(form, needed=False)
    return await _done(on, form, handler, kind(**form.do.message, **said), seen=seen)


def _asked(step: str, on: On, form: Typed) -> ask.Asked:
    """What the button asks for; what is wrong with what was typed stands in `form.errors`."""
    where: dict[str, Any] = {**form.do.message, "gathering": on.sitting.minutes.id, "item": on.item}
    if step == "add":
        person, purpose = id_of(form, "person"), form.one_of("purpose", PURPOSES)
        form.must("person")
        return ask.AddSpeaker(**where, person=person or form.do.message["id"], purpose=purpose)  # type: ignore[arg-type]
    if step == "close":
        return ask.CloseSpeakers(**where)
    limit = form.number("limit") if form["limit"] else None
    if limit is not None and not ask.SHORTEST <= limit <= ask.LONGEST:
        form.errors["limit"] = "wrong_choice"
    return ask.OpenSpeakers(**where, limit=limit) if step == "open" else ask.LimitSpeakers(**where, limit=limit)


async def _done(on: On, form: Typed, handler: Any, command: Any, *, seen: bool) -> Response:
    """The list after it; what is in the way is said on the same page."""
    if form.errors or on.item is None:
        return await _page(on, Came(form, 422))
    try:
        await form.do(handler, command, document=(Speakers, speakers_id(on.item)) if seen else None)
    except Refused as refused:
        return await _page(on, Came.of(form, refused))
    return RedirectResponse(f"/minutes/gatherings/{on.sitting.minutes.id}/speakers/{on.item}", 303)


async def _page(on: On, came: Came = NOTHING) -> Response:
    sitting, store = on.sitting, on.store
    floor = await floor_of(store, sitting.minutes.id)
    items = items_shown(floor, sitting.reader)
    item = on.item or floor.now[0] or (items[0]["id"] if items else None)
    stored = await store.get(Speakers, speakers_id(item)) if item else None
    now, slug = on.request.app.state.service.clock(), came.refused.slug if came.refused else ""
    return html.answer(
        on.request,
        "speakers.html",
        status=came.status,
        trouble=slug if slug in TROUBLES else "other" if slug else "",
        errors=came.form.errors if came.form else {},
        items=items,
        item=next((each for each in items if each["id"] == item), None),
        list=list_shown(floor, stored.entity, sitting.reader, now) if stored else None,
        version=stored.version if stored else 0,
        people=people_shown(await present(Read(store), sitting.minutes.id), sitting.reader),
        typed=came.typed({"person": "", "purpose": "statement"}),
        purposes=PURPOSES,
        limits=LIMITS,
        running=sitting.minutes.entity.running,
        adjourned=sitting.minutes.entity.closed_at is not None,
        course=await card(on.request, store, sitting, "speakers", item),
        **sitting.frame,
    )
