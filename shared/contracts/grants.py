"""`plenary.grants`: who has which role. One aggregate for each role (`secretariat`, `chair:<body>`): who holds it."""

from typing import Final, Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts
from shared.contracts.organizations import Text

GRANTS: Final = Topic("plenary.grants", "registration", "who has which role")


Office = Literal["secretariat", "observer", "chair", "focal-point", "checkin"]


class Appointment(Facts):
    """Who holds an office, who said so (null: whoever runs the installation), and whether they are `told` by mail."""

    office: Office
    person: UUID
    by: UUID | None = None
    told: bool = True


class RoleGranted(Appointment, Event):
    """Somebody (`person`) holds a role from now on.

    It is `held` as `secretariat`, `observer`, `chair:<body>`, `focal-point:<organization>` or `checkin:<gathering>`; its id
    (`role`) is made of that. `office` is the word before the colon, `title` what the body, organization or gathering is called.
    """

    type = "role.granted.v1"
    topic = GRANTS

    role: UUID
    held: str
    title: Text | None = None


class RoleRevoked(Event):
    """Somebody does not hold a role any more; readers act upon it within five seconds."""

    type = "role.revoked.v1"
    topic = GRANTS

    role: UUID
    held: str
    person: UUID
    by: UUID | None = None
