"""Documents of a meeting over HTTP: twice, late, two at once, of another gathering; and who reads which."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.minutes import facts
from tests.minutes.facts import BODY
from tests.minutes.house import API, Site, Told
from tests.minutes.test_meeting import ITEM, put
from tests.story.documents import LISTED
from tests.world.facts import GATHERING, known

CHAIR = f"chair:{BODY}"
PATH = f"{API}/documents"
LINK = {"written_in": "en", "address": "https://documents.example/rbc-7-doc-1-en.pdf"}


async def then(client: httpx.AsyncClient, path: str, step: str, form: dict[str, Any] | None = None) -> httpx.Response:
    """A step of it as it stands."""
    tag = (await client.get(path)).headers["ETag"]
    return await client.post(f"{path}/{step}", json=form, headers={"If-Match": tag})


async def lists(client: httpx.AsyncClient, key: str = "", **form: Any) -> httpx.Response:
    return await client.post(PATH, json=LISTED | form, headers={"Idempotency-Key": key} if key else {})


async def test_numbers_are_given_once_also_to_two_at_once_and_what_is_pressed_twice_is_one(there: Site) -> None:
    async with there.client(CHAIR) as chair, there.client("secretariat") as secretary:
        answers = await asyncio.gather(
            *(lists(each, key) for each, key in zip((chair, secretary) * 3, "abcdef", strict=True))
        )
        assert {each.status_code for each in answers} == {201}
        assert sorted(each.json()["number"] for each in answers) == [1, 2, 3, 4, 5, 6]
        assert (await lists(chair, "a")).json()["id"] == answers[0].json()["id"]
        last = f"{PATH}/{next(each.json()['id'] for each in answers if each.json()['number'] == 6)}"
        assert (await then(chair, last, "withdraw")).json()["state"] == "withdrawn"
        assert (await lists(chair)).json()["number"] == 7, "the number of what was withdrawn is given to no other"
        assert [each["number"] for each in (await chair.get(PATH)).json()] == [1, 2, 3, 4, 5, 6, 7]


async def test_it_is_handed_in_by_language_revised_and_changed(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        item = (await put(chair, "agenda", ITEM))["id"]
        made = await lists(chair, item=item, organization=str(facts.organization(1)))
        path, found = made.headers["Location"], made.json()
        assert (found["symbol"], found["missing"], found["item"]) == ("RBC/7/DOC/1", ["en", "fa"], item)
        assert (await then(chair, path, "revise", {})).json()["code"] == "no-versions"
        for _ in range(2):
            assert (await then(chair, path, "versions", LINK)).json()["missing"] == ["fa"]
        revised = (await then(chair, path, "revise", {"hand_in_by": "2031-03-08"})).json()
        assert (revised["symbol"], revised["missing"]) == ("RBC/7/DOC/1/Rev.1", ["en", "fa"])
        stale = await chair.post(f"{path}/versions", json=LINK, headers={"If-Match": '"1"'})
        assert (stale.status_code, (await chair.post(f"{path}/versions", json=LINK)).status_code) == (412, 428)
        tag = {"If-Match": (await chair.get(path)).headers["ETag"]}
        changed = await chair.put(path, json=LISTED | {"title": {"en": "All gauges"}}, headers=tag)
        assert (changed.json()["title"], changed.json()["number"]) == ({"en": "All gauges"}, 1)


async def test_the_log_says_in_which_language_it_is_there_and_not_where(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        made = await lists(chair)
        await then(chair, made.headers["Location"], "versions", LINK)
        [document] = [each for id, each in there.said.items() if str(id) == made.json()["id"]]
        assert [each.type for each in document.outbox] == [
            "meeting-document.listed.v1",
            "meeting-document.version-added.v1",
        ]
        assert "documents.example" not in str(document.outbox)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"title": {}}, "title"),
        ({"prefix": "rbc 7"}, "prefix"),
        ({"distribution": "secret"}, "distribution"),
        ({"item": str(known("no item"))}, "item"),
        ({"organization": str(known("no organization"))}, "organization"),
        ({"hand_in_by": "soon"}, "hand_in_by"),
    ],
)
async def test_what_is_no_document_is_refused(there: Site, form: dict[str, Any], field: str) -> None:
    async with there.client(CHAIR) as chair:
        refused = await lists(chair, **form)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)


@pytest.mark.parametrize("address", ["http://documents.example/a", "javascript:alert(1)", "documents.example", ""])
async def test_a_version_is_found_at_a_link_that_is_encrypted(there: Site, address: str) -> None:
    async with there.client(CHAIR) as chair:
        path = (await lists(chair)).headers["Location"]
        assert (await then(chair, path, "versions", LINK | {"address": address})).status_code == 422


@pytest.mark.parametrize(
    ("roles", "reads"),
    [
        ((), ["general"]),
        (("observer",), ["general", "limited"]),
        ((f"chair:{known('x')}",), ["general"]),
        ((CHAIR,), ["general", "limited", "restricted"]),
        (("secretariat",), ["general", "limited", "restricted"]),
    ],
)
async def test_who_reads_it_is_said_by_its_distribution(there: Site, roles: tuple[str, ...], reads: list[str]) -> None:
    async with there.client("secretariat") as secretary:
        made = [(await lists(secretary, distribution=each)) for each in ("general", "limited", "restricted")]
    async with there.client() as nobody:
        assert (await nobody.get(PATH)).status_code == 404, "nothing is published yet"
    await there.adjourn()
    await there.publish()
    async with there.client(*roles) as client:
        assert [each["distribution"] for each in (await client.get(PATH)).json()] == reads
        answers = [(await client.get(each.headers["Location"])).status_code for each in made]
        assert answers == [200] * len(reads) + [404] * (3 - len(reads))


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((f"chair:{known('x')}",), 404)])
async def test_it_is_kept_by_who_keeps_the_minutes(there: Site, roles: tuple[str, ...], status: int) -> None:
    async with there.client(*roles) as client:
        assert (await lists(client)).status_code == status


async def test_a_document_of_another_gathering_is_not_here_and_a_translation_may_come_late(there: Site) -> None:
    other = known("other gathering")
    await there.hear([Told(other, 1, facts.announced().model_copy(update={"gathering": other}))])
    async with there.client("secretariat") as secretary:
        path = (await lists(secretary)).headers["Location"]
        elsewhere = path.replace(str(GATHERING), str(other))
        assert (await secretary.get(elsewhere)).status_code == 404
        assert (await secretary.post(f"{elsewhere}/withdraw", headers={"If-Match": '"1"'})).status_code == 404
        await there.adjourn()
        await there.publish()
        assert (await then(secretary, path, "versions", LINK)).status_code == 200
