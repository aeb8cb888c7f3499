"""A draft is circulated, commented on and approved, over HTTP and by the links in real mails."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx
import pytest

from services.minutes.comments.model import Comment
from tests.registration.house import erase
from tests.story.chain import Chain, registered
from tests.story.house import house
from tests.story.meeting import meet
from tests.story.reviewed import approve, circulate, comment
from tests.waiting import until


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """A meeting that has adjourned, with three delegates who were there; its house stands still."""
    return asyncio.run(adjourned(tmp_path_factory.mktemp("met")))


async def adjourned(folder: Path) -> Chain:
    async with house(folder) as here, here.client("secretariat") as secretary:
        led = await registered(here, secretary)
        await led.move(led.path, "close", "convene")
        for n in (0, 1, 3):
            await led.passes(n, "entries")
        await here.settle()
        await meet(led)
        await led.vote()
        await led.move(led.path, "adjourn")
        await here.settle()
    return led


@pytest.fixture
async def chain(met: Chain, tmp_path: Path) -> AsyncIterator[Chain]:
    """The same in a house of one's own, which goes on."""
    folder = copytree(met.house.folder, tmp_path / "house")
    async with house(folder) as here, here.client("secretariat") as secretary:
        yield replace(met, house=here, secretary=secretary)


def mails(chain: Chain, n: int, path: str = "/minutes/review") -> list[str]:
    """The links to the review in the mails of a person."""
    found = []
    for mail in chain.house.mails():
        body = mail.get_body(("plain",))
        if body and f"p{n}@" in str(mail["To"]):
            found += [urlsplit(link) for link in re.findall(r"http\S+", body.get_content()) if path in link]
    return [f"{each.path}?{each.query.partition('&lang=')[0]}&lang=en" for each in found]


def person(chain: Chain, n: int) -> httpx.AsyncClient:
    return chain.house.client("person", sub=UUID(chain.people[n]))


async def test_those_who_were_there_are_asked_and_comment_by_the_link_in_their_mail(chain: Chain) -> None:
    await circulate(chain)
    assert [len(mails(chain, n)) for n in range(5)] == [1, 1, 0, 1, 0]
    [link] = mails(chain, 1)
    async with chain.house.client() as phone:
        page = await phone.get(link)
        assert page.status_code == 200
        assert "The river carries less." in page.text
        anchor = re.findall(r'name="anchor" value="(statement-[^"]+)"', page.text)[0]
        typed = {"key": "one", "anchor": anchor, "said_in": "en", f"words_{anchor}": "It carries a tenth less."}
        step = link.replace("/review?", "/review/comment?")
        for _ in range(2):
            assert (await phone.post(step, data=typed)).status_code == 303
        assert (await phone.get(link)).text.count("It carries a tenth less.") == 1, "a double tap is harmless"
        empty = await phone.post(step, data={**typed, "key": "two", f"words_{anchor}": " "})
        assert (empty.status_code, "Please fill this in" in empty.text) == (422, True)
        nowhere = await phone.post(step, data={**typed, "key": "three", "anchor": f"statement-{uuid4()}"})
        assert nowhere.status_code == 422
    desk = f"/minutes/gatherings/{chain.gathering}/review"
    shown = (await chain.secretary.get(desk)).text
    assert shown.count("It carries a tenth less.") == 1
    [told] = (await chain.secretary.get(f"{chain.minutes}/comments")).json()
    at = f"{desk}/comments/{told['id']}"
    needs = await chain.secretary.post(f"{at}/declined", data={"key": "a"})
    assert needs.status_code == 422, "to decline needs a reason"
    typed = {"key": "b", f"reason_{told['id']}": "Nobody measured it."}
    assert (await chain.secretary.post(f"{at}/declined", data=typed)).status_code == 303
    async with chain.house.client() as phone:
        assert "Nobody measured it." in (await phone.get(link)).text


async def test_after_its_time_the_box_is_closed_and_says_so(chain: Chain) -> None:
    await circulate(chain, days=7)
    async with person(chain, 0) as own:
        await comment(own, chain)
        await chain.house.passes(days=7)
        late = await own.post(f"{chain.minutes}/comments", json={"words": "Too late.", "said_in": "en"})
        assert (late.status_code, late.json()["code"]) == (409, "comments-closed")
        page = await own.get(f"/minutes/reviews/{chain.gathering}?lang=en")
        assert "The time for comments is over" in page.text
        assert "Send the comment" not in page.text
        again = await own.post(
            f"/minutes/reviews/{chain.gathering}/comment",
            data={"key": "a", "anchor": "minutes", "words_minutes": "Late"},
        )
        assert (again.status_code, "has not been kept" in again.text) == (409, True)


async def test_who_was_named_approves_and_a_change_lets_the_approval_fall(chain: Chain) -> None:
    await circulate(chain, approvers=tuple(chain.people[n] for n in (0, 1)))
    keeper = await chain.secretary.post(
        f"{chain.minutes}/approve", headers={"If-Match": (await chain.secretary.get(chain.minutes)).headers["ETag"]}
    )
    assert keeper.json()["code"] == "has-approvers"
    async with person(chain, 0) as first, person(chain, 1) as second, person(chain, 3) as third:
        other = await approve(third, chain)
        assert other.json()["code"] == "no-approver"
        old = (await second.get(f"{chain.minutes}/text")).json()["sha256"]
        assert (await approve(first, chain)).json()["state"] == "in_review"
        [said] = [
            each for each in (await chain.secretary.get(f"{chain.minutes}/statements")).json() if not each["reason"]
        ]
        path = f"{chain.minutes}/statements/{said['id']}"
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        form = {"words": "The river carries much less.", "said_in": "en", "manner": "summary"}
        await chain.post(f"{path}/correct", form, **tag)
        await chain.house.settle()
        now = (await chain.secretary.get(chain.minutes)).json()
        assert (now["state"], now["approvals"], now["rounds"]) == ("in_review", [], 2)
        assert [len(mails(chain, n)) for n in (0, 1, 3)] == [2, 1, 1], "only who had approved is asked again"
        stale = await second.post(f"{chain.minutes}/approvals", json={"text": old})
        assert stale.json()["code"] == "changed"
        for own in (second, first, first):
            approved = await approve(own, chain)
        assert approved.json()["state"] == "approved"
    await chain.house.settle()
    events = [each["type"] for each in await chain.events("minutes", "plenary.minutes")]
    assert events.count("minutes.approved.v1") == 1
    assert events.count("minutes.approval-given.v1") == 3


async def test_the_comments_of_whoever_is_erased_are_gone(chain: Chain) -> None:
    await circulate(chain)
    async with person(chain, 3) as own:
        await comment(own, chain, "Something very much my own.")
    await erase(chain.house.service("registration"), UUID(chain.people[3]))
    await chain.house.settle()
    store = chain.house.service("minutes").store

    async def gone() -> bool:
        return not (await store.find(Comment, {}, limit=1)).items[0].entity.words

    await until(gone)
    assert "my own" not in (await chain.secretary.get(f"/minutes/gatherings/{chain.gathering}/review")).text


async def test_who_was_not_there_is_not_asked(chain: Chain) -> None:
    await circulate(chain)
    async with person(chain, 4) as stranger:
        assert (await stranger.get(f"/minutes/reviews/{chain.gathering}")).status_code == 404
        answer = await stranger.post(f"{chain.minutes}/comments", json={"words": "Hm.", "said_in": "en"})
        assert answer.status_code == 404
