"""A document of a meeting: what it is, and where it is found in which language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Final, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.documents import (
    DocumentChanged,
    DocumentFacts,
    DocumentListed,
    DocumentOverdue,
    DocumentRevised,
    DocumentVersionAdded,
    DocumentWithdrawn,
    Listing,
    VersionFacts,
)
from shared.errors import Conflict, Invalid

MOST: Final = 200
"""Versions of one document, in all languages and revisions."""


class DocumentState(StrEnum):
    """Each is entered by exactly one event. What is due or overdue is no state: it follows from the day."""

    LISTED = "listed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDocument(Message):
    """Put a document on the list, under the next number. The document's id is the command's."""

    gathering: UUID
    facts: Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Message):
    """Something is asked about this document."""

    document: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDocument(About):
    """It is this from now on."""

    facts: Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVersion(About):
    """It is found here in this language. `address`: a link (https); its file stays where it is."""

    written_in: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviseDocument(About):
    """Let a revision take its place, to be handed in until this day (None: no day is set)."""

    hand_in_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDocument(About):
    """It is not dealt with."""


class Version(VersionFacts):
    """Where it is found in one language (UTC)."""

    address: str
    added_at: datetime


@dataclass(slots=True, kw_only=True)
class MeetingDocument:
    """One document. Its number is claimed for ever, also once it is withdrawn; `versions` are those of all its revisions.

    `ends_at`: when the last day to hand it in is over at the venue, as far as that is known (UTC). `overdue_at`: since when those
    who answer for it know that it is overdue; None as soon as it is not any more. `quoted_as`, `awaited`, `warned`: the symbol,
    the languages and the people of the last time.
    """

    kind: ClassVar[str] = "meeting_document"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering", "number"),)

    id: UUID
    facts: DocumentFacts
    listed_at: datetime
    state: DocumentState = DocumentState.LISTED
    versions: list[Version] = field(default_factory=list)
    withdrawn_at: datetime | None = None
    ends_at: datetime | None = None
    overdue_at: datetime | None = None
    quoted_as: str = ""
    awaited: list[str] = field(default_factory=list)
    warned: list[UUID] = field(default_factory=list)

    @property
    def due(self) -> datetime | None:
        """When it is overdue, if nothing of it is handed in before; told once, it is due no more."""
        return self.ends_at if self.missing and self.overdue_at is None else None

    @property
    def claims(self) -> tuple[str, ...]:
        return (f"{self.facts.gathering}/document/{self.facts.number}",)

    @property
    def symbol(self) -> str:
        """By which it is quoted: `RBC/7/DOC/3`, or `RBC/7/DOC/3/Rev.1` once it was revised."""
        first = f"{self.facts.prefix}/{self.facts.number}"
        return f"{first}/Rev.{self.facts.revision}" if self.facts.revision else first

    @property
    def stands(self) -> bool:
        """It is dealt with, or will be."""
        return self.state is DocumentState.LISTED

    @property
    def public(self) -> bool:
        """Everybody reads it who reads the minutes."""
        return self.facts.distribution == "general"

    @property
    def current(self) -> dict[str, Version]:
        """Where it is found as it is now, by language, in the order in which they are asked for; others follow."""
        now = {each.written_in: each for each in self.versions if each.revision == self.facts.revision}
        return {tag: now[tag] for tag in dict.fromkeys([*self.facts.languages, *now]) if tag in now}

    @property
    def missing(self) -> list[str]:
        """The languages in which it is still to be handed in."""
        return [tag for tag in self.facts.languages if tag not in self.current] if self.stands else []

    def overdue(self, today: date) -> bool:
        """Whether something is missing after its last day; `today` by the clocks of the venue."""
        return bool(self.missing) and self.facts.hand_in_by is not None and self.facts.hand_in_by < today

    @classmethod
    def listed(cls, command: ListDocument, number: int, ends_at: datetime | None = None) -> tuple[Self, DocumentListed]:
        """A new one under this number. `ends_at`: of its last day. Raises Invalid without a title."""
        _must_say(command.facts)
        facts = DocumentFacts.of(command.facts, gathering=command.gathering, number=number, revision=0)
        document = cls(id=command.id, facts=facts, listed_at=command.at, ends_at=ends_at)
        return document, DocumentListed.of(document, document=document.id)

    def change(self, command: ChangeDocument, ends_at: datetime | None = None) -> DocumentChanged | None:
        """It is something else; None if it is that already. `ends_at`: of its last day. Raises Invalid without a title, Conflict
        ("withdrawn")."""
        self.must_stand()
        _must_say(command.facts)
        if Listing.of(self.facts) == command.facts:
            return None
        known = self.facts
        self.facts = DocumentFacts.of(
            command.facts, gathering=known.gathering, number=known.number, revision=known.revision
        )
        self.ends_at = ends_at
        due, was_due = ((it.hand_in_by, it.organization) for it in (self.facts, known))
        if not self.missing or due != was_due:  # by another day, or from others, who were not told
            self.overdue_at = None
        return DocumentChanged.of(self, document=self.id)

    def add(self, command: AddVersion) -> DocumentVersionAdded | None:
        """It is found here in a language; None if it is already. Raises Conflict ("withdrawn", "full")."""
        self.must_stand()
        there = self.current.get(command.written_in)
        if there and there.address == command.address:
            return None
        if there is None and len(self.versions) >= MOST:
            raise Conflict(f"A document has {MOST} versions at most.", code="full")
        version = Version(
            written_in=command.written_in, revision=self.facts.revision, address=command.address, added_at=command.at
        )
        self.versions = [*(each for each in self.versions if each is not there), version]
        self.overdue_at = self.overdue_at if self.missing else None
        told = {"document": self.id, "gathering": self.facts.gathering, "overdue_at": self.overdue_at}
        return DocumentVersionAdded.of(version, **told)

    def fall_due(self, at: datetime, ends_at: datetime | None, told: Sequence[UUID]) -> DocumentOverdue | None:
        """Its last day is over and something is missing: these are told. None if it moved on, or has time until `ends_at`."""
        self.ends_at = ends_at
        if self.due is None or self.due > at:
            return None
        self.overdue_at, self.quoted_as, self.awaited, self.warned = at, self.symbol, self.missing, [*told]
        return DocumentOverdue.of(self, document=self.id, told=self.warned)

    def revise(self, command: ReviseDocument, ends_at: datetime | None = None) -> DocumentRevised:
        """A revision is awaited. Raises Conflict ("withdrawn"), or ("no-versions") while nothing is there to be revised."""
        self.must_stand()
        if not self.current:
            raise Conflict("Nothing of it is there yet that could be revised.", code="no-versions")
        self.facts = self.facts.model_copy(
            update={"revision": self.facts.revision + 1, "hand_in_by": command.hand_in_by}
        )
        self.ends_at, self.overdue_at = ends_at, None
        return DocumentRevised.of(self, document=self.id, revised_at=command.at)

    def withdraw(self, at: datetime) -> DocumentWithdrawn | None:
        """It is not dealt with; None if that is so already."""
        if not self.stands:
            return None
        self.state, self.withdrawn_at, self.overdue_at = DocumentState.WITHDRAWN, at, None
        return DocumentWithdrawn.of(self, document=self.id, gathering=self.facts.gathering)

    def must_stand(self) -> None:
        """Raises Conflict ("withdrawn") if it was withdrawn."""
        if not self.stands:
            raise Conflict("This document was withdrawn.", code="withdrawn")


def _must_say(facts: Listing) -> None:
    if not any(text.strip() for text in facts.title.values()):
        raise Invalid.at("A document has a title in at least one language.", "title")
