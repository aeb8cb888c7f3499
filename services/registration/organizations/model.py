"""An organization: whoever may be represented."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid5

from services.registration.entries.history import Edit, edited
from services.registration.entries.merging import Mergeable
from services.registration.entries.words import words
from shared.contracts import Message
from shared.contracts.organizations import OrganizationListed, OrganizationMerged, Text
from shared.errors import Conflict, Invalid

_ORGANIZATIONS = UUID("0f6d1c5e-6f0b-5d0c-9a3e-3a7c1c6a5b01")

DEEPEST = 20
"""So many organizations may stand above one, so that looking up is bounded."""


def organization_id(code: str) -> UUID:
    """The id of the organization with this code, so that entering it twice is entering it once. Case does not matter."""
    return uuid5(_ORGANIZATIONS, code.strip().casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrganization(Message):
    """Enter an organization, or change the entry. With `new`, an entry that says something else is not overwritten.

    `also`: other names that it goes by. `by`: who asks, for the history.
    """

    organization: UUID
    code: str
    name: Text
    organization_kind: str
    country: str | None = None
    parent: UUID | None = None
    also: list[str] = field(default_factory=list)
    by: UUID | None = None
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOrganization(Message):
    """This one was entered twice: it is `into` another from now on. `by`: who says so."""

    organization: UUID
    into: UUID
    by: UUID | None = None


@dataclass(slots=True)
class Organization(Mergeable):
    """A ministry, a parliament, a committee of it, an association: whoever sends somebody. Merged, it is an alias."""

    kind: ClassVar[str] = "organizations"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("code",), ("merged_into", "code"), ("parent",))

    id: UUID
    code: str = ""
    name: Text = field(default_factory=dict)
    organization_kind: str = ""
    country: str | None = None
    parent: UUID | None = None
    also: list[str] = field(default_factory=list)
    history: list[Edit] = field(default_factory=list)

    @property
    def claims(self) -> tuple[str, ...]:
        """An alias holds its place among those that were merged."""
        return tuple(self.slots)

    @property
    def words(self) -> list[str]:
        """What a search finds it by: the code, its names in every language, and the others."""
        return words(self.code, *self.name.values(), *self.also)

    def list_(self, asked: ListOrganization) -> OrganizationListed | None:
        """Take over the facts; None if nothing is different.

        Raises Invalid if it would be its own parent, Conflict ("code-fixed") for another code.
        """
        must_keep_code(organization_id, self.code, asked.code)
        if asked.parent == self.id:
            raise above_itself()
        before, known = self._facts(), self.code
        self.code, self.name, self.organization_kind = asked.code, dict(asked.name), asked.organization_kind
        self.country, self.parent, self.also = asked.country, asked.parent, list(asked.also)
        self.history = edited(self.history, before if known else None, self._facts(), asked.at, asked.by)
        return None if self._facts() == before else self._facts()

    def stand_below(self, parent: UUID, at: datetime) -> OrganizationListed | None:
        """What it stood below was merged."""
        before, self.parent = self._facts(), parent if parent != self.id else None
        self.history = edited(self.history, before, self._facts(), at, None)
        return None if self._facts() == before else self._facts()

    def merged(self) -> OrganizationMerged:
        """It is an alias."""
        return OrganizationMerged(organization=self.id, into=self.merged_into or self.id)

    def _facts(self) -> OrganizationListed:
        return OrganizationListed.of(self, organization=self.id)


def ranks(parents: Mapping[UUID, UUID | None]) -> dict[UUID, int]:
    """How many stand above each organization; `parents` names every one of those too.

    Whoever stands above itself, below one that does, or below more than `DEEPEST` is not in the answer.
    """
    below: dict[UUID | None, list[UUID]] = {}
    for organization, parent in parents.items():
        below.setdefault(parent, []).append(organization)
    found: dict[UUID, int] = {}
    rank, level = 0, below.get(None, [])
    while level and rank <= DEEPEST:
        found |= dict.fromkeys(level, rank)
        rank, level = rank + 1, [each for above in level for each in below.get(above, [])]
    return found


def above_itself() -> Invalid:
    """The refusal of parents that lead round in a circle, or up without end."""
    return Invalid.at(f"Its parents lead back to itself, or up by more than {DEEPEST} levels.", "parent")


def must_keep_code(id_of: Callable[[str], UUID], code: str, asked: str) -> None:
    """The id follows from the code: under another one, entering it again would make a second with the same code."""
    if code and id_of(asked) != id_of(code):
        raise Conflict(f"The code is {code} for good; enter another under another code.", code="code-fixed")
