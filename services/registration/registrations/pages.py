"""The pages of a registration, without scripts: the form of a gathering, for everybody, and how a registration stands, for
who has the link in the mail. Looking changes nothing: mail programs open links."""

from contextlib import suppress
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID, uuid4, uuid5

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.entries.merging import kept
from services.registration.gatherings.model import Gathering, GatheringState
from services.registration.gatherings.pages import facts
from services.registration.gatherings.queries import seen
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import by_code, unlisted
from services.registration.people.handlers import ask_address, confirm_person
from services.registration.people.model import ConfirmPerson, Person
from services.registration.people.queries import person_at
from services.registration.registrations import admission, handlers, queries
from services.registration.registrations.application import Application, name_of, step
from services.registration.registrations.commands import ConfirmAddress, GiveUp, registration_id
from services.registration.registrations.model import Registration
from shared import locale
from shared.auth import ANYBODY
from shared.contracts import Message
from shared.errors import Conflict
from shared.flow import Read
from shared.http import Do, Documents, Routes, linked, public
from shared.http.access import FORMS, accepts
from shared.locale import DEFAULTS, Habits
from shared.web import Pages, reader_language

CHOICES = 500
"""Organizations that the form offers at most."""

Holder = Annotated[UUID, linked("registration")]
ALSO = timedelta(days=1)
"""So long are links good to what else waits for the same address to be confirmed: that is forgotten after a day."""

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
        if refused.slug != "not-open":
            raise
        return await _form(request, store, shown, asked, status=409)
    return RedirectResponse(f"{request.url.path}/received", 303)


@routes.get("/gatherings/{gathering:uuid}/received", dependencies=[public])
async def get_received(gathering: UUID, request: Request, store: Documents) -> Response:
    """What comes next: the same for everybody, and true for everybody."""
    shown = (await seen(store, ANYBODY, gathering)).entity
    return html.answer(request, "received.html", gathering=facts(shown, reader_language(request)))


async def _apply(request: Request, store: Documents, do: Do, gathering: Gathering, asked: Application) -> None:
    """Two commands: the address is asked, and its registration waits. Where the address registered before, neither."""
    if gathering.state is not GatheringState.OPEN:
        raise Conflict("Registration is not open.", code="not-open")
    message = Message(**do.message)
    if await _is_there(store, gathering, asked.email):
        return
    person = await do(ask_address, asked.ask(request.app.state.keys, gathering.id, message))
    await do(admission.apply, asked.apply(gathering.id, person.id, message))


async def _is_there(store: Documents, gathering: Gathering, address: str) -> bool:
    """Whether somebody of this address registered already, or waits, or was not accepted."""
    holder = await person_at(Read(store), address)
    there = await store.get(Registration, registration_id(gathering.id, holder.id)) if holder else None
    return there is not None and not there.entity.may_apply


async def _form(
    request: Request, store: Documents, gathering: Gathering, asked: Application, *, status: int = 200
) -> Response:
    language = reader_language(request)
    offered = await by_code(Read(store), CHOICES)
    return html.answer(
        request,
        "gathering.html",
        status=status,
        gathering=facts(gathering, language),
        is_open=gathering.state is GatheringState.OPEN,
        asked=asked,
        categories=[name for name in gathering.capacity if gathering.rule(name) != "invited"],
        decided=[name for name in gathering.capacity if gathering.rule(name) == "approval"],
        invited=[name for name in gathering.capacity if gathering.rule(name) == "invited"],
        organizations=[(str(each.id), locale.choose(each.name, language)) for each in offered],
    )


@routes.get("/status")
async def get_status(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """The holder's own registration: what it waits for, the seat, or the rank and how many wait before."""
    return await _status(request, store, holder, link)


@routes.post("/status/confirm")
async def post_confirmation(holder: Holder, request: Request, store: Documents, do: Do, link: str) -> Response:
    """The address is mine, and this is my name. Two commands; pressed again, it goes on where it stood."""
    read, message = Read(store), Message(**do.message)
    registration = await read.one(Registration, holder)
    person = await read.one(Person, registration.person)
    opened = (await read.one(Gathering, registration.gathering)).state is GatheringState.OPEN
    if registration.unconfirmed and opened and not person.confirmed:
        async with request.form(max_files=0, max_fields=20) as typed:
            name = str(typed.get("name", ""))
        try:
            command = ConfirmPerson(**step(message, "person"), person=person.id, name=name_of(name))
        except ValueError:
            return await _status(request, store, holder, link, name=name[:1000], errors={"name": "error_name"})
        await do(confirm_person, command)
    with suppress(Conflict):  # closed meanwhile, say: the page tells it
        await do(admission.confirm_address, ConfirmAddress(**step(message, "address"), registration=holder))
    return _back(request, link)


@routes.post("/status/withdraw")
async def post_withdrawal(holder: Holder, request: Request, do: Do, link: str) -> Response:
    """I will not come, or: that was not me. Once for each form, so that an old one sent again ends no later registration.

    What a rule refuses (inside, cancelled meanwhile) is seen on the page.
    """
    async with request.form(max_files=0, max_fields=20) as typed:
        token = uuid5(holder, f"withdraw/{str(typed.get('form'))[:100]}") if "form" in typed else do.message["id"]
    with suppress(Conflict):
        await do(handlers.withdraw, GiveUp(**do.message | {"id": token}, registration=holder))
    return _back(request, link)


async def _status(
    request: Request,
    store: Documents,
    holder: UUID,
    link: str,
    *,
    name: str | None = None,
    errors: dict[str, str] | None = None,
) -> Response:
    read, language = Read(store), reader_language(request)
    registration = await read.one(Registration, holder)
    gathering = await read.one(Gathering, registration.gathering)
    person = await read.maybe(Person, registration.person)
    habits = _habits(person, language)
    waiting = await queries.before_in_line(read, registration) if registration.rank else 0
    return html.answer(
        request,
        "status.html",
        status=422 if errors else 200,
        digits=habits.digits,
        gathering=facts(gathering, language, habits),
        rule=gathering.rule(registration.category),
        registration=registration,
        known=person is not None and person.confirmed,
        organization=await _organization(read, registration, language),
        typed=registration.typed if name is None else name,
        errors=errors or {},
        also=await _also(request, read, registration, language),
        before=waiting,
        link=link,
        form_id=uuid4(),
    )


async def _organization(read: Read, registration: Registration, language: str) -> str:
    home = await kept(read, Organization, registration.organization)
    return locale.choose(home.name, language) if home else ""


async def _also(request: Request, read: Read, registration: Registration, language: str) -> list[dict[str, Any]]:
    """What else waits for this address to be confirmed: of that no mail was sent, since one was sent within the day."""
    keys = request.app.state.keys
    others = [each for each in await queries.unconfirmed(read, registration.person) if each.id != registration.id]
    gatherings = await read.many(Gathering, [each.gathering for each in others])
    return [
        {
            "title": locale.choose(gatherings[each.gathering].title, language),
            "link": keys.link("registration", each.id, ALSO),
        }
        for each in others
        if each.gathering in gatherings
    ]


def _back(request: Request, link: str) -> Response:
    return RedirectResponse(f"{request.url.path.rpartition('/')[0]}?link={link}", 303)


def _habits(person: Person | None, language: str) -> Habits:
    """The person's own calendar and digits; of the page's language, if it was switched to another than the person's."""
    if person is None or person.erased or person.language != language:
        return DEFAULTS[language]
    return Habits(person.calendar, person.digits, person.time_zone)
