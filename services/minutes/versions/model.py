"""A published version of minutes: its text, and the hash that chains it to the one before. Pure; never changed once made."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from shared.contracts.versions import VersionFacts, VersionSealed

FORMAT = "plenary minutes 1"
"""What the text of a version begins with: how it is made (docs/guide/review.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What a version is made of. `text`: canonical, with number and previous hash in it. `restricted`: what not everybody reads,
    canonical too, "" for nothing: `text` has the hash of `salt` and this."""

    facts: VersionFacts
    text: str
    restricted: str
    salt: str
    at: datetime


@dataclass(slots=True, kw_only=True)
class Version:
    """One version. Its number is nobody else's: a claim keeps it, so that the chain has no two of the same number."""

    kind: ClassVar[str] = "version"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "number"),)

    id: UUID
    facts: VersionFacts
    text: str
    restricted: str
    salt: str
    sealed_at: datetime

    @property
    def claims(self) -> tuple[str, ...]:
        """Its place in the chain."""
        return (f"{self.facts.gathering}/version/{self.facts.number}",)

    @classmethod
    def sealed(cls, id: UUID, it: Sealed) -> tuple[Self, VersionSealed]:
        """A new one, for ever."""
        version = cls(id=id, facts=it.facts, text=it.text, restricted=it.restricted, salt=it.salt, sealed_at=it.at)
        return version, VersionSealed.of(version, version=version.id)
