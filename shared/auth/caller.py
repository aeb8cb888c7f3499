"""The caller of a request, as its token describes it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

_ROLE: Final = re.compile(
    r"secretariat|observer|(chair|focal-point|checkin):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
"""`chair:<body>`, `focal-point:<organization>` and `checkin:<gathering>` name their object, the others stand alone."""


INSTALLATION: Final = uuid5(NAMESPACE_URL, "plenary:secretariat")
"""Who the command line is, and who signs in by its link: whoever runs the installation."""


@dataclass(frozen=True, slots=True)
class Caller:
    """`id` is the person (the token's `sub`), None for somebody unknown; `roles` as in the token, e.g. `chair:<body>`.

    Of a browser that is signed in, the `name` of the person (for the head of its pages) and the `session`.
    """

    id: UUID | None = None
    roles: frozenset[str] = field(default_factory=frozenset)
    name: str = ""
    session: UUID | None = None

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
    return frozenset(role for role in roles if _ROLE.fullmatch(role))
