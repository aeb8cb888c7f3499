"""The pages of minutes: the record at its permanent address, and the list of what is published."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Annotated, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Path, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import AwareDatetime
from starlette.convertors import Convertor, register_url_convertor

from services.minutes.proceedings.pages.frame import told
from services.minutes.publication.feed import MEDIA, feed
from services.minutes.publication.paper import paper
from services.minutes.publication.queries import Account, Listed, Told, account_of, listed, news, searched
from services.minutes.publication.shelf import Sheet, Shelf
from services.minutes.publication.shown import rows, shown
from services.minutes.record import scope
from services.minutes.record.model import Minutes
from shared.contracts.addresses import PATTERN, RESERVED, WHOLE
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Caller, Documents, Routes, is_known, public
from shared.http.coding import takes_gzip
from shared.locale import DEFAULTS, Texts
from shared.paper import MEDIA as PDF
from shared.store import Store
from shared.web import Pages, keeping_language, reader_language

T = TypeVar("T")


class Readable(Convertor[str]):
    """A readable address as part of a route: one word or two, and no page of another name."""

    regex = f"(?!(?:{'|'.join(sorted(RESERVED))})(?:/|$)){PATTERN}"

    def convert(self, value: str) -> str:
        """As it is written."""
        return value

    def to_string(self, value: str) -> str:
        """As it is written."""
        return value


register_url_convertor("readable", Readable())

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
    return await _answer(request, caller, ("list", asked), look, _list)


@routes.get("/cards/latest", dependencies=[public])
async def get_latest(request: Request, caller: Caller, store: Documents) -> Response:
    """Part of the home page: what was published last."""
    return await _answer(request, caller, ("latest", {}), partial(listed, store, None), _latest)


@routes.get("/feed", dependencies=[public])
async def get_feed(request: Request, store: Documents) -> Response:
    """Publications and corrections as Atom; kept and asked for as the pages are."""
    language = reader_language(request)
    texts = Texts(language, DEFAULTS[language].digits, "services.minutes.publication", "shared.web")
    origin = _origin(request)

    def text(found: list[Told]) -> bytes:
        return feed(found, origin, language, texts)

    sheet = await _shelf(request).sheet(f"{origin} feed {language}", partial(news, store), text)
    return _given(request, sheet, language, MEDIA)


@routes.get("/{gathering:uuid}", dependencies=[public])
async def get_page(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The address by the id: it leads to the readable one, where there is one."""
    minutes = (await scope.readable(store, caller, gathering)).entity
    if minutes.slug:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(minutes.path + query, 308)
    return await _answer(request, caller, (str(gathering), {}), partial(_account, store, caller, gathering), _page)


@routes.get("/{slug:readable}.pdf", dependencies=[public])
async def get_paper(
    slug: Annotated[str, Path(max_length=WHOLE)],
    request: Request,
    caller: Caller,
    store: Documents,
) -> Response:
    """The minutes on paper: kept and asked for as the page is, of whoever is signed in for themselves alone.

    It is set in a process of its own, one at a time, whoever asks.
    """
    language = reader_language(request)

    def text(account: Account) -> bytes:
        return paper(account, f"{_origin(request)}{account.minutes.path}", language)

    look, press = partial(_named_account, store, caller, slug), _shelf(request, "press")
    sheet = await press.sheet(f"{_origin(request)} {slug} {language} {caller.id or ''}", look, text)
    if caller.id is not None:  # who may see what others may not yet
        return Response(sheet.text, media_type=PDF)
    return _given(request, sheet, language, PDF)


@routes.get("/{slug:readable}", dependencies=[public])
async def get_named_page(
    slug: Annotated[str, Path(max_length=WHOLE)],
    request: Request,
    caller: Caller,
    store: Documents,
) -> Response:
    """The minutes of a gathering; before publication a preview, marked as such, for whoever keeps or observes them."""
    return await _answer(request, caller, (slug, {}), partial(_named_account, store, caller, slug), _page)


async def _named_account(store: Store, caller: Caller, slug: str) -> Account:
    page = await store.find(Minutes, {"slug": slug}, limit=1)
    if not page.items:
        raise NotFound("There are no such minutes here.")
    return await _account(store, caller, page.items[0].id)


async def _account(store: Store, caller: Caller, gathering: UUID) -> Account:
    return await account_of(Read(store), (await scope.readable(store, caller, gathering)).entity)


def _page(request: Request, account: Account) -> HTMLResponse:
    address = f"{_origin(request)}{account.minutes.path}"
    page = shown(account, reader_language(request))
    page["proceedings"] = told(request, page["proceedings"])
    return html.answer(request, "minutes.html", address=address, **page)


def _list(request: Request, found: Listed, q: str = "") -> HTMLResponse:
    language = reader_language(request)
    listed, own = rows(found, found.minutes, language), rows(found, found.own, language)
    return html.answer(request, "list.html", listed=listed, own=own, older=found.older, q=q)


def _latest(request: Request, found: Listed) -> HTMLResponse:
    return html.answer(request, "latest.html", listed=rows(found, found.minutes[:LATEST], reader_language(request)))


async def _answer(
    request: Request,
    caller: Caller,
    asked: tuple[str, dict[str, str]],
    look: Callable[[], Awaitable[T]],
    render: Callable[[Request, T], HTMLResponse],
) -> Response:
    """What nobody in particular reads comes off the shelf. Whoever is signed in has a frame of their own, kept nowhere.

    `asked`: which page, and the words of the query that make another of it; what else was asked for makes none.
    """
    if caller.id is not None:
        return await asyncio.to_thread(render, request, await look())
    (what, query), language = asked, reader_language(request)
    words = urlencode({**query, "lang": language})
    everybodys = Request({**request.scope, "query_string": words.encode()})

    def text(found: T) -> bytes:
        return bytes(render(everybodys, found).body)

    sheet = await _shelf(request).sheet(f"{_origin(request)} {what} {words}", look, text)
    return keeping_language(request, _given(request, sheet, language))


def _given(request: Request, sheet: Sheet, language: str, media: str = "text/html; charset=utf-8") -> Response:
    """The sheet, or 304 to whoever has it. It may be kept, if asked about each time."""
    headers = {
        "Content-Language": language,
        "Vary": "Accept-Language, Cookie",
        "ETag": sheet.tag,
        "Cache-Control": "no-cache",
    }
    if is_known(request, sheet.tag):
        return Response(status_code=304, headers=headers)
    if takes_gzip(request.headers.get("accept-encoding", "").encode()):
        coded = {"Content-Encoding": "gzip", "Vary": "Accept-Language, Cookie, Accept-Encoding"}
        return Response(sheet.packed, headers=headers | coded, media_type=media)
    return Response(sheet.text, headers=headers, media_type=media)


def _shelf(request: Request, which: str = "shelf") -> Shelf:
    """One for each running service; and one for papers, whose setting would hold up the pages."""
    state = request.app.state
    setattr(state, which, getattr(state, which, None) or Shelf(state.service.clock))
    shelf: Shelf = getattr(state, which)
    return shelf


def _origin(request: Request) -> str:
    """Where the installation says that it is, else where the reader found it."""
    known: str = request.app.state.installation.settings.public_url
    return known or f"{request.url.scheme}://{request.url.netloc}"
