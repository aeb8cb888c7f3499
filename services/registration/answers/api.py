"""What somebody answered to the questions of their category, over HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypeAlias
from uuid import UUID

from fastapi import Depends, Query, Request, Response
from pydantic import Field as Of
from pydantic import StringConstraints

from services.registration.answers.asked import file_of, rule_of
from services.registration.answers.model import Answer, Answers, Said
from services.registration.answers.queries import answers_of
from services.registration.answers.saying import say
from services.registration.fields.api import Key
from services.registration.fields.checks import CHOICES, FIELDS, TEXT, Field
from services.registration.fields.model import Asking, Questions
from services.registration.fields.queries import questions_of
from services.registration.files.api import LARGEST, folder_of, given_out, received
from services.registration.files.model import ENDINGS, OCTETS, File
from services.registration.people.queries import visible
from services.registration.registrations import queries
from services.registration.registrations.model import Registration
from shared import auth
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Routes, View, accepts, may

routes = Routes(prefix="/v1", tags=["registrations"])
everybody = [may("person")]
Line = Annotated[str, StringConstraints(max_length=TEXT)]
Value = Line | bool | Annotated[list[Line], Of(max_length=CHOICES)] | None
FILE = "/registrations/{registration}/answers/{field}/file"
Named = Annotated[str, Query(max_length=500, description="How it is called, for people.")]
Anew = Annotated[bool, Query(description="I know that I hold no place then until the secretariat decides anew.")]


class AnswersForm(Form):
    """By key of a field: a text, a day (`2030-03-21`) or the key of a choice; several keys; true or false; null takes it back.

    `anew`: I know that I hold no place then until the secretariat decides anew (`decides` of the field).
    """

    answers: Annotated[dict[Key, Value], Of(max_length=FIELDS, examples=[{}])]
    anew: bool = False

    @property
    def said(self) -> Said:
        """As it is kept."""
        return {key: _values(value) for key, value in self.answers.items()}


class FileView(View):
    """A file that was brought; its bytes are at `…/answers/{field}/file`."""

    name: str
    media_type: str
    size: int
    sha256: str


class AnswersView(View):
    """What was answered, by the key of the field; what was not is null. `missing`: what is asked for and not answered yet."""

    registration: UUID
    answers: dict[str, Value | FileView]
    missing: list[str]


@routes.get("/registrations/{registration}/answers", dependencies=everybody)
async def get_answers(registration: UUID, caller: Caller, store: Documents) -> AnswersView:
    """One's own answers; anybody's to the secretariat. Nobody else reads them, the door neither."""
    there = (await visible(store, Registration, registration, await queries.own(store, caller))).entity
    questions = await questions_of(Read(store), there.gathering, there.category)
    return _view(_asking(caller), questions, registration, (await answers_of(store, [registration])).get(registration))


@routes.post("/registrations/{registration}/answers", dependencies=everybody)
async def post_registration_answers(
    registration: UUID, form: AnswersForm, request: Request, caller: Caller, store: Documents, do: Do
) -> AnswersView:
    """Answer; what is not named stays as it is. Null takes a file away.

    422 beside the fields; 409 `edit-over` and `decided-anew` (people alone), `wrong-state`, `address-unconfirmed`, `erased`.
    """
    there = (await visible(store, Registration, registration, await queries.own(store, caller))).entity
    command = Answer(**do.message, registration=registration, said=form.said, by=_asking(caller))
    answers = await say(do, store, folder_of(request), command, anew=form.anew)
    questions = await questions_of(Read(store), there.gathering, there.category)
    return _view(_asking(caller), questions, registration, answers)


@dataclass(frozen=True)
class Meant:
    """Somebody's answers as one who may speaks of them, and what their category asks."""

    registration: Registration
    questions: Questions
    by: Asking
    field: str


async def _meant(registration: UUID, field: Key, caller: Caller, store: Documents) -> Meant:
    there = (await visible(store, Registration, registration, await queries.own(store, caller))).entity
    return Meant(there, await questions_of(Read(store), there.gathering, there.category), _asking(caller), field)


Which: TypeAlias = Annotated[Meant, Depends(_meant)]


@routes.get(FILE, dependencies=everybody)
async def get_answers_file(which: Which, request: Request, store: Documents) -> Response:
    """One's own file, or to the secretariat anybody's: its bytes. A photo may be shown, whatever else is to be kept."""
    id = which.registration.id
    asked, file = file_of(which.questions, (await answers_of(store, [id])).get(id), which.field, which.by)
    return given_out(request, id, file, shown=asked.kind == "photo")


@routes.post(FILE, dependencies=[*everybody, accepts(*ENDINGS, OCTETS)], max_body_size=LARGEST)
async def post_answers_file(
    which: Which, request: Request, store: Documents, do: Do, name: Named = "", anew: Anew = False
) -> AnswersView:
    """Answer with a file, which is the body: its bytes as they are, said to be what they are by `Content-Type`, or not said.

    413, and 422 `file-empty`, `file-kind`, `file-mislabelled`, `picture-size`; 409 as answers; 429 after many that were refused.
    """
    id, key = which.registration.id, which.field
    asked = next((each for each in which.questions.of(which.by) if each.key == key and each.is_file), None)
    if asked is None:
        raise NotFound("The category asks for no such file, or not from you.")
    rule = rule_of(asked, request.app.state.installation.settings)
    file = await received(request, id, rule, do.message, key, name)
    command = Answer(**do.message, registration=id, said={}, by=which.by, files={key: file})
    answers = await say(do, store, folder_of(request), command, anew=anew)
    return _view(which.by, which.questions, id, answers)


def _asking(caller: auth.Caller) -> Asking:
    return "secretariat" if caller.is_("secretariat") else "person"


def _values(value: Value) -> list[str]:
    if isinstance(value, list):
        return value
    return [] if value is None else [("no", "yes")[value]] if isinstance(value, bool) else [value]


def _view(by: Asking, questions: Questions, registration: UUID, answers: Answers | None) -> AnswersView:
    said, files = (answers.given(questions.fields), answers.files) if answers else ({}, {})
    shown = {each.key: _shown(each, said, files) for each in questions.shown_to(by)}
    return AnswersView(registration=registration, answers=shown, missing=questions.missing(said))


def _shown(field: Field, said: Mapping[str, list[str]], files: Mapping[str, File]) -> Value | FileView:
    if field.is_file:
        return FileView.model_validate(files[field.key]) if field.key in files else None
    value = said.get(field.key, [])
    if field.kind == "several":
        return value
    if field.kind == "yes_no" and value:
        return value[0] == "yes"
    return value[0] if value else None
