"""Who said something outside any meeting: an office of a body, an authority outside the system, or nobody known."""

from dataclasses import dataclass, field
from uuid import UUID

from shared.contracts.organizations import Text


@dataclass(frozen=True, slots=True)
class Authority:
    """Of a `body` on record an office, as `named`; without a body somebody outside the system; with neither nobody is known."""

    body: UUID | None = None
    named: Text = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.body or self.named)
