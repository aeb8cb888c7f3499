"""Our route answers as FastAPI's own: the same document, and the same words for whatever is refused."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from fastapi import Depends, Request
from fastapi.routing import APIRoute

from shared.http import Routes
from shared.http.access import Accepts, Access
from shared.http.answers import PROBLEMS, called
from shared.http.app import Site as Sites
from shared.http.document import Documented
from shared.http.gate import Gate
from shared.http.problems import install
from shared.http.route import Route
from tests.shared import toy
from tests.shared.toy import Site, site


class Plain(APIRoute):
    """FastAPI's own route with the access as dependencies, as one would write it without ours."""

    def __init__(self, path: str, endpoint: Any, **given: Any) -> None:
        declared = given.pop("dependencies", None) or ()
        asked = [Depends(_asking(each)) if isinstance(each, Access | Accepts) else each for each in declared]
        self.access: Any = None
        self.checks: Any = ()
        super().__init__(path, endpoint, dependencies=asked, **given)


def _asking(check: Access | Accepts) -> Any:
    async def ask(request: Request) -> None:
        check(request)

    return ask


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as made:
        yield made


@pytest_asyncio.fixture
async def plain(here: Site, monkeypatch: pytest.MonkeyPatch) -> Documented:
    """The toy's routes on FastAPI's own class, with the same errors and the same state."""
    app = Documented(
        title="Plenary: toy",
        version="1",
        docs_url=None,
        redoc_url=None,
        responses=PROBLEMS,
        generate_unique_id_function=called,
    )
    app.router.route_class = Plain
    limit = here.installation.settings.body_limit
    for route in toy.routes.routes:
        assert isinstance(route, Route)
        given = {"methods": route.methods, "status_code": route.status_code, "response_model": route.response_model}
        given |= {"max_body_size": limit if route.max_body_size is None else route.max_body_size}
        kept = [*route.checks, *route.dependencies]
        app.router.add_api_route(route.path, route.endpoint, dependencies=kept, **given)  # type: ignore[arg-type]
        made = app.routes[-1]
        assert isinstance(made, Plain)
        made.access, made.checks = route.access, route.checks
    app.state = _ours(here).state
    install(app)
    return app


class _Ours:
    def __init__(self, app: Any) -> None:
        self.state, self.document = app.state, app.openapi()


def _ours(here: Site) -> _Ours:
    return _Ours(here.apps[1])


NOTE = {"seats": 3}
JSON = {"content-type": "application/json"}
ASKED: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/v1/notes", {"json": NOTE}),
    ("POST", "/v1/notes", {"json": {**NOTE, "nonsense": 1}}),
    ("POST", "/v1/notes", {"json": {}}),
    ("POST", "/v1/notes", {"json": []}),
    ("POST", "/v1/notes", {"content": b"null", "headers": JSON}),
    ("POST", "/v1/notes", {"json": {"seats": "many", "label": 7, "more": {}}}),
    ("POST", "/v1/notes", {"json": {"seats": "3"}}),
    ("POST", "/v1/notes", {"json": {"seats": 1.5}}),
    ("POST", "/v1/notes", {"content": b'{"seats": NaN}', "headers": JSON}),
    ("POST", "/v1/notes", {"content": b'{"seats": 1e400}', "headers": JSON}),
    ("POST", "/v1/notes", {"content": b'{"seats": ' + b"9" * 5000 + b"}", "headers": JSON}),
    ("POST", "/v1/notes", {"content": b"", "headers": JSON}),
    ("POST", "/v1/notes", {"content": b"{", "headers": JSON}),
    ("POST", "/v1/notes", {"content": b"\xff\xfe", "headers": JSON}),
    ("POST", "/v1/notes", {"content": b'{"seats": 3, "label": "\\ud800"}', "headers": JSON}),
    ("POST", "/v1/notes", {"content": b'{"seats": 1, "seats": 2}', "headers": JSON}),
    ("POST", "/v1/notes", {"json": {"seats": 13}}),
    ("POST", "/v1/notes", {"json": NOTE, "headers": {"Idempotency-Key": "two words"}}),
    ("PUT", f"/v1/notes/{uuid4()}", {"json": NOTE}),
    ("PUT", f"/v1/notes/{uuid4()}", {"json": {"nonsense": 1}}),
    ("PUT", f"/v1/notes/{uuid4()}", {"json": NOTE, "headers": {"If-Match": '"1"'}}),
    ("PUT", "/v1/notes/nonsense", {"json": {}, "headers": {"If-Match": '"1"'}}),
    ("PUT", "/v1/notes/nonsense", {"json": {}}),
    ("GET", f"/v1/notes/{uuid4()}", {}),
    ("GET", "/v1/notes/nonsense", {}),
    ("GET", "/v1/notes", {}),
    ("GET", "/v1/notes?seats=3&limit=1", {}),
    ("GET", "/v1/notes?seats=x&limit=0", {}),
    ("GET", "/v1/notes?seats=&limit=", {}),
    ("GET", "/v1/notes?limit=5&limit=200", {}),
    ("GET", "/v1/notes?after=nonsense", {}),
    ("GET", "/v1/whoami", {}),
    ("POST", "/v1/signup", {"data": {"name": "Reed"}}),
    ("POST", "/v1/signup", {"data": {"name": "x" * 51}}),
    ("POST", "/v1/signup", {"data": {}}),
    ("POST", "/v1/import", {"content": b"a,b\n1,2\n", "headers": {"content-type": "text/csv"}}),
    ("POST", "/v1/import", {"json": {}}),
    ("GET", "/v1/reply", {}),
    ("GET", "/v1/reply?link=nonsense", {}),
    ("GET", "/v1/broken/missing", {}),
    ("GET", "/v1/broken/away", {}),
    ("PATCH", "/v1/notes", {}),
    ("GET", "/v1/nowhere", {}),
]


@pytest.mark.parametrize("roles", [(), ("observer",), ("secretariat",)], ids=["nobody", "observer", "secretariat"])
async def test_every_answer_and_refusal_is_fastapis(here: Site, plain: Documented, roles: tuple[str, ...]) -> None:
    differing = []
    for method, path, what in ASKED:
        theirs = await _told(here, plain, method, path, roles, what)
        ours = await _told(here, here.apps[1], method, path, roles, what)
        turned_away = ours[0] in {401, 403} and theirs[0] == 400  # ours asks who may before it reads
        if ours != theirs and not turned_away:
            differing.append((method, path, what, ours, theirs))
    assert differing == []


async def _told(here: Site, app: Any, method: str, path: str, roles: tuple[str, ...], what: Any) -> Any:
    """Status, headers and body of an answer through the gate, without what is new each time."""
    front = Gate(Sites(here.apps[0], {"toy": app}), here.installation)
    known = here.bearer(*roles) if roles else {}
    transport = httpx.ASGITransport(front)
    async with httpx.AsyncClient(transport=transport, base_url="http://site.test", headers=known) as client:
        answer = await client.request(method, f"/toy{path}", **what)
    headers = {name: text for name, text in answer.headers.items() if name != "x-correlation-id"}
    return answer.status_code, headers, _steady(answer)


def _steady(answer: httpx.Response) -> Any:
    if "json" not in answer.headers.get("content-type", ""):
        return answer.text
    body = answer.json()
    return (
        {name: value for name, value in body.items() if name not in {"instance", "id"}}
        if isinstance(body, dict)
        else body
    )


async def test_the_document_is_fastapis(here: Site, plain: Documented) -> None:
    assert _ours(here).document["paths"].keys() == plain.openapi()["paths"].keys()
    for path, operations in plain.openapi()["paths"].items():
        ours = json.dumps(_ours(here).document["paths"][path]).replace("NoteFormAsGot", "NoteForm")
        assert json.loads(ours) == json.loads(json.dumps(operations)), "but for what a PUT may be sent back"


def test_the_toy_is_on_our_route() -> None:
    assert isinstance(toy.routes, Routes)
    assert {type(route) for route in toy.routes.routes} == {Route}
