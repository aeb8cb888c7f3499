"""`plenary.grants`: who has which role. One aggregate for each role (`secretariat`, `chair:<body>`): who holds it."""

from typing import Final, Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.organizations import Text

GRANTS: Final = Topic("plenary.grants", "registration", "who has which role")


Office = Literal["secretariat", "observer", "chair", "focal-point", "checkin"]


class RoleGranted(Event):
    """Somebody (`person`) holds a role from now on.

    It is `held` as `secretariat`, `observer`, `chair:<body>`, `focal-point:<organization>` or `checkin:<gathering>`; its id
    (`role`) is made of that. `office` is the word before the colon, `title` what the body, organization or gathering is called.
    `by`: who granted it (null: whoever runs the installation). `told`: they are told by mail.
    """

    type = "role.granted.v1"
    topic = GRANTS

    role: UUID
    held: str
    office: Office
    person: UUID
    title: Text | None = None
    by: UUID | None = None
    told: bool = True


class RoleRevoked(Event):
    """Somebody does not hold a role any more; readers act upon it within five seconds."""

    type = "role.revoked.v1"
    topic = GRANTS

    role: UUID
    held: str
    person: UUID
    by: UUID | None = None
