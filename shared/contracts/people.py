"""`plenary.people`: how to reach and address a person. The only personal data on the log; the tombstone is the erasure."""

from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic

PEOPLE = Topic(
    "plenary.people", "registration", "contact details and preferences, newest state only", cleanup="compact"
)

Calendar = Literal["gregorian", "solar_hijri", "islamic"]
Digits = Literal["latin", "persian", "arabic"]


class PersonRecorded(Event):
    """A person as registration knows them now: whole state.

    Not `confirmed`: an address that somebody typed into a form, without a name; it is to be asked and shown to nobody.
    `name_also`: the name in the other script. `title`: as they are addressed (`Dr`, `H.E.`). `precedence`: their place within
    their organization; the lowest comes first, who has none after all others. `same_as`: an alias of this person, who was
    entered twice: what is for the alias is for that person.
    """

    type = "person.recorded.v1"
    topic = PEOPLE

    person: UUID
    name: str
    email: str
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str
    organization: UUID | None = None
    position: str | None = None
    confirmed: bool = True
    name_also: str | None = None
    same_as: UUID | None = None
    title: str | None = None
    precedence: int | None = None
