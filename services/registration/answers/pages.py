"""The pages on which the questions of a category are answered: by who has the link in the mail, and by the secretariat."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.answers.model import Answer, Answers, Said
from services.registration.answers.saying import say
from services.registration.entries.merging import kept
from services.registration.fields.checks import Field, answered
from services.registration.fields.model import Asking, Questions
from services.registration.fields.queries import questions_of
from services.registration.gatherings.model import Gathering
from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from services.registration.registrations.pages.personal import Holder, back
from shared import locale
from shared.errors import Conflict, NotFound, Stale
from shared.flow import Read
from shared.http import Documents, Routes, may
from shared.store import Store
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

routes = Routes(include_in_schema=False)
html = Pages("services.registration.answers")
secretariat = [may("secretariat")]
ONE = "/gatherings/{gathering:uuid}/registrations/{registration:uuid}"
"""Where the secretariat reads what somebody answered."""


@routes.get("/status/answers")
async def get_own(holder: Holder, request: Request, store: Documents) -> Response:
    """The questions of the category, with what the holder answered."""
    return await _page(request, store, await _registration(store, holder), "person")


@routes.post("/status/answers")
async def post_own(holder: Holder, request: Request, store: Documents, form: Posted, link: str) -> Response:
    """Answer them; what is wrong is said beside the field, and nothing that was typed is lost."""
    there = await _registration(store, holder)
    if form["speaks"]:
        return await _page(request, store, there, "person", form)
    status = await _answer(store, form, there, "person")
    return await _page(request, store, there, "person", form, status) if status else back(request, link, answered="1")


@routes.get(ONE, dependencies=secretariat)
async def get_theirs(gathering: UUID, registration: UUID, request: Request, store: Documents) -> Response:
    """What somebody answered, all of it."""
    return await _page(request, store, await _registration(store, registration, gathering), "secretariat")


@routes.post(ONE, dependencies=secretariat)
async def post_theirs(
    gathering: UUID, registration: UUID, request: Request, store: Documents, form: Posted
) -> Response:
    """In the place of somebody who wrote or called, and what the secretariat itself says."""
    there = await _registration(store, registration, gathering)
    if status := await _answer(store, form, there, "secretariat"):
        return await _page(request, store, there, "secretariat", form, status)
    return RedirectResponse(f"{request.url.path}?answered=1", 303)


async def _registration(store: Store, id: UUID, gathering: UUID | None = None) -> Registration:
    """Of this gathering, and of somebody who is known. Raises NotFound."""
    found = await Read(store).one(Registration, id)
    person = await kept(Read(store), Person, found.person)
    if gathering not in {None, found.gathering} or person is None or not person.confirmed:
        raise NotFound("Nobody who is known has this id.")
    return found


async def _answer(store: Store, form: Typed, there: Registration, asking: Asking) -> int:
    """0 once it is done; else with which status the form is shown again."""
    questions = await questions_of(Read(store), there.gathering, there.category)
    said = _said(form, questions.of(asking))
    _, wrong = answered(questions.of(asking), said)
    form.errors |= {f"answer_{key}": text for key, text in wrong.items()}
    if form.errors:
        return 422
    stored = await store.get(Answers, there.id)
    if stored and not form["version"]:
        return 412  # somebody else was the first to answer
    command = Answer(**form.do.message, registration=there.id, said=said, by=asking)
    known = (Answers, there.id) if stored else None
    try:
        await say(form.do, store, command, anew=form["anew"] == "yes", document=known)
    except Stale:
        return 412
    except Conflict as refused:
        form.errors |= {"anew": "wrong_anew"} if refused.slug == "decided-anew" else {}
        return 409
    return 0


def _said(form: Typed, fields: list[Field]) -> Said:
    return {each.key: form.all(f"answer_{each.key}") for each in fields}


async def _page(
    request: Request,
    store: Store,
    there: Registration,
    asking: Asking,
    form: Typed | None = None,
    status: int = 200,
) -> Response:
    read, language = Read(store), reader_language(request)
    gathering = await read.one(Gathering, there.gathering)
    questions = await questions_of(read, there.gathering, there.category)
    person = await kept(read, Person, there.person)
    now, stored = request.app.state.service.clock(), await store.get(Answers, there.id)
    said = _said(form, questions.of(asking)) if form and status != 412 else stored.entity.said if stored else {}
    was = stored.entity.before if stored and asking == "secretariat" and there.undecided else {}
    return html.answer(
        request,
        "answers.html",
        status=status,
        asking=asking,
        registration=there,
        gathering={"id": there.gathering, "title": locale.choose(gathering.title, language)},
        called=person.name if person else "",
        fields=[_shown(each, said, language, was) for each in questions.of(asking)],
        told=_told(questions, stored.entity.said if stored else {}, language) if asking == "person" else [],
        open=asking == "secretariat" or not questions.is_over(now),
        until=questions.until,
        zone=gathering.time_zone,
        version=stored.version if stored else None,
        errors=form.errors if form else {},
        anew=bool(form and "anew" in form.errors),
        trouble={409: "" if form and "anew" in form.errors else "not_now", 412: "moved_meanwhile"}.get(status, ""),
        done="answered" in request.query_params,
        link=request.query_params.get("link", ""),
    )


def _shown(
    field: Field, said: Mapping[str, list[str]], language: str, was: Mapping[str, list[str]] | None = None
) -> dict[str, Any]:
    return {
        "name": f"answer_{field.key}",
        "kind": field.kind,
        "label": locale.choose(field.label, language),
        "required": field.required and field.said_by == "person",
        "said_by": field.said_by,
        "options": [(each.key, locale.choose(each.label, language)) for each in field.choices],
        "said": said.get(field.key, []),
        "was": (was or {}).get(field.key, []),
        "decides": field.decides and field.said_by == "person",
    }


def _told(questions: Questions, said: Mapping[str, list[str]], language: str) -> list[dict[str, Any]]:
    """What the secretariat says of somebody, for them to read."""
    return [_shown(each, said, language) for each in questions.fields if each.said_by == "shown" and said.get(each.key)]
