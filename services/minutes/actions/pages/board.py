"""The board: what each organization owes, across editions; what a gathering left to do; and the late ones on *Today*."""

from contextlib import suppress
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Request, Response

from services.minutes.actions import queries
from services.minutes.actions.model import Action, ActionState
from services.minutes.actions.pages import choices
from services.minutes.actions.pages.shown import html, rows, today
from services.minutes.record import scope
from services.minutes.record.api import keepers
from services.minutes.record.reader import Reader
from shared.http import Caller, Documents, Routes, may
from shared.http.paging import Pager
from shared.store import Store, Where
from shared.web import reader_language

ROWS = 50
"""Actions on a page of the board."""
OF_GATHERING = 100
"""Actions that stand on the page of a gathering."""

routes = Routes(include_in_schema=False)
Given = Annotated[str, Query(max_length=40)]


async def _asked(state: Given = "", organization: Given = "", edition: Given = "") -> dict[str, str]:
    return {"state": state, "organization": organization, "edition": edition}


Asked = Annotated[dict[str, str], Depends(_asked)]
"""To what the board is narrowed, as the form of the page says it: nothing for all."""


@routes.get("/cards/late-actions", dependencies=[may("secretariat")])
async def get_late(request: Request, store: Documents) -> Response:
    """Part of *Today*: what is owed although its last day is over."""
    count, page = await queries.late(store, today(request))
    shown = await rows(store, [each.entity for each in page.items], reader_language(request), today(request))
    return html.answer(request, "card.html", count=count, rows=shown)


@routes.get("/gatherings/{gathering:uuid}/actions", dependencies=keepers)
async def get_of_gathering(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """What came of a gathering, or was carried over to it: part of its page."""
    await scope.kept(store, caller, gathering)
    page = await store.find(Action, {"gathering": gathering}, limit=OF_GATHERING)
    shown = await rows(store, [each.entity for each in page.items], reader_language(request), today(request))
    part = "hx-request" in request.headers
    return html.answer(request, "part.html" if part else "gathering.html", gathering=gathering, rows=shown)


@routes.get("/actions", dependencies=[may("person")])
async def get_board(
    request: Request, caller: Caller, store: Documents, asked: Asked, after: str | None = None
) -> Response:
    """Everything that one may see, narrowed; for the secretariat and observers with who owes how much."""
    reader, response, day = Reader.of(reader_language(request)), Response(), today(request)
    wanted = _wanted(asked)
    where = await queries.whose(store, caller, wanted)
    found = await Pager(request, response, ROWS, after)(store, Action, where, sort="due_on")
    link = response.headers.get("Link", "")
    return html.answer(
        request,
        "board.html",
        asked=asked,
        narrowed=bool(wanted),
        states=[*ActionState],
        editions=await choices.editions(store, reader),
        rows=await rows(store, [each.entity for each in found], reader.language, day),
        next=link[1 : link.index(">")] if link else None,
        **await _of_all(store, reader, day, wanted, seen=caller.is_("secretariat") or caller.is_("observer")),
    )


async def _of_all(store: Store, reader: Reader, day: date, wanted: Where, *, seen: bool) -> dict[str, Any]:
    """Who owes how much, and the organizations to choose from: for who may see all of it."""
    if not seen:
        return {"owing": [], "organizations": []}
    return {
        "owing": [
            {"id": home.id, "name": reader.words(home.name).text, "owed": owed, "late": late}
            for home, owed, late in await queries.owing(store, day, wanted.get("edition"))
        ],
        "organizations": [
            (value.partition(":")[2], name) for value, name in await choices.organizations(store, reader)
        ],
    }


def _wanted(asked: dict[str, str]) -> dict[str, Any]:
    """What can be looked for; whatever else was asked is left out."""
    found: dict[str, Any] = {"state": asked["state"]} if asked["state"] in [*ActionState] else {}
    for name in ("organization", "edition"):
        with suppress(ValueError):
            found |= {name: UUID(asked[name])} if asked[name] else {}
    return found
