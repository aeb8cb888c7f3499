"""Who is invited: from the mail to an answer without an account, once more with another, and somebody else in the place."""

from collections.abc import Callable
from uuid import uuid4

from tests.browser.office import NAMES, Office
from tests.browser.visitor import EVERY, Visitor, Way


@EVERY
def test_who_is_invited_accepts_with_a_double_tap_declines_and_sends_somebody_else(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    mark = uuid4().hex[:8]
    address = f"sarab-{mark}@example.org"
    gathering = office.gathering("announce", "open", days=9, guest=1)
    person = office.person("سراب مهرودی", address, language=way.language)
    invitation = office.invites(gathering, "guest", person=str(person))
    invitee = comes(way)
    invitee.goes(office.mailed(address, "/invitation?link="))
    invitee.reads(NAMES[way.language])
    _finds_three_buttons_in_order(invitee)
    _accepts(invitee, office, str(invitation))
    invitee.presses("invitations.reply_declined")
    invitee.sees("invitations.is_declined")
    _sends_somebody_else(invitee, address, f"rushwater-{mark}@example.org")
    office.mailed(f"rushwater-{mark}@example.org", "/status?link=")


def _finds_three_buttons_in_order(invitee: Visitor) -> None:
    """On a phone below each other, each as wide as the other; else in one row."""
    buttons = invitee.page.locator('button[name="reply"]')
    boxes = [box for each in buttons.all() if (box := each.bounding_box())]
    assert len(boxes) == 3
    if invitee.way.width < 640:
        assert len({(box["x"], box["width"]) for box in boxes}) == 1
        assert len({box["y"] for box in boxes}) == 3
    else:
        assert len({box["y"] for box in boxes}) == 1


def _accepts(invitee: Visitor, office: Office, invitation: str) -> None:
    """A finger that taps twice, or again where the button stood, gives one answer."""
    invitee.double_taps("invitations.reply_accepted")
    invitee.sees("invitations.is_accepted")
    invitee.sees("invitations.accepted_text")
    assert len(office.get(f"/registration/v1/invitations/{invitation}")["answers"]) == 1


def _sends_somebody_else(invitee: Visitor, own: str, other: str) -> None:
    """The own address is refused, with what was typed kept."""
    invitee.opens("invitations.send_another")
    invitee.fills(name="Sedge Rushwater", email=own, position="Keeper of the weir")
    invitee.presses("invitations.send_another_do")
    invitee.sees("invitations.error_same")
    assert invitee.page.locator("#position").input_value() == "Keeper of the weir"
    invitee.fills(email=other)
    invitee.presses("invitations.send_another_do")
    invitee.sees("invitations.is_substituted")
    invitee.sees("invitations.comes_instead", name="Sedge Rushwater")
