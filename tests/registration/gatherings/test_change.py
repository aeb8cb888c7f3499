"""A gathering is changed, put off, postponed, announced again, cancelled: what is said of each, and what nobody may do then."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.registration.gatherings import handlers
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import CHANGEABLE, GatheringState
from services.registration.registrations.model import RegistrationState
from shared.contracts.gatherings import CapacityChanged, GatheringChanged, GatheringPostponed
from shared.errors import Conflict, Invalid
from tests.registration.facts import WHY, call_off, change, draft, postpone
from tests.registration.house import FORM, come, gathering, house, opened, registrations, site, waiting
from tests.world.facts import EVENING, GATHERING, MORNING, VENUE
from tests.world.service import hearing

State = GatheringState
HALL = {"en": "Delta House"}
LATER: dict[str, Any] = {"starts_at": MORNING + timedelta(days=30), "ends_at": EVENING + timedelta(days=30)}


def at(state: State) -> Gathering:
    made, _ = Gathering.draft(draft())
    made.state = state
    return made


def test_what_is_material_says_what_it_was() -> None:
    made = at(State.OPEN)
    [event] = made.change(change(venue=HALL, mode="hybrid", starts_at=MORNING + timedelta(hours=1)))
    assert isinstance(event, GatheringChanged)
    assert (event.material, event.venue, event.was_venue, event.was_mode) == (True, HALL, VENUE, "in_person")
    assert (event.was_starts_at, event.was_ends_at) == (MORNING, None)
    assert (made.venue, made.state) == (HALL, State.OPEN)


def test_a_title_is_not_material_and_the_same_once_more_is_no_change() -> None:
    made = at(State.OPEN)
    [event] = made.change(change(title={"en": "River Basins"}))
    assert isinstance(event, GatheringChanged)
    assert (event.material, event.was_venue, event.was_starts_at) == (False, None, None)
    assert made.change(change(title={"en": "River Basins"})) == []


def test_other_seats_are_told_as_other_seats() -> None:
    made = at(State.OPEN)
    assert made.change(change({"delegate": 5})) == [CapacityChanged(gathering=GATHERING, capacity={"delegate": 5})]
    both = made.change(change({"delegate": 5, "press": 1}, venue=HALL))
    assert [type(each) for each in both] == [CapacityChanged, GatheringChanged]
    with pytest.raises(Invalid, match="press"):
        made.change(change({"delegate": 5}))


@pytest.mark.parametrize("state", [state for state in State if state not in CHANGEABLE])
def test_what_has_begun_or_is_over_is_not_changed(state: State) -> None:
    with pytest.raises(Conflict) as refused:
        at(state).change(change(venue=HALL))
    assert refused.value.slug == "not-changeable"


@pytest.mark.parametrize("wrong", [{"ends_at": MORNING}, {"time_zone": "Atlantis"}, {"admission": {"press": "open"}}])
def test_a_change_that_makes_no_sense_changes_nothing(wrong: dict[str, Any]) -> None:
    made = at(State.OPEN)
    with pytest.raises(Invalid):
        made.change(change(venue=HALL, **wrong))
    assert made.venue == VENUE


def test_another_date_leaves_it_as_it_is_and_no_date_postpones_it() -> None:
    made = at(State.OPEN)
    event = made.reschedule(WHY, **LATER)
    assert (made.state, event.was_starts_at, event.starts_at) == (State.OPEN, MORNING, LATER["starts_at"])
    with pytest.raises(Invalid):
        made.reschedule(WHY, **LATER)
    assert made.postpone(WHY) == GatheringPostponed(gathering=GATHERING, reason=WHY)
    assert (made.state, made.reason) == (State.POSTPONED, WHY)
    with pytest.raises(Conflict):
        made.reschedule(WHY, **LATER)
    made.change(change(**LATER))
    assert made.announce().again
    assert (made.state, made.reason) == (State.ANNOUNCED, {})


@pytest.mark.parametrize("state", [State.POSTPONED, State.CANCELLED])
def test_nothing_goes_on_where_it_does_not_take_place(state: State) -> None:
    made = at(state)
    for step in (lambda: made.must_admit("delegate", MORNING), lambda: made.must_seat("delegate"), made.open):
        with pytest.raises(Conflict):
            step()
    with pytest.raises(Conflict, match="door"):
        made.must_be_its_day(MORNING)


async def test_seats_that_a_change_adds_go_to_those_who_wait(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(3), delegate=2)
        for n in range(3):
            await come(service, n)
        assert len(waiting(await registrations(service))) == 1
        async with hearing(service):
            await service.run(handlers.change_gathering, change({"delegate": 3}))
        assert waiting(await registrations(service)) == []


async def test_who_holds_a_seat_keeps_it_on_record_and_nobody_else_gets_one(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(2), delegate=2)
        await come(service, 0)
        await service.run(handlers.cancel_gathering, call_off())
        with pytest.raises(Conflict):
            await come(service, 1)
        assert [each.state for each in await registrations(service)] == [RegistrationState.CONFIRMED]
        assert (await gathering(service)).state is State.CANCELLED


async def test_a_new_date_is_both_times(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, (), delegate=2)
        with pytest.raises(Invalid):
            await service.run(handlers.postpone_gathering, postpone(starts_at=LATER["starts_at"]))
        await service.run(handlers.postpone_gathering, postpone(**LATER))
        assert (await gathering(service)).starts_at == LATER["starts_at"]


async def test_it_is_changed_postponed_announced_again_and_cancelled_by_http(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering("announce", "open")
        assert (await secretary.put(path, json=FORM)).status_code == 428
        seen = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        assert (await anybody.put(path, json=FORM, headers=seen)).status_code == 401
        put = await secretary.put(path, json=FORM | {"venue": HALL}, headers=seen)
        assert (put.status_code, put.json()["venue"], put.json()["state"]) == (200, HALL, "open")
        assert (await secretary.put(path, json=FORM, headers=seen)).status_code == 412
        for step, form, state in (
            ("postpone", {"reason": WHY}, "postponed"),
            ("announce", None, "announced"),
            (
                "postpone",
                {"reason": WHY, "starts_at": "2030-04-21T09:00:00Z", "ends_at": "2030-04-22T09:00:00Z"},
                "announced",
            ),
            ("cancel", {"reason": WHY}, "cancelled"),
        ):
            seen = {"If-Match": (await secretary.get(path)).headers["ETag"]}
            done = await secretary.post(f"{path}/{step}", json=form, headers=seen)
            assert (done.status_code, done.json()["state"]) == (200, state)
        shown = (await anybody.get(path)).json()
        assert (shown["reason"], shown["starts_at"]) == (WHY, "2030-04-21T09:00:00Z")
        seen = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        again = await secretary.post(f"{path}/postpone", json={"reason": WHY}, headers=seen)
        assert (again.status_code, again.json()["code"]) == (409, "wrong-state")
