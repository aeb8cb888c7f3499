"""Where a gathering is: the address of its venue, and the point on a map; what of it is told, and what is refused."""

from pathlib import Path

import pytest

from services.registration.gatherings.model import Gathering
from shared.contracts.gatherings import GatheringChanged, Particulars
from shared.contracts.places import Point
from shared.errors import Invalid
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import change, draft
from tests.registration.house import site

STREET, CORNER = {"en": "1 River Road, Sarvab"}, {"en": "2 River Road, Sarvab"}


def at(facts: Particulars) -> Gathering:
    return Gathering.draft(draft(facts=facts))[0]


def test_another_address_is_told_and_one_that_is_known_at_last_is_not() -> None:
    there = at(Particulars())
    [known] = there.change(change(facts=Particulars(venue_address=STREET)))
    assert isinstance(known, GatheringChanged)
    assert (known.material, known.venue_address, known.was_venue_address) == (False, STREET, None)
    [moved] = there.change(change(facts=Particulars(venue_address=CORNER, coordinates="34.35,55.75")))
    assert isinstance(moved, GatheringChanged)
    assert (moved.material, moved.was_venue_address, moved.was_venue) == (True, STREET, None)
    [nearer] = there.change(change(facts=Particulars(venue_address=CORNER, coordinates="34.351,55.752")))
    assert isinstance(nearer, GatheringChanged)
    assert not nearer.material, "the mark on the map is put right; the place is where it was"


@pytest.mark.parametrize("text", ["north", "91,0", "0,181", "35.70;51.40", "35.70", "1e1,2", "٣٥,٥١"])
def test_what_is_no_point_of_the_earth_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        at(Particulars(coordinates=text))
    assert refused.value.errors[0]["field"] == "coordinates"


def test_a_point_gives_the_addresses_of_maps() -> None:
    point = Point.of("-34.35,55.75")
    assert point.geo == "geo:-34.35,55.75"
    assert point.page == "https://www.openstreetmap.org/?mlat=-34.35&mlon=55.75#map=17/-34.35/55.75"


async def test_it_is_typed_in_any_digits_and_shown_to_everybody_by_links_alone(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering("announce", "open")
        page = f"{path.removeprefix('/v1')}/edit"
        typed = {"venue_address_fa": "سرواب، خیابان رود ۱", "coordinates": "۳۴.۳۵، ۵۵.۷۵"}
        assert (await send(secretary, page, await form_of(secretary, page), **typed)).status_code == 303
        told = (await anybody.get(path)).json()
        assert (told["venue_address"], told["coordinates"]) == ({"fa": typed["venue_address_fa"]}, "34.35,55.75")
        for client, shown in ((anybody, page.removesuffix("/edit")), (secretary, page.replace("edit", "overview"))):
            text = (await client.get(shown)).text
            assert typed["venue_address_fa"] in text
            assert 'href="geo:34.35,55.75"' in text
            assert "https://www.openstreetmap.org/?mlat=34.35&amp;mlon=55.75#map" in text
        wrong = await send(secretary, page, await form_of(secretary, page), coordinates="somewhere")
        assert (wrong.status_code, 'id="coordinates-error"' in wrong.text) == (422, True)
