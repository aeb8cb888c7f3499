"""The API of minutes: who may, and what is answered."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.minutes import facts
from tests.minutes.facts import BODY, GATHERING
from tests.minutes.site import API, Site, site

DECISION = {"text": {"en": "The council meets again in spring.", "fa": "شورا در بهار باز گرد هم می‌آید."}}
BY_HANDS = {**DECISION, "adoption": "show_of_hands", "votes": {"in_favour": 2, "against": 1}}
BY_CONSENSUS = {**DECISION, "adoption": "consensus"}


@pytest.fixture
async def there(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as found:
        await found.convene()
        yield found


@pytest.mark.parametrize(
    ("roles", "read", "attendance", "write"),
    [
        ((), 404, 401, 401),
        (("observer",), 200, 403, 403),
        ((f"focal-point:{facts.organization(0)}",), 404, 403, 403),
        ((f"chair:{facts.known('another body')}",), 404, 404, 404),
        ((f"chair:{BODY}",), 200, 200, 201),
        (("secretariat",), 200, 200, 201),
    ],
)
async def test_minutes_before_publication_are_for_those_who_keep_or_observe_them(
    there: Site, roles: tuple[str, ...], read: int, attendance: int, write: int
) -> None:
    async with there.client(*roles) as client:
        for path in ("", "/quorum", "/decisions"):
            assert (await client.get(API + path)).status_code == read
        assert (await client.get(f"{API}/attendance")).status_code == attendance
        assert (await client.post(f"{API}/decisions", json=BY_CONSENSUS)).status_code == write
        refused = 428 if write == 201 else write
        for step in ("approve", "publish"):
            assert (await client.post(f"{API}/{step}")).status_code == refused


async def test_published_minutes_are_everybodys_but_who_attended_is_not_listed(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/decisions", json=BY_HANDS)
    await there.adjourn()
    await there.publish()
    async with there.client() as anybody:
        minutes = (await anybody.get(API)).json()
        assert (minutes["state"], minutes["path"]) == ("published", f"/minutes/{GATHERING}")
        assert [each["number"] for each in (await anybody.get(f"{API}/decisions")).json()] == [1]
        assert (await anybody.get(made.headers["Location"])).json() == made.json()
        assert (await anybody.get(f"{API}/attendance")).status_code == 401


async def test_a_decision_says_what_the_minutes_knew_of_the_quorum(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        first = await secretary.post(f"{API}/decisions", json=BY_HANDS)
        assert first.json()["quorum"] == {"members": 3, "required": 2, "present": 3}
        await there.leave(0)
        await there.leave(1)
        quorum = (await secretary.get(f"{API}/quorum")).json()
        assert (quorum["count"]["present"], quorum["quorate"]) == (1, False)
        refused = await secretary.post(f"{API}/decisions", json=BY_HANDS)
        assert (refused.status_code, refused.json()["code"]) == (409, "no-quorum")


async def test_a_decision_may_have_paragraphs(there: Site) -> None:
    text = {"en": "The council meets:\n\n1.\tin spring;\r\n2.\tin the delta."}
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/decisions", json=BY_CONSENSUS | {"text": text})
        assert (made.status_code, made.json()["text"]) == (201, text)


async def test_the_same_key_records_one_decision(there: Site) -> None:
    async with there.client("secretariat", **{"Idempotency-Key": "resolution-1"}) as secretary:
        first = await secretary.post(f"{API}/decisions", json=BY_CONSENSUS)
        again = await secretary.post(f"{API}/decisions", json=BY_CONSENSUS)
        other = await secretary.post(f"{API}/decisions", json=BY_HANDS)
        assert first.json() == again.json()
        assert other.status_code == 422
        assert len((await secretary.get(f"{API}/decisions")).json()) == 1


@pytest.mark.parametrize(
    "form",
    [
        {**BY_CONSENSUS, "adoption": "shouting"},
        {**BY_CONSENSUS, "votes": {"in_favour": 1, "against": 0}},
        {**BY_HANDS, "votes": {"in_favour": -1, "against": 0}},
        {**BY_HANDS, "votes": {"in_favour": 1, "against": 0, "confused": 3}},
        {**BY_HANDS, "votes": {"in_favour": True, "against": 0}},
        {**BY_HANDS, "votes": {"in_favour": "1", "against": 0}},
        {**BY_CONSENSUS, "text": {"en": "The council\x00 meets."}},
        {**BY_CONSENSUS, "text": {"en": "The council\u2028meets."}},
        {**DECISION, "adoption": "recorded_vote"},
        {"text": {}, "adoption": "consensus"},
        {"text": {"en": "  "}, "adoption": "consensus"},
        {"text": {"../en": "x"}, "adoption": "consensus"},
        {**BY_CONSENSUS, "number": 7},
    ],
)
async def test_what_cannot_be_a_decision_is_refused(there: Site, form: dict[str, object]) -> None:
    async with there.client("secretariat") as secretary:
        refused = await secretary.post(f"{API}/decisions", json=form)
        assert refused.status_code == 422
        assert refused.json()["errors"]


async def test_approval_needs_the_version_that_was_read_and_the_end_of_the_session(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair:
        seen = (await chair.get(API)).headers["ETag"]
        early = await chair.post(f"{API}/approve", headers={"If-Match": seen})
        assert (early.status_code, early.json()["code"]) == (409, "not-closed")
        await there.adjourn()
        assert (await chair.post(f"{API}/approve", headers={"If-Match": seen})).status_code == 412
        seen = (await chair.get(API)).headers["ETag"]
        approved = await chair.post(f"{API}/approve", headers={"If-Match": seen})
        assert approved.json()["state"] == "approved"
        assert (await chair.get(API)).headers["ETag"] == approved.headers["ETag"]


async def test_attendance_is_listed_page_by_page_with_names_and_passages(there: Site) -> None:
    found: list[dict[str, object]] = []
    async with there.client("secretariat") as secretary:
        address: str | None = f"{API}/attendance?limit=4"
        while address:
            page = await secretary.get(address)
            found += page.json()
            address = page.links.get("next", {}).get("url")
    assert len({each["registration"] for each in found}) == 6
    delegates = [each for each in found if each["category"] == "delegate"]
    assert {each["name"] for each in delegates} == {"Robin Example 0", "نمونه رودبار 1", "مثال النهري 2"}
    assert all(each["inside"] for each in found)


async def test_minutes_and_decisions_that_are_not_there_are_not_found(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        assert (await secretary.get(f"/minutes/v1/minutes/{BODY}")).status_code == 404
        assert (await secretary.get(f"{API}/decisions/{BODY}")).status_code == 404
        assert (await secretary.get("/minutes/v1/minutes/not-an-id")).status_code == 422
