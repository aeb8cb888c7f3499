"""The gathering is taken along from the page of the invitation, before and after the answer: one entry all the way."""

from pathlib import Path
from typing import Any
from uuid import UUID

import vobject

from tests.registration.house import erase
from tests.registration.invitations.test_answering import Guest, invited
from tests.world.service import hearing

PATH = "/invitation/calendar.ics"


async def entry(guest: Guest) -> Any:
    answer = await guest.browser.get(PATH, params=guest.link | {"lang": "fa"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return vobject.readOne(answer.text).vevent


async def test_who_is_invited_takes_it_along_and_it_is_the_entry_of_the_place(tmp_path: Path) -> None:
    async with invited(tmp_path) as guest:
        async with hearing(guest.here.service):
            assert PATH in await guest.page()
            asked = await entry(guest)
            assert (asked.status.value, asked.location.value) == ("TENTATIVE", "تالار دلتا")
            await guest.posts("reply", {"reply": "accepted"})
        comes = await entry(guest)
        assert (comes.status.value, comes.uid.value) == ("CONFIRMED", asked.uid.value)


async def test_who_declined_has_it_taken_away_and_of_an_organization_there_is_none(tmp_path: Path) -> None:
    async with invited(tmp_path) as guest:
        await guest.posts("reply", {"reply": "declined"})
        assert PATH not in await guest.page()
        assert (await entry(guest)).status.value == "CANCELLED"
    async with invited(tmp_path / "other", quota=2) as guest:
        assert PATH not in await guest.page()
        assert (await guest.browser.get(PATH, params=guest.link)).status_code == 404
        assert (await guest.browser.get(PATH, params={"link": "made-up"})).status_code == 403


async def test_of_who_was_erased_there_is_no_entry(tmp_path: Path) -> None:
    async with invited(tmp_path) as guest:
        await erase(guest.here.service, UUID((await guest.now())["person"]))
        assert (await guest.browser.get(PATH, params=guest.link)).status_code == 404
