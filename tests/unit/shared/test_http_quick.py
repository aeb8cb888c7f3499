"""The short way and FastAPI's own way give the same answers."""

import json
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from fastapi import APIRouter, Body, Cookie, Depends, FastAPI, Header, Query, Request, Response
from starlette.types import Receive, Scope, Send

from shared.http import problems, public
from shared.http.gate import Gate
from shared.http.quick import Quick
from tests.unit.shared.toy import NoteForm, Site, routes, site

ID = str(UUID(int=7))


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as made:
        yield made


def slow(here: Site) -> FastAPI:
    """The same app without the short way."""
    app = FastAPI(redirect_slashes=False)
    fast = here.app.apps["toy"]
    app.state = fast.state
    problems.install(app)
    given: dict[str, Any] = next(each.kwargs for each in fast.user_middleware if each.kwargs.get("door"))
    app.add_middleware(Gate, **given)
    app.include_router(routes, max_body_size=65_536)
    return app


def _compared(answer: httpx.Response) -> Any:
    """All but the words: pydantic says a few things differently of JSON than of Python objects."""
    headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
    said: Any = json.loads(answer.content or b"null")
    if answer.is_error and isinstance(said, dict):
        said.pop("detail", None)
        for each in said.get("errors", []):
            each.pop("detail")
    return answer.status_code, headers, said


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/v1/whoami", b""),
        ("HEAD", "/v1/whoami", b""),
        ("GET", "/v1/whoami/", b""),
        ("GET", f"/v1/notes/{ID}", b""),
        ("GET", "/v1/notes/x%2Fy", b""),
        ("GET", "/v1/notes/a%0A", b""),
        ("GET", "/v1/notes%0A", b""),
        ("GET", "/v1/notes?limit=0&seats=x", b""),
        ("GET", "/v1/notes?seats=4", b""),
        ("GET", "/v1/reply", b""),
        ("PUT", f"/v1/notes/{ID}", b'{"seats": 4}'),
        ("PUT", f"/v1/notes/{ID}", b"{}"),
        ("PUT", "/v1/notes/no-id", b'{"seats": "x", "other": {}}'),
        ("POST", "/v1/notes", b'{"seats": "12", "label": "  x "}'),
        ("POST", "/v1/notes", b'{"seats": 1.5, "more": {}}'),
        ("POST", "/v1/notes", b"[]"),
        ("POST", "/v1/notes", b""),
        ("POST", "/v1/notes", b"{"),
        ("POST", "/v1/notes", b"[" * 1000),
        ("POST", "/v1/notes", b" " * 70_000),
        ("POST", "/v1/import", b"x"),
        ("DELETE", "/v1/notes", b""),
        ("GET", "/v1/broken/away", b""),
        ("GET", "/v1/broken/missing", b""),
    ],
)
async def test_both_ways_answer_alike(here: Site, method: str, path: str, body: bytes) -> None:
    headers = {
        "Content-Type": "application/json",
        "If-Match": '"1"',
        "X-Correlation-ID": "the-same-1",
        "Idempotency-Key": "one",
    }
    answers = []
    for app in (slow(here), here.app.apps["toy"]):
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://x", headers={**here.bearer("secretariat"), **headers}
        ) as client:
            answer = await client.request(method, path, content=body)
            answers.append(_compared(answer))
    assert answers[0] == answers[1]


odd = APIRouter(dependencies=[public])


@odd.post("/odd/embedded")
async def post_embedded(form: Annotated[NoteForm, Body(embed=True)]) -> int:
    return form.seats


@odd.post("/odd/two")
async def post_two(form: NoteForm, other: NoteForm) -> int:
    return form.seats + other.seats


@odd.post("/odd/default")
async def post_default(form: NoteForm = NoteForm(seats=9)) -> int:  # noqa: B008
    return form.seats


@odd.get("/odd/{height:float}/{name}")
async def get_float(height: float, name: str) -> tuple[float, str]:
    return height, name


async def _inner(form: NoteForm) -> int:
    return form.seats


@odd.post("/odd/inner")
async def post_inner(seats: Annotated[int, Depends(_inner)]) -> int:
    return seats


@odd.delete("/odd/gone", status_code=204)
async def delete_gone(response: Response, x_tag: Annotated[list[str] | None, Header()] = None) -> None:
    response.headers["ETag"] = f'"{x_tag}"'


@odd.get("/odd/first")
async def get_first(at: datetime, tags: Annotated[list[int], Query()], session: Annotated[str, Cookie()] = "") -> Any:
    return {"at": at, "tags": tags, "session": session}


@odd.get("/odd/{name}")
async def get_later(name: str, request: Request) -> str:
    return f"{name} {request.url.path}"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/odd/embedded", b'{"form": {"seats": 1}}'),
        ("POST", "/odd/embedded", b'{"seats": 1}'),
        ("POST", "/odd/two", b'{"form": {"seats": 1}, "other": {"seats": 2}}'),
        ("POST", "/odd/default", b""),
        ("POST", "/odd/inner", b'{"seats": 1}'),
        ("GET", "/odd/1.5/x", b""),
        ("DELETE", "/odd/gone", b""),
        ("GET", "/odd/first?at=2027-01-01T00:00:00Z&tags=1&tags=2", b""),
        ("GET", "/odd/first?tags=x", b""),
        ("GET", "/odd/later", b""),
        ("GET", "/odd/%D9%82", b""),
    ],
)
async def test_odd_routes_answer_alike_too(method: str, path: str, body: bytes) -> None:
    answers = []
    for quick in (False, True):
        app = FastAPI()
        problems.install(app)
        app.include_router(odd, max_body_size=1000)
        if quick:
            app.add_middleware(Quick, owner=app)
        headers = {"Content-Type": "application/json", "X-Tag": "a", "Cookie": "session=s"}
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://x", headers=headers
        ) as client:
            answers.append(_compared(await client.request(method, path, content=body)))
    assert answers[0] == answers[1]
    assert answers[0][0] in {200, 204, 422}


@pytest.mark.parametrize(
    ("method", "path", "short"),
    [
        ("POST", "/v1/notes", True),
        ("GET", "/v1/notes", True),
        ("GET", f"/v1/notes/{ID}", True),
        ("PUT", f"/v1/notes/{ID}", True),
        ("POST", "/v1/signup", False),
        ("POST", "/v1/import", False),
        ("HEAD", "/v1/notes", False),
        ("GET", "/v1/notes/a/b", False),
    ],
)
async def test_plain_routes_take_the_short_way_and_others_do_not(
    here: Site, method: str, path: str, short: bool
) -> None:
    owner = here.app.apps["toy"]

    async def long(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("long")(scope, receive, send)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Quick(long, owner=owner)({**scope, "app": owner}, receive, send)

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
        answer = await client.request(method, path)
    assert (answer.text not in {"long", ""}) is short
