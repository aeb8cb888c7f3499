"""An import that may be asked for again."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from shared.contracts import Message


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
