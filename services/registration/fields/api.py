"""What a category asks for, over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import Field as Of
from pydantic import StringConstraints

from services.registration.fields.checks import CHOICES, FIELDS, Choice, Field, Kind, SaidBy
from services.registration.fields.handlers import ask_for
from services.registration.fields.model import AskFor, Questions
from services.registration.fields.queries import questions_of
from services.registration.gatherings.forms import Category
from services.registration.gatherings.queries import seen
from services.registration.organizations.forms import Words
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Routes, View, may
from shared.http.fields import Instant

routes = Routes(prefix="/v1", tags=["registrations"])
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Of_ = Annotated[Category, Query(description="Of which category.")]


class ChoiceForm(Form):
    """One of several things that may be answered."""

    key: Key
    label: Words


class FieldForm(Form):
    """One thing that a category asks for. `said_by`: the *person*; the secretariat, and it is *shown* to the person; or for the
    *secretariat* alone. `decides`: who changes the answer later holds nothing until the secretariat decides anew."""

    key: Key
    kind: Kind
    label: Words
    choices: Annotated[list[ChoiceForm], Of(max_length=CHOICES)] = []
    required: bool = False
    said_by: SaidBy = "person"
    decides: bool = False

    @property
    def field(self) -> Field:
        """As it is kept."""
        return Field(
            **self.model_dump(exclude={"choices"}), choices=[Choice(each.key, each.label) for each in self.choices]
        )


class QuestionsForm(Form):
    """All that a category asks for, in this order. `until`: so long people may change what they answered."""

    category: Category
    fields: Annotated[list[FieldForm], Of(max_length=FIELDS)]
    until: Instant | None = None


class ChoiceView(View):
    """One of several things that may be answered."""

    key: str
    label: dict[str, str]


class FieldView(View):
    """One thing that a category asks for."""

    key: str
    kind: Kind
    label: dict[str, str]
    choices: list[ChoiceView]
    required: bool
    said_by: SaidBy
    decides: bool


class QuestionsView(View):
    """All that a category asks for."""

    gathering: UUID
    category: str
    fields: list[FieldView]
    until: datetime | None

    @classmethod
    def of(cls, questions: Questions) -> "QuestionsView":
        """As everybody sees it who registers; without what the secretariat notes for itself."""
        return cls.model_validate(questions).model_copy(
            update={"fields": [FieldView.model_validate(each) for each in questions.shown_to("person")]}
        )


@routes.get("/gatherings/{gathering}/fields", dependencies=[may("person")])
async def get_fields(gathering: UUID, category: Of_, caller: Caller, store: Documents) -> QuestionsView:
    """What a category asks for; nothing where nobody said."""
    await seen(store, caller, gathering)
    questions = await questions_of(Read(store), gathering, category)
    return QuestionsView.model_validate(questions) if caller.is_("secretariat") else QuestionsView.of(questions)


@routes.post("/gatherings/{gathering}/fields", dependencies=[may("secretariat")])
async def post_gathering_fields(gathering: UUID, form: QuestionsForm, do: Do) -> QuestionsView:
    """Say all that a category asks for anew. What was answered to a field that is left out is not shown any more.

    422 `unknown-category`, `twice`.
    """
    fields = [each.field for each in form.fields]
    command = AskFor(**do.message, gathering=gathering, category=form.category, fields=fields, until=form.until)
    return QuestionsView.model_validate((await do(ask_for, command)).entity)
