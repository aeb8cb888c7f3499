"""A decision alone: no store, no clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.decisions.model import Decision, RecordDecision, State
from shared.contracts.decisions import QuorumCount, Votes
from shared.errors import Conflict, Invalid
from tests.minutes.facts import decide
from tests.world.facts import GATHERING

QUORATE = QuorumCount(members=5, required=3, present=3)


@pytest.mark.parametrize("adoption", ["consensus", "acclamation"])
def test_what_nobody_opposes_is_adopted_without_votes(adoption: str) -> None:
    decision, event = Decision.taken(decide("a", adoption), 1, QUORATE)  # type: ignore[arg-type]
    assert decision.state is State.ADOPTED
    assert event.type == "decision.adopted.v1"
    assert decision.claims == (f"{GATHERING}/decision/1",)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_vote_adopts_with_more_in_favour_than_against(yes: int, no: int, abstaining: int) -> None:
    decision, event = Decision.taken(decide("a", "show_of_hands", Votes(yes, no, abstaining)), 1, None)
    assert (decision.state is State.ADOPTED) == (yes > no)
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
        Decision.taken(wrong, 1, None)


@pytest.mark.parametrize("adoption", ["consensus", "show_of_hands"])
def test_nothing_is_decided_without_a_quorum(adoption: str) -> None:
    votes = Votes(2, 0) if adoption == "show_of_hands" else None
    with pytest.raises(Conflict) as refused:
        Decision.taken(decide("a", adoption, votes), 1, QuorumCount(members=5, required=3, present=2))  # type: ignore[arg-type]
    assert refused.value.slug == "no-quorum"
