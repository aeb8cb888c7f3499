"""The personal page, without scripts: how a registration stands, for who has the link in the mail, and what can be done about it.
Looking changes nothing: mail programs open links."""

from contextlib import suppress
from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import urlencode
from uuid import UUID, uuid4, uuid5

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.entries.merging import kept
from services.registration.fields.queries import questions_of
from services.registration.gatherings.edition import of_edition
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pages import facts
from services.registration.gatherings.queries import seen
from services.registration.gatherings.states import GatheringState
from services.registration.organizations.model import Organization
from services.registration.people.commands import ConfirmPerson
from services.registration.people.handlers import confirm_person
from services.registration.people.model import Person
from services.registration.programme.queries import programme
from services.registration.programme.shown import days
from services.registration.registrations import admission, handlers, queries
from services.registration.registrations.application import name_of, step
from services.registration.registrations.calendar import invitation
from services.registration.registrations.commands import ConfirmAddress, GiveUp, Register
from services.registration.registrations.listing import BeListed, Listing, be_listed, listing_id
from services.registration.registrations.model import Registration, RegistrationState
from shared import locale
from shared.auth import ANYBODY
from shared.contracts import Message
from shared.contracts.registrations import TAKES_PART
from shared.errors import Conflict
from shared.flow import Read
from shared.http import Do, Documents, Routes, linked
from shared.locale import DEFAULTS, Habits
from shared.web import Pages, reader_language
from shared.web.typed import Posted

ALSO = timedelta(days=1)
"""So long are links good to what else waits for the same address to be confirmed: that is forgotten after a day."""
TO_READ = timedelta(days=30)
"""So long is the link to the documents of the meeting good; this page gives another."""
OVER = (GatheringState.ADJOURNED, GatheringState.HELD)
"""From here on there may be minutes to read."""

Holder = Annotated[UUID, linked("registration")]

routes = Routes(include_in_schema=False)
html = Pages("services.registration.registrations")


@routes.get("/status")
async def get_status(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """The holder's own registration: what it waits for, the place, or how many wait before."""
    return await _status(request, store, holder, link)


@routes.get("/status/calendar.ics")
async def get_calendar(holder: Holder, request: Request, store: Documents, do: Do) -> Response:
    """The gathering as an entry for the holder's calendar; fetched again, it says what changed."""
    registration = await Read(store).one(Registration, holder)
    gathering = await seen(store, ANYBODY, registration.gathering)
    content = invitation(gathering, registration, request.app.state.keys, reader_language(request), do.message["at"])
    name = {"Content-Disposition": 'attachment; filename="gathering.ics"'}
    return Response(content, headers=name, media_type="text/calendar; charset=utf-8")


@routes.post("/status/confirm")
async def post_confirmation(holder: Holder, request: Request, store: Documents, form: Posted, link: str) -> Response:
    """The address is mine, this is my name, and may be listed. A command for each; pressed again, it goes on where it stood."""
    if form["speaks"]:
        return await _status(request, store, holder, link, name=form["name"][:1000])
    read, message = Read(store), Message(**form.do.message)
    registration = await read.one(Registration, holder)
    person = await kept(read, Person, registration.person) or await read.one(Person, registration.person)
    opened = (await read.one(Gathering, registration.gathering)).state is GatheringState.OPEN
    if registration.unconfirmed and opened and not person.confirmed:
        try:
            command = ConfirmPerson(**step(message, "person"), person=person.id, name=name_of(form["name"]))
        except ValueError:
            return await _status(request, store, holder, link, name=form["name"][:1000], errors={"name": "error_name"})
        await form.do(confirm_person, command)
    with suppress(Conflict):  # closed meanwhile, say: the page tells it
        await form.do(admission.confirm_address, ConfirmAddress(**step(message, "address"), registration=holder))
        if form["listed"]:
            await form.do(be_listed, BeListed(**step(message, "listed"), registration=holder, listed=True))
    return back(request, link)


@routes.post("/status/withdraw")
async def post_withdrawal(holder: Holder, request: Request, do: Do, link: str) -> Response:
    """I will not come, or: that was not me. Once for each form, so that an old one sent again ends no later registration.

    What a rule refuses (inside, cancelled meanwhile) is seen on the page.
    """
    async with request.form(max_files=0, max_fields=20) as typed:
        token = uuid5(holder, f"withdraw/{str(typed.get('form'))[:100]}") if "form" in typed else do.message["id"]
    with suppress(Conflict):
        await do(handlers.withdraw, GiveUp(**do.message | {"id": token}, registration=holder))
    return back(request, link)


@routes.post("/status/again")
async def post_again(holder: Holder, request: Request, store: Documents, form: Posted, link: str) -> Response:
    """I can come after all: as what, and for whom, as before. Once for each form, and only after an own withdrawal."""
    registration = await Read(store).one(Registration, holder)
    if _may_come_again(registration):
        asked = {name: getattr(registration, name) for name in ("gathering", "person", "category", "organization")}
        with suppress(Conflict):  # closed meanwhile, say: the page tells it
            await form.do(handlers.register, Register(**form.do.message, **asked, by_secretariat=False))
    return back(request, link)


def back(request: Request, link: str, **also: str) -> Response:
    """To the personal page."""
    return RedirectResponse(f"{request.scope.get('root_path', '')}/status?{urlencode({'link': link} | also)}", 303)


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
    person = await kept(read, Person, registration.person)
    known = person is not None and person.confirmed
    listing = await read.maybe(Listing, listing_id(holder))
    habits = _habits(person, language)
    return html.answer(
        request,
        "status.html",
        status=422 if errors else 200,
        digits=habits.digits,
        gathering=facts(gathering, language, habits),
        edition=await of_edition(store, gathering, language, habits),
        own=_own_clocks(gathering, person if known else None, language, habits),
        programme=days(await programme(store, gathering.id), gathering, language),
        rule=gathering.rule(registration.category),
        registration=registration,
        known=known,
        called=person.name if person and known else "",
        organization=await _organization(read, registration, language),
        typed=registration.typed if name is None else name,
        errors=errors or {},
        also=await _also(request, read, registration, language),
        before=await queries.before_in_line(read, registration) if registration.rank else 0,
        again=_may_come_again(registration),
        listed=listing is not None and listing.since is not None,
        over=gathering.state in OVER,
        documents=_documents(request, registration),
        asks=bool((await questions_of(read, gathering.id, registration.category)).shown_to("person")),
        answered="answered" in request.query_params,
        corrected="corrected" in request.query_params,
        link=link,
        form_id=uuid4(),
    )


def _documents(request: Request, registration: Registration) -> str:
    """The link to what is put before the meeting; "" for who does not take part."""
    if registration.state is not RegistrationState.CONFIRMED or registration.category not in TAKES_PART:
        return ""
    return str(request.app.state.keys.link("documents", registration.id, TO_READ))


def _may_come_again(registration: Registration) -> bool:
    """Whether the person gave it up: not somebody who never confirmed the address, nor whom the secretariat cancelled."""
    return registration.state is RegistrationState.WITHDRAWN and registration.reason is None


def _own_clocks(gathering: Gathering, person: Person | None, language: str, habits: Habits) -> dict[str, str]:
    """The same times where the person is; empty if the clocks there say the same, or nobody knows where that is."""
    if person is None:
        return {}
    shown: dict[str, Any] = {"digits": habits.digits, "zone": person.time_zone}
    ahead = locale.offset(gathering.starts_at, **shown)
    if ahead == locale.offset(gathering.starts_at, digits=habits.digits, zone=gathering.time_zone):
        return {}
    shown |= {"language": language, "calendar": habits.calendar}
    times = {"begins": gathering.starts_at, "ends": gathering.ends_at}
    return {"offset": ahead, **{name: locale.date_time(at, **shown) for name, at in times.items()}}


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


def _habits(person: Person | None, language: str) -> Habits:
    """The person's own calendar and digits; of the page's language, if it was switched to another than the person's."""
    if person is None or person.erased or person.language != language:
        return DEFAULTS[language]
    return Habits(person.calendar, person.digits, person.time_zone)
