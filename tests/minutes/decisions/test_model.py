"""A decision alone: no store, no clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.decisions.commands import CorrectDecision, RecordDecision, WithdrawDecision
from services.minutes.decisions.model import Decision, DecisionState
from shared.contracts.decisions import Motion, Place, QuorumCount, Votes
from shared.errors import Conflict, Invalid
from tests.minutes.facts import decide, minute
from tests.world.facts import GATHERING, known

QUORATE = QuorumCount(members=5, required=3, present=3)


@pytest.mark.parametrize("adoption", ["consensus", "acclamation"])
def test_what_nobody_opposes_is_adopted_without_votes(adoption: str) -> None:
    decision, event = Decision.taken(decide("a", adoption), Place(number=1), QUORATE)  # type: ignore[arg-type]
    assert decision.state is DecisionState.ADOPTED
    assert event.type == "decision.adopted.v1"
    assert decision.claims == (f"{GATHERING}/decision/1",)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_vote_adopts_with_more_in_favour_than_against(yes: int, no: int, abstaining: int) -> None:
    decision, event = Decision.taken(decide("a", "show_of_hands", Votes(yes, no, abstaining)), Place(number=1), None)
    assert (decision.state is DecisionState.ADOPTED) == (yes > no)
    assert event.type == ("decision.adopted.v1" if yes > no else "decision.rejected.v1")


@pytest.mark.parametrize(
    "wrong",
    [
        decide("a", "show_of_hands"),
        decide("a", "recorded_vote"),
        decide("a", "consensus", Votes(1, 0)),
        decide("a", "acclamation", Votes(1, 0)),
        decide("a", "show_of_hands", Votes(-1, 0)),
    ],
)
def test_votes_are_given_where_and_only_where_the_mode_counts_them(wrong: RecordDecision) -> None:
    with pytest.raises(Invalid):
        Decision.taken(wrong, Place(number=1), None)


@pytest.mark.parametrize("adoption", ["consensus", "show_of_hands"])
def test_nothing_is_decided_without_a_quorum(adoption: str) -> None:
    votes = Votes(2, 0) if adoption == "show_of_hands" else None
    with pytest.raises(Conflict) as refused:
        Decision.taken(decide("a", adoption, votes), Place(number=1), QuorumCount(members=5, required=3, present=2))  # type: ignore[arg-type]
    assert refused.value.slug == "no-quorum"


def correction(decision: Decision, votes: Votes | None) -> CorrectDecision:
    return CorrectDecision(
        id=known("correction"),
        at=minute(90),
        decision=decision.id,
        facts=Motion(text=decision.facts.text, adoption=decision.facts.adoption, votes=votes),
        reason="The votes were counted again.",
    )


def test_a_correction_says_what_is_so_and_keeps_what_was_said_before() -> None:
    decision, _ = Decision.taken(decide("a", "show_of_hands", Votes(3, 2)), Place(number=1), QUORATE)
    event = decision.correct(correction(decision, Votes(2, 3)))
    assert (decision.state, event.outcome, event.votes) == (DecisionState.REJECTED, "rejected", Votes(2, 3))
    [before] = decision.earlier
    assert (before.state, before.votes, before.reason) == (
        DecisionState.ADOPTED,
        Votes(3, 2),
        "The votes were counted again.",
    )
    assert decision.facts.quorum == QUORATE, "a vote is not held again by writing it down rightly"


def test_a_correction_that_corrects_nothing_is_refused() -> None:
    decision, _ = Decision.taken(decide("a", "show_of_hands", Votes(3, 2)), Place(number=1), None)
    with pytest.raises(Invalid):
        decision.correct(correction(decision, Votes(3, 2)))
    with pytest.raises(Invalid):
        decision.correct(correction(decision, None))
    assert decision.earlier == []


def test_what_is_withdrawn_keeps_its_number_and_text_and_is_not_corrected() -> None:
    decision, _ = Decision.taken(decide("a"), Place(number=1), None)
    text = decision.facts.text
    withdrawal = WithdrawDecision(id=known("w"), at=minute(91), decision=decision.id, reason="It was not ours to take.")
    event = decision.withdraw(withdrawal)
    assert (decision.state, decision.facts.text, event.number) == (DecisionState.WITHDRAWN, text, 1)
    for step in (lambda: decision.withdraw(withdrawal), lambda: decision.correct(correction(decision, Votes(1, 0)))):
        with pytest.raises(Conflict) as refused:
            step()
        assert refused.value.slug == "withdrawn"
