"""What routes are given: commands, versions, pages of a list, callers."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import pytest
import pytest_asyncio
from fastapi import APIRouter, Request, Response
from fastapi import Form as Field
from fastapi.routing import APIRoute
from starlette.routing import Route as StarletteRoute

from shared.http import Routes, declared_routes, public
from shared.http.app import create_app
from tests.shared.toy import NoteForm, Site, site

NOTES = "/toy/v1/notes"


@pytest_asyncio.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path) as made:
        yield made


async def test_a_post_creates_and_answers_with_the_version_as_etag(here: Site) -> None:
    async with here.client("secretariat") as client:
        made = await client.post(NOTES, json={"seats": 3})
        assert (made.status_code, made.headers["etag"], made.json()["seats"]) == (201, '"1"', 3)
        read = await client.get(f"{NOTES}/{made.json()['id']}")
        assert (read.headers["etag"], read.json()) == ('"1"', made.json())


@pytest.mark.parametrize("again", ["one-key", '"one-key"'])
async def test_the_same_idempotency_key_is_done_once(here: Site, again: str) -> None:
    async with here.client("secretariat") as client:
        first = await client.post(NOTES, json={"seats": 3}, headers={"Idempotency-Key": "one-key"})
        second = await client.post(NOTES, json={"seats": 3}, headers={"Idempotency-Key": again})
        assert (second.status_code, second.json(), second.headers["etag"]) == (201, first.json(), '"1"')


async def test_the_same_idempotency_key_with_another_body_is_refused(here: Site) -> None:
    async with here.client("secretariat") as client:
        await client.post(NOTES, json={"seats": 3}, headers={"Idempotency-Key": "one-key"})
        other = await client.post(NOTES, json={"seats": 4}, headers={"Idempotency-Key": "one-key"})
        assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-key-reused")


async def test_the_same_idempotency_key_of_two_callers_is_two_commands(here: Site) -> None:
    ids = set()
    for _ in range(2):
        here.person = uuid4()
        async with here.client("secretariat") as client:
            answer = await client.post(NOTES, json={"seats": 3}, headers={"Idempotency-Key": "one-key"})
            ids.add(answer.json()["id"])
    assert len(ids) == 2


@pytest.mark.parametrize("key", ["", "two words", "x" * 129, '"open', "\x7f"])
async def test_a_malformed_idempotency_key_is_refused(here: Site, key: str) -> None:
    async with here.client("secretariat") as client:
        answer = await client.post(NOTES, json={"seats": 3}, headers={"Idempotency-Key": key})
        assert answer.json()["type"] == "/problems/idempotency-key-malformed"


async def test_if_match_is_required_and_compared(here: Site) -> None:
    async with here.client("secretariat") as client:
        made = await client.post(NOTES, json={"seats": 3})
        url = f"{NOTES}/{made.json()['id']}"
        seen = []
        for tag in (None, "*", '"1"', '"1"', '"2"', 'W/"3"', "nonsense", '"99999999999999999999"'):
            answer = await client.put(url, json={"seats": 5}, headers={} if tag is None else {"If-Match": tag})
            seen.append(answer.status_code)
        assert seen == [428, 428, 200, 412, 200, 412, 412, 412]


@pytest.mark.parametrize(
    ("tags", "status"),
    [
        pytest.param(['"7", "1"'], 200, id="a list"),
        pytest.param(['"7"', '"1"'], 200, id="a list in two headers"),
        pytest.param([' ,"1" ,, '], 200, id="empty members"),
        pytest.param(['W/"1", "a,b", "1"'], 200, id="beside others' tags"),
        pytest.param(['"7", "8"'], 412, id="no present one"),
        pytest.param(['W/"1"'], 412, id="a weak one matches nothing"),
        pytest.param(['"7", W/"1"'], 412, id="a weak one among others neither"),
        pytest.param(['"01"'], 412, id="another's spelling"),
        pytest.param(['"x,1,y"'], 412, id="a number within another's tag"),
        pytest.param(["1"], 412, id="no tag"),
        pytest.param(["*"], 428, id="none in particular"),
    ],
)
async def test_if_match_may_be_a_list(here: Site, tags: list[str], status: int) -> None:
    async with here.client("secretariat") as client:
        made = await client.post(NOTES, json={"seats": 3})
        sent = [("If-Match", tag) for tag in tags]
        answer = await client.put(f"{NOTES}/{made.json()['id']}", json={"seats": 5}, headers=sent)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("asked", "status"),
    [('"1"', 304), ('W/"1"', 304), ('"7", W/"1"', 304), ("*", 304), ('"7"', 200), ('"11"', 200), ("1", 200)],
)
async def test_who_has_it_is_told_so(here: Site, asked: str, status: int) -> None:
    async with here.client("secretariat") as client:
        made = (await client.post(NOTES, json={"seats": 3})).json()
        read = await client.get(f"{NOTES}/{made['id']}", headers={"If-None-Match": asked})
        listed = await client.get(NOTES, headers={"If-None-Match": asked})
        written = await client.post(NOTES, json={"seats": 3}, headers={"If-None-Match": asked})
    assert (read.status_code, read.headers["etag"]) == (status, '"1"')
    assert (read.content == b"") is (status == 304)
    assert (listed.status_code, written.status_code) == (200, 201), "a list has no tag, and a change is another matter"


async def test_of_two_changes_of_one_version_one_wins(here: Site) -> None:
    async with here.client("secretariat") as client:
        made = await client.post(NOTES, json={"seats": 3})
        url = f"{NOTES}/{made.json()['id']}"
        put = [client.put(url, json={"seats": n}, headers={"If-Match": '"1"'}) for n in (4, 5, 6)]
        assert sorted(answer.status_code for answer in await asyncio.gather(*put)) == [200, 412, 412]


async def test_pages_follow_their_links_and_meet_everything_once(here: Site) -> None:
    async with here.client("secretariat") as client:
        for n in range(7):
            await client.post(NOTES, json={"seats": n % 3})
        url, met = f"{NOTES}?limit=3", []
        while url:
            page = await client.get(url)
            met += [each["id"] for each in page.json()]
            url = page.links["next"]["url"] if "next" in page.links else ""
        assert len(met) == len(set(met)) == 7


async def test_a_link_keeps_the_question(here: Site) -> None:
    async with here.client("secretariat") as client:
        for _ in range(3):
            await client.post(NOTES, json={"seats": 2})
        page = await client.get(f"{NOTES}?seats=2&limit=1")
        assert page.links["next"]["url"].startswith(f"{NOTES}?seats=2&limit=1&after=")


async def test_a_cursor_that_is_mangled_or_of_another_list_is_refused(here: Site) -> None:
    async with here.client("secretariat") as client:
        for _ in range(2):
            await client.post(NOTES, json={"seats": 2})
        url = (await client.get(f"{NOTES}?limit=1")).links["next"]["url"]
        foreign = here.installation.keys.sealed("cursor /toy/v1/others notes seats", [1, "x"])
        for wrong in (url + "A", url.replace("after=", "after=A"), f"{NOTES}?after=%00", f"{NOTES}?after={foreign}"):
            answer = await client.get(wrong)
            assert (answer.status_code, answer.json()["type"]) == (422, "/problems/cursor-invalid")


@pytest.mark.parametrize("limit", ["0", "101", "x"])
async def test_a_page_has_1_to_100_documents(here: Site, limit: str) -> None:
    async with here.client("secretariat") as client:
        answer = await client.get(f"{NOTES}?limit={limit}")
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "limit")


async def test_who_may_is_asked_before_the_body_is_judged(here: Site) -> None:
    async with here.client() as nobody, here.client("observer") as observer:
        unknown = await nobody.post(NOTES, json={"nonsense": 1})
        refused = await observer.post(NOTES, json={"nonsense": 1})
        assert (unknown.status_code, refused.status_code) == (401, 403)
        assert unknown.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("body", [b"{", b"[" * 60_000])
async def test_who_may_is_asked_before_the_body_is_parsed_too(here: Site, body: bytes) -> None:
    async with here.client() as nobody, here.client("observer") as observer:
        headers = {"Content-Type": "application/json"}
        answers = [await client.post(NOTES, content=body, headers=headers) for client in (nobody, observer)]
        assert [answer.status_code for answer in answers] == [401, 403]


@pytest.mark.parametrize("media", ["text/xml", "application/problem+json", "application/jsonx", ""])
async def test_json_is_taken_by_its_name_alone(here: Site, media: str) -> None:
    async with here.client("secretariat") as client:
        answer = await client.post(NOTES, content=b'{"seats":1}', headers={"Content-Type": media})
        assert (answer.status_code, answer.headers["accept"]) == (415, "application/json")


async def test_a_role_for_one_object_opens_the_route_and_the_secretariat_may_everything(here: Site) -> None:
    async with here.client(f"chair:{uuid4()}") as chair, here.client("secretariat") as secretariat:
        assert (await chair.post(NOTES, json={"seats": 1})).status_code == 201
        assert (await chair.get(NOTES)).status_code == 403
        assert (await secretariat.get(NOTES)).status_code == 200


async def test_a_signed_link_opens_its_own_purpose_only(here: Site) -> None:
    from datetime import timedelta

    keys, subject = here.installation.keys, uuid4()
    good = keys.link("reply", subject, timedelta(days=1))
    other = keys.link("unsubscribe", subject, timedelta(days=1))
    old = keys.link("reply", subject, timedelta(days=-1))
    async with here.client() as client:
        answers = [await client.get("/toy/v1/reply", params={"link": link}) for link in (good, other, old, "x", "")]
    assert [answer.status_code for answer in answers] == [200, 403, 403, 403, 403]
    assert answers[0].json() == str(subject)
    assert answers[2].json()["type"] == "/problems/link-ended"


async def test_every_route_says_who_may_and_the_one_that_forgot_is_found(here: Site) -> None:
    assert [route.path for app in here.apps for route in declared_routes(app) if route.access is None] == []


async def test_a_router_that_forgot_who_may_is_refused_at_start(here: Site) -> None:
    plain, ours, outer = APIRouter(), Routes(), Routes(dependencies=[public])

    @plain.get("/careless")
    @ours.get("/careless")
    async def get_careless() -> None: ...

    outer.include_router(plain)  # what the outer declares would not be asked on the way in
    for careless in (plain, ours, outer):
        with pytest.raises(TypeError, match="does not say who may"):
            create_app(here.service, [careless], here.installation)


def test_what_no_plan_knows_is_refused_at_start() -> None:
    ours = Routes(dependencies=[public])

    async def typed(name: Annotated[str, Field()]) -> None: ...
    async def two_bodies(one: NoteForm, other: NoteForm) -> None: ...
    def in_a_thread() -> None: ...

    for endpoint in (typed, two_bodies, in_a_thread):
        with pytest.raises(TypeError):
            ours.post("/odd")(endpoint)


def test_what_the_document_alone_needs_is_made_when_it_is_asked_for() -> None:
    ours = Routes(dependencies=[public])

    @ours.post("/late")
    async def post_late(form: NoteForm) -> NoteForm:
        return form

    late = ours.routes[0]
    assert not {"dependant", "body_field", "response_field"} & vars(late).keys()
    assert isinstance(late, APIRoute)
    assert late.body_field is not None
    assert {"dependant", "body_field", "response_field"} <= vars(late).keys()


async def test_an_address_that_stands_first_answers_also_where_it_is_no_route_of_ours(here: Site) -> None:
    async def first(_: Request) -> Response:
        return Response("first")

    here.apps[1].router.routes.insert(0, StarletteRoute("/v1/{name}", first))
    async with here.client() as client:
        answers = [await client.get(path) for path in ("/toy/v1/whoami", "/toy/v1/broken/missing")]
    assert [(answer.status_code, answer.text == "first") for answer in answers] == [(200, True), (404, False)]


async def test_the_document_is_openapi_3_1_and_says_what_only_we_know(here: Site) -> None:
    async with here.client() as client:
        document = (await client.get("/toy/openapi.json")).json()
        page = await client.get("/toy/docs")
    assert document["openapi"].startswith("3.1")
    put = document["paths"]["/v1/notes/{id}"]["put"]
    assert {"If-Match", "Idempotency-Key"} <= {each["name"] for each in put["parameters"]}
    assert {each["name"] for each in put["parameters"] if each["required"]} == {"id", "If-Match"}
    assert "application/problem+json" in put["responses"]["4XX"]["content"]
    assert "422" not in put["responses"]
    assert put["security"] == [{"bearer": []}]
    assert put["x-access"] == ["secretariat"]
    answers = [
        each for ways in document["paths"].values() for way in ways.values() for each in way["responses"].values()
    ]
    assert all({"RateLimit", "RateLimit-Policy"} <= each["headers"].keys() for each in answers)
    assert "304" in document["paths"]["/v1/notes/{id}"]["get"]["responses"]
    assert "304" not in document["paths"]["/v1/notes"]["get"]["responses"]
    assert "/toy/v1/notes/{id}" in page.text
