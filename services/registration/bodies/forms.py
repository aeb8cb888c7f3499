"""What is asked for of a body, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from services.registration.organizations.forms import Code, Words
from shared.contracts.bodies import Quorum
from shared.http import Form
from shared.http.fields import Whole


class QuorumForm(Form):
    """More than, or at least, `numerator/denominator` of the members."""

    rule: Annotated[str, StringConstraints(pattern="^(more_than|at_least)$")] = "more_than"
    numerator: Annotated[Whole, Field(ge=1, le=1000)] = 1
    denominator: Annotated[Whole, Field(ge=1, le=1000)] = 2


class BodyForm(Form):
    """A body: its member organizations, and its quorum rule or none. Its id follows from the code."""

    code: Code
    name: Words
    members: Annotated[list[UUID], Field(max_length=1000)]
    quorum: QuorumForm | None = None

    @property
    def rule(self) -> Quorum | None:
        """The quorum rule as the model knows it."""
        return Quorum(**self.quorum.model_dump()) if self.quorum else None
