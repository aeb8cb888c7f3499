"""What is large goes out compressed: with a tag of its own, good for all that a tag is good for, and no secret beside it."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from starlette.types import Message, Receive, Scope, Send

from shared.http.coding import SMALLEST, Coded
from tests.shared.toy import Site, site

NOTES, DOCS = "/toy/v1/notes", "/toy/docs"
MANY = f"{NOTES}?limit=100"
PLAIN = {"Accept-Encoding": "identity"}
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    """With a list that is worth it."""
    async with site(tmp_path) as made:
        async with made.client("secretariat") as client:
            for n in range(SMALLEST // 50):
                await client.post(NOTES, json={"seats": n})
        yield made


def coding(answer: httpx.Response) -> str:
    return str(answer.headers.get("content-encoding", ""))


async def test_what_is_large_is_compressed_for_whoever_takes_it(here: Site) -> None:
    async with here.client("secretariat") as client:
        plain = await client.get(MANY, headers=PLAIN)
        async with client.stream("GET", MANY) as answer:
            raw = b"".join([part async for part in answer.aiter_raw()])
    assert (coding(plain), coding(answer)) == ("", "gzip")
    assert len(raw) < len(plain.content) / 2
    assert gzip.decompress(raw) == plain.content
    assert answer.headers["content-length"] == str(len(raw))
    assert "Accept-Encoding" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("accepted", "coded"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0, br", False),
        ("br", False),
        ("", False),
    ],
)
async def test_it_is_compressed_if_the_client_says_so(here: Site, accepted: str, coded: bool) -> None:
    async with here.client("secretariat") as client:
        assert (coding(await client.get(MANY, headers={"Accept-Encoding": accepted})) == "gzip") is coded


async def test_what_is_small_and_what_changes_something_goes_as_it_is(here: Site) -> None:
    async with here.client("secretariat") as client:
        small = await client.get("/toy/v1/whoami")
        changed = await client.post(NOTES, json={"seats": 1, "label": "x" * 9000})
        wrong = await client.post(NOTES, json={"seats": 1, "x" * 9000: 1})
    assert [coding(each) for each in (small, changed, wrong)] == ["", "", ""]


async def test_head_says_what_get_does(here: Site) -> None:
    async with here.client("secretariat") as client:
        for path in (MANY, DOCS, "/static/plenary.css"):
            got, head = await client.get(path), await client.head(path)
            assert (head.status_code, head.content) == (200, b"")
            names = ("etag", "content-encoding", "content-length", "vary")
            told = [[each.headers.get(name) for name in names] for each in (got, head)]
            assert told[0] == told[1]
            assert told[0][1] == "gzip"


async def test_the_tag_of_a_compressed_file_is_its_own_and_is_known_again(here: Site) -> None:
    async with here.client() as client:
        coded, plain = [await client.get("/static/plenary.css", headers=each) for each in ({}, PLAIN)]
        tags = [each.headers["etag"] for each in (coded, plain)]
        assert tags[0] == tags[1].removesuffix('"') + '-gzip"'
        for tag, headers in ((tags[0], {}), (tags[1], {}), (tags[1], PLAIN)):
            again = await client.get("/static/plenary.css", headers={"If-None-Match": tag, **headers})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert all("Accept-Encoding" in each.headers["vary"] for each in (coded, plain, again)), "it may be kept"


async def test_the_tag_that_came_with_a_compressed_answer_is_good_for_a_change(here: Site) -> None:
    async with here.client("secretariat") as client:
        path = f"{NOTES}/{(await client.post(NOTES, json={'seats': 1})).json()['id']}"
        for tags, status in (('"1-gzip"', 200), ('"1-gzip"', 412), ('"9", "2-gzip"', 200), ('W/"3-gzip"', 412)):
            changed = await client.put(path, json={"seats": 5}, headers={"If-Match": tags})
            assert changed.status_code == status


async def test_what_a_cookie_or_a_link_opens_is_compressed_for_our_own_pages_alone(here: Site) -> None:
    async with here.client() as browser:
        public = [await browser.get(DOCS, headers=each) for each in ({}, OURS, {"Sec-Fetch-Site": "cross-site"})]
        linked = [await browser.get(f"{DOCS}?link=x", headers=each) for each in ({}, OURS)]
        here.sign_in(browser)
        signed_in = [await browser.get(DOCS, headers={"Sec-Fetch-Site": each}) for each in ("same-origin", "none")]
        others = [await browser.get(DOCS, headers={"Sec-Fetch-Site": each}) for each in ("same-site", "cross-site")]
        unsaid = await browser.get(DOCS)
    assert [coding(each) for each in (*public, *linked)] == ["gzip", "gzip", "gzip", "", "gzip"]
    assert [coding(each) for each in (*signed_in, *others, unsaid)] == ["gzip", "gzip", "", "", ""]


async def test_a_stream_of_events_is_neither_compressed_nor_held_back() -> None:
    said: list[Message] = []

    async def events(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
        for n in range(1, 3):
            await send({"type": "http.response.body", "body": b"x" * 9000, "more_body": n == 1})
            assert [each.get("body", b"") for each in said] == [b"", *[b"x" * 9000] * n], (
                "each is there before the next"
            )

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        said.append(message)

    await Coded(events)({"type": "http", "headers": [(b"accept-encoding", b"gzip")]}, receive, send)
    assert said[0]["headers"] == [(b"content-type", b"text/event-stream")]
