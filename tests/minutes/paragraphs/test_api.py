"""Paragraphs over HTTP: sent twice, late, by two at once; and what becomes of them in the record."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from services.minutes.paragraphs.model import thing_of
from shared.contracts.paragraphs import ParagraphSettled
from tests.minutes import facts
from tests.minutes.facts import BODY, minute
from tests.minutes.house import API, Site, Told
from tests.minutes.test_meeting import ITEM, put, then
from tests.world.facts import GATHERING, known

PATH = f"{API}/paragraphs"


def form(words: str, **more: Any) -> dict[str, Any]:
    return {"words": words, "said_in": "en", **more}


def page(paragraph: UUID, writer: UUID, revision: int, seen: int = 0) -> dict[str, Any]:
    return {"paragraph": str(paragraph), "writer": str(writer), "revision": revision, "seen": seen}


async def words(client: httpx.AsyncClient) -> list[str]:
    return [each["words"] for each in (await client.get(PATH)).json()]


async def test_a_paragraph_that_is_sent_again_and_late_is_one_with_its_last_text(there: Site) -> None:
    one, writer = uuid4(), uuid4()
    async with there.client(f"chair:{BODY}") as chair:
        for revision in (1, 2, 4, 3, 1, 4):
            made = await chair.post(PATH, json=form(f"text {revision}", **page(one, writer, revision)))
            assert made.status_code == 201
        assert await words(chair) == ["text 4"]
        other = await chair.post(PATH, json=form("another text under the same number", **page(one, writer, 4)))
        assert other.status_code == 412, "two windows of one browser: nobody is told that what is not there is kept"
    assert there.events(one) == ["paragraph.typed.v1"]


async def test_two_who_begin_at_once_both_stand_and_none_overwrites_what_it_has_not_seen(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair, there.client("secretariat") as secretary:
        one, other, pages = uuid4(), uuid4(), [uuid4(), uuid4()]
        await asyncio.gather(
            chair.post(PATH, json=form("mine", **page(one, pages[0], 1))),
            secretary.post(PATH, json=form("theirs", **page(other, pages[1], 1))),
        )
        assert sorted(await words(chair)) == ["mine", "theirs"]
        refused = await secretary.post(PATH, json=form("over it", **page(one, pages[1], 1)))
        assert refused.status_code == 412
        taken = await secretary.post(PATH, json=form("mine, and more", **page(one, pages[1], 2, seen=1)))
        assert (taken.status_code, taken.json()["revision"]) == (201, 2)
        assert (await chair.post(PATH, json=form("mine again", **page(one, pages[0], 2)))).status_code == 412
        assert (await chair.post(PATH, json=form("both", **page(one, pages[0], 3, seen=2)))).status_code == 201
        assert sorted(await words(chair)) == ["both", "theirs"]


async def test_what_was_typed_without_a_network_stands_where_it_was_begun(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair:
        first = (await put(chair, "paragraphs", form("first")))["id"]
        await put(chair, "paragraphs", form("later, by another"))
        second = (await put(chair, "paragraphs", form("second", behind=first)))["id"]
        await put(chair, "paragraphs", form("third", behind=second))
        await put(chair, "paragraphs", form("last", behind=str(known("unknown"))))
        assert await words(chair) == ["first", "second", "third", "later, by another", "last"]


@pytest.mark.parametrize("mark", ["statement", "suggestion", "criticism", "solution", "action"])
async def test_what_is_settled_stands_in_the_record_once(there: Site, mark: str) -> None:
    speaker, organization = known("person 0"), facts.organization(0)
    who = {"speaker": str(speaker), "organization": str(organization)}
    async with there.client("secretariat") as secretary:
        item = (await put(secretary, "agenda", ITEM))["id"]
        made = await put(secretary, "paragraphs", form("Measure together.", mark=mark, item=item, **who))
        id = UUID(made["id"])
        settled = await then(secretary, f"{PATH}/{id}/settle")
        assert (settled.status_code, settled.json()["state"]) == (200, "settled")
        assert (await then(secretary, f"{PATH}/{id}/settle")).status_code == 200
        assert there.events(id) == ["paragraph.typed.v1", "paragraph.settled.v1"]
        told = {"mark": mark, "item": item, "gathering": GATHERING, "turn": made["turn"], "said_in": "en", **who}
        event = ParagraphSettled.model_validate({**told, "paragraph": id, "settled_at": minute(40)})
        await there.hear([Told(id, 2, event)])
        await there.hear([Told(id, 2, event)])
        where = {"statement": f"{API}/statements", "action": "/minutes/v1/actions"}.get(mark, f"{API}/contributions")
        [thing] = (await secretary.get(where)).json()
        assert thing["id"] == settled.json()["becomes"] == str(thing_of(id))
        assert "Measure together." in (thing["text"]["en"] if mark == "action" else thing["words"])
        struck = await then(secretary, f"{PATH}/{id}/strike")
        assert (struck.status_code, struck.json()["code"]) == (409, "settled")


async def test_what_is_struck_is_typed_in_no_more_and_another_meetings_is_not_there(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair, there.client(f"chair:{known('other')}") as other:
        made = await put(chair, "paragraphs", form("No."))
        assert (await then(chair, f"{PATH}/{made['id']}/strike")).json()["state"] == "struck"
        late = form("Yes.", **page(UUID(made["id"]), UUID(made["writer"]), 2))
        assert (await chair.post(PATH, json=late)).json()["code"] == "struck"
        assert (await other.get(PATH)).status_code == 404
        assert (await other.post(PATH, json=form("Not theirs."))).status_code == 404
