"""The caller of a request, as its token describes it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

ROLES: Final = ("secretariat", "chair", "focal-point", "checkin", "observer")
"""`chair:<body>`, `focal-point:<organization>` and `checkin:<gathering>` name their object, the others stand alone."""


@dataclass(frozen=True, slots=True)
class Caller:
    """`id` is the person (the token's `sub`), None for somebody unknown; `roles` as in the token, e.g. `chair:<body>`."""

    id: UUID | None = None
    roles: frozenset[str] = field(default_factory=frozenset)

    def is_(self, role: str) -> bool:
        """Whether the caller has this role, for whatever object (`chair` for `chair:<body>`)."""
        return role in self.roles or any(held.startswith(f"{role}:") for held in self.roles)

    def holds(self, role: str, object: UUID) -> bool:
        """Whether the caller has this role for this object."""
        return f"{role}:{object}" in self.roles

    def of(self, role: str) -> tuple[UUID, ...]:
        """The objects for which the caller has this role; for the `where` of a query."""
        return tuple(sorted(UUID(held.partition(":")[2]) for held in self.roles if held.startswith(f"{role}:")))


ANYBODY: Final = Caller()
"""Somebody unknown: no token, no cookie."""


def known(roles: Iterable[str]) -> frozenset[str]:
    """Those of the roles that Plenary knows and that name their object well; a token of a newer version may hold others."""
    return frozenset(role for role in roles if _well_formed(role))


def _well_formed(role: str) -> bool:
    name, colon, object = role.partition(":")
    if name not in ROLES or bool(colon) == (name in {"secretariat", "observer"}):
        return False
    try:
        return not colon or str(UUID(object)) == object
    except ValueError:
        return False
