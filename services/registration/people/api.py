"""People. The secretariat sees everybody, others themselves."""

from dataclasses import replace
from typing import Self
from uuid import UUID

from fastapi import Request, Response

from services.registration.entries.merging import kept_id, shown
from services.registration.organizations.api import Asked, EditView
from services.registration.people import handlers, queries, typed
from services.registration.people.commands import CorrectPerson, CorrectPost, EnterPost, RecordPerson
from services.registration.people.forms import OwnForm, PersonForm, PostForm
from services.registration.people.model import Person
from shared import auth
from shared.contracts.people import Calendar, Digits, Post
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Caller, Do, Documents, Paging, Routes, View, answer, matches, may
from shared.store import Store, Where

routes = Routes(prefix="/v1/people", tags=["people"])
secretariat = [may("secretariat")]


class PersonView(View):
    """A person; once erased, nothing but the id. Not `confirmed`: an address in a form, which nobody confirmed (yet)."""

    id: UUID
    name: str
    email: str
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str
    organization: UUID | None
    position: str | None
    name_also: str | None
    title: str | None
    badge: str | None
    passport: str | None
    precedence: int | None
    confirmed: bool
    erased: bool

    @classmethod
    def of(cls, person: Person) -> Self:
        return cls.model_validate(person)


class PostView(Post, View):
    """A position, an organization, or both. Without `since`: nobody knows since when. Without `until`: it goes on.

    With an `id` it was entered by hand, and is put right by it.
    """


@routes.post("", status_code=201, dependencies=secretariat)
async def post_person(form: PersonForm, do: Do, caller: Caller, request: Request, response: Response) -> PersonView:
    """Enter a person. 409 `exists` if somebody has the address with other details; with the same ones, who has it."""
    command = _command(request, form, do, do.message["id"], caller)
    stored = await do(handlers.record_person, replace(command, by_address=True, new=True))
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return PersonView.of(stored.entity)


@routes.get("", dependencies=secretariat)
async def get_people(
    store: Documents, paging: Paging, q: Asked = "", organization: UUID | None = None
) -> list[PersonView]:
    """Everybody on record; with `q`, those whose names or address have words that begin so, in either script."""
    where: Where = {"organization": organization} if organization else {} if q else {"merged_into": None}
    if q:
        return [PersonView.of(stored.entity) for stored in await paging(queries.Search(store, q), Person, where)]
    return [PersonView.of(stored.entity) for stored in await paging(store, Person, where)]


@routes.get("/{person}", dependencies=[may("person")])
async def get_person(person: UUID, caller: Caller, store: Documents, response: Response) -> PersonView:
    """One person: oneself, or anybody to the secretariat. Under the id of an alias the one that was kept: `id` says so."""
    await queries.visible(store, Person, person, queries.seen_by(caller))
    return answer(response, await shown(store, Person, person), PersonView.of)


@routes.put("/{person}", dependencies=[*secretariat, matches])
async def put_person(
    person: UUID, form: PersonForm, request: Request, do: Do, caller: Caller, store: Documents
) -> PersonView:
    """Change a person's details. 409 `address-taken` for an address that another person has."""
    person = await kept_id(Read(store), Person, person)
    command = _command(request, form, do, person, caller)
    return PersonView.of((await do(handlers.record_person, command, document=(Person, person))).entity)


@routes.put("/{person}/own", dependencies=[may("person"), matches])
async def put_own_person(person: UUID, form: OwnForm, do: Do, caller: Caller, store: Documents) -> PersonView:
    """Correct one's own details: all but the address and the organization. Another's are a 404."""
    await queries.visible(store, Person, person, queries.seen_by(caller))
    person = await kept_id(Read(store), Person, person)
    command = CorrectPerson(**do.message, person=person, by=caller.id, **form.model_dump())
    return PersonView.of((await do(handlers.correct_person, command, document=(Person, person))).entity)


@routes.get("/{person}/history", dependencies=secretariat)
async def get_person_history(person: UUID, store: Documents) -> list[EditView]:
    """What was changed, field by field, the latest first."""
    person = await kept_id(Read(store), Person, person)
    return EditView.of((await queries.visible(store, Person, person, {})).entity.history)


@routes.get("/{person}/posts", dependencies=secretariat)
async def get_person_posts(person: UUID, store: Documents) -> list[PostView]:
    """What they were, and of which organization, from when to when; empty where no change is known and none was entered."""
    person = await kept_id(Read(store), Person, person)
    return _posts((await queries.visible(store, Person, person, {})).entity)


@routes.post("/{person}/posts", status_code=201, dependencies=secretariat)
async def post_person_post(person: UUID, form: PostForm, do: Do, caller: Caller, store: Documents) -> PostView:
    """Enter a post that they held, or hold. `organization` is one on record, `elsewhere` the name of another."""
    person = await kept_id(Read(store), Person, person)
    command = EnterPost(**do.message, person=person, post=form.post, by=caller.id)
    return _post((await do(handlers.enter_post, command)).entity, command.id)


@routes.put("/{person}/posts/{post}", dependencies=[*secretariat, matches])
async def put_person_post(
    person: UUID, post: UUID, form: PostForm, do: Do, caller: Caller, store: Documents
) -> PostView:
    """Put a post right that was entered, or end it."""
    return _post(await _right(do, store, person, post, form.post, caller), post)


@routes.post("/{person}/posts/{post}/strike", dependencies=[*secretariat, matches])
async def post_person_post_strike(person: UUID, post: UUID, do: Do, caller: Caller, store: Documents) -> list[PostView]:
    """They never held it: it was entered by mistake, as the history says. Answers with those that are left."""
    return _posts(await _right(do, store, person, post, None, caller))


async def _right(do: Do, store: Store, person: UUID, which: UUID, post: Post | None, caller: auth.Caller) -> Person:
    id = await kept_id(Read(store), Person, person)
    command = CorrectPost(**do.message, person=id, which=which, post=post, by=caller.id)
    found: Person = (await do(handlers.correct_post, command, document=(Person, id))).entity
    return found


def _posts(person: Person) -> list[PostView]:
    return [PostView.of(each) for each in person.posts]


def _post(person: Person, id: UUID) -> PostView:
    found = next((each for each in person.posts if each.id == id), None)
    if found is None:
        raise NotFound("There is no such post any more.")
    return PostView.of(found)


def _command(request: Request, form: PersonForm, do: Do, person: UUID, caller: auth.Caller) -> RecordPerson:
    fingerprint = typed.fingerprint(request.app.state.keys, form.email)
    return RecordPerson(**do.message, person=person, fingerprint=fingerprint, by=caller.id, **form.model_dump())
