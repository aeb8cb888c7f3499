"""What is asked for of an organization, in a request and on a page; and the fields that others have, too."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from services.registration.organizations import typed
from shared.contracts.organizations import OrganizationFacts
from shared.http import Form
from shared.http.fields import Language, Line, Whole

Words = Annotated[dict[Language, Line], Field(min_length=1, max_length=20)]
"""A short text in each language that there is one in."""
Code = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(typed.code)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

Place = Annotated[Whole, Field(ge=1, le=9999)]
"""A place in the order of precedence."""

Names = Annotated[list[Line], Field(max_length=20)]


class OrganizationForm(OrganizationFacts, Form):
    """An organization; its id follows from the code."""

    code: Code
    name: Words
    organization_kind: Annotated[Line, Field(examples=["ministry"])]
    country: Country | None = None
    also: Names = []
    precedence: Place | None = None

    @property
    def facts(self) -> OrganizationFacts:
        """As the model knows them."""
        return OrganizationFacts(**self.model_dump())
