"""The page that everybody reads once it is adopted, at its permanent address, and the same on paper."""

import asyncio
from functools import partial
from typing import Annotated, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Path, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from services.minutes.attendance.model import Attendance
from services.minutes.decisions.model import Decision
from services.minutes.final_statement import queries, shown
from services.minutes.final_statement.handlers import path_of
from services.minutes.final_statement.model import FinalStatement
from services.minutes.final_statement.pages.frame import html
from services.minutes.final_statement.paper import paper
from services.minutes.mirrors.model import Gathering
from services.minutes.publication.pages.given import Readable
from services.minutes.publication.shelf import Sheet, Shelf
from services.minutes.record.model import Minutes
from services.minutes.record.reader import Reader
from shared.contracts.addresses import WHOLE
from shared.errors import NotFound
from shared.http import Caller, Documents, Routes, is_known, linked, public
from shared.http.coding import takes_gzip
from shared.locale import direction
from shared.paper import MEDIA as PDF
from shared.store import Store
from shared.web import keeping_language, reader_language

_ = Readable
"""A kind of address of the routes below, which that module makes known."""

routes = Routes(include_in_schema=False)
Holder = Annotated[UUID, linked("final-statement")]
Slug = Annotated[str, Path(max_length=WHOLE)]


class Adopted(NamedTuple):
    """A final statement, with what stands round it: its gathering, its minutes, and the number of the decision."""

    it: FinalStatement
    minutes: Minutes
    gathering: Gathering
    decision: int | None


@routes.get("/final-statement")
async def get_by_mail(registration: Holder, request: Request, store: Documents) -> Response:
    """Where the mail leads that told of it: to the page of the gathering that the reader is registered for."""
    stored = await store.get(Attendance, registration)
    minutes = await store.get(Minutes, stored.entity.gathering) if stored and stored.entity.gathering else None
    if minutes is None:
        raise NotFound("There is no such final statement here.")
    return RedirectResponse(f"{path_of(minutes.entity)}?lang={reader_language(request)}", 303)


@routes.get("/{gathering:uuid}/final-statement", dependencies=[public])
async def get_by_id(gathering: UUID, request: Request, caller: Caller, store: Documents, all: bool = False) -> Response:
    """The address by the id: it leads to the readable one, where there is one."""
    found = await _adopted(store, caller, gathering)
    if found.minutes.slug:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(path_of(found.minutes) + query, 308)
    return await _answer(request, caller, store, gathering, beside=all)


@routes.get("/{slug:readable}/final-statement.pdf", dependencies=[public])
async def get_paper(slug: Slug, request: Request, caller: Caller, store: Documents) -> Response:
    """On paper: set in a process of its own, one at a time, whoever asks."""
    gathering, language = await _named(store, slug), reader_language(request)

    def text(found: Adopted) -> bytes:
        return paper(found.it, found.gathering, f"{_origin(request)}{path_of(found.minutes)}", language)

    name = f"{_origin(request)} final {gathering} {language} {caller.id or ''}"
    sheet = await _shelf(request, "press").sheet(name, partial(_adopted, store, caller, gathering), text)
    return Response(sheet.text, media_type=PDF) if caller.id else _given(request, sheet, language, PDF)


@routes.get("/{slug:readable}/final-statement", dependencies=[public])
async def get_named(
    slug: Slug, request: Request, caller: Caller, store: Documents, all: Annotated[bool, Query()] = False
) -> Response:
    """The text in the reader's language; `all`: in every language, side by side."""
    return await _answer(request, caller, store, await _named(store, slug), beside=all)


async def _named(store: Store, slug: str) -> UUID:
    page = await store.find(Minutes, {"slug": slug}, limit=1)
    if not page.items:
        raise NotFound("There is no such final statement here.")
    return page.items[0].id


async def _adopted(store: Store, caller: Caller, gathering: UUID) -> Adopted:
    """Raises NotFound before it is adopted, but for whoever keeps or observes the minutes."""
    it = (await queries.readable(store, caller, gathering)).entity
    minutes, about = await store.get(Minutes, gathering), await store.get(Gathering, gathering)
    if minutes is None:
        raise NotFound("There is no such final statement here.")
    named = await store.get(Decision, it.decision) if it.decision else None
    return Adopted(
        it,
        minutes.entity,
        about.entity if about else Gathering(gathering),
        named.entity.facts.number if named else None,
    )


async def _answer(request: Request, caller: Caller, store: Store, gathering: UUID, *, beside: bool) -> Response:
    """What nobody in particular reads comes off the shelf. Whoever is signed in has a frame of their own, kept nowhere."""
    look = partial(_adopted, store, caller, gathering)
    if caller.id is not None:
        return await asyncio.to_thread(_page, request, beside, await look())
    language = reader_language(request)
    words = urlencode({**({"all": "true"} if beside else {}), "lang": language})
    everybodys = Request({**request.scope, "query_string": words.encode()})

    def text(found: Adopted) -> bytes:
        return bytes(_page(everybodys, beside, found).body)

    sheet = await _shelf(request).sheet(f"{_origin(request)} final {gathering} {words}", look, text)
    return keeping_language(request, _given(request, sheet, language))


def _page(request: Request, beside: bool, found: Adopted) -> HTMLResponse:
    it, language = found.it, reader_language(request)
    reader = Reader.of(language, found.gathering.time_zone)
    read_in = language if language in shown.tongues(it, language) else it.authoritative
    return html.answer(
        request,
        "public.html",
        it=it,
        title=reader.words(found.gathering.title),
        minutes=found.minutes,
        decision=found.decision,
        address=f"{_origin(request)}{path_of(found.minutes)}",
        here=path_of(found.minutes),
        beside=beside,
        read_in=read_in,
        tongues=[(tag, shown.name_of(tag), direction(tag)) for tag in shown.tongues(it, language)],
        counting=shown.name_of(it.authoritative),
        rows=shown.rows(it, language),
        adopted=reader.moment(it.adopted_at) if it.adopted_at else None,
        corrected=reader.moment(it.corrected_at) if it.corrected_at else None,
        versions=shown.versions(it, reader, it.published),
    )


def _given(request: Request, sheet: Sheet, language: str, media: str = "text/html; charset=utf-8") -> Response:
    """The sheet, or 304 to whoever has it. It may be kept, if asked about each time."""
    vary = {
        "Content-Language": language,
        "Vary": "Accept-Language, Cookie",
        "ETag": sheet.tag,
        "Cache-Control": "no-cache",
    }
    if is_known(request, sheet.tag):
        return Response(status_code=304, headers=vary)
    if takes_gzip(request.headers.get("accept-encoding", "").encode()):
        coded = {"Content-Encoding": "gzip", "Vary": "Accept-Language, Cookie, Accept-Encoding"}
        return Response(sheet.packed, headers=vary | coded, media_type=media)
    return Response(sheet.text, headers=vary, media_type=media)


def _shelf(request: Request, which: str = "shelf") -> Shelf:
    """The same as that of the minutes: one for each running service, and one for papers."""
    state = request.app.state
    setattr(state, which, getattr(state, which, None) or Shelf(state.service.clock))
    shelf: Shelf = getattr(state, which)
    return shelf


def _origin(request: Request) -> str:
    known: str = request.app.state.installation.settings.public_url
    return known or f"{request.url.scheme}://{request.url.netloc}"
