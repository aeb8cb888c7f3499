"""What is asked for of a letter of credentials, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from shared.contracts.credentials import CredentialsFacts, Ground, Power
from shared.http import Form

Number = Annotated[str, StringConstraints(max_length=100)]
Day = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}){0,2})?$")]
"""A day of the Gregorian calendar, or a month, or a year; empty: the letter has none."""
Powers = Annotated[list[Power], Field(min_length=1, max_length=4, examples=[["represent", "speak"]])]


class CredentialsForm(Form):
    """A letter that came: what a person may do for an organization."""

    person: UUID
    organization: UUID
    powers: Powers
    number: Number = ""
    dated: Day = ""

    def facts(self, gathering: UUID) -> CredentialsFacts:
        """As the model knows them."""
        return CredentialsFacts(gathering=gathering, **self.model_dump())


class RefusalForm(Form):
    """Why it does not count."""

    reason: Annotated[Ground, Field(examples=["not_signed"])]
