"""An edition was held when its conference was, whatever the secretariat had noted of it; and what was said can be put right."""

from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from services.registration.editions.commands import HoldEdition
from services.registration.editions.model import EditionState
from shared.contracts.editions import EditionHeld, EditionPlanned
from shared.contracts.people import Calendar
from shared.errors import Conflict, Invalid
from shared.periods import day_in
from tests.registration.editions.facts import correct, edition, hold, lapse, on
from tests.registration.editions.test_pages import FLOOD, changed, series
from tests.registration.editions.test_pages import edition as planned
from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import site
from tests.world.service import hearing
from tests.world.site import changed as stepped

State = EditionState


def test_what_lapsed_was_planned_again_for_the_day_of_its_conference() -> None:
    it = edition("1399")
    lapse(it)
    command = HoldEdition(**on("2026-11-03"), edition=it.id, held_in="1405-08-12")
    again, held = it.follow(command)
    assert (type(again), type(held), it.planned_for, it.held_in) == (
        EditionPlanned,
        EditionHeld,
        "1405-08-12",
        "1405-08-12",
    )
    with pytest.raises(Conflict):
        it.follow(command)


def test_a_day_that_has_begun_somewhere_on_earth_has_come_and_the_next_one_has_not() -> None:
    it, evening = edition("1405"), datetime(2026, 11, 2, 20, 45, tzinfo=UTC)
    for day, held in (("1405-08-13", False), ("1405-08-12", True)):
        command = HoldEdition(id=uuid4(), at=evening, edition=it.id, held_in=day)
        with nullcontext() if held else pytest.raises(Invalid):
            it.hold(command)


def test_what_was_held_is_put_right_with_a_reason_and_the_same_is_no_change() -> None:
    it = edition("1405")
    with pytest.raises(Conflict):
        correct(it, "1405-02")
    hold(it, "1405-03")
    assert correct(it, "1405-03") is None
    event = correct(it, "1405-02")
    assert isinstance(event, EditionHeld)
    assert (event.held_in, event.grounds, it.moves[-1].reason) == ("1405-02", event.grounds, event.grounds)
    with pytest.raises(Invalid):
        correct(it, "1409")


@pytest.mark.parametrize(
    ("calendar", "day", "written"),
    [
        ("gregorian", date(2026, 11, 3), "2026-11-03"),
        ("solar_hijri", date(2026, 11, 3), "1405-08-12"),
        ("islamic", date(2027, 2, 22), "1448-09-15"),
        ("islamic", date(2090, 1, 1), ""),
    ],
)
def test_a_day_is_written_in_the_calendar_of_the_mandate(calendar: Calendar, day: date, written: str) -> None:
    assert day_in(calendar, day) == written


async def test_the_conference_of_an_edition_is_over_and_so_was_it_held(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        of = await series(secretary)
        first, second, third = [
            await planned(secretary, of, n, due) for n, due in ((1, "1399"), (2, "1403"), (3, "1407"))
        ]
        await changed(secretary, second, "postpone", FLOOD)
        kinds = {first: "conference", second: "conference", third: "meeting"}
        async with hearing(here.service):
            for one, kind in kinds.items():
                path = await here.gathering("announce", edition=one.rpartition("/")[2], gathering_kind=kind)
                for step in ("convene", "adjourn", "hold"):
                    await stepped(secretary, path, step)
        there = [(await secretary.get(f"/v1{one}")).json() for one in (first, second, third)]
        assert [each["state"] for each in there] == ["held", "held", "planned"]
        day = there[0]["held_in"]
        assert (day[:2], len(day)) == ("14", 10)
        assert [each["state"] for each in there[1]["moves"]] == ["planned", "postponed", "planned", "held"]
        typed = {"correct_held_in": "1399-02", "correct_reason_en": "It was noted late."}
        wrong = await send(secretary, f"{first}/correct", await form_of(secretary, first), correct_held_in="1399-02")
        assert (wrong.status_code, 'href="#correct_reason_en"' in wrong.text) == (422, True)
        done = await send(secretary, f"{first}/correct", await form_of(secretary, first), **typed)
        assert done.status_code == 303, done.text
        page = (await secretary.get(first)).text
        assert "It was noted late." in page
        assert (await secretary.get(f"/v1{first}")).json()["held_in"] == "1399-02"
