"""Whatever goes wrong is a problem document, and says nothing of our inside nor of what was sent."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from shared.http.problems import KINDS
from shared.locale import DEFAULTS, LANGUAGES, Texts
from tests.shared.toy import Site, site, written

FORM = "application/x-www-form-urlencoded"
NOTES = "/toy/v1/notes"
JSON = {"Content-Type": "application/json"}


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("method", "path", "status", "slug"),
    [
        ("GET", "/nowhere", 404, "not-found"),
        ("GET", "/toy/v1/nowhere", 404, "not-found"),
        ("GET", "/toy/v1/notes/00000000-0000-0000-0000-000000000001", 404, "not-found"),
        ("GET", "/toy/v1/notes/no-id", 422, "invalid"),
        ("DELETE", "/toy/v1/notes", 405, "method-not-allowed"),
        ("GET", "/toy/v1/broken/missing", 404, "not-found"),
        ("GET", "/toy/v1/broken/away", 503, "unavailable"),
        ("GET", "/toy/v1/broken/bug", 500, "internal"),
        ("GET", "/problems/nothing", 404, "not-found"),
    ],
)
async def test_every_error_is_a_problem(here: Site, method: str, path: str, status: int, slug: str) -> None:
    async with here.client("secretariat") as client:
        answer = await client.request(method, path, headers={"X-Correlation-ID": "abc-12345"})
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"], problem["type"]) == (status, status, f"/problems/{slug}")
    assert problem["instance"] == "urn:plenary:request:abc-12345"
    assert ("retry-after" in answer.headers) == (status == 503)
    assert "secret" not in answer.text


async def test_what_takes_too_long_is_given_up(tmp_path: Path) -> None:
    async with site(tmp_path, time_limit=0.01) as here, here.client() as client:
        answer = await client.get("/toy/v1/broken/slow")
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/time-limit")


async def test_405_says_what_is_allowed(here: Site) -> None:
    async with here.client("secretariat") as client:
        answer = await client.patch(f"{NOTES}/00000000-0000-0000-0000-000000000001", json={})
        assert answer.status_code == 405
        assert answer.headers["allow"]


async def test_a_rule_of_a_service_keeps_its_own_code(here: Site) -> None:
    async with here.client("secretariat") as client:
        answer = (await client.post(NOTES, json={"seats": 13})).json()
    assert (answer["type"], answer["code"], answer["detail"]) == ("/problems/conflict", "unlucky", "Not thirteen.")


async def test_a_wrong_field_is_named_and_its_value_is_not_repeated(here: Site) -> None:
    async with here.client("secretariat") as client:
        answer = await client.post(NOTES, json={"seats": "hunter2", "a/b~c": 1})
    named = {each["pointer"]: each["detail"] for each in answer.json()["errors"]}
    assert answer.status_code == 422
    assert set(named) == {"#/seats", "#/a~1b~0c"}
    assert "hunter2" not in answer.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b"\xff", 400),
        (b"[" * 60_000, 400),
        (b'{"seats":1,"more":' + b"[" * 40 + b"]" * 40 + b"}", 400),
        (b'{"seats":1,"more":' + b"[" * 400 + b"]" * 400 + b"}", 400),
        (b'{"seats":1,"more":[' + b"[[],[]]," * 30 + b"[]]}", 201),
        (b'{"seats":1,"label":"' + b"[" * 5_000 + b'"}', 201),
        (b'{"seats":1,"label":"' + b'\\"[' * 5_000, 400),
        (b'{"seats":NaN}', 422),
        (b'{"seats":1e999}', 422),
        (b'{"seats":' + b"9" * 6_000 + b"}", 400),
        (b'{"seats":1,"label":"\\ud800"}', 400),
        (b'{"seats":' + b"1" + b" " * 70_000 + b"}", 413),
    ],
)
async def test_hostile_bodies_are_refused_quietly(here: Site, body: bytes, status: int) -> None:
    async with here.client("secretariat") as client:
        answer = await client.post(NOTES, content=body, headers=JSON)
    assert answer.status_code == status
    assert status == 201 or answer.headers["content-type"] == "application/problem+json"


async def test_a_body_without_a_length_is_counted_as_it_comes(here: Site) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 1_000

    async with here.client("secretariat") as client:
        answer = await client.post(NOTES, content=chunks(), headers=JSON)
        large = await client.post("/toy/v1/import", content=chunks(), headers={"Content-Type": "text/csv"})
        larger = await client.post("/toy/v1/import", content=b"x" * 500_001, headers={"Content-Type": "text/csv"})
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")
    assert (large.status_code, large.json()) == (200, 100_000)
    assert (larger.status_code, larger.json()["type"]) == (413, "/problems/too-large")


@pytest.mark.parametrize(
    ("path", "media", "status"),
    [
        (NOTES, "text/plain", 415),
        (NOTES, FORM, 415),
        (NOTES, "", 415),
        (NOTES, "Application/JSON; charset=utf-8", 201),
        ("/toy/v1/import", "application/json", 415),
        ("/toy/v1/import", "text/csv; charset=utf-8", 200),
        ("/toy/v1/signup", "application/json", 415),
        ("/toy/v1/signup", FORM, 422),
    ],
)
async def test_a_body_of_another_media_type_is_a_415(here: Site, path: str, media: str, status: int) -> None:
    async with here.client("secretariat") as client:
        answer = await client.post(path, content=b'{"seats":1}', headers={"Content-Type": media} if media else {})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "media"), [(NOTES, "application/json"), ("/toy/v1/import", "text/csv"), ("/toy/v1/signup", FORM)]
)
async def test_a_body_that_is_compressed_is_a_415(here: Site, path: str, media: str) -> None:
    async with here.client("secretariat") as client:
        for encoding, status in (("gzip", 415), ("identity, br", 415), ("Identity", None)):
            headers = {"Content-Type": media, "Content-Encoding": encoding}
            body = b'{"seats":1}' if status is None else gzip.compress(b'{"seats":1}')
            answer = await client.post(path, content=body, headers=headers)
            assert (answer.status_code == 415) is (status == 415)
            assert answer.headers.get("accept-encoding") == ("identity" if status else None)


async def test_a_browser_gets_a_page(here: Site) -> None:
    async with here.client(headers={"Accept": "text/html,*/*", "Accept-Language": "fa"}) as browser:
        answer = await browser.get(f"{NOTES}/x")
    assert answer.status_code == 401
    assert 'dir="rtl"' in answer.text
    assert "وارد شوید" in answer.text


@pytest.mark.parametrize("slug", KINDS)
async def test_every_type_explains_itself(here: Site, slug: str) -> None:
    async with here.client() as client:
        told = (await client.get(f"/problems/{slug}")).json()
        page = await client.get(f"/problems/{slug}", headers={"Accept": "text/html"})
    assert told["status"] == KINDS[slug].status
    assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_page_says_each_type_in_the_readers_language(here: Site, language: str) -> None:
    texts = Texts(language, DEFAULTS[language].digits, "shared.web")
    said = {slug: texts[f"means_{slug}"] for slug in KINDS}
    assert len(set(said.values())) == len(KINDS)
    async with here.client(headers={"Accept": "text/html", "Accept-Language": language}) as browser:
        page = (await browser.get("/nowhere")).text
        kind = (await browser.get("/problems/stale")).text
    assert said["not-found"] in page
    assert ("<details open>" in page) is (language == "en")
    assert said["stale"] in kind


async def test_an_error_is_logged_without_its_text(here: Site) -> None:
    with written() as found:
        async with here.client() as client:
            await client.get("/toy/v1/broken/bug?who=somebody")
        lines = found()
    assert lines[0]["error"] == "RuntimeError"
    assert "GET /toy/v1/broken/{how} 500" in lines[1]["message"]
    assert not any("secret text" in str(line) or "somebody" in str(line) for line in lines)


async def test_a_parameter_that_nobody_asks_for_is_refused(here: Site) -> None:
    async with here.client("observer") as client:
        refused = await client.get("/toy/v1/notes?seat=3&limit=1&after=")
        linked = await client.get("/toy/v1/reply?link=x&more=1")
        page = await client.get("/sign-in?utm_source=x")
    assert refused.status_code == 422
    assert {"field": "seat", "detail": "There is no such parameter.", "in": "query"} in refused.json()["errors"]
    assert linked.status_code in {403, 422}
    assert page.status_code == 303
