"""Letting in somebody who is not expected: who it is, as what, and why. It works without scripts; a double tap is harmless."""

from typing import Annotated, Any, get_args
from uuid import UUID, uuid5

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.door import handlers
from services.registration.door.model import Admit
from services.registration.door.pages.ticks import of_this_door
from services.registration.gatherings.model import Gathering
from services.registration.people.commands import RecordPerson
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from services.registration.people.queries import person_at
from services.registration.people.typed import address, reached
from services.registration.registrations.application import name_of, step
from services.registration.registrations.model import Registration
from services.registration.registrations.queries import free_seats, must_keep_door
from shared import locale
from shared.contracts import Message
from shared.contracts.registrations import WalkIn
from shared.errors import Conflict
from shared.flow import Read
from shared.http import Caller, Documents, Routes, may
from shared.store import Store
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

REFUSALS = (
    "no-place",
    "not-open",
    "rejected",
    "on-hold",
    "address-unconfirmed",
    "erased",
    "already-inside",
    "wrong-day",
)
REASONS: tuple[WalkIn, ...] = get_args(WalkIn)
NOTE = 500
"""Characters of what the staff adds to the reason."""

routes = Routes(prefix="/gatherings/{gathering:uuid}/door/walk-in", include_in_schema=False)
html = Pages("services.registration.door")
keepers = [may("checkin")]
One = Annotated[str, Query(max_length=36)]


@routes.get("", dependencies=keepers)
async def get_walk_in(
    gathering: UUID, request: Request, caller: Caller, store: Documents, registration: One = ""
) -> Response:
    """The form: of somebody new, or of who is on the list without a place."""
    must_keep_door(caller, gathering)
    known = await _known(store, caller, gathering, registration)
    return await _form(request, store, gathering, known)


@routes.post("", dependencies=keepers)
async def post_walk_in(gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """Let them in: who is new is entered first, as the secretariat does. The door then shows who is inside."""
    must_keep_door(caller, gathering)
    known, refused = await _known(store, caller, gathering, form["registration"]), ""
    if not form["speaks"]:
        try:
            if let_in := await _let_in(request, store, form, gathering, known, caller):
                return RedirectResponse(f"{request.url.path.removesuffix('/walk-in')}?last={let_in}", 303)
        except Conflict as conflict:
            refused = conflict.slug
            if refused not in REFUSALS:
                raise
    return await _form(request, store, gathering, known, form, refused)


async def _let_in(
    request: Request, store: Store, form: Typed, gathering: UUID, known: Registration | None, caller: Caller
) -> UUID | None:
    """The registration; None where `form.errors` says what is wrong."""
    where, message = await Read(store).one(Gathering, gathering), Message(**form.do.message)
    category = known.category if known else form.one_of("category", where.capacity)
    why = next((each for each in REASONS if each == form["walk_in"]), None)
    if why is None:
        form.errors["walk_in"] = "error_reason"
    said = {} if known else _new_person(request, form)
    if form.errors or why is None:
        return None
    person = known.person if known else await _holder(store, said["email"])
    if person is None:  # nobody is entered whom the door then turns away
        where.must_be_its_day(message.at)
        if not await free_seats(Read(store), where.must_seat(category), where.capacity[category], 1):
            raise handlers.no_place()
        entered = RecordPerson(**step(message, "person"), person=message.id, **said, by_address=True, by=caller.id)
        person = (await form.do(record_person, entered)).id
    command = Admit(
        **step(message, "admit"),
        gathering=gathering,
        person=person,
        category=category,
        organization=known.organization if known else None,
        scan=uuid5(gathering, f"{form['key']} walk-in"),
        walk_in=why,
        note=form["note"][:NOTE],
        by_secretariat=caller.is_("secretariat"),
    )
    return (await form.do(handlers.admit, command)).id


async def _holder(store: Store, email: str) -> UUID | None:
    """Whoever has the address; None where that is nobody, or nobody who ever confirmed it."""
    holder = await person_at(Read(store), email)
    return holder.id if holder and holder.confirmed else None


def _new_person(request: Request, form: Typed) -> dict[str, Any]:
    """What is said of them; they read as the page does."""
    email = ""
    try:
        email = address(form["email"])
    except ValueError:
        form.errors["email"] = "error_email"
    try:
        name_of(form["name"])
    except ValueError:
        form.errors["name"] = "error_name"
    return {"name": form["name"], **reached(request.app.state.keys, email, reader_language(request))}


async def _known(store: Store, caller: Caller, gathering: UUID, typed: str) -> Registration | None:
    """Who is on this gathering's list, if that was said. Raises NotFound for another gathering's."""
    if not typed:
        return None
    return await Read(store).one(Registration, await of_this_door(store, caller, gathering, typed))


async def _form(
    request: Request,
    store: Store,
    gathering: UUID,
    known: Registration | None,
    form: Typed | None = None,
    refused: str = "",
) -> Response:
    shown, errors = await Read(store).one(Gathering, gathering), form.errors if form else {}
    person = await store.get(Person, known.person) if known else None
    return html.answer(
        request,
        "walk-in.html",
        status=409 if refused else 422 if errors else 200,
        gathering={"id": gathering, "title": locale.choose(shown.title, reader_language(request))},
        known=known,
        called=person.entity.name if person else "",
        typed={name: form[name] if form else "" for name in ("name", "email", "category", "walk_in", "note")},
        errors=errors,
        refused=refused,
        categories=[*shown.capacity],
        reasons=REASONS,
    )
