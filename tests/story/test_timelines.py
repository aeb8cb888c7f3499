"""The timeline of a gathering and of a person: each service tells its own part, and what one part says leads to the thing."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from plenary.client import SECRETARIAT
from services.minutes.mirrors.model import Person as Attendant
from services.notifications.mirrors import Person as Reader
from services.registration.people.model import Person
from shared.contracts.addresses import RESERVED
from tests.plenary.verify.installation import broken, said
from tests.story.chain import SEATS, Chain
from tests.story.house import House, house

HTMX = {"HX-Request": "true"}
PARTS = ("notifications", "minutes")


async def led(here: House, secretary: httpx.AsyncClient) -> Chain:
    """A gathering that was announced, came to pass and was adjourned; somebody came in and went out."""
    chain = Chain(here, secretary)
    await chain.bring_in()
    await chain.announce()
    for n in range(SEATS):
        await chain.register(n)
    await chain.move(chain.path, "close", "convene")
    for n in range(4):
        await chain.passes(n, "entries")
    await chain.passes(3, "exits")
    await here.settle()
    assert (await chain.vote()).status_code == 201
    await chain.move(chain.path, "adjourn")
    await here.settle()
    return chain


async def part(client: httpx.AsyncClient, path: str) -> str:
    answer = await client.get(f"{path}?lang=en", headers=HTMX)
    assert answer.status_code == 200, path
    return answer.text


def moments(page: str) -> list[datetime]:
    listed = page.partition('class="line"')[2]
    return [datetime.fromisoformat(each) for each in re.findall(r'<time datetime="([^"]+)"', listed)]


async def test_a_gathering_and_a_person_have_a_timeline_in_each_service(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat", sub=SECRETARIAT) as secretary:
        chain = await led(here, secretary)
        things = f"gatherings/{chain.gathering}"
        whole = await part(secretary, f"/registration/{things}/timeline")
        for said_there in (
            "Was entered",
            "Announced",
            "Registration opened",
            "Registration closed",
            "Convened",
            "Adjourned",
        ):
            assert said_there in whole
        assert all(f'hx-get="/{name}/timelines/{things}"' in whole for name in PARTS)
        record = await part(secretary, f"/minutes/timelines/{things}")
        assert "The minutes were opened" in record
        assert "was adopted" in record
        thing = f"people/{chain.people[3]}"
        own = await part(secretary, f"/registration/{thing}/timeline")
        assert re.search("Registration for .*has a place", own)
        mails = await part(secretary, f"/notifications/timelines/{thing}")
        assert re.search("registration is confirmed.*sent|ثبت‌نام شما تأیید شد|تأكيد تسجيلكم", mails)
        assert 'href="/notifications/mails/' in mails
        there = await part(secretary, f"/minutes/timelines/{thing}")
        assert ("Came in" in there, "Went out" in there) == (True, True)
        for page in (whole, record, own, mails, there):
            assert moments(page) == sorted(moments(page), reverse=True)
        assert said(await broken(tmp_path)) == ""


async def test_a_part_is_a_page_of_its_own_for_whoever_has_no_scripts(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        for name in PARTS:
            for things in ("gatherings", "people"):
                path = f"/{name}/timelines/{things}/{uuid4()}"
                assert "<html" not in await part(secretary, path)
                page = await secretary.get(f"{path}?lang=en")
                assert "Nothing is known here." in page.text, "what it never heard of is nothing to tell"
                assert "<html" in page.text


async def test_of_who_was_erased_nothing_is_told(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce()
        await chain.register(0)
        await here.settle()
        thing = f"people/{chain.people[0]}"
        assert "<li" in await part(secretary, f"/notifications/timelines/{thing}")
        kinds: dict[str, Any] = {"notifications": Reader, "minutes": Attendant}
        for name, kind in kinds.items():
            store = here.service(name).store
            stored = await store.get(kind, UUID(chain.people[0]))
            assert stored is not None
            stored.entity.hear(None)
            await store.commit([stored])
            assert "<li" not in await part(secretary, f"/{name}/timelines/{thing}")
        person = await here.service("registration").store.get(Person, UUID(chain.people[0]))
        assert person is not None
        person.entity.erase()
        await here.service("registration").store.commit([person])
        assert (await secretary.get(f"/registration/{thing}/timeline")).status_code == 404


@pytest.mark.parametrize("things", ["gatherings", "people"])
async def test_nobody_else_sees_a_timeline_and_what_is_not_there_has_none(things: str, tmp_path: Path) -> None:
    paths = [f"/{name}/timelines/{things}/{uuid4()}" for name in PARTS]
    paths.append(f"/registration/{things}/{uuid4()}/timeline")
    async with house(tmp_path) as here, here.client() as stranger, here.client("chair:x", "observer") as others:
        for path in paths:
            assert (await stranger.get(path)).status_code in {303, 401}
            assert (await others.get(path)).status_code == 403
        async with here.client("secretariat") as secretary:
            assert (await secretary.get(paths[-1])).status_code == 404


def test_no_minutes_are_called_as_the_timelines_are() -> None:
    assert "timelines" in RESERVED


async def test_who_was_entered_twice_has_one_timeline(tmp_path: Path) -> None:
    """What happened under the id of the duplicate stands beside what happened under the one that is kept."""
    async with house(tmp_path) as here, here.client("secretariat", sub=SECRETARIAT) as secretary:
        chain = await led(here, secretary)
        twice, form = chain.people[3], {"name": "Alder Reed", "email": "alder-reed@example.org", "language": "en"}
        kept = (await chain.post("/registration/v1/people", form)).json()["id"]
        before = await secretary.get(f"/registration/v1/people/{twice}")
        tag = {"If-Match": before.headers["ETag"]}
        await chain.post(f"/registration/v1/people/{twice}/merge", {"into": kept}, **tag)
        await here.settle()
        whole = await part(secretary, f"/registration/people/{kept}/timeline")
        assert "Registration for" in whole
        asked = {name: re.search(f'hx-get="(/{name}/timelines/[^"]+)"', whole) for name in PARTS}
        told = {
            name: (await secretary.get(found[1].replace("&amp;", "&"), headers=HTMX)).text
            for name, found in asked.items()
            if found
        }
        assert 'href="/notifications/mails/' in told["notifications"]
        assert "/minutes/gatherings/" in told["minutes"]
