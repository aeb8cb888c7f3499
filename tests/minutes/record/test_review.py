"""The review alone: no store, no clock."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from services.minutes.record.model import MOST_APPROVERS, Approval, Minutes, State
from services.minutes.record.review import ask_again
from shared.contracts import Event, Record
from shared.contracts.minutes import MinutesApprovalGiven, MinutesApproved, MinutesCirculated
from shared.contracts.statements import StatementRecorded
from shared.errors import Conflict, Invalid
from shared.flow import Read
from shared.store import Stored
from tests.minutes.facts import minute
from tests.minutes.house import House
from tests.world.facts import GATHERING, known

PEOPLE = [known(f"approver {n}") for n in range(3)]


class AnyOrder(RuleBasedStateMachine):
    """Whatever is asked in whatever order: it is approved by all who were named, of what it says now, or by its keeper."""

    def __init__(self) -> None:
        super().__init__()
        self.minutes, _ = Minutes.drawn_up(GATHERING)
        self.minutes.close(minute(0))
        self.said: list[Event] = []
        self.clock = 1
        self.given: set[UUID] = set()

    @rule(named=st.sets(st.sampled_from(PEOPLE)), days=st.integers(-1, 2))
    def circulate(self, named: set[UUID], days: int) -> None:
        self.clock += 1
        try:
            event = self.minutes.circulate(minute(self.clock), minute(self.clock) + timedelta(days=days), sorted(named))
        except (Conflict, Invalid):
            return
        if event:
            self.said.append(event)
            self.given = set()

    @rule(person=st.sampled_from(PEOPLE))
    def give(self, person: UUID) -> None:
        self.clock += 1
        try:
            events = self.minutes.give(Approval(person, minute(self.clock), "0" * 64))
        except Conflict:
            return
        self.said += events
        self.given.add(person)

    @rule()
    def approve(self) -> None:
        self.clock += 1
        try:
            self.said.append(self.minutes.approve(minute(self.clock)))
        except Conflict:
            return

    @rule(before=st.booleans())
    def change(self, before: bool) -> None:
        self.clock += 1
        event = self.minutes.changed(minute(0) if before else minute(self.clock))
        if before:
            assert event is None, "what was changed before they approved is in what they approved"
        if event:
            assert set(event.changed) <= self.given
            self.said.append(event)
            self.given = set()

    @rule()
    def publish(self) -> None:
        self.clock += 1
        try:
            self.minutes.publish(minute(self.clock))
        except Conflict:
            assert self.minutes.state is not State.APPROVED

    @invariant()
    def it_is_approved_by_all_who_were_named(self) -> None:
        assert {each.person for each in self.minutes.approvals} == self.given
        if self.minutes.state in {State.APPROVED, State.PUBLISHED}:
            assert self.given == set(self.minutes.approvers)
            assert isinstance(self.said[-1], MinutesApproved)

    @invariant()
    def the_state_is_what_was_said_last(self) -> None:
        last = [each for each in self.said if not isinstance(each, MinutesApprovalGiven)][-1:]
        in_review = bool(last) and isinstance(last[0], MinutesCirculated)
        assert (self.minutes.state is State.IN_REVIEW) == in_review
        rounds = [each.round for each in self.said if isinstance(each, MinutesCirculated)]
        assert rounds == list(range(1, self.minutes.rounds + 1))


TestAnyOrder = AnyOrder.TestCase


def circulated() -> Minutes:
    minutes, _ = Minutes.drawn_up(GATHERING)
    minutes.close(minute(1))
    minutes.circulate(minute(2), minute(60), PEOPLE[:2])
    return minutes


def test_a_draft_is_circulated_once_the_gathering_is_over_and_for_some_time() -> None:
    minutes, _ = Minutes.drawn_up(GATHERING)
    with pytest.raises(Conflict, match="adjourned"):
        minutes.circulate(minute(2), minute(60))
    minutes.close(minute(1))
    with pytest.raises(Invalid):
        minutes.circulate(minute(60), minute(60))
    with pytest.raises(Invalid):
        minutes.circulate(minute(2), minute(60), [known(f"{n}") for n in range(MOST_APPROVERS + 1)])


def test_asked_the_same_again_nothing_is_done_and_another_time_is_another_round() -> None:
    minutes = circulated()
    assert minutes.circulate(minute(3), minute(60), PEOPLE[:2]) is None
    again = minutes.circulate(minute(4), minute(90), PEOPLE[:2])
    assert again is not None
    assert (again.round, minutes.comments_until) == (2, minute(90))


def test_comments_are_taken_in_review_and_until_their_time_alone() -> None:
    minutes = circulated()
    minutes.must_take_comments(minute(59))
    with pytest.raises(Conflict, match="over"):
        minutes.must_take_comments(minute(60))
    draft, _ = Minutes.drawn_up(GATHERING)
    with pytest.raises(Conflict, match="over"):
        draft.must_take_comments(minute(1))


@pytest.mark.parametrize(("causation", "falls"), [("", False), (str(known("paragraph")), True)])
async def test_what_follows_of_something_earlier_came_into_the_record_later(
    here: House, causation: str, falls: bool
) -> None:
    """A consequence is dated as its cause: whether the approver saw it, its time does not say, and they are asked once more."""
    minutes = circulated()
    minutes.give(Approval(PEOPLE[0], minute(5), "0" * 64))
    event = StatementRecorded(statement=known("s"), gathering=GATHERING, manner="summary", said_in="en", turn="b")
    said = Record(
        id=known("e"),
        at=minute(4),
        type=event.type,
        topic=event.topic.name,
        key=known("s"),
        sequence=1,
        event=event,
        causation=causation,
    )
    await here.store.commit([Stored(minutes)])
    changes = list(await ask_again(said, Read(here.store)))
    assert [change.entity.approvals for change in changes] == ([[]] if falls else [])


def test_what_is_published_is_neither_circulated_nor_does_it_fall() -> None:
    minutes = circulated()
    for person in PEOPLE[:2]:
        minutes.give(Approval(person, minute(5), "0" * 64))
    minutes.publish(minute(6))
    assert minutes.changed(minute(7)) is None
    with pytest.raises(Conflict, match="published"):
        minutes.circulate(minute(8), minute(90))
