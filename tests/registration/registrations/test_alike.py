"""What the form and the sign-in page take for an address is the same whoever has it: time tells nobody who is here."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.counted import CountedStore
from tests.registration.house import Site, site
from tests.registration.registrations.test_form import press, registration_of
from tests.registration.registrations.test_pages import form, send

ALIKE = ("unknown", "typed", "elsewhere", "known", "registered", "rejected", "gone")
"""Never heard of; typed into the form before; into that of another gathering, and on record; on record; has a place; was
not accepted; withdrew."""


def address(who: str) -> str:
    return f"{who}@example.org"


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[tuple[Site, str]]:
    """A gathering that knows an address of each kind, and its path."""
    async with site(tmp_path) as made:
        path, other = [await made.gathering("announce", "open") for _ in range(2)]
        async with made.client("secretariat") as secretary:
            for who in ("known", "registered", "elsewhere"):
                given = {"name": who.title(), "email": address(who)}
                assert (await secretary.post("/v1/people", json=given)).status_code == 201
            for who in ("typed", "registered", "gone"):
                await send(made, path, form(email=address(who)))
            await send(made, other, form(email=address("elsewhere")))
            await press(made, await registration_of(made, address("registered")))
            await press(made, await registration_of(made, address("gone")), "withdraw")
            await send(made, path, form(email=address("rejected"), category="press"))
            asked = await registration_of(made, address("rejected"))
            await press(made, asked, name="Rejected")
            at = f"/v1/registrations/{asked.id}"
            tag = (await secretary.get(at)).headers["etag"]
            no = await secretary.post(f"{at}/reject", json={"reason": "no_places"}, headers={"If-Match": tag})
            assert no.status_code == 200, no.text
        yield made, path


async def taken(here: Site, path: str, address: str) -> str:
    """How often the store is asked, in which ways, until the answer is there; and the answer."""
    plain, counted = here.service.store, CountedStore(here.service.store)
    here.service.store = counted
    if path == "/sign-in":
        async with here.client() as anybody:
            answer = await anybody.post(path, data={"email": address})
    else:
        answer = await send(here, path, form(email=address))
    here.service.store = plain
    return f"{answer.status_code} {answer.headers['location']} {sorted(counted.faults.calls.items())}"


@pytest.mark.parametrize("what", ["the form", "the sign-in page"])
async def test_an_address_takes_as_much_whoever_has_it(here: tuple[Site, str], what: str) -> None:
    house, path = here
    at = path if what == "the form" else "/sign-in"
    for _ in range(2):
        found = {who: await taken(house, at, address(who)) for who in ALIKE}
        assert len({*found.values()}) == 1, found
        assert "('commit', " in found["unknown"]
