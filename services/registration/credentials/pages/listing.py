"""The letters for a gathering, and the form of one that came."""

from typing import Any, get_args
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.credentials import handlers, queries
from services.registration.credentials.forms import CredentialsForm
from services.registration.credentials.model import ReceiveCredentials
from services.registration.credentials.pages.shown import html, rows
from services.registration.gatherings.queries import seen
from services.registration.organizations.queries import by_code
from services.registration.people.model import Person
from services.registration.people.queries import person_at
from services.registration.people.typed import address
from shared import locale
from shared.contracts.credentials import Power
from shared.errors import Conflict, Refused
from shared.flow import Read
from shared.http import Caller, Documents, Routes, may
from shared.locale import digits
from shared.store import Store
from shared.web import reader_language
from shared.web.typed import Posted, Typed

FIELDS = ("email", "organization", "number", "dated")
CHOICES = 500
"""Organizations that the form offers at most."""
LONGEST = 100

routes = Routes(prefix="/gatherings/{gathering:uuid}/credentials", include_in_schema=False)
secretariat = [may("secretariat")]


@routes.get("", dependencies=secretariat)
async def get_list(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """All of them, by organization in order of precedence."""
    shown, language = (await seen(store, caller, gathering)).entity, reader_language(request)
    letters = await rows(store, await queries.letters_for(store, gathering), language)
    title = locale.choose(shown.title, language)
    return html.answer(request, "list.html", gathering={"id": gathering, "title": title}, letters=letters)


@routes.get("/new", dependencies=secretariat)
async def get_new(
    gathering: UUID, request: Request, caller: Caller, store: Documents, person: UUID | None = None
) -> Response:
    """The form; `person`: whose letter it is, if that is known."""
    known = await store.get(Person, person) if person else None
    about = {"email": known.entity.email, "organization": str(known.entity.organization or "")} if known else {}
    return await _form(request, caller, store, gathering, about)


@routes.post("/new", dependencies=secretariat)
async def post_new(gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """Enter it."""
    try:
        if facts := await _told(form, store):
            command = ReceiveCredentials(**form.do.message, facts=facts.facts(gathering), by=caller.id)
            made = await form.do(handlers.receive, command)
            return RedirectResponse(f"/registration/credentials/{made.id}", 303)
    except Conflict as conflict:
        if conflict.slug != "exists":
            raise
        form.errors["email"] = "wrong_exists"
    except Refused as refused:
        form.errors |= {each["field"]: "wrong_day" for each in refused.errors if each["field"] == "dated"}
        if not form.errors:
            raise
    return await _form(request, caller, store, gathering, form)


async def _told(form: Typed, store: Store) -> CredentialsForm | None:
    """What the form says; None, with `form.errors`, where something is wrong."""
    person = None
    try:
        person = await person_at(Read(store), address(form["email"]))
    except ValueError:
        form.errors["email"] = "wrong_address"
    if person is None or not person.confirmed:
        form.errors.setdefault("email", "wrong_nobody")
    offered = {str(each.id): each.id for each in await by_code(Read(store), CHOICES)}
    home = offered.get(form.one_of("organization", offered))
    powers = [power for power in get_args(Power) if power in form.all("powers")]
    if not powers:
        form.errors["powers"] = "wrong_powers"
    if len(form["number"]) > LONGEST:
        form.errors["number"] = "wrong_long"
    dated = digits(form["dated"], "latin").replace("/", "-")
    if form.errors or person is None or home is None:
        return None
    said: dict[str, Any] = {"powers": powers, "number": form["number"], "dated": dated}
    return CredentialsForm.model_construct(person=person.id, organization=home, **said)


async def _form(
    request: Request, caller: Any, store: Store, gathering: UUID, given: dict[str, str] | Typed
) -> Response:
    """With all that was typed."""
    form, language = given if isinstance(given, Typed) else None, reader_language(request)
    shown = (await seen(store, caller, gathering)).entity
    homes = await by_code(Read(store), CHOICES)
    return html.answer(
        request,
        "new.html",
        status=422 if form else 200,
        gathering={"id": gathering, "title": locale.choose(shown.title, language)},
        typed={name: form[name] if form else dict(given).get(name, "") for name in FIELDS},  # type: ignore[arg-type]
        chosen=form.all("powers") if form else ["represent", "speak"],
        wrong={name: key for name, key in form.errors.items() if name in {*FIELDS, "powers"}} if form else {},
        powers=get_args(Power),
        organizations=[(str(each.id), locale.choose(each.name, language)) for each in homes],
    )
