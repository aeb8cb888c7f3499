"""What is asked for of a body, in a request and on a page."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from services.registration.organizations.forms import Code, Words
from shared.contracts.bodies import BodyFacts, Question
from shared.http import Form
from shared.http.fields import Whole

Written = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}){0,2})?$")]
"""A year, a month or a day in the calendar of the body; empty: nobody knows, or it goes on."""


class QuorumForm(Form):
    """More than, or at least, `numerator/denominator` of the members."""

    rule: Annotated[str, StringConstraints(pattern="^(more_than|at_least)$")] = "more_than"
    numerator: Annotated[Whole, Field(ge=1, le=1000)] = 1
    denominator: Annotated[Whole, Field(ge=1, le=1000)] = 2


class MajorityForm(Form):
    """What a vote needs: of those in favour or against (with `abstentions`: of who abstained, too), or of all members."""

    kind: Literal["simple", "two_thirds", "three_quarters", "absolute"] = "simple"
    abstentions: bool = False


class MembershipForm(Form):
    """An organization or a person is a member, from when to when."""

    member: UUID
    since: Written = ""
    until: Written = ""


class BodyForm(BodyFacts, Form):
    """A body: its members now and then, its quorum rule or none, and what its votes need. Its id follows from the code."""

    code: Code
    name: Words
    members: Annotated[list[UUID], Field(max_length=1000)]
    quorum: QuorumForm | None = None  # type: ignore[assignment]
    people: Annotated[list[UUID], Field(max_length=1000)] = []
    terms: Annotated[list[MembershipForm], Field(max_length=2000)] = []  # type: ignore[assignment]
    majorities: dict[Question, MajorityForm] = {}  # type: ignore[assignment]

    @property
    def facts(self) -> BodyFacts:
        """As the model knows them."""
        return BodyFacts(**self.model_dump())
