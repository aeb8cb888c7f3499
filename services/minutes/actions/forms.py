"""What is asked for of an action, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from shared.contracts.actions import ActionFacts, ActionKind, Carried
from shared.http import Form
from shared.http.fields import Language
from shared.text import paragraphs

LONGEST = 2_000
"""Characters of a text or a note."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST), AfterValidator(paragraphs)]
DueOn = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}){0,2})?$")]
"""A year, a month or a day; empty: whenever."""


class ActionForm(ActionFacts, Form):
    """What is to be done, by whom and until when; it may have no owner yet. `quiet`: it is older than its record here,
    and nobody is told now; the reminder before it is due still comes."""

    action_kind: Annotated[ActionKind, Field(examples=["commitment"])]
    text: Annotated[
        dict[Language, Words],
        Field(min_length=1, max_length=20, examples=[{"en": "Publish the gauges of the delta each day."}]),
    ]
    due: DueOn = ""
    quiet: bool = False

    @property
    def facts(self) -> ActionFacts:
        """As the model knows them."""
        return ActionFacts(**self.model_dump())


class OwnerForm(Form):
    """Who is to do it: a person, or an organization."""

    person: UUID | None = None
    organization: UUID | None = None


class NoteForm(Form):
    """How far it is, in words."""

    note: Annotated[Words, Field(examples=["Four of seven gauges report."])]


class DoneForm(Form):
    """What came of it, in words; or nothing more."""

    note: Annotated[str, StringConstraints(max_length=LONGEST), AfterValidator(paragraphs)] = ""


class ReasonForm(Form):
    """Why it will not be done."""

    note: Annotated[Words, Field(examples=["The delta has no gauges any more."])]


class CarryForm(Carried, DoneForm):
    """Which gathering, or which edition, looks at it next, and until when; what is not said stays as it was."""

    due: DueOn = ""

    @property
    def facts(self) -> Carried:
        """As the model knows them."""
        return Carried(**self.model_dump(exclude={"note"}))
