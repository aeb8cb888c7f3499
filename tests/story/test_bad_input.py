"""Bad input over HTTP: a clear problem, nothing else disturbed."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.story.chain import everybody_registered, gathering_form
from tests.story.house import house

BROKEN_CSV = """email,name,language,calendar,organization
fine@example.org,Fine,en,gregorian,
not an address,Named,en,gregorian,
other@example.org,,en,gregorian,
third@example.org,Third,xx,lunar,
fourth@example.org,Fourth,en,gregorian,NOWHERE
fine@example.org,Again,en,gregorian,
"""

PATHS = ("/registration/v1/gatherings", "/minutes/", "/notifications/v1/notifications", "/", "/health/live")


def problem(answer: httpx.Response, status: int, slug: str) -> dict[str, Any]:
    """What is said, after a look at how."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    assert (said["status"], said["type"]) == (status, f"/problems/{slug}")
    assert said["instance"].endswith(answer.headers["x-correlation-id"])
    return said


async def test_a_broken_csv_is_refused_whole_and_each_bad_cell_is_named(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        table: dict[str, Any] = {"content": BROKEN_CSV.encode(), "headers": {"Content-Type": "text/csv"}}
        path = "/registration/v1/imports/people"
        dry = (await secretary.post(path, params={"dry_run": True}, **table)).json()
        named = [(each["line"], each["column"]) for each in dry["problems"]]
        expected = {(3, "email"), (4, "name"), (5, "language"), (5, "calendar"), (6, "organization"), (7, "email")}
        assert set(named) == expected
        said = problem(await secretary.post(path, **table), 422, "invalid")
        assert said["code"] == "rows-refused"
        assert {each["field"] for each in said["errors"]} == {f"line {line}, {column}" for line, column in named}
        assert (await secretary.get("/registration/v1/people")).json() == []


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"nonsense", b"email,name\n\x00,\x00\n", b'email,name\n"a', b"\n" * 50]
)
async def test_what_is_no_table_at_all_is_refused(tmp_path: Path, content: bytes) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        for what in ("people", "organizations"):
            answer = await secretary.post(
                f"/registration/v1/imports/{what}", content=content, headers={"Content-Type": "text/csv"}
            )
            problem(answer, 422, "invalid")


async def test_an_unknown_category_is_refused_and_nobody_else_is_disturbed(tmp_path: Path) -> None:
    async with everybody_registered(tmp_path) as chain:
        secretary = chain.secretary
        before = await chain.standing()
        form = {"name": "Robin Newcomer", "email": "new@example.org"}
        newcomer = (await chain.post("/registration/v1/people", form)).json()["id"]
        for person in (newcomer, chain.people[0]):
            form = {"category": "royalty", "person": person}
            problem(await secretary.post(f"{chain.path}/registrations", json=form), 422, "invalid")
        assert await chain.standing() == before


async def test_a_request_that_cannot_be_taken_says_why(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        made = await secretary.post("/registration/v1/gatherings", json=gathering_form())
        path = f"/registration/v1/gatherings/{made.json()['id']}"
        gatherings, tag = "/registration/v1/gatherings", made.headers["ETag"]
        problem(
            await secretary.post(gatherings, content=b"{" + b" " * 70_000 + b"}", headers=_json()), 413, "too-large"
        )
        problem(await secretary.post(gatherings, json=gathering_form(surprise=1)), 422, "invalid")
        problem(await secretary.post(gatherings, data={"title": "x"}), 415, "media-type")
        problem(await secretary.post(gatherings, content=b"{", headers=_json()), 400, "bad-request")
        problem(await anybody.post(gatherings, json=gathering_form()), 401, "unauthenticated")
        problem(await secretary.post(f"{path}/announce"), 428, "if-match-required")
        assert (await secretary.post(f"{path}/announce", headers={"If-Match": tag})).status_code == 200
        problem(await secretary.post(f"{path}/open", headers={"If-Match": tag}), 412, "stale")
        problem(await secretary.post(f"{path}/announce", headers={"If-Match": '"2"'}), 409, "conflict")
        assert (await secretary.get(path)).json()["state"] == "announced"


async def test_a_wrong_token_is_refused_by_every_service(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        token = secretary.headers["Authorization"]
        other = token[:-8] + ("A" * 8 if token[-8:] != "A" * 8 else "B" * 8)
        for shown in ("Bearer no.to.ken", other, "Basic c2VjcmV0", "Bearer"):
            async with here.client(Authorization=shown) as stranger:
                for name in ("registration", "notifications", "minutes"):
                    answer = await stranger.get(f"/{name}/v1/dead-letters")
                    problem(answer, 401, "unauthenticated")
                    assert answer.headers["www-authenticate"] == "Bearer"
        async with here.client("observer") as observer:
            problem(await observer.get("/registration/v1/people"), 403, "forbidden")


async def test_every_unknown_address_and_method_is_a_problem(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        for prefix in ("", "/registration", "/notifications", "/minutes"):
            problem(await secretary.get(f"{prefix}/v1/nowhere"), 404, "not-found")
            problem(await secretary.get(f"{prefix}/static/nothing.css"), 404, "not-found")
        for path in ("gatherings", "people", "registrations", "organizations", "bodies"):
            problem(await secretary.get(f"/registration/v1/{path}/{uuid4()}"), 404, "not-found")
        problem(await secretary.get("/registration/v1/gatherings/no-id"), 422, "invalid")
        for path in PATHS:
            refused = await secretary.request("DELETE", path)
            problem(refused, 405, "method-not-allowed")
            assert {"GET", "HEAD"} <= set(refused.headers["allow"].split(", "))
        allowed = (await secretary.request("DELETE", "/registration/v1/gatherings")).headers["allow"]
        assert allowed == "GET, HEAD, POST"
        problem(await secretary.request("BREW", "/registration/v1/gatherings"), 405, "method-not-allowed")


def _json() -> dict[str, str]:
    return {"Content-Type": "application/json"}
