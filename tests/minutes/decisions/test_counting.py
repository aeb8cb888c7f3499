"""What a vote comes to: by the body's rule for such a question, or as the chair declared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.decisions.counting import Rules, counted, must_fit, outcome
from services.minutes.decisions.model import Decision
from shared.contracts.bodies import Majority
from shared.contracts.decisions import Adoption, Ballot, Motion, Outcome, Place, QuorumCount, Voted, Votes
from shared.errors import Conflict, Invalid
from tests.minutes.facts import decide
from tests.world.facts import known

MEMBERS = tuple(known(f"member {n}") for n in range(4))
COUNTS = st.builds(Votes, st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
ALL: tuple[Voted, ...] = ("in_favour", "against", "abstaining", "not_voting", "absent")


def motion(adoption: Adoption = "show_of_hands", **more: object) -> Motion:
    return Motion.model_validate({"text": {"en": "Let it be."}, "adoption": adoption, **more})


def came(votes: Votes, majority: Majority, members: int = 0) -> str:
    return outcome(motion(votes=votes), majority, members)


@given(COUNTS, st.integers(0, 50))
def test_each_majority_is_what_its_name_says(votes: Votes, others: int) -> None:
    yes, no, abstaining = votes.in_favour, votes.against, votes.abstaining
    members = yes + no + abstaining + others
    for rule, adopts in (
        (Majority("simple"), yes > no),
        (Majority("simple", True), yes > no + abstaining),
        (Majority("two_thirds"), yes > 0 and yes >= 2 * no),
        (Majority("two_thirds", True), yes > 0 and yes >= 2 * (no + abstaining)),
        (Majority("three_quarters"), yes > 0 and yes >= 3 * no),
        (Majority("absolute"), 2 * yes > members),
    ):
        assert (came(votes, rule, members) == "adopted") == adopts, rule


@given(COUNTS, st.sampled_from(["simple", "two_thirds", "three_quarters", "absolute"]), st.booleans())
def test_one_more_in_favour_never_harms(votes: Votes, kind: str, abstentions: bool) -> None:
    rule = Majority(kind, abstentions)  # type: ignore[arg-type]
    more = Votes(votes.in_favour + 1, votes.against, votes.abstaining)
    assert came(votes, rule, 90) == "rejected" or came(more, rule, 90) == "adopted"


@given(st.lists(st.sampled_from(ALL), min_size=4, max_size=4))
def test_the_totals_follow_from_the_votes_by_name(cast: list[Voted]) -> None:
    named = motion("roll_call", ballots=[Ballot(id, vote) for id, vote in zip(MEMBERS, cast, strict=True)])
    told = counted(named)
    assert told.votes == Votes(cast.count("in_favour"), cast.count("against"), cast.count("abstaining"))
    must_fit(told, MEMBERS)
    with pytest.raises(Invalid):
        counted(named.model_copy(update={"votes": Votes(9, 0)}))


@pytest.mark.parametrize(
    "wrong",
    [
        motion("roll_call"),
        motion("roll_call", votes=Votes(1, 0)),
        motion("roll_call", ballots=[Ballot(MEMBERS[0], "against")] * 2),
        motion("roll_call", ballots=[Ballot(id, "absent") for id in MEMBERS[:3]]),
        motion("roll_call", ballots=[Ballot(id, "absent") for id in (*MEMBERS, known("stranger"))]),
        motion("secret_ballot", ballots=[Ballot(id, "against") for id in MEMBERS]),
        motion("secret_ballot"),
        motion("consensus", ballots=[Ballot(id, "against") for id in MEMBERS]),
        motion("silence_procedure"),
    ],
)
def test_names_are_told_where_the_mode_records_them_of_each_member_once(wrong: Motion) -> None:
    with pytest.raises(Invalid):
        must_fit(counted(wrong), MEMBERS)


@pytest.mark.parametrize(("declared", "said"), [("adopted", "adopted"), ("rejected", "rejected"), (None, "rejected")])
def test_without_a_rule_the_chair_says_what_a_vote_came_to(declared: Outcome | None, said: Outcome) -> None:
    assert outcome(motion(votes=Votes(2, 2), declared=declared), None, None) == said


def test_where_the_body_has_a_rule_the_chair_does_not_say_otherwise() -> None:
    for votes, right, other in ((Votes(3, 2), "adopted", "rejected"), (Votes(2, 3), "rejected", "adopted")):
        assert outcome(motion(votes=votes, declared=right), Majority(), 5) == right
        for odd in (other, "deferred"):
            with pytest.raises(Invalid):
                outcome(motion(votes=votes, declared=odd), Majority(), 5)


def test_without_a_quorum_a_motion_can_only_be_left_for_later() -> None:
    few, place = QuorumCount(members=5, required=3, present=2), Place(number=1)
    asked = decide("a")
    with pytest.raises(Conflict):
        Decision.taken(asked, place, few)
    later = asked.facts.model_copy(update={"declared": "deferred"})
    decision, event = Decision.taken(
        type(asked)(id=asked.id, at=asked.at, gathering=asked.gathering, facts=later), place, few
    )
    assert (decision.state, event.type) == ("deferred", "decision.deferred.v1")


def test_the_rule_of_the_body_is_kept_with_the_decision() -> None:
    asked = decide("a", "show_of_hands", Votes(3, 2))
    decision, event = Decision.taken(asked, Place(number=1), None, Rules(Majority("two_thirds"), MEMBERS))
    assert (decision.state, event.type) == ("rejected", "decision.rejected.v1")
    assert (decision.facts.majority, decision.facts.members) == (Majority("two_thirds"), 4)
