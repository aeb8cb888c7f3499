"""An import that may be asked for again."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID


@dataclass(slots=True)
class Imported:
    """It was begun; once it is done, what came of it. Neither the table nor anything of a person stands here."""

    kind: ClassVar[str] = "imports"

    id: UUID
    report: dict[str, Any] | None = None
