"""The API of registration: the chain as a client sees it, and who may do what."""

from pathlib import Path
from uuid import UUID

from tests.registration.house import site
from tests.world.site import changed


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
