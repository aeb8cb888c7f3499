"""The page of the minute taker: a plain form that adds a paragraph; a script makes it smooth, and keeps what is typed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid5

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.paragraphs.api import of_these, paragraph_of
from services.minutes.paragraphs.handlers import settle_paragraph, strike_paragraph, write_paragraph
from services.minutes.paragraphs.model import Paragraph, SettleParagraph, StrikeParagraph
from services.minutes.proceedings.pages.course import card
from services.minutes.proceedings.pages.frame import NOTHING, At, Came, Sitting, tongues
from services.minutes.record.api import keepers
from services.minutes.taker.queries import news_of, sheet_of
from services.minutes.taker.shown import around_shown, rows_shown, shown
from services.minutes.taker.typed import FIELDS, NOBODY, begun, id_of, typed_of
from shared.errors import NotFound, Refused
from shared.http import Caller, Documents, Routes
from shared.store import Store
from shared.web import Pages
from shared.web.typed import Posted, Typed

TROUBLES: Final = (
    "not-begun",
    "already-approved",
    "settled",
    "struck",
    "unmarked",
    "by-form",
    "too-long",
    "stale",
    "other",
)
LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)
DONE: Final = ("kept", "settled", "struck")
STEPS: Final[Mapping[str, tuple[Any, Any]]] = {
    "settle": (settle_paragraph, SettleParagraph),
    "strike": (strike_paragraph, StrikeParagraph),
}

routes = Routes(prefix="/gatherings/{gathering:uuid}/taker", include_in_schema=False)
html = Pages("services.minutes.taker")


@routes.get("", dependencies=keepers)
async def get_taker(sitting: At, request: Request, store: Documents) -> Response:
    """All that was typed; `?paragraph=` to type in one that is there, `?item=` and `?speaker=` to go on with these."""
    return await _page(request, store, sitting, NOTHING)


@routes.get("/news", dependencies=keepers)
async def get_news(sitting: At, request: Request, store: Documents) -> Response:
    """What is new since the time that the page knows (`since`), and who is there if that is another than it knows (`around`)."""
    asked = request.query_params
    sheet = await sheet_of(store, sitting.minutes.id, settled=False)
    around, now = around_shown(sheet, sitting), request.app.state.service.clock()
    rows = rows_shown(await news_of(store, sitting.minutes.id, _since(asked.get("since", ""))), sitting.reader)
    another = asked.get("around") != around["around"]
    page = {**around, "rows_new": rows, "now": now.isoformat(), "another": another}
    page["course"] = await card(request, store, sitting, "taker") if another else ""
    return html.answer(request, "news.html", gathering=sitting.minutes.id, open=_open(sitting), **page)


@routes.post("", dependencies=keepers)
async def post_taker(sitting: At, request: Request, store: Documents, caller: Caller, form: Posted) -> Response:
    """Keep what was typed; with the second button put it into the record at once."""
    gathering = sitting.minutes.id
    command = await typed_of(store, sitting, caller.id, form)
    came = Came(form, 422)
    if not form.errors:
        try:
            await form.do(write_paragraph, command)
            if form["then"] == "settle":
                settle = SettleParagraph(**_next(form, "settle"), paragraph=command.paragraph)
                await form.do(settle_paragraph, settle)
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            item = f"&item={command.facts.item or ''}"
            return _back(gathering, "settled" if form["then"] == "settle" else "kept", item)
    return await _page(request, store, sitting, came)


@routes.post("/settle", dependencies=keepers)
async def post_all(sitting: At, request: Request, store: Documents, form: Posted) -> Response:
    """Put all that has a mark into the record; each is a change of its own: one that is refused keeps none of the others back."""
    sheet, came = await sheet_of(store, sitting.minutes.id), NOTHING
    for each in sheet.typed.to_settle():
        try:
            await form.do(settle_paragraph, SettleParagraph(**_next(form, str(each.id)), paragraph=each.id))
        except Refused as refused:
            came = Came.of(form, refused)
    return _back(sitting.minutes.id, "settled") if came is NOTHING else await _page(request, store, sitting, came)


@routes.post("/{paragraph:uuid}/{step}", dependencies=[*keepers, of_these])
async def post_step(
    sitting: At, paragraph: UUID, step: str, request: Request, store: Documents, form: Posted
) -> Response:
    """Into the record, or out of it; of the version that was seen."""
    if step not in STEPS:
        raise NotFound("There is no such step.")
    handler, command = STEPS[step]
    try:
        await form.do(handler, command(**form.do.message, paragraph=paragraph), document=(Paragraph, paragraph))
    except Refused as refused:
        return await _page(request, store, sitting, Came.of(form, refused))
    return _back(sitting.minutes.id, "settled" if step == "settle" else "struck")


def _next(form: Typed, name: str) -> dict[str, Any]:
    """Another command that the same form asks for."""
    return form.do.message | {"id": uuid5(form.do.message["id"], name)}


def _since(said: str) -> datetime:
    """The time that a page knows; long ago if it is none."""
    try:
        return max(datetime.fromisoformat(said).astimezone(UTC), LONG_AGO)
    except (ValueError, OverflowError):
        return LONG_AGO


def _open(sitting: Sitting) -> bool:
    """It can still be typed."""
    minutes = sitting.minutes.entity
    return minutes.opened_at is not None and minutes.approved_at is None


def _trouble(came: Came) -> str:
    """The key of what is said about the refusal; "" without one."""
    return "" if came.refused is None else came.refused.slug if came.refused.slug in TROUBLES else "other"


async def _page(request: Request, store: Store, sitting: Sitting, came: Came) -> Response:
    sheet = await sheet_of(store, sitting.minutes.id)
    done, page = request.query_params.get("done", ""), shown(sheet, sitting)
    known = id_of(came.form["paragraph"] if came.form else request.query_params.get("paragraph", ""))
    rows = {row["id"]: row for group in page["groups"] for row in group["rows"]}
    first = str(sheet.in_hand or (page["items"][0][0] if page["items"] else ""))
    asked = request.query_params
    who = next((each for each in page["speakers"] if each["person"] == asked.get("speaker")), NOBODY)
    now = begun(rows.get(known) if known else None, sitting, asked.get("item", first), who)
    trouble = _trouble(came)
    if came.form and known and trouble == "stale":
        theirs = (await paragraph_of(store, sitting.minutes.id, known)).entity
        moved = came.form.differs({"words": theirs.words.replace("\n", "\r\n")})
    else:
        moved = []
    return html.answer(
        request,
        "taker.html",
        status=came.status,
        trouble="" if moved else trouble,
        moved=moved,
        errors=came.form.errors if came.form else {},
        done=done if done in DONE and came is NOTHING else "",
        now=request.app.state.service.clock().isoformat(),
        typed={**now, **came.typed({name: now[name] for name in FIELDS})},
        tongues=tongues(sitting.reader.language, now["said_in"]),
        **{**sitting.frame, "open": _open(sitting)},
        begun=sitting.minutes.entity.opened_at is not None,
        closed=sitting.minutes.entity.closed_at is not None,
        course=await card(request, store, sitting, "taker"),
        **page,
    )


def _back(gathering: UUID, done: str, item: str = "") -> RedirectResponse:
    return RedirectResponse(f"/minutes/gatherings/{gathering}/taker?done={done}{item}#words", 303)
