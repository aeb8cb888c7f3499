"""The pages on which the questions of a category are answered: by who has the link in the mail, and by the secretariat."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.answers.asked import file_of, rule_of
from services.registration.answers.model import Answer, Answers, Said
from services.registration.answers.queries import answers_of
from services.registration.answers.saying import say
from services.registration.answers.shown import file_shown, input_of, shown, told
from services.registration.entries.merging import kept
from services.registration.fields.checks import Field, answered
from services.registration.fields.model import Asking
from services.registration.fields.queries import questions_of
from services.registration.files.api import folder_of, given_out
from services.registration.files.pages.form import FORM, Brought, brought
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
from shared.web.typed import Typed

routes = Routes(include_in_schema=False)
html = Pages("services.registration.answers")
secretariat = [may("secretariat")]
ONE = "/gatherings/{gathering:uuid}/registrations/{registration:uuid}"
"""Where the secretariat reads what somebody answered."""


@routes.get("/status/answers")
async def get_own(holder: Holder, request: Request, store: Documents) -> Response:
    """The questions of the category, with what the holder answered."""
    return await _page(request, store, await _registration(store, holder), "person")


@routes.post("/status/answers", max_body_size=FORM)
async def post_own(holder: Holder, request: Request, response: Response, store: Documents, link: str) -> Response:
    """Answer them; what is wrong is said beside the field, and nothing that was typed is lost."""
    there = await _registration(store, holder)
    async with _brought(request, response, store, there, "person") as form:
        if form.typed["speaks"]:
            form.choose_again()
            return await _page(request, store, there, "person", form.typed)
        if status := await _answer(request, store, form, there, "person"):
            return await _page(request, store, there, "person", form.typed, status)
    return back(request, link, answered="1")


@routes.get("/status/answers/{field}")
async def get_own_file(holder: Holder, field: str, request: Request, store: Documents) -> Response:
    """A file that the holder brought, or the secretariat for them to read."""
    return await _file(request, store, await _registration(store, holder), field, "person")


@routes.get(ONE, dependencies=secretariat)
async def get_theirs(gathering: UUID, registration: UUID, request: Request, store: Documents) -> Response:
    """What somebody answered, all of it."""
    return await _page(request, store, await _registration(store, registration, gathering), "secretariat")


@routes.post(ONE, dependencies=secretariat, max_body_size=FORM)
async def post_theirs(
    gathering: UUID, registration: UUID, request: Request, response: Response, store: Documents
) -> Response:
    """In the place of somebody who wrote or called, and what the secretariat itself says."""
    there = await _registration(store, registration, gathering)
    async with _brought(request, response, store, there, "secretariat") as form:
        if status := await _answer(request, store, form, there, "secretariat"):
            return await _page(request, store, there, "secretariat", form.typed, status)
    return RedirectResponse(f"{request.url.path}?answered=1", 303)


@routes.get(f"{ONE}/files/{{field}}", dependencies=secretariat)
async def get_their_file(
    gathering: UUID, registration: UUID, field: str, request: Request, store: Documents
) -> Response:
    """A file of somebody."""
    return await _file(request, store, await _registration(store, registration, gathering), field, "secretariat")


async def _registration(store: Store, id: UUID, gathering: UUID | None = None) -> Registration:
    """Of this gathering, and of somebody who is known. Raises NotFound."""
    found = await Read(store).one(Registration, id)
    person = await kept(Read(store), Person, found.person)
    if gathering not in {None, found.gathering} or person is None or not person.confirmed:
        raise NotFound("Nobody who is known has this id.")
    return found


@asynccontextmanager
async def _brought(
    request: Request, response: Response, store: Store, there: Registration, asking: Asking
) -> AsyncIterator[Brought]:
    """The form, read with the files that are asked for; they are gone at the end, unless they were kept."""
    questions = await questions_of(Read(store), there.gathering, there.category)
    settings = request.app.state.installation.settings
    rules = {input_of(each): rule_of(each, settings) for each in questions.of(asking) if each.is_file}
    async with brought(request, response, there.id, rules) as form:
        yield form


async def _answer(request: Request, store: Store, form: Brought, there: Registration, asking: Asking) -> int:
    """0 once it is done; else with which status the form is shown again."""
    typed, stored = form.typed, await store.get(Answers, there.id)
    questions = await questions_of(Read(store), there.gathering, there.category)
    said = _said(form, questions.of(asking), stored.entity if stored else None)
    _, wrong = answered(questions.of(asking), said)
    typed.errors = {
        f"answer_{key}": text for key, text in wrong.items()
    } | typed.errors  # a refused file is also missing
    status = 422 if typed.errors else 412 if stored and not typed["version"] else 0  # somebody else was the first
    if status == 0:
        files = {name.removeprefix("answer_"): file for name, file in (await form.keep()).items()}
        command = Answer(**typed.do.message, registration=there.id, said=said, by=asking, files=files)
        status = await _run(request, store, typed, command, (Answers, there.id) if stored else None)
    if status:
        form.choose_again()
    return status


async def _run(
    request: Request, store: Store, typed: Typed, command: Answer, known: tuple[type[Answers], UUID] | None
) -> int:
    try:
        await say(typed.do, store, folder_of(request), command, anew=typed["anew"] == "yes", document=known)
    except Stale:
        return 412
    except Conflict as refused:
        typed.errors |= {"anew": "wrong_anew"} if refused.slug == "decided-anew" else {}
        return 409
    return 0


def _said(form: Brought, fields: list[Field], stored: Answers | None) -> Said:
    """What the form says. Of a file: nothing where one is there, or comes; that there is none where it is taken away."""
    said = {each.key: form.typed.all(input_of(each)) for each in fields if not each.is_file}
    for each in fields:
        kept = stored is not None and each.key in stored.files and not form.typed[f"drop_{each.key}"]
        if each.is_file and not kept and input_of(each) not in form.drafts:
            said[each.key] = []
    return said


async def _file(request: Request, store: Store, there: Registration, key: str, asking: Asking) -> Response:
    questions = await questions_of(Read(store), there.gathering, there.category)
    asked, file = file_of(questions, (await answers_of(store, [there.id])).get(there.id), key, asking)
    return given_out(request, there.id, file, shown=asked.kind == "photo")


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
    settings = request.app.state.installation.settings
    now, stored = request.app.state.service.clock(), await store.get(Answers, there.id)
    answers = stored.entity if stored else Answers(there.id, there.person)
    said = answers.given(questions.fields)
    if form and status != 412:
        said |= {each.key: form.all(input_of(each)) for each in questions.of(asking) if not each.is_file}
    was = stored.entity.before if stored and asking == "secretariat" and there.undecided else {}
    return html.answer(
        request,
        "answers.html",
        status=status,
        asking=asking,
        registration=there,
        gathering={"id": there.gathering, "title": locale.choose(gathering.title, language)},
        called=person.name if person else "",
        fields=[shown(each, said, language, was) for each in questions.of(asking)],
        files={key: file_shown(each) for key, each in answers.files.items()},
        most={each.key: rule_of(each, settings).most // 1_000_000 for each in questions.fields if each.is_file},
        told=told(questions, answers.given(questions.fields), language) if asking == "person" else [],
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
