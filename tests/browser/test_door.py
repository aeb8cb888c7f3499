"""Who keeps the door: invited to the role, signed in by the link in the mail, ticks names in and out."""

from collections.abc import Callable
from uuid import uuid4

from tests.browser.office import NAMES, Office
from tests.browser.visitor import EVERY, Visitor, Way


@EVERY
def test_who_keeps_the_door_ticks_names_in_and_out(way: Way, comes: Callable[[Way], Visitor], office: Office) -> None:
    gathering = office.gathering("announce", "open", guest=4)
    for name in ("Linnet Marsh", "Osier Fenwater", "مهرود سرابی"):
        office.registered(gathering, name)
    for step in ("close", "convene"):
        office.post(f"/registration/v1/gatherings/{gathering}/{step}")
    address = f"door-{uuid4().hex[:8]}@example.org"
    office.invited("Rivka Weir", address, "checkin", gathering, way.language)
    keeper = comes(way)
    keeper.goes(f"/?lang={way.language}")
    keeper.goes(office.mailed(address, "/sign-in?link="))
    keeper.presses("web.sign_in")
    keeper.follows_to(f"/registration/gatherings/{gathering}/door")
    keeper.reads(NAMES[way.language])
    for name in ("Linnet Marsh", "مهرود سرابی"):
        keeper.presses_beside(name, "door.enter")
        keeper.sees("door.is_inside")
    keeper.presses_beside("Linnet Marsh", "door.leave")
    keeper.sees("door.is_outside")
    _finds_by_the_beginning_of_a_name(keeper)
    _lets_somebody_in_who_is_not_on_the_list(keeper)
    keeper.signs_out()


def _finds_by_the_beginning_of_a_name(keeper: Visitor) -> None:
    """Nobody else is listed then."""
    keeper.searches("مهر")
    keeper.reads("مهرود سرابی")
    assert "Osier" not in keeper.page.locator("main").inner_text()


def _lets_somebody_in_who_is_not_on_the_list(keeper: Visitor) -> None:
    """A reason is asked for, and what was typed is kept until there is one."""
    keeper.presses("door.not_on_the_list")
    keeper.fills(name="Teal Sedgewick", email=f"teal-{uuid4().hex[:8]}@example.org", category="guest")
    keeper.presses("door.let_in")
    keeper.sees("door.error_reason")
    keeper.picks("door.reason_brought")
    keeper.presses("door.let_in")
    keeper.sees("door.is_inside")
    keeper.reads("Teal Sedgewick")
