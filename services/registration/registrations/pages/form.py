"""The form of a gathering, for everybody, without scripts. What is typed there is never lost."""

from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.fields.queries import asked_for
from services.registration.gatherings.coordination import beside
from services.registration.gatherings.edition import of_edition
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pages import facts_at, now
from services.registration.gatherings.queries import seen, seen_by
from services.registration.gatherings.states import GatheringState
from services.registration.gatherings.window import NOT_OPEN
from services.registration.organizations.queries import by_code, unlisted
from services.registration.people.handlers import ask_address
from services.registration.people.knocks import KnockInVain, drawer_of, knock, knock_again
from services.registration.people.queries import person_at
from services.registration.programme.queries import programme
from services.registration.programme.shown import days
from services.registration.registrations import admission, queries
from services.registration.registrations.application import Application, step
from shared import locale
from shared.auth import ANYBODY
from shared.contracts import Message
from shared.errors import Conflict
from shared.flow import Read
from shared.http import Do, Documents, Routes, public
from shared.http.access import FORMS, accepts
from shared.web import Pages, reader_language

CHOICES = 500
"""Organizations that the form offers at most."""

routes = Routes(include_in_schema=False)
html = Pages("services.registration.registrations")


@routes.get("/gatherings/{gathering:uuid}", dependencies=[public])
async def get_page(gathering: UUID, request: Request, store: Documents) -> Response:
    """A gathering that was announced; while registration is open, the form."""
    shown = (await seen(store, ANYBODY, gathering)).entity
    response = await _form(request, store, shown, Application(language=reader_language(request)))
    response.headers["Cache-Control"] = "private, no-cache"  # who comes back to it finds what was typed
    return response


@routes.post("/gatherings/{gathering:uuid}", dependencies=[public, accepts(*FORMS)])
async def post_page(gathering: UUID, request: Request, store: Documents, do: Do) -> Response:
    """Nothing is held before the owner of the address confirms by the link in the mail. The answer is the same for every
    address, known or not. Who only switches the language (`speaks`: the one before) finds what was typed."""
    shown = (await seen(store, ANYBODY, gathering)).entity
    async with request.form(max_files=0, max_fields=20) as form:
        typed = {name: value for name, value in form.items() if isinstance(value, str)}
    if "speaks" in typed:
        return await _form(request, store, shown, Application.begun(typed, reader_language(request)))
    asked = Application.of(typed, shown)
    if asked.organization and await unlisted(Read(store), [UUID(asked.organization)]):
        asked.errors["organization"] = "error_organization"
    if asked.errors:
        invited = set(asked.errors.values()) == {"error_invited"}
        return await _form(request, store, shown, asked, status=409 if invited else 422)
    try:
        await _apply(request, store, do, shown, asked)
    except Conflict as refused:
        if refused.slug not in NOT_OPEN:
            raise
        return await _form(request, store, shown, asked, status=409)
    return RedirectResponse(f"{request.url.path}/received", 303)


@routes.get("/gatherings/{gathering:uuid}/received", dependencies=[public])
async def get_received(gathering: UUID, request: Request, store: Documents) -> Response:
    """What comes next: the same for everybody, and true for everybody."""
    shown = (await seen(store, ANYBODY, gathering)).entity
    return html.answer(request, "received.html", gathering=facts_at(shown, reader_language(request), now(request)))


async def _apply(request: Request, store: Documents, do: Do, gathering: Gathering, asked: Application) -> None:
    """Two commands: the address is asked, and its registration waits. Where the address registered before, neither;
    but as much is read and written, so that the time tells nobody which of both it was."""
    message = Message(**do.message)
    gathering.must_admit(asked.category, message.at)
    if await _is_there(store, gathering, asked.email):
        for n, vain in enumerate((knock, knock_again)):
            drawer = drawer_of(request.app.state.keys, asked.email, str(n))
            await do(vain, KnockInVain(**step(message, str(n)), drawer=drawer))
        return
    person = await do(ask_address, asked.ask(request.app.state.keys, gathering.id, message))
    await do(admission.apply, asked.apply(gathering.id, person.id, message))


async def _is_there(store: Documents, gathering: Gathering, address: str) -> bool:
    """Whether somebody of this address registered already, or waits, or was not accepted."""
    holder = await person_at(Read(store), address)
    there = await queries.of_person(Read(store), gathering.id, holder) if holder else None
    return there is not None and not there.may_apply


async def _form(
    request: Request, store: Documents, gathering: Gathering, asked: Application, *, status: int = 200
) -> Response:
    language = reader_language(request)
    offered = await by_code(Read(store), CHOICES)
    return html.answer(
        request,
        "gathering.html",
        status=status,
        gathering=facts_at(gathering, language, now(request)),
        beside=await beside(store, gathering, language, seen_by(ANYBODY)),
        edition=await of_edition(store, gathering, language),
        questions=await asked_for(store, gathering, language),
        programme=days(await programme(store, gathering.id), gathering, language),
        is_open=gathering.state_at(now(request)) is GatheringState.OPEN,
        asked=asked,
        categories=[name for name in gathering.capacity if gathering.rule(name) != "invited"],
        decided=[name for name in gathering.capacity if gathering.rule(name) == "approval"],
        invited=[name for name in gathering.capacity if gathering.rule(name) == "invited"],
        organizations=[(str(each.id), locale.choose(each.name, language)) for each in offered],
    )
