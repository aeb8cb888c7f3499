"""An organization: whoever may be represented."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from services.registration.entries.history import Edit, edited
from services.registration.entries.merging import Mergeable
from services.registration.entries.words import words
from shared.contracts import Message
from shared.contracts.organizations import (
    OrganizationFacts,
    OrganizationListed,
    OrganizationMerged,
    Text,
    organization_id,
)
from shared.errors import Conflict, Invalid

DEEPEST = 20
"""So many organizations may stand above one, so that looking up is bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrganization(Message):
    """Enter an organization, or change the entry. With `new`, an entry that says something else is not overwritten.

    `by`: who asks, for the history.
    """

    organization: UUID
    facts: OrganizationFacts
    by: UUID | None = None
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOrganization(Message):
    """This one was entered twice: it is `into` another from now on. `by`: who says so."""

    organization: UUID
    into: UUID
    by: UUID | None = None


NOTHING = OrganizationFacts(code="", name={}, organization_kind="")
"""What is known of an organization before it is entered."""


@dataclass(slots=True)
class Organization(Mergeable):
    """A ministry, a parliament, a committee of it, an association: whoever sends somebody. Merged, it is an alias."""

    kind: ClassVar[str] = "organizations"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("code",),
        ("merged_into", "code"),
        ("merged_into", "organization_kind", "code"),
        ("merged_into", "parent", "code"),
        ("parent",),
    )

    id: UUID
    facts: OrganizationFacts = NOTHING
    history: list[Edit] = field(default_factory=list)

    @property
    def code(self) -> str:
        """What it is typed by, and listed in the order of."""
        return self.facts.code

    @property
    def name(self) -> Text:
        """How it is called, by language."""
        return self.facts.name

    @property
    def claims(self) -> tuple[str, ...]:
        """An alias holds its place among those that were merged."""
        return tuple(self.slots)

    @property
    def words(self) -> list[str]:
        """What a search finds it by: the code, its names in every language, and the others."""
        return words(self.code, *self.name.values(), *self.facts.also)

    def list_(self, asked: ListOrganization) -> OrganizationListed | None:
        """Take over the facts; None if nothing is different.

        Raises Invalid if it would be its own parent, Conflict ("code-fixed") for another code.
        """
        must_keep_code(organization_id, self.code, asked.facts.code)
        if asked.facts.parent == self.id:
            raise above_itself()
        return self._become(asked.facts, asked.at, asked.by)

    def stand_below(self, parent: UUID | None, at: datetime) -> OrganizationListed | None:
        """What it stood below was merged; or it is a part of nothing any more, since that led back to itself."""
        below = self.facts.model_copy(update={"parent": parent if parent != self.id else None})
        return self._become(below, at, None)

    def stands_since(self) -> datetime:
        """Since when it is a part of what it is a part of, as far as is remembered."""
        return next(
            each.at for each in reversed(self.history) if each.field in {"", "parent"} or each is self.history[0]
        )

    def merged(self) -> OrganizationMerged:
        """It is an alias."""
        return OrganizationMerged(organization=self.id, into=self.merged_into or self.id)

    def _become(self, facts: OrganizationFacts, at: datetime, by: UUID | None) -> OrganizationListed | None:
        before, self.facts = self.facts, facts
        if facts == before:
            return None
        event = OrganizationListed.of(self, organization=self.id)
        was = OrganizationListed(organization=self.id, **before.model_dump()) if before.code else None
        self.history = edited(self.history, was, event, at, by)
        return event


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
    detail = f"Its parents lead back to itself, or up by more than {DEEPEST} levels."
    return Invalid.at(detail, "parent", code="above-itself")


def must_keep_code(id_of: Callable[[str], UUID], code: str, asked: str) -> None:
    """The id follows from the code: under another one, entering it again would make a second with the same code."""
    if code and id_of(asked) != id_of(code):
        raise Conflict(f"The code is {code} for good; enter another under another code.", code="code-fixed")
