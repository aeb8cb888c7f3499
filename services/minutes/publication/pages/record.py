"""The pages of minutes: the record at its permanent address, and the list of what is published."""

import asyncio
from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import Path, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import AwareDatetime

from services.minutes.proceedings.pages.frame import told
from services.minutes.publication.atom import MEDIA
from services.minutes.publication.feed import feed
from services.minutes.publication.pages.given import account, given, named_account, origin_of, shelf_of, shelved
from services.minutes.publication.queries import Account, Listed, Told, listed, news, searched
from services.minutes.publication.shown import rows, shown
from services.minutes.record import scope
from shared.contracts.addresses import WHOLE
from shared.http import Caller, Documents, Routes, public
from shared.locale import DEFAULTS, Texts
from shared.web import Pages, reader_language

LATEST = 5
"""Minutes on the home page."""

routes = Routes(include_in_schema=False)
html = Pages("services.minutes.publication")


@routes.get("/", dependencies=[public])
async def get_list(
    request: Request,
    caller: Caller,
    store: Documents,
    before: Annotated[AwareDatetime | None, Query()] = None,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """What is published, the newest first; `before` continues with what was published earlier. `q`: words of the title.

    What is searched for is found anew each time: the shelf is for what many read.
    """
    if words := q.strip():
        return await asyncio.to_thread(_list, request, await searched(store, words), words)
    asked = {"before": before.isoformat()} if before else {}
    look = partial(listed, store, before, () if before else caller.of("chair"))
    return await shelved(request, caller, ("list", asked), look, _list)


@routes.get("/cards/latest", dependencies=[public])
async def get_latest(request: Request, caller: Caller, store: Documents) -> Response:
    """Part of the home page: what was published last."""
    return await shelved(request, caller, ("latest", {}), partial(listed, store, None), _latest)


@routes.get("/feed", dependencies=[public])
async def get_feed(request: Request, store: Documents) -> Response:
    """Publications and corrections as Atom; kept and asked for as the pages are."""
    language = reader_language(request)
    texts = Texts(language, DEFAULTS[language].digits, "services.minutes.publication", "shared.web")
    origin = origin_of(request)

    def text(found: list[Told]) -> bytes:
        return feed(found, origin, language, texts)

    sheet = await shelf_of(request).sheet(f"{origin} feed {language}", partial(news, store), text)
    return given(request, sheet, language, MEDIA)


@routes.get("/{gathering:uuid}", dependencies=[public])
async def get_page(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The address by the id: it leads to the readable one, where there is one."""
    minutes = (await scope.readable(store, caller, gathering)).entity
    if minutes.slug:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(minutes.path + query, 308)
    return await shelved(request, caller, (str(gathering), {}), partial(account, store, caller, gathering), _page)


@routes.get("/{slug:readable}", dependencies=[public])
async def get_named_page(
    slug: Annotated[str, Path(max_length=WHOLE)],
    request: Request,
    caller: Caller,
    store: Documents,
) -> Response:
    """The minutes of a gathering; before publication a preview, marked as such, for whoever keeps or observes them."""
    return await shelved(request, caller, (slug, {}), partial(named_account, store, caller, slug), _page)


def _page(request: Request, account: Account) -> HTMLResponse:
    address = f"{origin_of(request)}{account.minutes.path}"
    page = shown(account, reader_language(request))
    page["chapters"] = [each for each in page["proceedings"]["groups"] if each["number"] and not each["sub"]]
    page["proceedings"] = told(request, page["proceedings"])
    return html.answer(request, "minutes.html", address=address, **page)


def _list(request: Request, found: Listed, q: str = "") -> HTMLResponse:
    language = reader_language(request)
    listed, own = rows(found, found.minutes, language), rows(found, found.own, language)
    return html.answer(request, "list.html", listed=listed, own=own, older=found.older, q=q)


def _latest(request: Request, found: Listed) -> HTMLResponse:
    return html.answer(request, "latest.html", listed=rows(found, found.minutes[:LATEST], reader_language(request)))
