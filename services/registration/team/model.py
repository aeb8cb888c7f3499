"""Who has which role: pure."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid5

from shared.contracts import Message
from shared.contracts.grants import Appointment, RoleGranted, RoleRevoked
from shared.contracts.organizations import Text
from shared.errors import Conflict

_ROLES = UUID("0f6d1c5e-6f0b-5d0c-9a3e-3a7c1c6a5b07")

SECRETARIAT = "secretariat"
OF_WHAT = {"chair": "body", "focal-point": "organization", "checkin": "gathering"}
"""The roles that are for one thing, and what that is; the others stand alone."""


def role_id(role: str) -> UUID:
    """The id of a role, as `chair:<body>`; it tells nobody's name."""
    return uuid5(_ROLES, role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Message):
    """Somebody is to hold a role. `thing`: the body, organization or gathering that it is for."""

    facts: Appointment
    thing: UUID | None = None

    @property
    def role(self) -> str:
        """As a token says it."""
        return f"{self.facts.office}:{self.thing}" if self.thing else self.facts.office


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoke(Message):
    """Somebody is not to hold a role any more."""

    role: str
    person: UUID
    by: UUID | None = None


@dataclass(slots=True)
class Role:
    """One role, who holds it since when, and `by` whom it was given or taken last (`told`: of the gift).

    That one secretary stays is a rule about one document, so nothing overtakes it.
    """

    kind: ClassVar[str] = "grants"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("role",),)

    id: UUID
    role: str = ""
    title: Text | None = None
    holders: dict[UUID, datetime] = field(default_factory=dict)
    by: UUID | None = None
    told: bool = True

    def grant(self, asked: Grant, title: Text | None) -> RoleGranted | None:
        """Somebody holds it; None if so before."""
        self.role, self.title = asked.role, title or self.title
        if asked.facts.person in self.holders:
            return None
        self.holders = self.holders | {asked.facts.person: asked.at}
        self.by, self.told = asked.facts.by, asked.facts.told
        return RoleGranted.of(asked, role=self.id, held=self.role, title=self.title)

    def revoke(self, asked: Revoke) -> RoleRevoked | None:
        """Somebody does not hold it any more; None if so before. Raises Conflict (`last-secretary`) for the only one."""
        if asked.person not in self.holders:
            return None
        if self.role == SECRETARIAT and len(self.holders) == 1:
            raise Conflict("Somebody must stay in the secretariat; invite another one first.", code="last-secretary")
        self.holders = {person: since for person, since in self.holders.items() if person != asked.person}
        self.by = asked.by
        return RoleRevoked(role=self.id, held=self.role, person=asked.person, by=asked.by)
