"""What is asked for of an edition, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from services.registration.editions.model import NUMBERS
from services.registration.organizations.forms import Words
from shared.http import Form
from shared.http.fields import Language, Line, Whole

When = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}){0,2}$"), Field(examples=["1405"])]
"""A year, a month or a day, in the calendar of the mandate."""
Known = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}){0,2})?$")]
"""The same, and empty where nobody knows."""


class ObjectivesForm(Form):
    """When an edition is due, and what it is to reach."""

    due: When
    objectives: Annotated[dict[Language, Line], Field(max_length=20)] = {}


class EditionForm(ObjectivesForm):
    """An edition of a series."""

    number: Annotated[Whole, Field(ge=1, le=NUMBERS)]


class PlanForm(Form):
    """For when it is planned from now on."""

    planned_for: When


class LapseForm(Form):
    """What came between, if it is known, by language."""

    reason: Annotated[dict[Language, Line], Field(max_length=20)] = {}


class EditionPostponementForm(Form):
    """Why, and who decided so, by language; and when, if it is known."""

    reason: Words
    decided_by: Words
    decided_on: Known = ""


class HeldForm(Form):
    """When it took place."""

    held_in: When


class HeldCorrectionForm(HeldForm):
    """When it took place after all, and why something else was said."""

    reason: Words


Named = Annotated[dict[Language, Line], Field(max_length=20, examples=[{"en": "The Ministry of Waters"}])]
"""An office of the body that is named beside it; without a body an authority outside the system. Empty: nobody is known."""


class RequirementForm(Form):
    """What an edition has to be like; who stated that, and when."""

    says: Words
    body: UUID | None = None
    stated_by: Named = {}
    stated_on: Known = ""


class RequirementGoneForm(Form):
    """Why it stands no longer."""

    reason: Words


class WithdrawnForm(RequirementGoneForm):
    """Which one, and why, as the page asks."""

    requirement: UUID
