"""The door's page: in, out, twice, and why not; and nobody else's door."""

import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from tests.registration.house import site
from tests.world.service import hearing


async def test_the_door_ticks_people_in_and_out_and_a_double_tap_is_harmless(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        async with hearing(here.service):
            path = await here.gathering("announce", "open", starts_at=TODAY, ends_at=TONIGHT, time_zone="UTC")
            ids = [(await here.register(path, await here.person(n))).json()["id"] for n in range(3)]
        page = f"{path.replace('/v1', '')}/door"
        async with here.client(f"checkin:{path.rpartition('/')[2]}") as door:
            door.headers["Accept-Language"] = "en"
            shown = (await door.get(page)).text
            assert re.findall(r"Person \d", shown) == ["Person 0", "Person 1"]
            form = {"registration": ids[0], "way": "in", "key": "tap"}
            for _ in range(2):
                answer = await door.post(page, data=form)
                assert answer.status_code == 303
                assert "refused" not in answer.headers["location"]
            refusals = (ids[0], "in", "already-inside"), (ids[2], "in", "not-confirmed"), (uuid4(), "in", "unknown")
            for id, way, code in (*refusals, (ids[1], "out", "not-inside")):
                answer = await door.post(page, data={"registration": str(id), "way": way, "key": code})
                assert f"refused={code}" in answer.headers["location"]
            assert (
                "No place is confirmed"
                in (await door.get(page, params={"refused": "not-confirmed", "last": ids[2]})).text
            )
            counts = re.findall(r'class="big">(\d)<', (await door.get(f"{page}/counts")).text)
            assert counts == ["1", "2"]
            await door.post(page, data={"registration": ids[0], "way": "out", "key": "later"})
            assert re.findall(r'class="big">(\d)<', (await door.get(f"{page}/counts")).text) == ["0", "2"]
            assert re.findall(r"Person \d", (await door.get(page, params={"q": "person 2"})).text) == ["Person 2"]
        async with here.client(f"checkin:{uuid4()}") as elsewhere:
            assert (await elsewhere.get(page)).status_code == 404
            assert (await elsewhere.post(page, data=form)).status_code == 404


NOW = datetime.now(UTC)
TODAY, TONIGHT = (NOW.replace(hour=hour, minute=1, second=0).isoformat() for hour in (0, 23))
