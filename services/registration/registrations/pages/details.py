"""The page on which somebody corrects the own details: all but the address and the organization, which are the secretariat's."""

from typing import Any, get_args
from uuid import UUID
from zoneinfo import available_timezones

from fastapi import Request, Response
from pydantic import ValidationError

from services.registration.entries.merging import shown
from services.registration.people.commands import CorrectPerson
from services.registration.people.forms import OwnForm
from services.registration.people.handlers import correct_person
from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from services.registration.registrations.pages.personal import Holder, back, html
from shared.contracts.people import Calendar, Digits
from shared.errors import NotFound, Stale
from shared.flow import Read
from shared.http import Documents, Routes
from shared.store import Store, Stored
from shared.web.typed import Posted, Typed

OWN = tuple(OwnForm.model_fields)
WRONG = {"missing": "wrong_missing", "string_too_long": "wrong_long"}
PLACES = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

routes = Routes(include_in_schema=False)


@routes.get("/status/details")
async def get_details(holder: Holder, request: Request, store: Documents) -> Response:
    """The form, filled with what is known."""
    return _form(request, await _person(store, holder))


@routes.post("/status/details")
async def post_details(holder: Holder, request: Request, store: Documents, form: Posted, link: str) -> Response:
    """Correct them. The page then speaks the language that was chosen."""
    person = await _person(store, holder)
    if form["speaks"]:
        return _form(request, person, form)
    facts = _facts(form)
    if facts is None:
        return _form(request, person, form, 422)
    said: dict[str, Any] = form.do.message | facts.model_dump() | {"person": person.id, "by": person.id}
    try:
        await form.do(correct_person, CorrectPerson(**said), document=(Person, person.id))
    except Stale:
        return _form(request, await _person(store, holder), form, 412)
    return back(request, link, lang=facts.language, corrected="1")


async def _person(store: Store, holder: UUID) -> Stored[Person]:
    """Who holds the link. Raises NotFound for an address that nobody confirmed."""
    registration = await Read(store).one(Registration, holder)
    person = await shown(store, Person, registration.person)
    if person is None or not person.entity.confirmed:
        raise NotFound("Nobody who is known has this id.")
    return person


def _typed(person: Person) -> dict[str, str]:
    return {name: getattr(person, name) or "" for name in OWN}


def _facts(form: Typed) -> OwnForm | None:
    """What the form says; None where `form.errors` says what is wrong."""
    form.one_of("time_zone", available_timezones())
    try:
        facts = OwnForm.model_validate({name: form[name] for name in OWN if form[name]})
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False, include_context=False):
            form.errors.setdefault(str(each["loc"][0]), WRONG.get(each["type"], "wrong_other"))
        return None
    return None if form.errors else facts


def _form(request: Request, person: Stored[Person], form: Typed | None = None, status: int = 200) -> Response:
    """With what was typed, from the version that it was typed from; after a change by somebody else with both (412)."""
    moved = form.differs(_typed(person.entity)) if form and status == 412 else None
    zones = {each for each in available_timezones() if each.partition("/")[0] in PLACES}
    return html.answer(
        request,
        "details.html",
        status=status,
        typed={name: form[name] for name in OWN} if form else _typed(person.entity),
        errors=form.errors if form else {},
        moved=moved,
        version=form["version"] if form and moved is None else person.version,
        email=person.entity.email,
        calendars=get_args(Calendar),
        styles=get_args(Digits),
        zones=sorted(zones | {"UTC", person.entity.time_zone}),
        link=request.query_params["link"],
    )
