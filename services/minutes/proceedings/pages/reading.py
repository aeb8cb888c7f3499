"""What is put before a meeting, for who takes part in it: signed in, or by the link on the personal page. Nobody else is told
that there is any."""

from collections.abc import Collection, Sequence
from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Request, Response

from services.minutes.agenda.queries import items_of, numbered
from services.minutes.attendance.model import Attendance
from services.minutes.documents.model import MeetingDocument
from services.minutes.documents.queries import BY_EVERYBODY, BY_PARTICIPANTS, documents_of, read_by
from services.minutes.mirrors.model import Gathering, Person
from services.minutes.proceedings.documents import by_item
from services.minutes.proceedings.pages.frame import html
from services.minutes.record.reader import Reader
from shared.contracts.documents import Distribution
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Caller, Documents, Routes, linked, may
from shared.store import Store
from shared.web import reader_language

Holder = Annotated[UUID, linked("documents")]
Owing = Annotated[UUID, linked("document")]

routes = Routes(prefix="/documents", include_in_schema=False)


@routes.get("")
async def get_by_link(holder: Holder, request: Request, store: Documents) -> Response:
    """By the link of a registration, as long as it stands, and whoever holds it was not erased."""
    read = Read(store)
    it = await read.maybe(Attendance, holder)
    person = await read.maybe(Person, it.person) if it and it.person else None
    if it is None or it.gathering is None or not it.takes_part or (person and person.erased):
        raise NotFound("There are no such documents here.")
    return await _shown(request, store, it.gathering, BY_PARTICIPANTS)


@routes.get("/awaited")
async def get_awaited(document: Owing, request: Request, store: Documents) -> Response:
    """What is still to come of a document that was not handed in by its day, for who was told so, as long as that is so. What is
    there of it stands behind no such link: it may be read by others than those who answer for it."""
    it = await Read(store).one(MeetingDocument, document)
    late = [it] if it.overdue_at and it.missing else []
    return await _page(request, store, it.facts.gathering, late, awaited=True)


@routes.get("/{gathering:uuid}", dependencies=[may("person")])
async def get_own(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The same, for whoever is signed in; with what is restricted, for who keeps the minutes."""
    reads = await read_by(store, caller, gathering)
    if reads == BY_EVERYBODY:
        raise NotFound("There are no such documents here.")
    return await _shown(request, store, gathering, reads)


async def _shown(request: Request, store: Store, gathering: UUID, reads: Collection[Distribution]) -> Response:
    documents = await documents_of(Read(store), gathering)
    return await _page(request, store, gathering, [each for each in documents if each.facts.distribution in reads])


async def _page(
    request: Request, store: Store, gathering: UUID, documents: Sequence[MeetingDocument], *, awaited: bool = False
) -> Response:
    """These, by item. `awaited`: what is still to come of one."""
    read = Read(store)
    about = await read.maybe(Gathering, gathering) or Gathering(gathering)
    documents = [] if awaited and about.cancelled else documents
    reader = Reader.of(reader_language(request), about.time_zone)
    now = request.app.state.service.clock().astimezone(ZoneInfo(reader.zone)).date()
    return html.answer(
        request,
        "reading.html",
        meeting=reader.words(about.title),
        groups=by_item(reader, documents, numbered(await items_of(read, gathering))),
        awaited=awaited,
        overdue={each.id for each in documents if each.overdue(now)},
    )
