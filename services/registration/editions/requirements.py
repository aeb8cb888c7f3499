"""The requirements on an edition, as it keeps them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self
from uuid import UUID

from services.registration.editions.commands import WithdrawRequirement
from shared.contracts.editions import Requirement
from shared.contracts.organizations import Text
from shared.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class Required:
    """A requirement: when it was noted, by whom of the secretariat; and if it was withdrawn, when and why."""

    requirement: Requirement
    at: datetime
    by: UUID | None = None
    withdrawn_at: datetime | None = None
    grounds: Text = field(default_factory=dict)

    @property
    def stands(self) -> bool:
        """Until it is withdrawn."""
        return self.withdrawn_at is None

    def withdraw(self, asked: WithdrawRequirement) -> Self:
        """Raises Conflict ("wrong-state") for what was withdrawn before."""
        if not self.stands:
            raise Conflict("The requirement was withdrawn before.", code="wrong-state")
        return replace(self, withdrawn_at=asked.at, grounds=asked.reason)


def standing(required: Iterable[Required]) -> list[Requirement]:
    """What the edition has to be like today."""
    return [each.requirement for each in required if each.stands]


def withdrawn(required: Sequence[Required], asked: WithdrawRequirement) -> list[Required]:
    """The same, without what is withdrawn. Raises NotFound for none of these."""
    if asked.requirement not in {each.requirement.id for each in required}:
        raise NotFound("There is no such requirement.")
    return [each.withdraw(asked) if each.requirement.id == asked.requirement else each for each in required]
