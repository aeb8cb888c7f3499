"""An import that may be asked for again, and one that is carried out later, of which a page tells how far it is."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from shared.contracts import Message
from shared.errors import Conflict

KEPT = timedelta(days=1)
"""So long does a table wait that was looked at and not imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTable(Message):
    """Begin the import of a table, which `content` (a keyed hash) tells from every other; or say that it is done."""

    content: UUID


@dataclass(slots=True)
class Imported:
    """It was begun; once it is done, what came of it. Neither the table nor anything of a person stands here."""

    kind: ClassVar[str] = "imports"

    id: UUID
    report: dict[str, Any] | None = None


class JobState(StrEnum):
    """Of a table that was brought: looked at, being imported, imported; or dropped, since nobody asked for more."""

    LOOKED = "looked"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class BringTable(Message):
    """Here is a table of `what`; this is wrong with it. Nothing is imported yet. `by`: who brings it."""

    what: str
    content: str
    rows: int
    problems: list[dict[str, Any]]
    by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartImport(Message):
    """Import it."""

    job: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWave(Message):
    """The rows up to this wave are done. `report` says what came of them; `last`: there are no more."""

    job: UUID
    wave: int
    report: dict[str, Any]
    last: bool


COUNTS = ("created", "changed", "unchanged")


@dataclass(slots=True)
class ImportJob:
    """A table that is imported beside everything else, and how far it is.

    The table stands here until it is done, or for a day; then what it held is erased. `problems`: of the table, and at last
    of the rows that a rule refused.
    """

    kind: ClassVar[str] = "import-jobs"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("stage",), ("at",))

    id: UUID
    what: str = ""
    stage: JobState = JobState.LOOKED
    at: datetime | None = None
    by: UUID | None = None
    correlation: str = ""
    content: str = ""
    rows: int = 0
    waves: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)

    @property
    def due(self) -> datetime | None:
        """When the table is dropped that nobody asked to import."""
        return self.at + KEPT if self.at and self.stage is JobState.LOOKED else None

    @property
    def erased(self) -> bool:
        """Nothing of the table may stay on the disk."""
        return not self.content

    @property
    def done(self) -> int:
        """Rows that are through."""
        refused = len(self.problems) if self.stage is not JobState.LOOKED else 0
        return self.created + self.changed + self.unchanged + refused

    @classmethod
    def of(cls, asked: BringTable) -> "ImportJob":
        """A table that was looked at."""
        job = cls(asked.id, asked.what, at=asked.at, by=asked.by)
        job.content, job.rows, job.problems = asked.content, asked.rows, asked.problems
        return job

    def start(self, asked: StartImport) -> bool:
        """Whether it begins now. Raises Conflict for a table with problems, or one that is gone."""
        if self.stage in {JobState.RUNNING, JobState.DONE}:
            return False
        if self.stage is JobState.DROPPED:
            raise Conflict("The table waited for a day and is gone; bring it again.", code="dropped")
        if self.problems:
            raise Conflict("Something is wrong with the table; correct it and bring it again.", code="rows-refused")
        self.stage, self.correlation = JobState.RUNNING, asked.correlation
        return True

    def note(self, asked: NoteWave) -> bool:
        """Whether this is news."""
        if self.stage is not JobState.RUNNING or asked.wave <= self.waves:
            return False
        self.waves = asked.wave
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + asked.report[name])
        self.problems = [*self.problems, *asked.report["problems"]]
        if asked.last:
            self.stage, self.content = JobState.DONE, ""
        return True

    def lapse(self, at: datetime) -> bool:
        """Whether it waited for too long."""
        if not self.due or self.due > at:
            return False
        self.stage, self.content, self.problems = JobState.DROPPED, "", []
        return True
