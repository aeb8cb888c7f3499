"""Registering somebody on their behalf: somebody who is on record, found by name or address, or somebody new. Without scripts."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.queries import seen
from services.registration.gatherings.states import GatheringState
from services.registration.organizations.queries import by_code
from services.registration.people.commands import RecordPerson
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from services.registration.people.queries import Search
from services.registration.people.typed import address, reached
from services.registration.registrations.application import name_of, step
from services.registration.registrations.commands import Register
from services.registration.registrations.handlers import register
from services.registration.registrations.model import Registration
from services.registration.roster.model import standing
from shared import locale
from shared.contracts import Message
from shared.contracts.registrations import registration_id
from shared.errors import Conflict, NotFound
from shared.flow import Read
from shared.http import Caller, Documents, Routes, may
from shared.locale import LANGUAGES
from shared.store import Store
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

FOUND = 20
"""So many people a search shows; one types another letter."""
CHOICES = 500
"""Organizations that the form offers at most."""
REFUSALS = ("not-open", "registered-otherwise", "erased", "address-unconfirmed")
FIELDS = ("name", "name_also", "email", "language", "category", "organization")

routes = Routes(prefix="/gatherings/{gathering:uuid}/registrations/new", include_in_schema=False)
html = Pages("services.registration.roster")
Words = Annotated[str, Query(max_length=200)]


@routes.get("", dependencies=[may("secretariat")])
async def get_new(
    gathering: UUID, request: Request, caller: Caller, store: Documents, q: Words = "", person: Words = ""
) -> Response:
    """First who (`q` finds people; `person` is one of them, or *new*), then as what."""
    shown = (await seen(store, caller, gathering)).entity
    if not person:
        return await _who(request, store, shown, q.strip())
    return await _form(request, store, shown, await _known(store, person))


@routes.post("", dependencies=[may("secretariat")])
async def post_new(gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """A place for somebody, by the commands of the API: who is new is entered first. Pressed again, it is done once."""
    shown = (await seen(store, caller, gathering)).entity
    known = await _known(store, form["person"])
    refused = ""
    if not form["speaks"]:
        try:
            if registration := await _register(request, store, form, shown, known, caller):
                return RedirectResponse(f"{request.url.path.removesuffix('/new')}?registered={registration}", 303)
        except Conflict as conflict:
            refused = conflict.slug
            if refused not in REFUSALS:
                raise
    return await _form(request, store, shown, known, form, refused)


async def _register(
    request: Request, store: Store, form: Typed, gathering: Gathering, known: Person | None, caller: Caller
) -> UUID | None:
    """The registration; None where `form.errors` says what is wrong."""
    form.one_of("category", gathering.capacity)
    offered = {str(each.id): each.id for each in await by_code(Read(store), CHOICES)}
    form.one_of("organization", ["", *offered])
    home = offered.get(form["organization"])
    if not form.errors:
        gathering.must_admit(form["category"], None)  # before anybody is entered
    message, person = Message(**form.do.message), known.id if known else None
    if known is None and (said := _new_person(request, form)) and not form.errors:
        command = RecordPerson(**step(message, "person"), person=message.id, **said, organization=home, by=caller.id)
        try:
            person = (await form.do(record_person, command)).id
        except Conflict as conflict:
            if conflict.slug != "exists":
                raise
            form.errors["email"] = "error_exists"
    if form.errors or person is None:
        return None
    asked = Register(
        **step(message, "register"),
        gathering=gathering.id,
        person=person,
        category=form["category"],
        organization=home,
        by_secretariat=True,
    )
    return (await form.do(register, asked)).id


def _new_person(request: Request, form: Typed) -> dict[str, Any]:
    """What is said of somebody new; how they read follows from their language."""
    form.must("name", 200)
    language = form.one_of("language", LANGUAGES)
    email = ""
    try:
        email = address(form["email"])
    except ValueError:
        form.errors["email"] = "error_email"
    for name in ("name", "name_also"):
        try:
            form[name] and name_of(form[name])
        except ValueError:
            form.errors[name] = "wrong_other"
    return {
        "name": form["name"],
        "name_also": form["name_also"] or None,
        **reached(request.app.state.keys, email, language if language in LANGUAGES else LANGUAGES[0]),
        "by_address": True,
        "new": True,
    }


async def _known(store: Store, typed: str) -> Person | None:
    """Who is meant; None for somebody new. Raises NotFound for nobody."""
    if typed == "new":
        return None
    try:
        found = await store.get(Person, UUID(typed))
    except ValueError:
        found = None
    if found is None or not found.entity.confirmed:
        raise NotFound("There is no such person.")
    return found.entity


async def _who(request: Request, store: Store, gathering: Gathering, q: str) -> Response:
    page = await Search(store, q).find(Person, {"confirmed": True}, limit=FOUND)
    ids = {stored.id: registration_id(gathering.id, stored.id) for stored in page.items}
    there = await store.get_many(Registration, [*ids.values()])
    return html.answer(
        request,
        "who.html",
        gathering=_shown(request, gathering),
        q=q,
        people=[stored.entity for stored in page.items],
        more=page.next is not None,
        stands={person: standing(there[id].entity) for person, id in ids.items() if id in there},
    )


async def _form(
    request: Request,
    store: Store,
    gathering: Gathering,
    known: Person | None,
    form: Typed | None = None,
    refused: str = "",
) -> Response:
    """With what was typed, else with what is known; `refused`: which rule stands against it."""
    language, offered = reader_language(request), await by_code(Read(store), CHOICES)
    begun = {"language": language, "organization": str((known and known.organization) or "")}
    errors = form.errors if form else {}
    return html.answer(
        request,
        "behalf.html",
        status=409 if refused else 422 if errors else 200,
        gathering=_shown(request, gathering),
        known=known,
        typed={name: form[name] if form else begun.get(name, "") for name in FIELDS},
        errors=errors,
        refused=refused,
        categories=[*gathering.capacity],
        organizations=[(str(each.id), locale.choose(each.name, language)) for each in offered],
    )


def _shown(request: Request, gathering: Gathering) -> dict[str, Any]:
    title = locale.choose(gathering.title, reader_language(request))
    return {"id": gathering.id, "title": title, "is_open": gathering.state is GatheringState.OPEN}
