"""The list of participants on a page and as a table: for the secretariat, and for who takes part, signed in or by the link."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.queries import seen
from services.registration.groups.queries import Told, coming
from services.registration.letters.press import pressed
from services.registration.participants import queries
from services.registration.participants.paper import PACKAGE, TEMPLATE, category, content
from services.registration.participants.queries import Delegation
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.roster.export import Table, xlsx_of
from services.registration.roster.pages.lists import XLSX
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Caller, Documents, Routes, linked, may
from shared.locale import Texts, choose, direction
from shared.paper import MEDIA
from shared.store import Store
from shared.web import Pages, reader_language

COLUMNS = ("organization", "name", "also", "position", "category")

Files = list[tuple[str, str]]
"""How a file is called, and where it is."""
Holder = Annotated[UUID, linked("registration")]

routes = Routes(include_in_schema=False)
html = Pages(PACKAGE)


@routes.get("/gatherings/{gathering:uuid}/participants", dependencies=[may("person")])
async def get_participants(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """Who takes part, by organization."""
    shown = (await seen(store, caller, gathering)).entity
    await queries.must_take_part(store, caller, gathering)
    files = _files(request, f"lang={reader_language(request)}")
    seated = await store.count(Registration, queries.has_a_place(gathering)) if caller.is_("secretariat") else None
    return await _page(request, store, shown, files=files, seated=seated)


@routes.get("/gatherings/{gathering:uuid}/participants.xlsx", dependencies=[may("person")])
async def get_participants_table(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The same as a table to take away."""
    await seen(store, caller, gathering)
    await queries.must_take_part(store, caller, gathering)
    return await _table(request, store, gathering)


@routes.get("/gatherings/{gathering:uuid}/participants.pdf", dependencies=[may("person")])
async def get_participants_paper(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The same as a paper."""
    shown = (await seen(store, caller, gathering)).entity
    await queries.must_take_part(store, caller, gathering)
    return await _paper(request, store, shown)


@routes.get("/status/participants")
async def get_participants_by_link(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """The same for who has the link of a registration that holds a place."""
    gathering = await _gathering_of(store, holder)
    files = _files(request, request.url.query)
    return await _page(request, store, gathering, files=files, link=link)


@routes.get("/status/participants.xlsx")
async def get_participants_table_by_link(holder: Holder, request: Request, store: Documents) -> Response:
    """The same as a table to take away."""
    return await _table(request, store, (await _gathering_of(store, holder)).id)


@routes.get("/status/participants.pdf")
async def get_participants_paper_by_link(holder: Holder, request: Request, store: Documents) -> Response:
    """The same as a paper."""
    return await _paper(request, store, await _gathering_of(store, holder))


async def _gathering_of(store: Store, holder: UUID) -> Gathering:
    read = Read(store)
    registration = await read.one(Registration, holder)
    if registration.state is not RegistrationState.CONFIRMED:
        raise NotFound("Only who takes part reads the list of participants.")
    return await read.one(Gathering, registration.gathering)


def _files(request: Request, query: str) -> Files:
    """What may be taken away."""
    return [(each.upper(), f"{request.url.path}.{each}?{query}") for each in ("pdf", "xlsx")]


async def _page(
    request: Request, store: Store, gathering: Gathering, *, files: Files, seated: int | None = None, link: str = ""
) -> Response:
    language = reader_language(request)
    listed = await queries.delegations(store, gathering.id, language)
    return html.answer(
        request,
        "participants.html",
        gathering={"id": gathering.id, "title": choose(gathering.title, language)},
        delegations=listed,
        groups=await coming(store, gathering.id, language),
        count=sum(len(each.people) for each in listed),
        seated=seated,
        files=files,
        link=link,
    )


async def _paper(request: Request, store: Store, gathering: Gathering) -> Response:
    """It is set anew for each who asks: who consents changes."""
    language, service = reader_language(request), request.app.state.service
    listed = await queries.delegations(store, gathering.id, language)
    groups = await coming(store, gathering.id, language)
    pdf = await pressed(request.app.state, TEMPLATE, content(gathering, listed, groups, language, service.clock()))
    name = {"Content-Disposition": f'attachment; filename="participants-{gathering.id}.pdf"'}
    return Response(pdf, headers=name, media_type=MEDIA)


async def _table(request: Request, store: Store, gathering: UUID) -> Response:
    language = reader_language(request)
    texts, groups = Texts(language, "latin", PACKAGE), await coming(store, gathering, language)
    rows = _rows(await queries.delegations(store, gathering, language), groups, texts)
    path = await xlsx_of(rows, right_to_left=direction(language) == "rtl")
    name = {"Content-Disposition": f'attachment; filename="participants-{gathering}.xlsx"'}
    return FileResponse(path, headers=name, media_type=XLSX, background=BackgroundTask(path.unlink))


async def _rows(delegations: Sequence[Delegation], groups: Sequence[Told], texts: Texts) -> Table:
    """The head, then a delegation at a time, then groups with how many come."""
    yield [[texts[f"column_{name}"] for name in COLUMNS]]
    for delegation in delegations:
        shown = [[each.organization, each.name, each.also, each.position, each.category] for each in delegation.people]
        yield [[*cells, category(called, texts)] for *cells, called in shown]
    yield [[each.organization, f"{each.called} ({each.facts.unnamed})", "", "", ""] for each in groups]
