"""What becomes of the effects of decisions, as registration says."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Literal
from uuid import UUID

from shared.contracts import Event
from shared.contracts.effects import (
    EffectAsked,
    EffectCarriedOut,
    EffectConfirmed,
    EffectEvent,
    EffectFacts,
    EffectFailed,
    EffectLapsed,
    EffectRefused,
)
from shared.contracts.gatherings import Hindrance
from shared.contracts.organizations import Text

Stands = Literal["", "pending", "confirmed", "refused", "lapsed", "carried_out", "failed"]


@dataclass(slots=True)
class Effect:
    """What a decision brings about, how that stands (empty: not heard by now), and since when (UTC).

    `reason`: why it was refused; `hindrance`: why it could not be done; `made`: the meeting that was called.
    """

    kind: ClassVar[str] = "effect"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("decision",), ("gathering",))

    id: UUID
    decision: UUID | None = None
    gathering: UUID | None = None
    wanted: EffectFacts | None = None
    asked_at: datetime | None = None
    stands: Stands = ""
    since: datetime | None = None
    reason: Text = field(default_factory=dict)
    hindrance: Hindrance | None = None
    made: UUID | None = None

    def hear(self, event: Event | None) -> None:
        """What happened last."""
        if isinstance(event, EffectEvent):
            self.decision, self.gathering = event.decision, event.gathering
        if isinstance(event, EffectAsked):
            self.wanted, self.asked_at = EffectFacts.of(event), event.asked_at
            self.stands, self.since = "pending", event.asked_at
        elif isinstance(event, EffectConfirmed):
            self.stands, self.since = "confirmed", event.answered_at
        elif isinstance(event, EffectRefused):
            self.stands, self.since, self.reason = "refused", event.answered_at, event.reason
        elif isinstance(event, EffectLapsed):
            self.stands, self.since = "lapsed", event.lapsed_at
        elif isinstance(event, EffectCarriedOut):
            self.stands, self.since, self.made = "carried_out", event.tried_at, event.made
        elif isinstance(event, EffectFailed):
            self.stands, self.since, self.hindrance = "failed", event.tried_at, event.hindrance
