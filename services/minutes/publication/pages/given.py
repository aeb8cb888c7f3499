"""What pages and files of the record share: their addresses, what they are made of, and the shelf that they are kept on."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from starlette.convertors import Convertor, register_url_convertor

from services.minutes.publication.exported import FORMATS
from services.minutes.publication.queries import Account, account_of
from services.minutes.publication.shelf import Sheet, Shelf
from services.minutes.record import scope
from services.minutes.record.model import Minutes
from shared.contracts.addresses import PATTERN, RESERVED
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Caller, is_known
from shared.http.coding import takes_gzip
from shared.store import Store
from shared.web import keeping_language, reader_language


class Readable(Convertor[str]):
    """A readable address as part of a route: one word or two, and no page of another name."""

    regex = f"(?!(?:{'|'.join(sorted(RESERVED))})(?:/|$)){PATTERN}"

    def convert(self, value: str) -> str:
        """As it is written."""
        return value

    def to_string(self, value: str) -> str:
        """As it is written."""
        return value


class Ending(Convertor[str]):
    """What a file is, as its name ends."""

    regex = "|".join(FORMATS)

    def convert(self, value: str) -> str:
        """As it is written."""
        return value

    def to_string(self, value: str) -> str:
        """As it is written."""
        return value


register_url_convertor("readable", Readable())
register_url_convertor("ending", Ending())

T = TypeVar("T")


async def named_account(store: Store, caller: Caller, slug: str) -> Account:
    """What stands at a readable address. Raises `NotFound` where nothing does that this caller may read."""
    page = await store.find(Minutes, {"slug": slug}, limit=1)
    if not page.items:
        raise NotFound("There are no such minutes here.")
    return await account(store, caller, page.items[0].id)


async def account(store: Store, caller: Caller, gathering: UUID) -> Account:
    """The record of a gathering, as far as this caller may read. Raises `NotFound`."""
    return await account_of(Read(store), (await scope.readable(store, caller, gathering)).entity)


def given(
    request: Request,
    sheet: Sheet,
    language: str,
    media: str = "text/html; charset=utf-8",
    more: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    """The sheet, or 304 to whoever has it. It may be kept, if asked about each time."""
    headers = {
        **more,
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


def shelf_of(request: Request, which: str = "shelf") -> Shelf:
    """One for each running service; and one for papers, whose setting would hold up the pages."""
    state = request.app.state
    setattr(state, which, getattr(state, which, None) or Shelf(state.service.clock))
    shelf: Shelf = getattr(state, which)
    return shelf


def origin_of(request: Request) -> str:
    """Where the installation says that it is, else where the reader found it."""
    known: str = request.app.state.installation.settings.public_url
    return known or f"{request.url.scheme}://{request.url.netloc}"


async def shelved(
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

    sheet = await shelf_of(request).sheet(f"{origin_of(request)} {what} {words}", look, text)
    return keeping_language(request, given(request, sheet, language))
