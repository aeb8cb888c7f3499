"""What is asked for of a letter, in a request and on a page."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from services.registration.letters.model import How, Signing
from shared.http import Form
from shared.text import one_line

LONGEST = 200
"""Characters of a reason."""

Reason = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST), AfterValidator(one_line)]


class LetterForm(Form):
    """Who signs: whoever holds an `office` today, or the person `signer`, who has a position.

    `person`: of an organization that is invited, the focal point who is addressed (the first, if none is said).
    """

    office: UUID | None = None
    signer: UUID | None = None
    person: UUID | None = None

    @model_validator(mode="after")
    def one_signs(self) -> Self:
        if (self.office is None) == (self.signer is None):
            raise ValueError("Say who signs: an office, or a person.")
        return self

    def signing(self) -> Signing:
        """As the model knows it."""
        return Signing(**self.model_dump())


class SentForm(Form):
    """On which day it went out (Gregorian), and how."""

    on: Annotated[date, Field(examples=["2030-03-21"])]
    how: How = "posted"


class VoidForm(Form):
    """Why it does not count."""

    reason: Reason
