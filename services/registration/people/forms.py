"""What is asked for of a person, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, StringConstraints

from services.registration.organizations.forms import Place
from services.registration.people import typed
from shared.contracts.people import Calendar, Digits
from shared.http import Form
from shared.http.fields import Line
from shared.locale import LANGUAGES

Address = Annotated[str, StringConstraints(min_length=3, max_length=254), AfterValidator(typed.address)]
Reader = Annotated[str, AfterValidator(typed.one_of(LANGUAGES))]
Zone = Annotated[str, StringConstraints(min_length=1, max_length=64)]

Short = Annotated[Line, StringConstraints(max_length=60)]


class PersonForm(Form):
    """A person: how to reach and address them. `name_also`: in the other script. `title`: as they are addressed (`Dr`). `badge`:
    how a badge calls them, if not by their name. `passport`: as their passport writes them; told to nobody else. `precedence`:
    their place within their organization.
    """

    name: Line
    email: Address
    language: Reader = "en"
    calendar: Calendar = "gregorian"
    digits: Digits = "latin"
    time_zone: Zone = "UTC"
    organization: UUID | None = None
    position: Line | None = None
    name_also: Line | None = None
    title: Short | None = None
    badge: Line | None = None
    passport: Line | None = None
    precedence: Place | None = None


class OwnForm(Form):
    """What somebody may correct of themselves: all but the address and the organization."""

    name: Line
    name_also: Line | None = None
    title: Short | None = None
    badge: Line | None = None
    position: Line | None = None
    language: Reader = "en"
    calendar: Calendar = "gregorian"
    digits: Digits = "latin"
    time_zone: Zone = "UTC"
