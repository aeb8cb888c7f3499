"""What is put before a meeting, as who takes part in it reads it; and who does not."""

import re
from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from shared.contracts.registrations import RegistrationCancelled, RegistrationWithdrawn
from tests.minutes import facts
from tests.minutes.comments.reviewing import reader
from tests.minutes.documents.test_api import CHAIR, PATH, lists, then
from tests.minutes.house import API, Site, Told, tell
from tests.minutes.test_meeting import ITEM, put
from tests.world.facts import GATHERING, known
from tests.world.site import client

OWN = f"/minutes/documents/{GATHERING}"
KINDS = ("general", "limited", "restricted")
LINK = "https://documents.example/rbc.pdf"


async def put_before(there: Site) -> None:
    """One document of each distribution on the first item, found in English."""
    async with there.client(CHAIR) as chair:
        item = (await put(chair, "agenda", ITEM))["id"]
        for each in KINDS:
            path = (await lists(chair, item=item, distribution=each, title={"en": f"The {each} one"})).headers[
                "Location"
            ]
            await then(chair, path, "versions", {"written_in": "en", "address": LINK})


def linked(there: Site, registration: UUID, purpose: str = "documents") -> dict[str, str]:
    return {"link": there.doors.keys.link(purpose, registration, timedelta(days=1)), "lang": "en"}


def shown(page: httpx.Response) -> list[str]:
    return re.findall(r"The (\w+) one", page.text)


async def test_who_takes_part_reads_by_item_what_is_general_and_limited_signed_in_or_by_a_link(there: Site) -> None:
    await put_before(there)
    async with reader(there, 0) as own, there.client() as nobody:
        signed_in, by_link = (
            await own.get(OWN, params={"lang": "en"}),
            await nobody.get("/minutes/documents", params=linked(there, facts.registration(0))),
        )
        for page in (signed_in, by_link):
            assert (page.status_code, shown(page)) == (200, ["general", "limited"])
            assert re.findall(r'<h2 id="group-1">1\. ', page.text)
            assert page.text.count(f'href="{LINK}"') == 2
            assert page.text.count("still to come") == 2
            assert page.text.count("To be handed in by") == 2
            assert "no-store" in page.headers["cache-control"]
        told = (await own.get(PATH)).json()
    assert [each["distribution"] for each in told] == ["general", "limited"], (
        "over HTTP, too, before anything is published"
    )


@pytest.mark.parametrize(
    ("roles", "status", "reads"),
    [
        ((), 401, []),
        (("person",), 404, []),
        ((f"chair:{known('x')}",), 404, []),
        (("observer",), 200, ["general", "limited"]),
        ((CHAIR,), 200, list(KINDS)),
        (("secretariat",), 200, list(KINDS)),
    ],
)
async def test_nobody_else_sees_even_a_title(
    there: Site, roles: tuple[str, ...], status: int, reads: list[str]
) -> None:
    await put_before(there)
    for published in (False, True):
        if published:
            await there.adjourn()
            await there.publish()
        async with there.client(*roles) as somebody:
            page = await somebody.get(OWN, params={"lang": "en"})
        assert (page.status_code, shown(page)) == (status, reads)


@pytest.mark.parametrize("ended", [RegistrationWithdrawn, RegistrationCancelled])
async def test_who_gave_the_place_up_or_lost_it_reads_it_no_more(
    there: Site, ended: type[RegistrationWithdrawn | RegistrationCancelled]
) -> None:
    await put_before(there)
    await there.hear([Told(facts.registration(0), 3, facts.said(ended, 0, 0))])
    async with reader(there, 0) as own, there.client() as nobody:
        assert (await own.get(OWN)).status_code == 404
        assert (await own.get(PATH)).status_code == 404
        assert (await nobody.get("/minutes/documents", params=linked(there, facts.registration(0)))).status_code == 404


async def test_the_link_of_whoever_was_erased_opens_nothing(there: Site) -> None:
    await put_before(there)
    await there.erase(0)
    async with there.client() as nobody:
        assert (await nobody.get("/minutes/documents", params=linked(there, facts.registration(0)))).status_code == 404
        page = await nobody.get("/minutes/documents", params=linked(there, facts.registration(1)))
        assert shown(page) == ["general", "limited"]


async def test_the_press_a_link_of_another_purpose_and_one_of_nobody_open_nothing(there: Site) -> None:
    await put_before(there)
    await there.hear(tell(facts.registration(7), facts.confirmed(7, None, "press", "open")))
    async with there.client() as nobody, client(there.app, there.doors, "person", sub=known("person 7")) as press:
        assert (await press.get(OWN)).status_code == 404
        for params, status in (
            (linked(there, facts.registration(7)), 404),
            (linked(there, known("nobody's registration")), 404),
            (linked(there, facts.registration(0), "registration"), 403),
            ({}, 403),
        ):
            assert (await nobody.get("/minutes/documents", params=params)).status_code == status


async def test_who_is_noted_by_hand_or_was_entered_twice_takes_part_too(there: Site) -> None:
    await put_before(there)
    twice = facts.recorded(1).model_copy(update={"person": known("person 8"), "same_as": known("person 1")})
    await there.hear(tell(known("person 8"), twice) + tell(known("person 9"), facts.recorded(9)))
    async with there.client("secretariat") as secretary:
        form = {"person": str(known("person 9")), "state": "present", "organization": str(facts.organization(2))}
        noted = await secretary.post(f"{API}/roll", json=form)
        assert noted.is_success, noted.text
    for n in (8, 9):
        async with client(there.app, there.doors, "person", sub=known(f"person {n}")) as own:
            assert shown(await own.get(OWN)) == ["general", "limited"], n


async def test_what_was_withdrawn_is_gone_from_it_and_what_has_no_item_stands_last(there: Site) -> None:
    await put_before(there)
    async with there.client(CHAIR) as chair:
        await lists(chair, title={"en": "The loose one"})
        first = (await chair.get(PATH)).json()[0]["id"]
        await then(chair, f"{PATH}/{first}", "withdraw")
    async with reader(there, 0) as own:
        page = await own.get(OWN, params={"lang": "en"})
        assert shown(page) == ["limited", "loose"]
        assert page.text.index("The loose one") > page.text.index("group-2")
