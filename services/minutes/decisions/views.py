"""What the API of decisions shows."""

from datetime import datetime
from uuid import UUID

from services.minutes.decisions.by_item import OnItem, When
from services.minutes.decisions.model import Decision, DecisionState
from services.minutes.mirrors.effects import Effect, Stands
from shared.contracts.decisions import DecisionFacts, Motion, QuorumCount
from shared.contracts.effects import EffectFacts
from shared.contracts.gatherings import Hindrance
from shared.contracts.organizations import Text as TextOf
from shared.http import View


class EarlierView(Motion, View):
    """What a decision said until it was corrected (UTC), and why it was."""

    corrected_at: datetime
    reason: str
    state: DecisionState


class ObjectionView(View):
    """Who did not keep silent (UTC), for which member, and why."""

    at: datetime
    person: UUID
    member: UUID | None
    words: str


class ReservationView(View):
    """A reservation of a member (UTC), in its own words."""

    id: UUID
    at: datetime
    member: UUID
    words: str
    said_in: str
    person: UUID | None


class EffectOutcomeView(EffectFacts, View):
    """What became of an effect of a decision, since when (UTC). `reason`: why it was refused; `hindrance`: why it could not be
    done; `made`: the meeting that was called."""

    id: UUID
    stands: Stands
    since: datetime
    reason: TextOf
    hindrance: Hindrance | None
    made: UUID | None

    @classmethod
    def told(cls, effect: Effect) -> "EffectOutcomeView":
        """As registration said."""
        facts = effect.wanted.model_dump() if effect.wanted else {}
        return cls.of(effect, **facts)


class DecisionView(DecisionFacts, View):
    """A decision. `quorum` is what the minutes knew when it was taken; null where the body has no rule. `objections`: so many
    to what was circulated; who keeps the minutes sees from whom, and their words.

    `earlier`: what it said before each correction; `reason`: why it was withdrawn.
    """

    id: UUID
    state: DecisionState
    decided_at: datetime
    earlier: list[EarlierView]
    withdrawn_at: datetime | None
    reason: str
    objections: int
    reservations: list[ReservationView]

    @classmethod
    def told(cls, decision: Decision) -> "DecisionView":
        """With what it said before."""
        earlier = [EarlierView.of(each) for each in decision.earlier]
        return cls.of(decision, earlier=earlier, objections=len(decision.objections))


class StoodView(View):
    """How the quorum stood at this moment (UTC): an item was taken up or closed, or a decision was taken; then `decision` and its
    `number` say which."""

    when: When
    decision: UUID | None
    number: int | None
    at: datetime
    count: QuorumCount
    quorate: bool


class ItemQuorumView(View):
    """How it stood while an item was dealt with, in the order of time; `item` is null for what belongs to none."""

    item: UUID | None
    number: str
    stood: list[StoodView]

    @classmethod
    def told(cls, on: OnItem) -> "ItemQuorumView":
        """With whether each was enough."""
        stood = [StoodView.model_validate(each) for each in on.stood]
        item = on.item.item.id if on.item else None
        return cls(item=item, number=on.item.number if on.item else "", stood=stood)
