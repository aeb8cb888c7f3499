"""A gathering's states, and what its capacity remembers."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from shared.contracts.gatherings import (
    CapacityChanged,
    GatheringAdjourned,
    GatheringAnnounced,
    GatheringClosed,
    GatheringConvened,
    GatheringDrafted,
    GatheringHeld,
    GatheringOpened,
)
from shared.errors import Conflict, Invalid, NotFound
from tests.registration.facts import draft
from tests.world.facts import EVENING, GATHERING, MORNING

State = GatheringState
Step = Callable[[Gathering], Any]
STEPS: dict[State, Step] = {
    State.ANNOUNCED: lambda g: g.announce(),
    State.OPEN: lambda g: g.open(),
    State.CLOSED: lambda g: g.close(),
    State.IN_SESSION: lambda g: g.convene(MORNING),
    State.ADJOURNED: lambda g: g.adjourn(EVENING),
    State.HELD: lambda g: g.hold(),
}
ALLOWED = {
    State.ANNOUNCED: {State.DRAFT, State.POSTPONED},
    State.OPEN: {State.ANNOUNCED, State.CLOSED},
    State.CLOSED: {State.OPEN},
    State.IN_SESSION: {State.ANNOUNCED, State.OPEN, State.CLOSED},
    State.ADJOURNED: {State.IN_SESSION},
    State.HELD: {State.ADJOURNED},
    State.POSTPONED: {State.ANNOUNCED, State.OPEN, State.CLOSED},
    State.CANCELLED: {State.ANNOUNCED, State.OPEN, State.CLOSED, State.POSTPONED},
}


def drafted(capacity: dict[str, int] | None = None) -> Gathering:
    return Gathering.draft(draft(capacity))[0]


def at(state: State) -> Gathering:
    gathering = drafted()
    gathering.state = state
    return gathering


def test_from_draft_to_held_each_step_publishes_its_event() -> None:
    gathering, event = Gathering.draft(draft({"delegate": 300}))
    events = [event, *(step(gathering) for step in STEPS.values())]
    assert [type(each) for each in events] == [
        GatheringDrafted,
        GatheringAnnounced,
        GatheringOpened,
        GatheringClosed,
        GatheringConvened,
        GatheringAdjourned,
        GatheringHeld,
    ]
    announced = events[1]
    assert (announced.gathering, announced.capacity, announced.time_zone) == (
        GATHERING,
        {"delegate": 300},
        "Asia/Tehran",
    )
    assert (gathering.convened_at, gathering.adjourned_at) == (MORNING, EVENING)


@pytest.mark.parametrize("to", STEPS)
@pytest.mark.parametrize("state", State)
def test_a_step_is_taken_only_from_where_it_begins(state: State, to: State) -> None:
    gathering = at(state)
    if state in ALLOWED[to]:
        STEPS[to](gathering)
        assert gathering.state is to
    else:
        with pytest.raises(Conflict):
            STEPS[to](gathering)
        assert gathering.state is state


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"ends_at": MORNING}, "ends_at"),
        ({"time_zone": "Asia/Atlantis"}, "time_zone"),
        ({"time_zone": "../etc/passwd"}, "time_zone"),
        ({"time_zone": "Asia"}, "time_zone"),
        ({"time_zone": ""}, "time_zone"),
        ({"capacity": {"delegate": -1}}, "capacity"),
        ({"capacity": {f"c{n}": 1 for n in range(51)}}, "capacity"),
    ],
)
def test_a_draft_that_makes_no_sense_names_its_field(other: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        Gathering.draft(draft(**other))
    assert refused.value.errors[0]["field"] == field


def test_the_smallest_capacity_only_falls() -> None:
    gathering = drafted({"delegate": 10})
    for seats, smallest in ((20, 10), (5, 5), (30, 5)):
        event = gathering.change_capacity({"delegate": seats})
        assert event == CapacityChanged(gathering=GATHERING, capacity={"delegate": seats})
        assert (gathering.capacity, gathering.smallest) == ({"delegate": seats}, {"delegate": smallest})


def test_a_new_category_begins_with_its_own_capacity() -> None:
    gathering = drafted({"delegate": 10})
    gathering.change_capacity({"delegate": 10, "press": 4})
    assert gathering.smallest == {"delegate": 10, "press": 4}


def test_a_category_is_closed_by_zero_and_never_forgotten() -> None:
    gathering = drafted({"delegate": 10, "press": 4})
    with pytest.raises(Invalid, match="press"):
        gathering.change_capacity({"delegate": 10})
    gathering.change_capacity({"delegate": 10, "press": 0})
    assert gathering.smallest["press"] == 0


@pytest.mark.parametrize("state", [State.ADJOURNED, State.HELD, State.CANCELLED])
def test_capacity_is_history_once_it_is_over(state: State) -> None:
    with pytest.raises(Conflict):
        at(state).change_capacity({"delegate": 4})


@pytest.mark.parametrize("state", [state for state in State if state not in (State.DRAFT, State.OPEN)])
def test_only_an_open_gathering_admits(state: State) -> None:
    with pytest.raises(Conflict) as refused:
        at(state).must_admit("delegate", MORNING)
    assert refused.value.slug == "not-open"


def test_a_draft_is_known_to_nobody() -> None:
    with pytest.raises(NotFound):
        at(State.DRAFT).must_admit("delegate", MORNING)


def test_an_unknown_category_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Invalid) as refused:
        at(State.OPEN).must_admit("royalty", MORNING)
    assert "delegate" in refused.value.errors[0]["detail"]


def test_the_day_is_the_venues_day() -> None:
    gathering = drafted()  # 21 March from 09:00 to 18:00 in Tehran (UTC+3:30)
    gathering.must_be_its_day(datetime(2030, 3, 20, 20, 30, tzinfo=UTC))
    gathering.must_be_its_day(datetime(2030, 3, 21, 20, 29, tzinfo=UTC))
    for wrong in (datetime(2030, 3, 20, 20, 29, tzinfo=UTC), EVENING + timedelta(hours=6)):
        with pytest.raises(Conflict) as refused:
            gathering.must_be_its_day(wrong)
        assert refused.value.slug == "wrong-day"
