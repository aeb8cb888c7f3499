"""The API of a final statement: who reads what of it when, and the whole way to its correction."""

from typing import Any

import httpx
import pytest

from tests.minutes.facts import BODY
from tests.minutes.final_statement.facts import DAILY, MEASURE, PUBLISH, RECALLING
from tests.minutes.house import API, Site
from tests.world.facts import GATHERING, known

FINAL = f"{API}/final-statement"


async def do(client: httpx.AsyncClient, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
    """Ask for something as who has just read it."""
    tag = (await client.get(FINAL)).headers["ETag"]
    return await client.post(f"{FINAL}{path}", json=body, headers={"If-Match": tag})


async def drafted(client: httpx.AsyncClient) -> list[str]:
    """Three paragraphs, by id."""
    assert (await client.post(FINAL, json={"authoritative": "en"})).status_code == 201
    for part, text in (("preamble", RECALLING), ("operative", MEASURE), ("operative", PUBLISH)):
        made = await client.post(f"{FINAL}/paragraphs", json={"part": part, "text": text})
        assert made.status_code == 201, made.text
    return [each["id"] for each in made.json()["paragraphs"]]


async def adopted(client: httpx.AsyncClient) -> list[str]:
    ids = await drafted(client)
    assert (await do(client, "/open")).status_code == 200
    assert (await do(client, "/adopt", {})).status_code == 200
    return ids


async def test_the_whole_way_from_the_draft_to_what_is_adopted(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        _, measure, publish = await drafted(secretary)
        early = await secretary.post(f"{FINAL}/amendments", json={"amendment_kind": "delete", "paragraph": measure})
        assert (early.status_code, early.json()["code"]) == (409, "not-open")
        await do(secretary, "/open")
        form = {"amendment_kind": "replace", "paragraph": measure, "text": DAILY}
        one = (await secretary.post(f"{FINAL}/amendments", json=form)).json()
        form = {"amendment_kind": "delete", "paragraph": publish, "person": str(known("person 1"))}
        other = (await secretary.post(f"{FINAL}/amendments", json=form)).json()
        assert (one["number"], other["number"], one["against"]) == (1, 2, MEASURE["en"])
        await do(secretary, f"/paragraphs/{measure}/write", {"text": {"en": "Asks each state to measure;"}})
        moved = await do(secretary, f"/amendments/{one['id']}/accept", {})
        assert (moved.status_code, moved.json()["code"]) == (409, "paragraph-moved")
        assert (await secretary.get(f"{FINAL}/amendments")).json()[0]["moved"] is True
        accepted = await do(secretary, f"/amendments/{one['id']}/accept", {"over": True})
        assert (accepted.json()["state"], accepted.json()["was"]) == ("accepted", "Asks each state to measure;")
        still = await do(secretary, "/adopt", {})
        assert still.json()["code"] == "amendments-open"
        await do(secretary, f"/amendments/{other['id']}/reject", {"reason": "It is needed."})
        done = (await do(secretary, "/adopt", {})).json()
        assert (done["state"], [each["number"] for each in done["paragraphs"]]) == ("adopted", [None, 1, 2])


async def test_what_is_adopted_is_everybody_s_and_each_correction_is_a_version(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        [_, _, publish] = await adopted(secretary)
        changed = await do(secretary, f"/paragraphs/{publish}/write", {"text": {"en": "Other."}})
        assert changed.json()["code"] == "adopted"
        slip = {"text": {"en": "Calls upon each state to publish it."}, "reason": "A slip."}
        corrected = (await do(secretary, f"/paragraphs/{publish}/correct", slip)).json()
        assert [(each["number"], each["reason"]) for each in corrected["versions"]] == [
            (0, ""),
            (1, ""),
            (2, "A slip."),
        ]
        assert corrected["versions"][1]["paragraphs"][2]["text"] == PUBLISH
    assert there.events(GATHERING)[-1:] == ["final-statement.corrected.v1"]
    async with there.client() as anybody:
        read = (await anybody.get(FINAL)).json()
        assert [each["number"] for each in read["versions"]] == [1, 2], "what lay before the gathering is not published"
        assert (await anybody.get(f"{FINAL}/amendments")).status_code == 404


@pytest.mark.parametrize(
    ("roles", "status"),
    [
        ((), 404),
        (("person",), 404),
        ((f"chair:{known('another')}",), 404),
        (("observer",), 200),
        ((f"chair:{BODY}",), 200),
    ],
)
async def test_a_draft_is_for_who_keeps_or_observes_the_minutes_also_once_those_are_published(
    there: Site, roles: tuple[str, ...], status: int
) -> None:
    async with there.client("secretariat") as secretary:
        await drafted(secretary)
    await there.adjourn()
    await there.publish()
    async with there.client(*roles) as client:
        assert (await client.get(FINAL)).status_code == status
        assert (await client.get(f"{FINAL}/amendments")).status_code == status


async def test_asked_twice_it_is_one(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        [_, measure, _] = await drafted(secretary)
        again = await secretary.post(FINAL, json={"authoritative": "fa"})
        assert again.json()["authoritative"] == "en"
        await do(secretary, "/open")
        form = {"amendment_kind": "replace", "paragraph": measure, "text": DAILY}
        twice = [
            await secretary.post(f"{FINAL}/amendments", json=form, headers={"Idempotency-Key": "one"}) for _ in range(2)
        ]
        assert twice[0].json()["id"] == twice[1].json()["id"]
        assert len((await secretary.get(f"{FINAL}/amendments")).json()) == 1
        for _ in range(2):
            assert (await do(secretary, f"/amendments/{twice[0].json()['id']}/accept", {})).status_code == 200
        for _ in range(2):
            assert (await do(secretary, "/adopt", {})).json()["state"] == "adopted"
        assert len((await secretary.get(FINAL)).json()["versions"]) == 2


async def test_who_saw_an_older_text_changes_nothing(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        [_, measure, publish] = await drafted(secretary)
        tag = (await secretary.get(FINAL)).headers["ETag"]
        await do(secretary, f"/paragraphs/{publish}/leave-out")
        late = await secretary.post(
            f"{FINAL}/paragraphs/{measure}/write", json={"text": DAILY}, headers={"If-Match": tag}
        )
        assert late.status_code == 412
        gone = await do(secretary, f"/paragraphs/{publish}/write", {"text": PUBLISH})
        assert (gone.status_code, gone.json()["code"]) == (409, "paragraph-gone")


@pytest.mark.parametrize(
    ("path", "wrong", "field"),
    [
        (
            "/amendments",
            {"amendment_kind": "insert", "text": PUBLISH, "organization": str(known("no"))},
            "organization",
        ),
        ("/amendments", {"amendment_kind": "insert", "text": PUBLISH, "person": str(known("no"))}, "person"),
        ("/amendments", {"amendment_kind": "insert"}, "text"),
        ("/paragraphs", {"part": "operative", "text": {"fa": "تنها فارسی"}}, "text"),
        ("/adopt", {"decision": str(known("no"))}, "decision"),
    ],
)
async def test_what_is_not_on_record_is_refused_at_its_field(
    there: Site, path: str, wrong: dict[str, Any], field: str
) -> None:
    async with there.client("secretariat") as secretary:
        await drafted(secretary)
        await do(secretary, "/open")
        refused = await do(secretary, path, wrong)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
