"""Hundreds of made-up bodies for each route that takes one: never a 5xx, and what was taken stays readable by everybody."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.__main__ import SERVICES
from tests.story.bodies import Bodies, Schema
from tests.story.chain import Chain, registered
from tests.story.house import House, house

BODIES = 200
TABLES = [
    b"email,name\n",
    b"email,email\n",
    b"\xef\xbb\xbfemail,name\np@example.org,\x00\n",
    b"email;name\n",
    b'"',
    b"\r\r\r",
    b"email,name\n" + b"x," * 5000,
    "email,name\np@example.org,\u202e\ue000\n".encode(),
    b"email,name\n\xff\xfe,\n",
    b'email,name\n"p@example.org","' + b"y" * 10_000 + b'"\n',
    b"code,kind,name_en\nX,x,x\nx,x,x\n",
    b"code,kind\n\n\n",
]
"""Tables for the imports that somebody might send."""


def routes(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Schema | None]]:
    """Every changing route: method, path and the schema of its body (None: it takes none)."""
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if method not in {"get", "head"}:
                content = operation.get("requestBody", {}).get("content", {}).get("application/json")
                yield method.upper(), path, content["schema"] if content else None


async def known_ids(chain: Chain) -> list[str]:
    """Ids of things that are there, for a body or an address to meet."""
    organization = await chain.organization(0)
    return [chain.gathering, *chain.people[:2], *list(chain.registrations.values())[:2], organization]


Tags = dict[str, str | None]
"""What stands at an address by now, as far as it was looked at: a body that is refused changes nothing."""


async def straight(here: House, request: httpx.Request) -> httpx.Response:
    """Past a client, which looks for cookies and redirects and joins addresses: that takes as long as all that is asked."""
    answer = await httpx.ASGITransport(here.process.app, raise_app_exceptions=False).handle_async_request(request)
    await answer.aread()
    answer.request = request
    return answer


async def ask(
    here: House, client: httpx.AsyncClient, tags: Tags, method: str, path: str, content: bytes
) -> httpx.Response:
    """With the ETag that stands there, so that the body is what is judged."""
    where = path if method == "PUT" else path.rpartition("/")[0]
    if where not in tags:
        tags[where] = (await client.get(where)).headers.get("etag")
    tag = tags[where]
    headers = {**client.headers, "Content-Type": "application/json", **({"If-Match": tag} if tag else {})}
    answer = await straight(here, httpx.Request(method, f"http://plenary.test{path}", headers=headers, content=content))
    if answer.is_success or answer.status_code == 412:
        tags.clear()
    return answer


def judge(answer: httpx.Response, sent: object) -> None:
    assert answer.status_code < 500, (answer.request.url, sent, answer.text)
    if answer.is_error:
        assert answer.headers["content-type"] == "application/problem+json", (sent, answer.text)


@pytest.mark.slow
@pytest.mark.timeout(300)  # some fifty thousand requests
async def test_no_body_makes_a_route_fail_and_whatever_was_taken_is_heard_by_everybody(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        await chain.move(chain.path, "close", "convene")
        await here.settle()
        ids, statuses = await known_ids(chain), Counter[int]()
        tags: Tags = {}
        for name in SERVICES:
            document = (await secretary.get(f"/{name}/openapi.json")).json()
            bodies = Bodies(document["components"]["schemas"], 1, ids)
            for method, template, schema in routes(document):
                path = f"/{name}{template}"
                for content in bodies.for_route(schema, BODIES):
                    answer = await ask(here, secretary, tags, method, bodies.address(path), content)
                    judge(answer, content)
                    statuses[answer.status_code] += 1
        assert {200, 201, 400, 404, 409, 422} <= statuses.keys(), statuses
        await here.settle(mails=False)
        for name in SERVICES:
            assert (await secretary.get(f"/{name}/v1/dead-letters")).json() == []


@pytest.mark.parametrize(
    "path",
    [
        *(f"/registration/v1/imports/{what}" for what in ("organizations", "people", "editions")),
        *(f"/minutes/v1/imports/{what}" for what in ("statements", "commitments")),
    ],
)
async def test_no_table_makes_an_import_fail(tmp_path: Path, path: str) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        secretary.headers["Content-Type"] = "text/csv"
        for table in TABLES:
            for cut in (len(table), len(table) // 2):
                answer = await secretary.post(path, content=table[:cut])
                judge(answer, table)
