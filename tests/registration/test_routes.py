"""The API of registration: the chain as a client sees it, and who may do what."""

import asyncio
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.registration.site import GATHERING, changed, site


async def test_a_gathering_is_drafted_announced_opened_and_closed(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering()
        assert (await anybody.get(path)).status_code == 404
        for step, state in (
            ("announce", "announced"),
            ("open", "open"),
            ("close", "closed"),
            ("convene", "in_session"),
        ):
            assert (await changed(secretary, path, step)).json()["state"] == state
        shown = (await anybody.get(path)).json()
        assert shown["starts_at"] == "2030-03-21T05:30:00Z"
        assert shown["capacity"] == GATHERING["capacity"]
        again = await secretary.post(f"{path}/open", headers={"If-Match": '"5"'})
        assert (again.status_code, again.json()["code"]) == (409, "wrong-state")


async def test_a_change_needs_the_version_that_was_read(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering()
        assert (await secretary.post(f"{path}/announce")).status_code == 428
        assert (await secretary.post(f"{path}/announce", headers={"If-Match": '"7"'})).status_code == 412


async def test_the_same_key_is_done_once(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        secretary.headers["Idempotency-Key"] = "one"
        first, second = [await secretary.post("/v1/gatherings", json=GATHERING) for _ in range(2)]
        assert first.json() == second.json()
        other = await secretary.post("/v1/gatherings", json=GATHERING | {"capacity": {"press": 3}})
        assert other.status_code == 422


async def test_the_same_key_for_another_person_is_refused_and_registers_nobody(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        people = [await here.person(n) for n in range(2)]
        secretary.headers["Idempotency-Key"] = "one"
        bodies = [{"person": person, "category": "delegate"} for person in people]
        answers = [await secretary.post(f"{path}/registrations", json=body) for body in [*bodies, bodies[0]]]
        assert [each.status_code for each in answers] == [201, 422, 201]
        assert answers[0].json() == answers[2].json()
        assert len((await secretary.get(f"{path}/registrations")).json()) == 1


async def test_registering_gives_a_seat_then_a_rank_and_withdrawing_frees_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        people = [await here.person(n) for n in range(3)]
        answers = [(await here.register(path, person)).json() for person in people]
        assert [(each["state"], each["seat"], each["rank"]) for each in answers] == [
            ("confirmed", 1, None),
            ("confirmed", 2, None),
            ("waitlisted", None, 3),
        ]
        repeated = await here.register(path, people[0])
        assert (repeated.status_code, repeated.json()) == (201, answers[0])
        async with here.client(sub=UUID(people[0])) as own:
            done = await changed(own, f"/v1/registrations/{answers[0]['id']}", "withdraw")
            assert done.json()["state"] == "withdrawn"
            assert [each["id"] for each in (await own.get("/v1/registrations")).json()] == [answers[0]["id"]]


async def test_who_stands_is_not_registered_otherwise_without_a_word(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path, person = await here.gathering("announce", "open"), await here.person(1)
        made = await secretary.post(
            "/v1/organizations", json={"code": "D", "name": {"en": "D"}, "organization_kind": "x"}
        )
        first = (await here.register(path, person)).json()
        form = {"category": "delegate", "person": person, "organization": made.json()["id"]}
        answers = [
            await here.register(path, person, "press"),
            await secretary.post(f"{path}/registrations", json=form),
            await here.register(path, person, "royalty"),
        ]
        assert [(each.status_code, each.json()["code"]) for each in answers] == [
            (409, "registered-otherwise"),
            (409, "registered-otherwise"),
            (422, "unknown-category"),
        ]
        await changed(secretary, path, "close")
        assert (await here.register(path, person)).json() == first, "the same again is answered with what is there"
        await changed(secretary, path, "open")
        await changed(secretary, f"/v1/registrations/{first['id']}", "withdraw")
        assert (await here.register(path, person, "press")).json()["category"] == "press"


async def test_a_person_registers_only_themselves(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        me, other = await here.person(1), await here.person(2)
        async with here.client(sub=UUID(me)) as own:
            assert (await own.post(f"{path}/registrations", json={"category": "press"})).json()["person"] == me
            refused = await own.post(f"{path}/registrations", json={"category": "press", "person": other})
            assert refused.status_code == 403


async def test_what_is_anothers_is_not_there(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        me, other = await here.person(1), await here.person(2)
        registration = (await here.register(path, me)).json()["id"]
        async with here.client(sub=UUID(other)) as stranger:
            assert (await stranger.get(f"/v1/people/{me}")).status_code == 404
            assert (await stranger.get(f"/v1/people/{other}")).status_code == 200
            assert (await stranger.get(f"/v1/registrations/{registration}")).status_code == 404
            taken = await stranger.post(f"/v1/registrations/{registration}/withdraw", headers={"If-Match": '"1"'})
            assert taken.status_code == 404
            assert (await stranger.get("/v1/registrations")).json() == []
            assert (await stranger.get("/v1/people")).status_code == 403


async def test_the_door_lets_in_and_says_why_not(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        inside, waits = await here.person(1), await here.person(3)
        registration = (await here.register(path, inside)).json()["id"]
        await here.register(path, await here.person(2))
        waiting = (await here.register(path, waits)).json()["id"]
        scan = {"scan": str(uuid4()), "passed_at": "2030-03-21T09:05:00+03:30"}
        async with here.client(f"checkin:{path.rpartition('/')[2]}") as door:
            for _ in range(2):
                entered = await door.post(f"/v1/registrations/{registration}/entries", json=scan)
                assert (entered.status_code, entered.json()["inside"]) == (200, True)
            for id, status, code in (
                (registration, 409, "already-inside"),
                (waiting, 409, "not-confirmed"),
                (uuid4(), 404, "unknown"),
            ):
                refused = await door.post(f"/v1/registrations/{id}/entries", json=scan | {"scan": str(uuid4())})
                assert (refused.status_code, refused.json()["code"]) == (status, code)
            late = {"scan": str(uuid4()), "passed_at": "2030-03-23T09:05:00+03:30"}
            refused = await door.post(f"/v1/registrations/{registration}/exits", json=late)
            assert refused.json()["code"] == "wrong-day"
            never = {"scan": str(uuid4()), "passed_at": "9999-12-31T23:59:59Z"}
            assert (await door.post(f"/v1/registrations/{registration}/exits", json=never)).status_code == 422
            assert len((await door.get(f"{path}/registrations?state=confirmed")).json()) == 2
        async with here.client(f"checkin:{uuid4()}") as elsewhere:
            refused = await elsewhere.post(f"/v1/registrations/{registration}/exits", json=scan)
            assert refused.status_code == 404
            assert (await elsewhere.get(f"{path}/registrations")).status_code == 404
            assert (await elsewhere.get(f"/v1/registrations/{registration}")).status_code == 404


async def test_organizations_and_bodies_are_entered_once_and_read_by_observers(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        organization = {"code": "DELTA", "name": {"en": "Delta Authority"}, "organization_kind": "authority"}
        made = await secretary.post("/v1/organizations", json=organization)
        again = await secretary.post("/v1/organizations", json=organization)
        assert (made.status_code, again.status_code, made.json()) == (201, 201, again.json())
        other = await secretary.post("/v1/organizations", json=organization | {"organization_kind": "ministry"})
        assert (other.status_code, other.json()["code"]) == (409, "exists")
        path = f"/v1/organizations/{made.json()['id']}"
        put = await secretary.put(
            path, json=organization | {"country": "XA"}, headers={"If-Match": made.headers["ETag"]}
        )
        assert (put.status_code, (await observer.get(path)).json()["country"]) == (200, "XA")
        body = {"code": "COUNCIL", "name": {"en": "Council"}, "members": [made.json()["id"]], "quorum": {}}
        formed = await secretary.post("/v1/bodies", json=body)
        assert formed.json()["quorum"] == {"rule": "more_than", "numerator": 1, "denominator": 2}
        assert (await observer.get("/v1/bodies")).json() == [formed.json()]
        assert (await observer.get("/v1/people")).status_code == 403
        assert (await observer.post("/v1/organizations", json=organization)).status_code == 403


async def test_lists_go_on_by_cursor(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await asyncio.gather(*(here.person(n) for n in range(7)))
        seen: list[str] = []
        link: str | None = "/v1/people?limit=3"
        while link:
            page = await secretary.get(link)
            seen += [each["id"] for each in page.json()]
            link = page.links.get("next", {}).get("url", "").removeprefix("/registration") or None
        assert len(seen) == len(set(seen)) == 7


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"capacity": {}}, "capacity"),
        ({"capacity": {"Delegate!": 3}}, "capacity"),
        ({"capacity": {"delegate": -1}}, "capacity"),
        ({"starts_at": "2030-03-21T09:00:00"}, "starts_at"),
        ({"starts_at": "0001-01-01T00:00:00+14:00"}, "starts_at"),
        ({"starts_at": "0001-01-01T00:00:00Z"}, "starts_at"),
        ({"ends_at": "9999-12-31T23:59:59Z"}, "ends_at"),
        ({"ends_at": "2030-03-20T09:00:00Z"}, "ends_at"),
        ({"time_zone": "Atlantis"}, "time_zone"),
        ({"title": {}}, "title"),
        ({"colour": "blue"}, "colour"),
        ({"capacity": {"delegate": True}}, "capacity"),
        ({"capacity": {"delegate": "5"}}, "capacity"),
        ({"capacity": {"delegate": 5.0}}, "capacity"),
        ({"starts_at": 1_900_000_000}, "starts_at"),
        ({"starts_at": "1900000000"}, "starts_at"),
        ({"starts_at": True}, "starts_at"),
    ],
)
async def test_a_gathering_that_makes_no_sense_is_refused_by_field(
    tmp_path: Path, change: dict[str, object], field: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        refused = await secretary.post("/v1/gatherings", json=GATHERING | change)
        assert refused.status_code == 422
        [wrong] = refused.json()["errors"]
        assert wrong["field"].startswith(field)
        assert wrong["pointer"] == "#/" + wrong["field"].replace(".", "/")


@pytest.mark.parametrize("text", ["Ana\nBcc: other@example.org", "Ana\x00", "Ana\u2028Delta"])
async def test_a_line_break_or_a_control_character_in_a_name_is_refused(text: str, tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        answer = await secretary.post("/v1/people", json={"name": text, "email": "ana@example.org"})
        assert answer.status_code == 422
        assert answer.json()["errors"] == [
            {
                "field": "name",
                "detail": "It holds a line break or another control character; remove it.",
                "pointer": "#/name",
            }
        ]
        title = await secretary.post("/v1/gatherings", json=GATHERING | {"title": {"en": text}})
        assert [each["field"] for each in title.json()["errors"]] == ["title.en"]
