"""What is asked for of an organization, in a request and on a page; and the fields that others have, too."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from services.registration.organizations import typed
from shared.http import Form
from shared.http.fields import Language, Line

Words = Annotated[dict[Language, Line], Field(min_length=1, max_length=20)]
"""A short text in each language that there is one in."""
Code = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(typed.code)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

Names = Annotated[list[Line], Field(max_length=20)]


class OrganizationForm(Form):
    """An organization; its id follows from the code. `also`: other names that it goes by."""

    code: Code
    name: Words
    organization_kind: Line
    country: Country | None = None
    parent: UUID | None = None
    also: Names = []
