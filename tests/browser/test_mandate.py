"""The secretary before anybody registers: from a mandate to an edition, its gathering, and invitations that are on their way."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.browser.office import Office
from tests.browser.visitor import EVERY, Visitor, Way

SERIES = {"en": "Conference of the Weirs", "fa": "همایش بندها", "ar": "مؤتمر السدود"}


@pytest.mark.timeout(240)
@EVERY
def test_the_secretary_comes_from_a_mandate_to_invitations_that_are_sent(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    mark = uuid4().hex[:6]
    home = str(office.organization(mark))
    for name in ("Reed", "Heron"):
        office.person(f"{name} {mark}", f"{name.lower()}-{mark}@example.org", language=way.language, organization=home)
    secretary = comes(way)
    secretary.goes(f"/?lang={way.language}")
    secretary.goes(office.link())
    secretary.presses("web.sign_in")
    _enters_the_mandate(secretary, mark)
    _plans_an_edition(secretary)
    _enters_its_gathering(secretary, mark)
    for step in ("announce", "open"):
        secretary.opens(f"overview.step_{step}")
        secretary.presses_within(f"overview.step_{step}")
    _invites_a_guest(secretary, f"Heron {mark}")
    _invites_an_organization(secretary, mark)
    for name in ("reed", "heron"):
        office.mailed(f"{name}-{mark}@example.org", "/invitation?link=")
    secretary.signs_out()


def _enters_the_mandate(secretary: Visitor, mark: str) -> None:
    """What is missing is said, and what was typed is kept."""
    secretary.turns_to("web.place_series")
    secretary.presses("series.new_series")
    titles = {f"title_{tag}": f"{title} {mark}" for tag, title in SERIES.items()}
    secretary.fills(**titles, calendar="solar_hijri", interval="0")
    secretary.presses("series.save")
    secretary.sees("series.wrong_interval")
    assert secretary.page.locator("#title_fa").input_value() == titles["title_fa"]
    secretary.fills(interval="4", instrument_en="Resolution 12", instrument_fa="مصوبهٔ ۱۲", instrument_date="1399-05-20")
    secretary.opens("series.stated")
    secretary.fills(issuer_name_en="Assembly of the Valleys", issuer_name_fa="مجمع دره‌ها")
    secretary.chooses("secretariat", mark)
    secretary.presses("series.save")
    secretary.reads(f"{SERIES[secretary.way.language]} {mark}")
    secretary.sees("editions.no_editions")


def _plans_an_edition(secretary: Visitor) -> None:
    secretary.presses("editions.plan_edition", number=1)
    secretary.fills(due="1409", objectives_en="Share the gauges.", objectives_fa="هم‌رسانی سنجه‌ها")
    secretary.presses("editions.save")
    secretary.sees("editions.state_planned")


def _enters_its_gathering(secretary: Visitor, mark: str) -> None:
    """From the edition, so that it belongs to it."""
    if not secretary.way.scripts:
        secretary.follows_to("/gatherings")
    secretary.follows_to("/gatherings/new?edition=")
    morning = datetime.now(UTC).replace(hour=9, minute=0) + timedelta(days=40)
    begins, ends = (f"{at:%Y-%m-%dT%H:%M}" for at in (morning, morning + timedelta(hours=8)))
    titles = {f"title_{tag}": f"{title} {mark}" for tag, title in SERIES.items()}
    secretary.fills(**titles, time_zone="UTC", starts_at=begins, ends_at=ends)
    secretary.fills(**{f"venue_{secretary.way.language}": "Hall"}, seats_guest="5", seats_delegate="5")
    secretary.presses("overview.save_new")
    secretary.sees("overview.edition_of", number=1, series=f"{SERIES[secretary.way.language]} {mark}")


def _invites_a_guest(secretary: Visitor, name: str) -> None:
    """Somebody who is searched for; answers are asked for two weeks before, if nothing else is said."""
    secretary.presses("web.tab_invitations")
    secretary.sees("invitations.nobody_invited")
    secretary.presses("invitations.invite")
    secretary.searches(name)
    secretary.ticks(name)
    secretary.fills(category="guest")
    secretary.presses("invitations.send_invitations")
    secretary.sees("invitations.invitations_sent")
    secretary.reads(name)


def _invites_an_organization(secretary: Visitor, mark: str) -> None:
    """Its delegates are named by who is written to."""
    secretary.presses("invitations.invite")
    secretary.narrows(mark)
    secretary.ticks(f"Reed {mark}")
    secretary.fills(category="delegate", quota="0")
    secretary.presses("invitations.send_invitations")
    secretary.sees("invitations.wrong_quota")
    secretary.fills(quota="3")
    secretary.presses("invitations.send_invitations")
    secretary.sees("invitations.invitations_sent")
    secretary.sees("invitations.delegates_of", named=0, quota=3)
