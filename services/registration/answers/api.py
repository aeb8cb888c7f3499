"""What somebody answered to the questions of their category, over HTTP."""

from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from pydantic import Field as Of
from pydantic import StringConstraints

from services.registration.answers.model import Answer, Answers, Said
from services.registration.answers.queries import answers_of
from services.registration.answers.saying import say
from services.registration.fields.api import Key
from services.registration.fields.checks import CHOICES, FIELDS, TEXT, Field
from services.registration.fields.model import Asking, Questions
from services.registration.fields.queries import questions_of
from services.registration.people.queries import visible
from services.registration.registrations import queries
from services.registration.registrations.model import Registration
from shared import auth
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Routes, View, may
from shared.store import Store

routes = Routes(prefix="/v1", tags=["registrations"])
everybody = [may("person")]
Line = Annotated[str, StringConstraints(max_length=TEXT)]
Value = Line | bool | Annotated[list[Line], Of(max_length=CHOICES)] | None


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


class AnswersView(View):
    """What was answered, by the key of the field; what was not is null. `missing`: what is asked for and not answered yet."""

    registration: UUID
    answers: dict[str, Value]
    missing: list[str]


@routes.get("/registrations/{registration}/answers", dependencies=everybody)
async def get_answers(registration: UUID, caller: Caller, store: Documents) -> AnswersView:
    """One's own answers; anybody's to the secretariat. Nobody else reads them, the door neither."""
    there = (await visible(store, Registration, registration, await queries.own(store, caller))).entity
    found = await answers_of(store, [registration])
    return await _view(store, caller, there, found.get(registration))


@routes.post("/registrations/{registration}/answers", dependencies=everybody)
async def post_registration_answers(
    registration: UUID, form: AnswersForm, caller: Caller, store: Documents, do: Do
) -> AnswersView:
    """Answer; what is not named stays as it is.

    422 beside the fields; 409 `edit-over` and `decided-anew` (people alone), `wrong-state`, `address-unconfirmed`, `erased`.
    """
    there = (await visible(store, Registration, registration, await queries.own(store, caller))).entity
    command = Answer(**do.message, registration=registration, said=form.said, by=_asking(caller))
    answers = await say(do, store, command, anew=form.anew)
    return await _view(store, caller, there, answers)


def _asking(caller: auth.Caller) -> Asking:
    return "secretariat" if caller.is_("secretariat") else "person"


def _values(value: Value) -> list[str]:
    if isinstance(value, list):
        return value
    return [] if value is None else [("no", "yes")[value]] if isinstance(value, bool) else [value]


async def _view(store: Store, caller: auth.Caller, registration: Registration, answers: Answers | None) -> AnswersView:
    questions: Questions = await questions_of(Read(store), registration.gathering, registration.category)
    said = answers.said if answers else {}
    shown = {each.key: _shown(each, said) for each in questions.shown_to(_asking(caller))}
    return AnswersView(registration=registration.id, answers=shown, missing=questions.missing(said))


def _shown(field: Field, said: Mapping[str, list[str]]) -> Value:
    value = said.get(field.key, [])
    if field.kind == "several":
        return value
    if field.kind == "yes_no" and value:
        return value[0] == "yes"
    return value[0] if value else None
