"""What a gathering decided: adopted or rejected, how, and with which quorum; corrected or withdrawn with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from services.minutes.decisions.commands import CorrectDecision, RecordDecision, WithdrawDecision
from services.minutes.decisions.counting import NO_RULES, Rules, counted, must_fit, outcome
from shared.contracts.decisions import (
    DecisionAdopted,
    DecisionCorrected,
    DecisionDeferred,
    DecisionFacts,
    DecisionRejected,
    DecisionWithdrawn,
    Motion,
    Outcome,
    Place,
    QuorumCount,
)
from shared.errors import Conflict, Invalid

Taken = DecisionAdopted | DecisionRejected | DecisionDeferred
EVENTS: Mapping[Outcome, type[Taken]] = {
    "adopted": DecisionAdopted,
    "rejected": DecisionRejected,
    "deferred": DecisionDeferred,
}
"""Which event says what a motion came to."""


class DecisionState(StrEnum):
    """What became of it."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class Earlier(Motion):
    """What a decision said until it was corrected (UTC), and why it was."""

    corrected_at: datetime
    reason: str
    state: DecisionState


@dataclass(slots=True, kw_only=True)
class Decision:
    """One decision of a gathering. Its number there, and that in the series and the year, is the next free one, and nobody
    else's: claims keep them, also of what was rejected, deferred or withdrawn, so that none is given twice or left out.

    `earlier`: what it said before each correction, the oldest first; nothing is overwritten. `reason`: why it was withdrawn.
    `changed_at`: when it was corrected last, or withdrawn.
    """

    kind: ClassVar[str] = "decision"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("gathering", "number"),
        ("series", "year", "serial"),
        ("changed_at",),
    )

    id: UUID
    facts: DecisionFacts
    state: DecisionState
    decided_at: datetime
    earlier: list[Earlier] = field(default_factory=list)
    withdrawn_at: datetime | None = None
    reason: str = ""
    changed_at: datetime | None = None

    @property
    def claims(self) -> tuple[str, ...]:
        facts = self.facts
        own = f"{facts.gathering}/decision/{facts.number}"
        return (own, f"{facts.series}/decision/{facts.year}/{facts.serial}") if facts.series else (own,)

    @classmethod
    def taken(
        cls, command: RecordDecision, place: Place, quorum: QuorumCount | None, rules: Rules = NO_RULES
    ) -> tuple[Self, Taken]:
        """Record it in this place. Raises Invalid if votes and mode do not fit, Conflict ("no-quorum") without a quorum: then
        nothing can be done but to defer it.
        """
        motion = counted(command.facts)
        must_fit(motion, rules.members)
        came = outcome(motion, rules.majority, rules.size)
        _must_be_quorate(quorum, came)
        known = {"majority": rules.majority, "members": rules.size, "quorum": quorum}
        facts = DecisionFacts.of(motion, gathering=command.gathering, **vars(place), **known)
        decision = cls(id=command.id, facts=facts, state=DecisionState(came), decided_at=command.at)
        return decision, EVENTS[came].of(decision, decision=decision.id)

    def correct(self, command: CorrectDecision, rules: Rules = NO_RULES) -> DecisionCorrected:
        """It says something else from now on. Raises Invalid if votes and mode do not fit or nothing differs, Conflict
        ("withdrawn", "no-quorum") for one that does not stand, or would have been decided without a quorum.

        Rule and members stay those of then; of another kind of question the rule is that of `rules`.
        """
        self._must_stand()
        motion, known = counted(command.facts), self.facts
        named = [each.member for each in known.ballots]
        must_fit(motion, named or None)
        before = Motion.of(known)
        if motion == before:
            raise Invalid.at("This is what the decision says already.", "text")
        majority = known.majority if motion.question == known.question else rules.majority
        came = outcome(motion, majority, known.members)
        _must_be_quorate(known.quorum, came)
        self.earlier.append(Earlier.of(before, corrected_at=command.at, reason=command.reason, state=self.state))
        self.facts = known.model_copy(update={**vars(motion), "majority": majority})
        self.state, self.changed_at = DecisionState(came), command.at
        return DecisionCorrected.of(self, decision=self.id, outcome=came, corrected_at=command.at)

    def withdraw(self, command: WithdrawDecision) -> DecisionWithdrawn:
        """It does not stand any more; what it said stays readable. Raises Conflict ("withdrawn") if it does not already."""
        self._must_stand()
        self.state, self.reason = DecisionState.WITHDRAWN, command.reason
        self.withdrawn_at = self.changed_at = command.at
        return DecisionWithdrawn.of(self, decision=self.id)

    def _must_stand(self) -> None:
        if self.state is DecisionState.WITHDRAWN:
            raise Conflict("This decision was withdrawn.", code="withdrawn")


def _must_be_quorate(quorum: QuorumCount | None, came: Outcome) -> None:
    """Without a quorum nothing is done but to defer it."""
    if quorum and not quorum.reached and came != "deferred":
        raise Conflict(f"No quorum: {quorum.required} members are required.", code="no-quorum")
