"""The page of one registration, for who has the link in the mail. Looking changes nothing: mail programs open links."""

from contextlib import suppress
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID, uuid4, uuid5

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration import admission, handlers, queries
from services.registration.application import name_of, step
from services.registration.model import Gathering, GatheringState, Organization, Person, Registration
from services.registration.model.commands import ConfirmAddress, ConfirmPerson, GiveUp
from services.registration.pages.public import facts, html
from shared import locale
from shared.contracts import Message
from shared.errors import Conflict
from shared.flow import Read
from shared.http import Do, Documents, Routes, linked
from shared.locale import DEFAULTS, Habits
from shared.web import reader_language

routes = Routes(prefix="/status", include_in_schema=False)
Holder = Annotated[UUID, linked("registration")]
ALSO = timedelta(days=1)
"""So long are links good to what else waits for the same address to be confirmed: that is forgotten after a day."""


@routes.get("")
async def get_status(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """The holder's own registration: what it waits for, the seat, or the rank and how many wait before."""
    return await _status(request, store, holder, link)


@routes.post("/confirm")
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
        await do(admission.confirm_person, command)
    with suppress(Conflict):  # closed meanwhile, say: the page tells it
        await do(admission.confirm_address, ConfirmAddress(**step(message, "address"), registration=holder))
    return _back(request, link)


@routes.post("/withdraw")
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
        gathering=facts(gathering, language, habits),
        rule=gathering.rule(registration.category),
        registration=registration,
        known=person is not None and person.confirmed,
        organization=await _organization(read, registration, language),
        typed=registration.typed if name is None else name,
        errors=errors or {},
        also=await _also(request, read, registration, language),
        seat=locale.digits(str(registration.seat), habits.digits),
        rank=locale.digits(str(registration.rank), habits.digits),
        before=locale.digits(str(waiting), habits.digits),
        link=link,
        form_id=uuid4(),
    )


async def _organization(read: Read, registration: Registration, language: str) -> str:
    home = await read.maybe(Organization, registration.organization) if registration.organization else None
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
