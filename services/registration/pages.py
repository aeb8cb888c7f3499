"""The pages of registration: a gathering with its form, and what stands for the holder of a personal link. No scripts."""

from contextlib import suppress
from typing import Annotated, Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration import handlers, queries, scope
from services.registration.application import Application
from services.registration.model import Gathering, GatheringState, Person, Registration
from services.registration.model.commands import GiveUp, RecordPerson
from shared import locale
from shared.auth import ANYBODY
from shared.contracts import Message
from shared.errors import Conflict
from shared.flow import Read
from shared.http import Do, Documents, Pages, Routes, linked, public
from shared.http.access import FORMS, accepts
from shared.http.pages import reader_language
from shared.locale import DEFAULTS, Habits
from shared.store import In

CHOICES = 500
"""Organizations that the form offers at most."""

LISTED = 50
"""Gatherings on the list."""

routes = Routes(include_in_schema=False)
html = Pages("services.registration")
Holder = Annotated[UUID, linked("registration")]


@routes.get("/gatherings", dependencies=[public])
async def get_list(request: Request, store: Documents) -> Response:
    """What was announced, the latest first."""
    found = await store.find(Gathering, {"state": In(scope.ANNOUNCED)}, sort="-starts_at", limit=LISTED)
    language = reader_language(request)
    listed = [{"id": stored.id, **_facts(stored.entity, language)} for stored in found.items]
    return html.answer(request, "gatherings.html", listed=listed)


@routes.get("/gatherings/{gathering:uuid}", dependencies=[public])
async def get_page(gathering: UUID, request: Request, store: Documents) -> Response:
    """A gathering that was announced; while registration is open, the form."""
    shown = (await scope.gathering(store, ANYBODY, gathering)).entity
    return await _form(request, store, shown, Application(language=reader_language(request)))


@routes.post("/gatherings/{gathering:uuid}", dependencies=[public, accepts(*FORMS)])
async def post_page(gathering: UUID, request: Request, store: Documents, do: Do) -> Response:
    """Register whom the form names. Whether the address was known, the answer does not tell; the mail goes to its owner."""
    shown = (await scope.gathering(store, ANYBODY, gathering)).entity
    async with request.form(max_files=0, max_fields=20) as typed:
        asked = Application.of({name: value for name, value in typed.items() if isinstance(value, str)}, shown)
    if asked.organization and await queries.unlisted(Read(store), [UUID(asked.organization)]):
        asked.errors["organization"] = "error_organization"
    if asked.errors:
        return await _form(request, store, shown, asked, status=422)
    try:
        await _register(request, store, do, shown, asked)
    except Conflict as refused:
        if refused.slug == "not-open":
            return await _form(request, store, shown, asked, status=409)
        if refused.slug != "registered-otherwise":  # of whoever is registered the answer must not tell
            raise
    return RedirectResponse(f"{request.url.path}/received", 303)


@routes.get("/gatherings/{gathering:uuid}/received", dependencies=[public])
async def get_received(gathering: UUID, request: Request, store: Documents) -> Response:
    """We have written to you: the same for everybody."""
    shown = (await scope.gathering(store, ANYBODY, gathering)).entity
    return html.answer(request, "received.html", gathering=_facts(shown, reader_language(request)))


@routes.get("/status")
async def get_status(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """The holder's own registration: the seat, or the rank and how many wait before."""
    read = Read(store)
    registration = await read.one(Registration, holder)
    gathering = await read.one(Gathering, registration.gathering)
    person = await read.maybe(Person, registration.person)
    language = reader_language(request)
    habits = _habits(person, language)
    waiting = await queries.before_in_line(read, registration) if registration.rank else 0
    return html.answer(
        request,
        "status.html",
        gathering=_facts(gathering, language, habits),
        registration=registration,
        seat=locale.digits(str(registration.seat), habits.digits),
        rank=locale.digits(str(registration.rank), habits.digits),
        before=locale.digits(str(waiting), habits.digits),
        link=link,
    )


@routes.post("/status/withdraw")
async def post_withdrawal(holder: Holder, request: Request, do: Do, link: str) -> Response:
    """I will not come. What a rule refuses (inside, cancelled meanwhile) is seen on the page."""
    with suppress(Conflict):
        await do(handlers.withdraw, GiveUp(**do.message, registration=holder))
    return RedirectResponse(f"{request.url.path.removesuffix('/withdraw')}?link={link}", 303)


def _habits(person: Person | None, language: str) -> Habits:
    """The person's own calendar and digits; of the page's language, if it was switched to another than the person's."""
    if person is None or person.erased or person.language != language:
        return DEFAULTS[language]
    return Habits(person.calendar, person.digits, person.time_zone)


async def _register(request: Request, store: Documents, do: Do, gathering: Gathering, asked: Application) -> None:
    """Two commands; sent twice they are the same two. Of an address that is known nothing is overwritten."""
    if gathering.state is not GatheringState.OPEN:
        raise Conflict("Registration is not open.", code="not-open")
    message = Message(**do.message)
    person = await _person(store, do, asked, asked.person(request.app.state.keys, message))
    await do(handlers.register, asked.register(gathering.id, person, message))


async def _person(store: Documents, do: Do, asked: Application, new: RecordPerson) -> UUID:
    """Who has the address; if nobody, somebody new."""
    if holder := await queries.person_at(Read(store), asked.email):
        return holder.id
    try:
        return (await do(handlers.record_person, new)).id
    except Conflict:
        holder = await queries.person_at(Read(store), asked.email)
        if holder is None:
            raise
        return holder.id  # recorded by somebody else at this moment


async def _form(
    request: Request, store: Documents, gathering: Gathering, asked: Application, *, status: int = 200
) -> Response:
    language = reader_language(request)
    offered = await queries.organizations(Read(store), CHOICES)
    return html.answer(
        request,
        "gathering.html",
        status=status,
        gathering=_facts(gathering, language),
        is_open=gathering.state is GatheringState.OPEN,
        asked=asked,
        categories=list(gathering.capacity),
        organizations=[(str(each.id), locale.choose(each.name, language)) for each in offered],
    )


def _facts(gathering: Gathering, language: str, habits: Habits | None = None) -> dict[str, Any]:
    """What a page shows of a gathering; its times are the venue's, in the reader's calendar and digits."""
    reader = habits or DEFAULTS[language]
    zone = gathering.time_zone
    shown: dict[str, Any] = {
        "language": language,
        "calendar": reader.calendar,
        "digits": reader.digits,
        "zone": zone,
    }
    return {
        "title": locale.choose(gathering.title, language),
        "venue": locale.choose(gathering.venue, language),
        "begins": locale.date_time(gathering.starts_at, **shown),
        "ends": locale.date_time(gathering.ends_at, **shown),
        "offset": locale.offset(gathering.starts_at, digits=reader.digits, zone=zone),
        "state": gathering.state,
    }
