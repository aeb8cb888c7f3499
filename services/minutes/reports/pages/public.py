"""Reports for everybody: the list, one at its permanent address, the feed, and as a file."""

from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import Path, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import AwareDatetime

from services.minutes.publication.atom import MEDIA
from services.minutes.publication.pages.given import given, origin_of, shelf_of, shelved
from services.minutes.reports import queries
from services.minutes.reports.exported import FORMATS
from services.minutes.reports.feed import feed
from services.minutes.reports.paper import drawn
from services.minutes.reports.queries import Listed, Told, path_of
from services.minutes.reports.shown import rows, shown
from shared.contracts.addresses import WHOLE
from shared.http import Caller, Documents, Routes, public
from shared.locale import DEFAULTS, Texts
from shared.web import Pages, reader_language

PACKAGE = "services.minutes.reports"
routes = Routes(include_in_schema=False)
html = Pages(PACKAGE)
Slug = Annotated[str, Path(max_length=WHOLE)]
Suffix = Annotated[str, Path(max_length=8)]


@routes.get("/reports/", dependencies=[public])
async def get_list(
    request: Request, caller: Caller, store: Documents, before: Annotated[AwareDatetime | None, Query()] = None
) -> Response:
    """What is published, the newest first; `before` continues with what was published earlier."""
    asked = {"before": before.isoformat()} if before else {}
    return await shelved(request, caller, ("reports", asked), partial(queries.listed, store, before), _list)


@routes.get("/reports/feed", dependencies=[public])
async def get_feed(request: Request, store: Documents) -> Response:
    """Publications and corrections as Atom."""
    language, origin = reader_language(request), origin_of(request)
    texts = Texts(language, DEFAULTS[language].digits, PACKAGE, "shared.web")

    def text(found: Listed) -> bytes:
        return feed(found, origin, language, texts)

    name = f"{origin} reports feed {language}"
    return given(request, await shelf_of(request).sheet(name, partial(queries.news, store), text), language, MEDIA)


@routes.get("/reports/{gathering:uuid}", dependencies=[public])
async def get_page(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The report of a gathering without a readable address."""
    look = partial(queries.of_gathering, store, caller, gathering)
    return await shelved(request, caller, (f"report {gathering}", {}), look, _page)


@routes.get("/reports/{slug:readable}.{form:ending}", dependencies=[public])
async def get_file(slug: Slug, form: Suffix, request: Request, caller: Caller, store: Documents) -> Response:
    """To take along: on paper, for a word processor, as plain text, or as a page that stands alone.

    It is written beside the loop, one at a time, whoever asks.
    """
    language, origin, wanted = reader_language(request), origin_of(request), FORMATS[form]

    def text(told: Told) -> bytes:
        return wanted.written(drawn(told, f"{origin}{path_of(told.account.minutes)}", language))

    name = f"{origin} report {slug} {form} {language} {caller.id or ''}"
    made = await shelf_of(request, "press").sheet(name, partial(queries.named, store, caller, slug), text)
    how = "inline" if form == "pdf" else "attachment"
    saved = {"Content-Disposition": f'{how}; filename="report-{slug.replace("/", "-")}.{form}"'}
    if caller.id is not None:  # who may see what others may not yet
        return Response(made.text, media_type=wanted.media, headers=saved)
    return given(request, made, language, wanted.media, saved)


@routes.get("/reports/{slug:readable}", dependencies=[public])
async def get_named_page(slug: Slug, request: Request, caller: Caller, store: Documents) -> Response:
    """The report at its permanent address; before publication a preview for who keeps the record."""
    look = partial(queries.named, store, caller, slug)
    return await shelved(request, caller, (f"report {slug}", {}), look, _page)


def _page(request: Request, told: Told) -> HTMLResponse:
    page, path = shown(told, reader_language(request)), path_of(told.account.minutes)
    return html.answer(request, "report.html", address=f"{origin_of(request)}{path}", where=path, **page)


def _list(request: Request, found: Listed) -> HTMLResponse:
    return html.answer(request, "list.html", rows=rows(found, reader_language(request)), older=found.older)
