"""The OpenAPI documents against the wire: the whole chain, each answer as its document says, each header that one names."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from shared.http import declared_routes
from shared.http.app import Site
from shared.http.gate import Gate
from tests.story.chain import Chain
from tests.story.documents import LISTED
from tests.story.editions import come_before
from tests.story.gatherings import bring_group, plan_a_part
from tests.story.house import House, house
from tests.story.meeting import ITEM
from tests.story.test_each_post_once import lead, sending_twice
from tests.story.wire import Listened, always, differences, documents, pattern, promised

MAKES = {"postRegistration", "postDecision", "postEdition", "postInvitation", "postProposal", "postPart"} | {
    "postAgendaItem",
    "postStatement",
    "postContribution",
    "postFinalStatement",
    "postComment",
    "postApproval",
    "postParagraph",
    "postReservation",
    "postDocument",
}
"""They make a thing below another."""


def site(here: House) -> Site:
    gate = here.process.app
    assert isinstance(gate, Gate)
    assert isinstance(gate.app, Site)
    return gate.app


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def named(where: str, id: str) -> bool:
    """A step of a thing (`post /v1/gatherings/{gathering}/open`) names the thing: `postGatheringOpening`."""
    step = re.fullmatch(r"(?:post|put) .*/([a-z-]+)/{(\w+)}/[a-z-]+", where)
    return step is None or any(word.replace("-", "") in id.lower() for word in step.groups()) or id in MAKES


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The documents, only to be read: they follow from the routes, whatever happens in an installation."""

    async def asked() -> dict[str, dict[str, Any]]:
        async with house(tmp_path_factory.mktemp("told")) as here:
            return documents(site(here))

    return asyncio.run(asked())


def test_the_documents_name_things_as_a_client_would(told: dict[str, dict[str, Any]]) -> None:
    for document in told.values():
        ids = [operation["operationId"] for _, operation in operations(document)]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"(get|post|put)[A-Za-z]+", id) for id in ids), ids
        assert [where for where, operation in operations(document) if not named(where, operation["operationId"])] == []
        schemas = document["components"]["schemas"]
        assert [name for name in schemas if "__" in name] == []
        fields = [(name, *each) for name, schema in schemas.items() for each in schema.get("properties", {}).items()]
        assert [(name, field) for name, field, says in fields if says.get("default") in ({}, [], "")] == [], (
            "left out is not said"
        )
        assert "$defs" not in str(schemas), "generators do not follow a reference into another schema"


def test_the_documents_say_who_may_of_every_operation(told: dict[str, dict[str, Any]]) -> None:
    for document in told.values():
        for where, operation in operations(document):
            anybody = operation["x-access"] == ["public"] or operation["x-access"][0].startswith("link:")
            assert operation["security"] == ([] if anybody else [{"bearer": []}]), where


def test_nothing_of_an_address_or_a_header_is_said_to_be_null(told: dict[str, dict[str, Any]]) -> None:
    """It is there or it is not: a client that sends `null` has sent a word."""
    for document in told.values():
        for where, operation in operations(document):
            for parameter in operation.get("parameters", ()):
                assert "'null'" not in str(parameter["schema"]), (where, parameter["name"])


@pytest.mark.slow
@pytest.mark.timeout(300)  # it walks every route, and others run beside it
async def test_every_answer_is_as_the_document_says(tmp_path: Path, told: dict[str, dict[str, Any]]) -> None:
    async with house(tmp_path) as quiet:
        listened = Listened(quiet.process.app)
        here = replace(quiet, process=replace(quiet.process, app=listened))
        async with here.client("secretariat") as secretary, sending_twice(secretary, here) as twice:
            await lead(here, twice)
            await look_round(here, told, [answer.path for answer in listened.answers])
    read = always(told)
    wrong = {difference for answer in listened.answers for difference in differences(answer, read)}
    assert wrong == set()
    met = {
        (answer.method, answer.path, name)
        for answer in listened.answers
        if answer.status < 300
        for name in answer.headers
    }
    missing = [
        (method, path, name)
        for method, path, name in promised(told)
        if name != "link"  # where there is more
        and any(fits(method, path, answer) for answer in met)
        and not any(fits(method, path, answer) and answer[2] == name for answer in met)
    ]
    assert not missing, "\n".join(map(str, missing))


def fits(method: str, path: str, answer: tuple[str, str, str]) -> bool:
    return answer[0] == method and pattern(path).fullmatch(answer[1]) is not None


TOPICS = {f"/{name}": f"plenary.{name}" for name in ("minutes", "notifications")} | {"/registration": "plenary.people"}


async def look_round(here: House, told: dict[str, dict[str, Any]], seen: list[str]) -> None:
    """Every GET, as the secretariat and as nobody: what was met, else the first of its list; lists page by page."""
    gets = [(server, path) for server in told for path, ways in told[server]["paths"].items() if "get" in ways]
    async with here.client("secretariat") as secretary, here.client() as nobody:
        for server, path in gets:
            template = server.rstrip("/") + path
            address = next((each for each in seen if pattern(template).fullmatch(each)), template)
            if address.endswith("}"):
                listed = (await secretary.get(address.rpartition("/")[0])).json()
                address = (
                    f"{address.rpartition('/')[0]}/{listed[0]['id'] if listed and isinstance(listed, list) else 'x'}"
                )
            topic = {"topic": TOPICS[server]} if path == "/v1/events" else {}
            for query in ({}, {"limit": "1", **topic}, {"limit": "nonsense"}):
                for client in (secretary, nobody):
                    await client.get(address, params=query)


async def test_what_get_gives_put_takes(tmp_path: Path, told: dict[str, dict[str, Any]]) -> None:
    """Every thing that is got and put at one address: as it is it may be sent back, with nothing that is unknown."""
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce()
        await come_before(chain)
        await plan_a_part(chain)
        await bring_group(chain)
        await here.settle()
        await chain.post(f"{chain.minutes}/agenda", ITEM)
        await chain.post(f"{chain.minutes}/documents", LISTED)
        found = {
            server + path: ways["put"]["requestBody"]["content"]["application/json"]["schema"]["$ref"]
            for server, document in told.items()
            for path, ways in document["paths"].items()
            if {"get", "put"} <= ways.keys()
        }
        assert found, "there are such things"
        for template, form in found.items():
            path, _, name = template.replace("{gathering}/", f"{chain.gathering}/").rpartition("/")
            assert name.startswith("{"), f"{template} is no thing of a list"
            among = await _list_of(chain, path)
            things = (await secretary.get(among)).json()
            assert things, f"there is nothing at {among}"
            at = f"{path}/{things[0]['id']}"
            got = await secretary.get(at)
            match = {"If-Match": got.headers["etag"]}
            unknown = await secretary.put(at, json={**got.json(), "unheard-of": 1}, headers=match)
            assert [(each["field"], unknown.status_code) for each in unknown.json()["errors"]] == [("unheard-of", 422)]
            put = await secretary.put(at, json=got.json(), headers=match)
            assert (put.status_code, put.json()) == (200, got.json()), template
            assert (await secretary.get(at)).json() == got.json()
            schema = told[f"/{at.split('/')[1]}"]["components"]["schemas"][form.rpartition("/")[2]]
            assert got.json().keys() <= schema["properties"].keys(), template
            assert schema["additionalProperties"] is False
            assert (await secretary.post(among, json=got.json())).status_code == 422, "what is new has none of it yet"


async def _list_of(chain: Chain, path: str) -> str:
    """Where things are listed and made; editions among those of their series, parts of a programme among their gathering's."""
    if path.endswith("/programme"):
        return f"{chain.path}/programme"
    if not path.endswith("/editions"):
        return path
    series = (await chain.secretary.get("/registration/v1/series")).json()
    return f"/registration/v1/series/{series[0]['id']}/editions"


@pytest.mark.slow
async def test_head_answers_wherever_get_does(tmp_path: Path) -> None:
    """Every GET of the three services and of the site: the same status and headers, no body; also of pages."""
    async with house(tmp_path) as here, here.client("secretariat", "observer") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce()
        apps = {"": site(here).front} | {f"/{name}": app for name, app in site(here).apps.items()}
        paths = [
            below + each.path for below, app in apps.items() for each in declared_routes(app) if "GET" in each.methods
        ]
        assert len(paths) > 100
        for path in (*paths, "/registration/docs", "/minutes/openapi.json"):
            at = re.sub(r"{gathering(:uuid)?}", chain.gathering, path)
            at = re.sub(r"{\w+}", "x", re.sub(r"{\w+:uuid}", str(UUID(int=7)), at))
            got, head = await secretary.get(at), await secretary.head(at)
            assert (head.status_code, head.content) == (got.status_code, b""), path
            assert {*head.headers} == {*got.headers}, path
            assert head.headers.get("content-type") == got.headers.get("content-type"), path
