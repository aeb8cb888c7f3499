"""The secretary: signed in by the printed link, from an organization to a gathering that is postponed.

Once on a phone in Persian, once at a desk in English, once without scripts, and once by the keyboard alone.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from tests.browser.office import NAMES, Office
from tests.browser.visitor import BARE, DESK, KEYS, PHONE, Visitor, Way

REASONS = {"en": "The river is in flood.", "fa": "رودخانه طغیان کرده است.", "ar": "النهر في فيضان."}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("way", [PHONE, DESK, BARE, KEYS], ids=str)
def test_the_secretary_leads_a_gathering_from_its_draft_until_it_is_postponed(
    way: Way, comes: Callable[[Way], Visitor], office: Office
) -> None:
    mark = uuid4().hex[:6].upper()
    secretary = comes(way)
    secretary.goes(f"/?lang={way.language}")
    secretary.goes(office.link())
    secretary.presses("web.sign_in")
    secretary.turns_to("web.place_today")
    _enters_an_organization_and_a_person(secretary, mark)
    gathering = _enters_a_gathering(secretary)
    _announces_and_opens(secretary)
    for name in ("Alder Reed", "Sedge Rushwater"):
        office.applied(gathering, f"{name} {mark}", "observer")
    _approves_one_and_rejects_one(secretary, mark)
    _postpones(secretary)
    _invites_an_observer_and_looks_at_the_mails(secretary, mark)
    secretary.turns_to("web.place_system")
    secretary.signs_out()


def _enters_an_organization_and_a_person(secretary: Visitor, mark: str) -> None:
    secretary.turns_to("web.place_organizations")
    secretary.presses("entries.new_organizations")
    secretary.presses("entries.save")
    secretary.sees("web.errors_title")
    secretary.fills(code=f"MILL-{mark}", name_en=f"Mill Guild {mark}", name_fa="انجمن آسیاب", another_kind="guild")
    secretary.presses("entries.save")
    secretary.reads(f"MILL-{mark}")
    secretary.turns_to("web.place_people")
    secretary.presses("entries.new_people")
    secretary.fills(name=f"Basil {mark}", email=f"basil-{mark}@example.org", organization=f"MILL-{mark}")
    secretary.presses("entries.save")
    secretary.presses("entries.change")
    secretary.fills(name=f"Basil Fenwater {mark}")
    secretary.presses("entries.save")
    secretary.sees("entries.history")
    secretary.turns_to("web.place_people")
    secretary.searches(f"Basil Fenwater {mark}")
    secretary.reads(f"Basil Fenwater {mark}")


def _enters_a_gathering(secretary: Visitor) -> UUID:
    """What is missing is said, and what was typed is kept."""
    secretary.turns_to("web.place_today")
    secretary.presses("services.new_gathering")
    secretary.fills(**{f"title_{tag}": name for tag, name in NAMES.items()})
    secretary.presses("overview.save_new")
    secretary.sees("web.errors_title")
    assert secretary.page.locator("#title_en").input_value() == NAMES["en"]
    morning = datetime.now(UTC).replace(hour=9, minute=0) + timedelta(days=5)
    begins, ends = (f"{at:%Y-%m-%dT%H:%M}" for at in (morning, morning + timedelta(hours=8)))
    secretary.fills(time_zone="UTC", starts_at=begins, ends_at=ends)
    secretary.fills(**{f"venue_{secretary.way.language}": "Hall"}, seats_observer="1", seats_guest="5")
    secretary.presses("overview.save_new")
    return UUID(secretary.page.url.partition("/gatherings/")[2].partition("/")[0])


def _announces_and_opens(secretary: Visitor) -> None:
    secretary.reads(NAMES[secretary.way.language])
    for step in ("announce", "open"):
        secretary.opens(f"overview.step_{step}")
        secretary.sees(f"overview.follows_{step}")
        secretary.presses_within(f"overview.step_{step}")


def _approves_one_and_rejects_one(secretary: Visitor, mark: str) -> None:
    secretary.presses("web.tab_registrations")
    secretary.ticks(f"Alder Reed {mark}")
    secretary.presses("roster.do_approve")
    secretary.sees("roster.did_approve", n=1)
    secretary.ticks(f"Sedge Rushwater {mark}")
    secretary.presses("roster.do_reject")
    secretary.fills(reason="incomplete")
    secretary.presses("roster.do_reject")
    secretary.sees("roster.did_reject", n=1)


def _postpones(secretary: Visitor) -> None:
    secretary.presses("web.tab_overview")
    secretary.opens("overview.step_postpone")
    language = secretary.way.language
    secretary.fills(**{f"postpone_{language}": REASONS[language]})
    secretary.presses_within("overview.step_postpone")
    secretary.sees("overview.state_postponed")
    secretary.reads(REASONS[language])


def _invites_an_observer_and_looks_at_the_mails(secretary: Visitor, mark: str) -> None:
    secretary.turns_to("web.place_team")
    secretary.fills(name=f"Heron Brook {mark}", email=f"heron-{mark}@example.org", office="observer")
    secretary.presses("team.send_invitation")
    secretary.sees("team.was_invited")
    secretary.reads(f"Heron Brook {mark}")
    secretary.turns_to("web.place_messages")
