"""A body: what decides."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid5

from services.registration.entries.history import Edit, edited
from services.registration.entries.words import words
from services.registration.organizations.model import must_keep_code
from shared.contracts import Message
from shared.contracts.bodies import BodyFormed, Quorum
from shared.contracts.organizations import Text
from shared.errors import Invalid

_BODIES = UUID("0f6d1c5e-6f0b-5d0c-9a3e-3a7c1c6a5b02")


def body_id(code: str) -> UUID:
    """The id of the body with this code; as that of an organization."""
    return uuid5(_BODIES, code.strip().casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBody(Message):
    """Enter a body, or change it. With `new`, an entry that says something else is not overwritten."""

    body: UUID
    code: str
    name: Text
    members: list[UUID] = field(default_factory=list)
    quorum: Quorum | None = None
    by: UUID | None = None
    new: bool = False


@dataclass(slots=True)
class Body:
    """What decides: its member organizations, and its quorum rule or none."""

    kind: ClassVar[str] = "bodies"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("code",),)

    id: UUID
    code: str = ""
    name: Text = field(default_factory=dict)
    members: list[UUID] = field(default_factory=list)
    quorum: Quorum | None = None
    history: list[Edit] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """What a search finds it by."""
        return words(self.code, *self.name.values())

    def form(self, asked: FormBody) -> BodyFormed | None:
        """Take over the facts; None if nothing is different.

        Raises Invalid for a member named twice or a rule above all, Conflict ("code-fixed") for another code.
        """
        must_keep_code(body_id, self.code, asked.code)
        if len(set(asked.members)) != len(asked.members):
            raise Invalid.at("A member is named twice; name each once.", "members")
        if asked.quorum and not 0 < asked.quorum.numerator <= asked.quorum.denominator:
            raise Invalid.at("A quorum is a part of the members: above 0, at most 1.", "quorum")
        before, known = self._facts(), self.code
        self.code, self.name = asked.code, dict(asked.name)
        self.members, self.quorum = list(asked.members), asked.quorum
        self.history = edited(self.history, before if known else None, self._facts(), asked.at, asked.by)
        return None if self._facts() == before else self._facts()

    def replace(self, member: UUID, by: UUID, at: datetime) -> BodyFormed | None:
        """A member was merged into another, who is a member once. None if it is none (any more)."""
        before = self._facts()
        self.members = [*dict.fromkeys(by if each == member else each for each in self.members)]
        self.history = edited(self.history, before, self._facts(), at, None)
        return None if self._facts() == before else self._facts()

    def _facts(self) -> BodyFormed:
        return BodyFormed.of(self, body=self.id)
