"""What a gathering decided: adopted or rejected, how, and with which quorum; corrected or withdrawn with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Self
from uuid import UUID

from services.minutes.decisions.commands import (
    CirculateDecision,
    CorrectDecision,
    ObjectToDecision,
    RecordDecision,
    ReserveDecision,
    WithdrawDecision,
)
from services.minutes.decisions.counting import NO_RULES, Rules, counted, must_fit, outcome
from services.minutes.decisions.silence import Objection, must_be_circulable, must_be_in_time, must_be_silent
from shared.contracts.bodies import Majority
from shared.contracts.decisions import (
    DecisionAdopted,
    DecisionCirculated,
    DecisionCorrected,
    DecisionDeferred,
    DecisionFacts,
    DecisionObjected,
    DecisionRejected,
    DecisionReserved,
    DecisionWithdrawn,
    Delegate,
    Motion,
    Outcome,
    Place,
    QuorumCount,
)
from shared.errors import Conflict, Invalid, NotFound

Settled = DecisionAdopted | DecisionRejected | DecisionDeferred
EVENTS: Mapping[Outcome, type[Settled]] = {
    "adopted": DecisionAdopted,
    "rejected": DecisionRejected,
    "deferred": DecisionDeferred,
}
"""Which event says what a motion came to."""


class DecisionState(StrEnum):
    """What became of it; *circulated*: it is adopted at its time unless somebody objects."""

    CIRCULATED = "circulated"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class Earlier(Motion):
    """What a decision said until it was corrected (UTC), and why it was."""

    corrected_at: datetime
    reason: str
    state: DecisionState


@dataclass(frozen=True, slots=True)
class Reservation:
    """In whose name it was made (UTC), in which words of which language; and who said so, if that is known."""

    id: UUID
    at: datetime
    member: UUID
    words: str
    said_in: str
    person: UUID | None = None


@dataclass(slots=True, kw_only=True)
class Decision:
    """One decision of a gathering. Its number there, and that in the series and the year, is the next free one, and nobody
    else's: claims keep them, also of what was rejected, deferred or withdrawn, so that none is given twice or left out.

    `earlier`: what it said before each correction, the oldest first; nothing is overwritten. `reason`: why it was withdrawn.
    `changed_at`: when it was corrected last, or withdrawn, or silence was over, or broken: that was at `silence_over_at`.
    `asked`: whose silence adopts what was circulated;
    `objections`: who did not keep it.
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
    silence_over_at: datetime | None = None
    asked: list[Delegate] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    reservations: list[Reservation] = field(default_factory=list)

    @property
    def reserved_at(self) -> datetime | None:
        """When the last reservation was made."""
        return self.reservations[-1].at if self.reservations else None

    @property
    def due(self) -> datetime | None:
        """When silence adopts it."""
        return self.facts.reply_by if self.state is DecisionState.CIRCULATED else None

    @property
    def takes_objections(self) -> bool:
        """It is put to silence, or was left for later since somebody broke it; what was voted on since is decided otherwise."""
        deferred = self.state is DecisionState.DEFERRED and self.facts.adoption == "silence_procedure"
        return self.state is DecisionState.CIRCULATED or deferred

    @property
    def spoken_for(self) -> list[UUID]:
        """The members that voted by name, that objected, or that have reservations."""
        told = [each.member for each in self.facts.ballots] + [each.member for each in self.reservations]
        return [*dict.fromkeys(told + [each.member for each in self.objections if each.member])]

    @property
    def claims(self) -> tuple[str, ...]:
        facts = self.facts
        own = f"{facts.gathering}/decision/{facts.number}"
        return (own, f"{facts.series}/decision/{facts.year}/{facts.serial}") if facts.series else (own,)

    @classmethod
    def taken(
        cls, command: RecordDecision, place: Place, quorum: QuorumCount | None, rules: Rules = NO_RULES
    ) -> tuple[Self, Settled]:
        """Record it in this place. Raises Invalid if votes and mode do not fit, Conflict ("no-quorum") without a quorum: then
        nothing can be done but to defer it.
        """
        motion = counted(command.facts)
        must_fit(motion, rules.members)
        came = outcome(motion, rules.majority, rules.size)
        _must_be_quorate(quorum, came)
        known = {"majority": rules.majority, "members": rules.size, "quorum": quorum, "reply_by": None}
        facts = DecisionFacts.of(motion, gathering=command.gathering, **vars(place), **known)
        decision = cls(id=command.id, facts=facts, state=DecisionState(came), decided_at=command.at)
        return decision, EVENTS[came].of(decision, decision=decision.id)

    @classmethod
    def circulated(
        cls, command: CirculateDecision, place: Place, asked: list[Delegate], rules: Rules = NO_RULES
    ) -> tuple[Self, DecisionCirculated]:
        """Ask these for their silence. Raises Invalid, and Conflict ("nobody-to-ask")."""
        must_be_circulable(command)
        if not asked:
            raise Conflict("No delegate is known whose silence could be asked for.", code="nobody-to-ask")
        known = {"majority": None, "quorum": None, "members": rules.size, "reply_by": command.reply_by}
        facts = DecisionFacts.of(command.facts, gathering=command.gathering, **vars(place), **known)
        state = DecisionState.CIRCULATED
        decision = cls(id=command.id, facts=facts, state=state, decided_at=command.at, asked=asked)
        return decision, DecisionCirculated.of(decision, decision=decision.id)

    def object(self, command: ObjectToDecision) -> list[DecisionObjected | DecisionDeferred]:
        """Somebody does not keep silent: it is left for later. Nothing if they said so already.

        Raises Conflict ("withdrawn", "silence-over"), NotFound for whom nobody asked.
        """
        delegate = next((each for each in self.asked if each.person == command.person), None)
        if delegate is None:
            raise NotFound("This was not asked of you.")
        if any(each.person == command.person for each in self.objections):
            return []
        self._must_stand()
        must_be_in_time(self.facts.reply_by if self.takes_objections else None, command.at)
        objection = Objection(command.at, command.person, delegate.member, command.words)
        self.objections = [*self.objections, objection]
        told = DecisionObjected.of(objection, decision=self.id, gathering=self.facts.gathering, objected_at=command.at)
        if self.state is DecisionState.DEFERRED:
            return [told]
        self.state, self.decided_at = DecisionState.DEFERRED, command.at
        self.silence_over_at = self.changed_at = command.at
        return [told, DecisionDeferred.of(self, decision=self.id)]

    def keep_silence(self, at: datetime) -> DecisionAdopted | None:
        """Nobody objected until its time: it is adopted at that time. None if it moved on, or has time yet."""
        if self.due is None or self.due > at:
            return None
        self.decided_at, self.state = self.due, DecisionState.ADOPTED
        self.silence_over_at = self.changed_at = at
        return DecisionAdopted.of(self, decision=self.id)

    def correct(self, command: CorrectDecision, rules: Rules = NO_RULES) -> DecisionCorrected:
        """It says something else from now on. Raises Invalid if votes and mode do not fit or nothing differs, Conflict
        ("withdrawn", "no-quorum") for one that does not stand, or would have been decided without a quorum.

        Rule and members stay those of then; of another kind of question the rule is that of `rules`.
        """
        self._must_stand()
        if self.state is DecisionState.CIRCULATED:
            raise Conflict(
                "Others were asked about these words: withdraw it, and circulate another.", code="circulated"
            )
        motion, known = counted(command.facts), self.facts
        before = Motion.of(known)
        if motion == before:
            raise Invalid.at("This is what the decision says already.", "text")
        majority = known.majority if motion.question == known.question else rules.majority
        came = self._came_to(motion, majority)
        self.earlier.append(Earlier.of(before, corrected_at=command.at, reason=command.reason, state=self.state))
        self.facts = known.model_copy(update={**vars(motion), "majority": majority})
        self.state, self.changed_at = DecisionState(came), command.at
        return DecisionCorrected.of(self, decision=self.id, outcome=came, corrected_at=command.at)

    def _came_to(self, motion: Motion, majority: Majority | None) -> Outcome:
        """Said rightly, it came to this; silence comes to what it came to. Raises Invalid, Conflict ("no-quorum")."""
        known = self.facts
        if known.reply_by and motion.adoption == "silence_procedure":
            must_be_silent(motion)
            return "adopted" if self.state is DecisionState.ADOPTED else "deferred"
        must_fit(motion, [each.member for each in known.ballots] or None)
        came = outcome(motion, majority, known.members)
        _must_be_quorate(known.quorum, came)
        return came

    def reserve(self, command: ReserveDecision) -> DecisionReserved | None:
        """A member agreed with a reservation; None if it is recorded. Raises Conflict ("not-adopted") of anything else."""
        if any(each.id == command.id for each in self.reservations):
            return None
        if self.state is not DecisionState.ADOPTED:
            raise Conflict("A reservation is made about what was adopted.", code="not-adopted")
        facts = command.facts
        made = Reservation(command.id, command.at, facts.member, command.words, command.said_in, facts.person)
        self.reservations = [*self.reservations, made]
        told = {"reservation": made.id, "reserved_at": made.at}
        return DecisionReserved.of(made, decision=self.id, gathering=self.facts.gathering, **told)

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
        there = f"{quorum.present} of {quorum.members} members present, quorum {quorum.required}"
        raise Conflict(f"No quorum ({there}): {quorum.missing} missing. It can be deferred.", code="no-quorum")
