"""People. The secretariat sees everybody, others themselves."""

from dataclasses import replace
from uuid import UUID

from fastapi import Request, Response

from services.registration import columns, handlers, scope
from services.registration.model import Person
from services.registration.model.commands import RecordPerson
from services.registration.views import PersonForm, PersonView
from shared.http import Caller, Do, Documents, Paging, Routes, answer, matches, may

routes = Routes(prefix="/v1/people", tags=["people"])
secretariat = [may("secretariat")]


@routes.post("", status_code=201, dependencies=secretariat)
async def post_person(form: PersonForm, do: Do, request: Request, response: Response) -> PersonView:
    """Enter a person. 409 `exists` if somebody has the address with other details; with the same ones, who has it."""
    command = _command(request, form, do, do.message["id"])
    stored = await do(handlers.record_person, replace(command, by_address=True, new=True))
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return PersonView.of(stored.entity)


@routes.get("", dependencies=secretariat)
async def get_people(store: Documents, paging: Paging) -> list[PersonView]:
    """Everybody on record."""
    return [PersonView.of(stored.entity) for stored in await paging(store, Person, {})]


@routes.get("/{person}", dependencies=[may("person")])
async def get_person(person: UUID, caller: Caller, store: Documents, response: Response) -> PersonView:
    """One person: oneself, or anybody to the secretariat."""
    return answer(response, await scope.visible(store, Person, person, scope.people(caller)), PersonView.of)


@routes.put("/{person}", dependencies=[*secretariat, matches])
async def put_person(person: UUID, form: PersonForm, request: Request, do: Do) -> PersonView:
    """Change a person's details. 409 `address-taken` for an address that another person has."""
    command = _command(request, form, do, person)
    return PersonView.of((await do(handlers.record_person, command, document=(Person, person))).entity)


def _command(request: Request, form: PersonForm, do: Do, person: UUID) -> RecordPerson:
    fingerprint = columns.fingerprint(request.app.state.keys, form.email)
    return RecordPerson(**do.message, person=person, fingerprint=fingerprint, **form.model_dump())
