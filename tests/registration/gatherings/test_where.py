"""What is held online is in no hall: so all read it who come, or may come."""

import pytest

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.where import Location, where
from shared.contracts.gatherings import Mode, Particulars
from shared.contracts.places import Point
from shared.locale import LANGUAGES
from tests.registration.facts import draft

STREET = {"en": "1 River Road", "fa": "خیابان رود ۱", "ar": "شارع النهر ١"}
HALL = {"en": "Delta Hall", "fa": "تالار دلتا", "ar": "قاعة الدلتا"}
ONLINE = {"en": "Online", "fa": "برخط", "ar": "عبر الإنترنت"}


def held(mode: Mode) -> Gathering:
    facts = Particulars(venue_address=STREET, coordinates="35.70,51.40")
    return Gathering.draft(draft(facts=facts, venue=HALL, mode=mode))[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_at_the_venue_online_or_both(language: str) -> None:
    there = Location(HALL[language], STREET[language], Point("35.70", "51.40"))
    assert where(held("in_person"), language) == there
    assert where(held("online"), language) == Location(ONLINE[language])
    both = where(held("hybrid"), language)
    assert HALL[language] in both.venue
    assert ONLINE[language].lower() in both.venue
    assert (both.address, both.point) == (there.address, there.point)
