"""An amendment: what is proposed to which paragraph, by whom, and what became of it."""

from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.final_statements import AmendmentFacts
from shared.contracts.organizations import Text

MOST: Final = 500
"""Amendments to one final statement."""


class AmendmentState(StrEnum):
    """Whether it is still to be decided, and what was."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MERGED = "merged"


class Amendment(AmendmentFacts):
    """One of them; all times are UTC. Who proposed it is an id: the name is joined when it is read.

    `number`: as it is called; `text`: the words that are proposed. `against`: the authoritative wording of its paragraph when it
    was proposed. Once accepted, `was` and `became` are that wording before and after. `over`: it was put in place of words that
    had come meanwhile. `reason`: why it was rejected; `into`: what it was merged into.
    """

    id: UUID
    number: int
    text: Text
    against: str
    proposed_at: datetime
    state: AmendmentState = AmendmentState.PROPOSED
    decided_at: datetime | None = None
    was: str = ""
    became: str = ""
    over: bool = False
    reason: str = ""
    into: UUID | None = None

    @property
    def open(self) -> bool:
        """Nobody decided about it."""
        return self.state is AmendmentState.PROPOSED
