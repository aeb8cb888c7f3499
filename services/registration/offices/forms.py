"""What is asked for of an office, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from services.registration.offices.model import MOST
from services.registration.people.forms import Written
from shared.contracts.offices import OfficeFacts
from shared.contracts.people import Calendar
from shared.http import Form
from shared.http.fields import Language, Line

Title = Annotated[dict[Language, Line], Field(min_length=1, max_length=20, examples=[{"en": "Chair"}])]
Ended = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}){0,2}$"), Field(examples=["2029"])]


class TermForm(Form):
    """Somebody holds it, from when to when."""

    person: UUID
    since: Written = ""
    until: Written = ""


class TermsForm(Form):
    """What may be said anew: its title, and all its terms."""

    title: Title
    calendar: Calendar = "gregorian"
    terms: Annotated[list[TermForm], Field(max_length=MOST)] = []

    def facts(self, body: UUID) -> OfficeFacts:
        """As the model knows them."""
        return OfficeFacts(**{"body": body} | self.model_dump())


class OfficeForm(TermsForm):
    """An office of a body."""

    body: UUID


class TakeForm(Form):
    """Who takes it, and from when on."""

    person: UUID
    since: Written = ""


class LeaveForm(Form):
    """Until when it was held."""

    until: Ended
