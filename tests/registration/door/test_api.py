"""The API of the door."""

from pathlib import Path
from uuid import uuid4

from tests.registration.house import site


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
