"""The focal point of an organization: from the mail to a delegation that was pasted, put right and changed, and its receipt."""

from collections.abc import Callable
from uuid import uuid4

from tests.browser.office import NAMES, Office
from tests.browser.visitor import EVERY, Visitor, Way

QUOTA = 4


@EVERY
def test_a_focal_point_pastes_a_delegation_puts_two_rows_right_and_sends_another_instead(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    mark = uuid4().hex[:8]
    address = f"point-{mark}@example.org"
    home = office.organization(mark)
    point = office.person("Reed Alderman", address, language=way.language, organization=str(home))
    gathering = office.gathering("announce", "open", days=9, delegate=QUOTA)
    office.invites(gathering, "delegate", organization=str(home), quota=QUOTA, focal_points=[str(point)])
    focal = comes(way)
    focal.goes(office.mailed(address, "/invitation?link="))
    focal.sees("invitations.delegation_pending")
    _pastes_two_wrong_rows(focal, mark)
    _puts_them_right(focal, mark)
    focal.fills(name="Sedge Rushwater", email=f"sedge-{mark}@example.org")
    focal.chooses("remove", "Alder Reed")
    focal.presses("invitations.name_one")
    focal.reads("Sedge Rushwater")
    assert "Alder Reed" not in focal.page.locator("main table").inner_text()
    office.mailed(f"sedge-{mark}@example.org", "/status?link=")
    receipt = focal.says("wording.delegation-named-subject", gathering=NAMES[way.language])
    focal.goes(office.mailed(address, "/invitation?link=", receipt))
    focal.reads("Sedge Rushwater")
    focal.sees("invitations.became_place")


def _pastes_two_wrong_rows(focal: Visitor, mark: str) -> None:
    """The good ones are named; the wrong ones stay in the field, and beside each stands what is wrong."""
    rows = (
        f"Alder Reed\talder-{mark}@example.org\tHead of the delegation",
        "Basil Fenwater\tbasil at example.org",
        f"مهرود سرابی\tmahrud-{mark}@example.org\tمشاور\tfa",
        f"\tnobody-{mark}@example.org",
    )
    focal.fills(table="\n".join(rows))
    focal.presses("invitations.name_them")
    _reads_whom(focal, "Alder Reed", "مهرود سرابی")
    for number, wrong in ((2, "email"), (4, "name")):
        focal.reads(f"{focal.says('invitations.row', number=number)}: {focal.says(f'invitations.row_{wrong}')}")
    assert focal.page.locator("#table").input_value().split("\n") == [rows[1], rows[3]]


def _puts_them_right(focal: Visitor, mark: str) -> None:
    focal.fills(table=f"Basil Fenwater\tbasil-{mark}@example.org\nHeron Brook\tnobody-{mark}@example.org")
    focal.presses("invitations.name_them")
    _reads_whom(focal, "Basil Fenwater", "Heron Brook")
    assert not focal.page.locator("#table").input_value()


def _reads_whom(focal: Visitor, *names: str) -> None:
    """The receipt calls those who are newly named, in the order given, and no others."""
    focal.sees("invitations.named_new", count=len(names))
    assert focal.page.locator(".note ol.contents > li > bdi:first-child").all_inner_texts() == [*names]
