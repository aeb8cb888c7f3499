"""The model of the minutes alone: no store, no clock."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from services.minutes.model import Attendance, Body, Decision, Minutes, Person, RecordDecision
from services.minutes.model.decision import State as Outcome
from services.minutes.model.minutes import State
from services.minutes.model.mirrors import Presence
from services.minutes.model.quorum import count
from shared.contracts import Event
from shared.contracts.bodies import Quorum
from shared.contracts.decisions import QuorumCount, Votes
from shared.contracts.registrations import RegistrationCancelled, RegistrationPromoted, RegistrationWaitlisted
from shared.errors import Conflict, Invalid
from tests.minutes import facts
from tests.minutes.facts import decide, minute

QUORATE = QuorumCount(members=5, required=3, present=3)


class AnyOrder(RuleBasedStateMachine):
    """Whatever is asked of minutes in whatever order: they never go back, and nothing is said that is not so."""

    def __init__(self) -> None:
        super().__init__()
        self.minutes, event = Minutes.drawn_up(facts.GATHERING)
        self.said: list[Event] = [event]
        self.clock = 0

    def _ask(self, what: str) -> None:
        self.clock += 1
        before = (self.minutes.state, self.minutes.running)
        at: datetime = minute(self.clock)
        try:
            self.said.append(getattr(self.minutes, what)(at))
        except Conflict:
            assert (self.minutes.state, self.minutes.running) == before, "a refusal changes nothing"

    @rule()
    def open(self) -> None:
        self._ask("open")

    @rule()
    def close(self) -> None:
        self._ask("close")

    @rule()
    def approve(self) -> None:
        self._ask("approve")

    @rule()
    def publish(self) -> None:
        self._ask("publish")

    @invariant()
    def each_step_is_taken_once_and_in_order(self) -> None:
        kinds = [type(event).__name__ for event in self.said]
        order = ["MinutesDrawnUp", "MinutesOpened", "MinutesClosed", "MinutesApproved", "MinutesPublished"]
        assert kinds == [name for name in order if name in kinds]

    @invariant()
    def the_state_is_what_was_said(self) -> None:
        kinds = [type(event).__name__ for event in self.said]
        assert (self.minutes.state is State.PUBLISHED) == ("MinutesPublished" in kinds)
        assert self.minutes.running == ("MinutesOpened" in kinds and "MinutesClosed" not in kinds)
        assert self.minutes.state is State.DRAFT or not self.minutes.running


TestAnyOrder = AnyOrder.TestCase


def test_minutes_of_a_gathering_that_adjourned_without_convening_can_be_approved() -> None:
    minutes, _ = Minutes.drawn_up(facts.GATHERING)
    minutes.close(minute(1))
    minutes.approve(minute(2))
    assert minutes.state is State.APPROVED


@pytest.mark.parametrize("adoption", ["consensus", "acclamation"])
def test_what_nobody_opposes_is_adopted_without_votes(adoption: str) -> None:
    decision, event = Decision.taken(decide("a", adoption), 1, QUORATE)  # type: ignore[arg-type]
    assert decision.state is Outcome.ADOPTED
    assert event.type == "decision.adopted.v1"
    assert decision.claims == (f"{facts.GATHERING}/decision/1",)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_vote_adopts_with_more_in_favour_than_against(yes: int, no: int, abstaining: int) -> None:
    decision, event = Decision.taken(decide("a", "show_of_hands", Votes(yes, no, abstaining)), 1, None)
    assert (decision.state is Outcome.ADOPTED) == (yes > no)
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


def test_a_body_without_a_rule_has_no_quorum() -> None:
    body = Body(facts.BODY)
    body.hear(facts.formed(3, None))
    assert count(body, {facts.organization(0)}) is None


@given(st.integers(0, 40), st.sets(st.integers(0, 60)))
def test_only_members_count_for_the_quorum(members: int, inside: set[int]) -> None:
    body = Body(facts.BODY)
    body.hear(facts.formed(members, Quorum(rule="at_least", numerator=2, denominator=3)))
    counted = count(body, {facts.organization(n) for n in inside})
    assert counted == QuorumCount(members, max(1, -(-members * 2 // 3)), len([n for n in inside if n < members]))


def test_whoever_was_inside_stays_on_the_record() -> None:
    attendance = Attendance(facts.registration(1))
    for event in (facts.confirmed(1, 0), facts.entered(1, 0), facts.said(RegistrationCancelled, 1, 0)):
        attendance.hear(event)
    assert attendance.state is Presence.LEFT
    assert [passage.way for passage in attendance.passages] == ["in"]


def test_who_waits_or_cancelled_is_not_expected() -> None:
    attendance = Attendance(facts.registration(1))
    states = []
    for event in (
        facts.said(RegistrationWaitlisted, 1, 0, rank=4),
        facts.said(RegistrationPromoted, 1, 0, seat=1, ticket=4),
        facts.said(RegistrationCancelled, 1, 0),
    ):
        attendance.hear(event)
        states.append(attendance.state)
    assert states == [None, Presence.EXPECTED, None]


def test_the_tombstone_leaves_only_the_id() -> None:
    person = Person(facts.known("person 1"))
    person.hear(facts.recorded(1))
    assert person.name == "Robin Example 1"
    person.hear(None)
    assert person == Person(facts.known("person 1"))
