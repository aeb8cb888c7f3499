"""The offices of a body, and one of them: who holds it, who held it, and what may happen next."""

from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.offices import handlers, queries, typed
from services.registration.offices.model import LeaveOffice, Office, TakeOffice
from services.registration.offices.pages.editing import body_called
from services.registration.offices.pages.shown import html, names, row, terms, today
from services.registration.people.queries import person_at
from services.registration.people.typed import address
from shared import auth
from shared.errors import Conflict, NotFound, Refused, Stale
from shared.flow import Read
from shared.http import Caller, Documents, Routes, may
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import reader_language
from shared.web.typed import Posted, Typed

STEPS = {"take": ("email", "since"), "leave": ("until",)}
"""What each step asks for; a field is called by both (`take_since`)."""
TROUBLE = {"held-since": "held_since", "vacant": "is_vacant"}
"""Code of a refusal -> what to say."""

routes = Routes(include_in_schema=False)


class Sent(NamedTuple):
    """A step that was not done: its form, what is in the way beside what is wrong with a field, and the status that says so."""

    form: Typed | None = None
    step: str = ""
    trouble: str = ""
    status: int = 200


_NOTHING = Sent()


@routes.get("/bodies/{entry:uuid}/offices", dependencies=[may("observer")])
async def get_offices_page(entry: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """The offices of a body, and who holds each today; as a part of the body's page, or for itself."""
    language, on, offices = reader_language(request), today(request), await queries.offices_of(store, entry)
    known = await _known(store, caller, [id for each in offices if (id := each.holder(on))])
    return html.answer(
        request,
        "card.html" if "hx-request" in request.headers else "offices.html",
        body=entry,
        body_called=await body_called(store, entry, language),
        offices=[row(each, on, language, known) for each in offices],
        secretariat=caller.is_("secretariat"),
    )


@routes.get("/offices/{office:uuid}", dependencies=[may("observer")])
async def get_office_page(office: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """Who holds it and who held it."""
    return await _shown(request, store, await queries.there(store, office), caller)


@routes.post("/offices/{office:uuid}/{step}", dependencies=[may("secretariat")])
async def post_step(
    office: UUID, step: str, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Somebody takes it, or leaves it."""
    if step not in STEPS:
        raise NotFound("There is no such step.")
    there, trouble, status = await queries.there(store, office), "", 422
    try:
        if await _done(office, step, store, form, caller):
            return RedirectResponse(f"/registration/offices/{office}", 303)
    except Stale:
        there, trouble, status = await queries.there(store, office), "moved_on", 412
    except Conflict as conflict:
        if conflict.slug not in TROUBLE:
            raise
        trouble, status = TROUBLE[conflict.slug], 409
    except Refused as refused:
        typed.note(form, refused, step)
    return await _shown(request, store, there, caller, Sent(form, step, trouble, status))


async def _done(office: UUID, step: str, store: Store, form: Typed, caller: auth.Caller) -> bool:
    """False, with `form.errors`, where something is wrong."""
    said = {"office": office, "by": caller.id, **form.do.message}
    if step == "leave":
        command = LeaveOffice(**said, until=typed.time(form, "leave_until"))
        await form.do(handlers.leave_office, command, document=(Office, office))
        return True
    person = None
    try:
        person = await person_at(Read(store), address(form["take_email"]))
    except ValueError:
        form.errors["take_email"] = "wrong_address"
    if person is None or not person.confirmed:
        form.errors.setdefault("take_email", "wrong_nobody")
        return False
    taken = TakeOffice(**said, person=person.id, since=typed.time(form, "take_since"))
    await form.do(handlers.take_office, taken, document=(Office, office))
    return True


async def _shown(
    request: Request,
    store: Store,
    there: Stored[Office],
    caller: auth.Caller,
    sent: Sent = _NOTHING,
) -> Response:
    form, step, trouble, status = sent
    office, language, secretary = there.entity, reader_language(request), caller.is_("secretariat")
    history = office.history if secretary else []
    by = [each.by for each in history if each.by]
    known = await _known(store, caller, [*(term.person for term in office.facts.terms), *by])
    fields = [f"{each}_{name}" for each, asked in STEPS.items() for name in asked]
    return html.answer(
        request,
        "office.html",
        status=status,
        id=there.id,
        version=there.version,
        body=office.facts.body,
        body_called=await body_called(store, office.facts.body, language),
        it=row(office, today(request), language, known),
        calendar_of=office.facts.calendar,
        terms=terms(office, language, known),
        secretariat=secretary,
        step=step,
        trouble=trouble,
        typed={name: form[name] if form else "" for name in fields},
        wrong={name: key for name, key in form.errors.items() if name in fields} if form else {},
        history=[list(edits) for _, edits in groupby(reversed(history), lambda each: (each.at, each.by))],
        names={str(id): name for id, name in known.items()},
        tongues=NAMES,
    )


async def _known(store: Store, caller: auth.Caller, ids: list[UUID]) -> dict[UUID, str]:
    """Names are the secretariat's to read; to others it is told that somebody holds it."""
    return dict(await names(store, ids)) if caller.is_("secretariat") else {}
