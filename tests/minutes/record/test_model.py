"""The record alone: no store, no clock."""

from datetime import datetime

from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from services.minutes.record.model import Minutes, State
from shared.contracts import Event
from shared.errors import Conflict
from tests.minutes.facts import minute
from tests.world.facts import GATHERING


class AnyOrder(RuleBasedStateMachine):
    """Whatever is asked of minutes in whatever order: they never go back, and nothing is said that is not so."""

    def __init__(self) -> None:
        super().__init__()
        self.minutes, event = Minutes.drawn_up(GATHERING)
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
    minutes, _ = Minutes.drawn_up(GATHERING)
    minutes.close(minute(1))
    minutes.approve(minute(2))
    assert minutes.state is State.APPROVED
