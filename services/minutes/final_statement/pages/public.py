"""The page that everybody reads once it is adopted, at its permanent address, and the same to take along."""

from functools import partial
from typing import Annotated, NamedTuple
from uuid import UUID

from fastapi import Path, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from services.minutes.attendance.model import Attendance
from services.minutes.decisions.model import Decision
from services.minutes.final_statement import queries, shown
from services.minutes.final_statement.exported import FORMATS
from services.minutes.final_statement.handlers import path_of
from services.minutes.final_statement.model import FinalStatement
from services.minutes.final_statement.pages.frame import html
from services.minutes.final_statement.paper import drawn
from services.minutes.mirrors.model import Gathering
from services.minutes.publication.pages.given import given, origin_of, shelf_of, shelved
from services.minutes.record.model import Minutes
from services.minutes.record.reader import Reader
from shared.contracts.addresses import WHOLE
from shared.errors import NotFound
from shared.http import Caller, Documents, Routes, linked, public
from shared.locale import direction
from shared.store import Store
from shared.web import reader_language

routes = Routes(include_in_schema=False)
Holder = Annotated[UUID, linked("final-statement")]
Suffix = Annotated[str, Path(max_length=8)]
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


@routes.get("/{slug:readable}/final-statement.{form:ending}", dependencies=[public])
async def get_file(slug: Slug, form: Suffix, request: Request, caller: Caller, store: Documents) -> Response:
    """To take along: on paper, for a word processor, as plain text, or as a page that stands alone.

    It is written beside the loop, one at a time, whoever asks.
    """
    gathering, language, wanted = await _named(store, slug), reader_language(request), FORMATS[form]

    def text(found: Adopted) -> bytes:
        return wanted.written(
            drawn(found.it, found.gathering, f"{origin_of(request)}{path_of(found.minutes)}", language)
        )

    name = f"{origin_of(request)} final {gathering} {form} {language} {caller.id or ''}"
    sheet = await shelf_of(request, "press").sheet(name, partial(_adopted, store, caller, gathering), text)
    how = "inline" if form == "pdf" else "attachment"
    saved = {"Content-Disposition": f'{how}; filename="final-statement-{slug.replace("/", "-")}.{form}"'}
    if caller.id is not None:  # who may see what others may not yet
        return Response(sheet.text, media_type=wanted.media, headers=saved)
    return given(request, sheet, language, wanted.media, saved)


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
    look, asked = partial(_adopted, store, caller, gathering), {"all": "true"} if beside else {}
    return await shelved(request, caller, (f"final {gathering}", asked), look, partial(_page, beside))


def _page(beside: bool, request: Request, found: Adopted) -> HTMLResponse:
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
        address=f"{origin_of(request)}{path_of(found.minutes)}",
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
