"""What is asked for of a person, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from services.registration.organizations.forms import Place
from services.registration.people import typed
from shared.contracts.people import Calendar, Digits, Post
from shared.http import Form
from shared.http.fields import Language, Line
from shared.imports.columns import one_of
from shared.locale import LANGUAGES
from shared.text import one_line

Address = Annotated[str, StringConstraints(min_length=3, max_length=254), AfterValidator(typed.address)]
Reader = Annotated[str, AfterValidator(one_of(LANGUAGES))]
Zone = Annotated[str, StringConstraints(min_length=1, max_length=64)]

Written = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}){0,2})?$")]
"""A year, a month or a day of a calendar; empty where nobody knows, or it goes on."""
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


class PostForm(Form):
    """A post that somebody held, or holds: a position by language, an organization on record or another, or both. `begins` and
    `ends` as precise as they are known, in `calendar`; without an end it goes on."""

    title: Annotated[str, StringConstraints(max_length=60), AfterValidator(one_line)] = ""
    positions: Annotated[dict[Language, Line], Field(max_length=20)] = {}
    organization: UUID | None = None
    elsewhere: Annotated[str, StringConstraints(max_length=500), AfterValidator(one_line)] = ""
    calendar: Calendar = "gregorian"
    begins: Written = ""
    ends: Written = ""

    @property
    def post(self) -> Post:
        """As the model knows it."""
        return Post(**self.model_dump())


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
