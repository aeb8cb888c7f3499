"""Who comes: from home to a place by the form and the link in the mail, gives it up, and comes again."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.browser.office import NAMES, Office
from tests.browser.visitor import DESK, EVERY, PHONE, Visitor, Way


@EVERY
def test_a_guest_comes_by_the_form_gives_the_place_up_and_comes_again(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    gathering = office.gathering("announce", "open", days=3, guest=1)
    address = f"mahrud-{uuid4().hex[:8]}@example.org"
    guest = comes(way)
    guest.goes(f"/?lang={way.language}")
    guest.turns_to("web.place_gatherings")
    guest.follows_to(f"/registration/gatherings/{gathering}")
    guest.reads(NAMES[way.language])
    _is_refused_and_keeps_what_was_typed(guest)
    _applies(guest, address)
    _confirms(guest, office, address)
    guest.presses("registrations.correct_details")
    guest.fills(name="مهرود سرابی‌نژاد")
    guest.presses("registrations.save_details")
    guest.sees("registrations.details_corrected")
    guest.reads("مهرود سرابی‌نژاد")
    guest.opens("registrations.cannot_come")
    guest.presses("registrations.withdraw")
    guest.sees("registrations.state_withdrawn")
    guest.presses("registrations.come_again")
    guest.sees("registrations.state_confirmed")


def _is_refused_and_keeps_what_was_typed(guest: Visitor) -> None:
    guest.fills(name="مهرود سرابی", email="no address", category="guest")
    guest.presses("registrations.register_me")
    guest.sees("registrations.error_email")
    assert guest.page.locator("#name").input_value() == "مهرود سرابی"


def _applies(guest: Visitor, address: str) -> None:
    guest.fills(name="مهرود سرابی", email=address, category="guest")
    guest.presses("registrations.register_me")
    guest.sees("registrations.received_text")


def _confirms(guest: Visitor, office: Office, address: str) -> None:
    guest.goes(office.mailed(address, "/status?link="))
    guest.sees("registrations.state_address_unconfirmed")
    guest.presses("registrations.confirm")
    guest.sees("registrations.state_confirmed")


@pytest.mark.parametrize("way", [PHONE, DESK], ids=str)
def test_a_page_is_read_in_the_language_that_is_chosen_on_it(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    """Whoever meets a page in a language that is not the own one; what was typed by then stays."""
    gathering = office.gathering("announce", "open", days=4, guest=1)
    guest = comes(way)
    guest.goes(f"/registration/gatherings/{gathering}?lang=ar")
    guest.fills(name="مهرود سرابی")
    guest.switches_to(way.language)
    guest.reads(NAMES[way.language])
    assert guest.page.locator("#name").input_value() == "مهرود سرابی"
