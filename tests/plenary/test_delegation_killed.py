"""A real process is killed (-9) while a focal point names 60 delegates on the page: nobody is lost, nobody is there twice."""

import asyncio
import sqlite3
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from plenary.client import Client, keys
from shared.settings import Settings
from tests.plenary.running import Installation
from tests.waiting import PATIENCE, eventually, until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

QUOTA = 60
HOME = {"code": "DELTA", "name": {"en": "Delta Authority"}, "organization_kind": "authority"}
POINT = {"name": "Reed Alder", "email": "reed@example.org"}
DRAFT: dict[str, Any] = {
    "title": {"en": "River Meeting"},
    "venue": {"en": "Hall"},
    "starts_at": "2098-03-21T09:00:00Z",
    "ends_at": "2098-03-21T18:00:00Z",
    "time_zone": "UTC",
    "capacity": {"delegate": QUOTA},
}
TABLE = "\n".join(f"Delegate {n}\tdelegate{n}@example.org\tAdviser" for n in range(QUOTA))


def count(here: Installation, table: str) -> int:
    """Documents of a kind, as the disk has them while it runs, and once it is dead."""
    database = sqlite3.connect(f"file:{here.data / 'registration.db'}?mode=ro", uri=True)
    try:
        found: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    except sqlite3.OperationalError:  # it has none yet
        return 0
    else:
        return found
    finally:
        database.close()


async def invited(client: Client) -> tuple[str, str]:
    """An organization with a quota of 60: the gathering's path and the invitation."""
    home = (await client.post("/registration/v1/organizations", HOME, key="home")).json()["id"]
    point = (await client.post("/registration/v1/people", POINT, key="point")).json()["id"]
    gathering = (await client.post("/registration/v1/gatherings", DRAFT, key="draft")).json()["id"]
    path = f"/registration/v1/gatherings/{gathering}"
    version = (await client.get(path)).headers["ETag"]
    await client.post(f"{path}/announce", key="announce", match=version)
    whole = {"organization": home, "quota": QUOTA, "focal_points": [point]}
    form = {"category": "delegate", "reply_by": "2098-03-01T12:00:00Z", **whole}
    return path, (await client.post(f"{path}/invitations", form, key="invite")).json()["id"]


@pytest.mark.parametrize(("kind", "least"), [("people", 20), ("registrations", 1)])
async def test_killed_while_60_are_named_on_the_page_each_is_there_once_and_told_once(
    kind: str, least: int, tmp_path: Path
) -> None:
    here = Installation(tmp_path / "data")
    here.start()
    settings = Settings.read(here.environ)
    try:
        async with Client(settings, patience=PATIENCE) as client:
            path, invitation = await invited(client)
            link = keys(settings).link("invitation", UUID(invitation), timedelta(days=1))
            typed = {"table": TABLE, "key": "once", "version": "1"}
            page = f"/registration/invitation/delegates?link={link}"
            naming = asyncio.create_task(client.post(page, typed=typed, key="once"))
            await eventually(lambda: count(here, kind) >= least)
            here.kill()
            here.start()
            await naming  # it is pressed again as long as nobody answers
            await client.post(page, typed=typed, key="once")
            named = (await client.get(f"/registration/v1/invitations/{invitation}")).json()["delegates"]
            assert len({*named}) == len(named) == QUOTA
            await until(lambda: _told(client, path))
            coming = [each async for each in client.every(f"{path}/registrations")]
            assert sorted(each["person"] for each in coming) == sorted(named)
            assert sorted(each["seat"] for each in coming) == [*range(1, QUOTA + 1)]
            people = Counter([each["email"] async for each in client.every("/registration/v1/people")])
            assert people.total() == len(people) == QUOTA + 1
    finally:
        here.stop()
    status, said = here.plenary("verify")
    assert status == 0, said


async def _told(client: Client, path: str) -> bool:
    """Each delegate of the place, the focal point of the invitation and by one receipt; no more of anything."""
    gathering = path.rpartition("/")[2]
    mails = [each async for each in client.every("/notifications/v1/notifications", gathering=gathering)]
    sent = Counter(each["template"] for each in mails if each["state"] == "sent")
    assert sent["registration-confirmed"] <= QUOTA
    assert sent["delegation-named"] <= 1
    return sent == {"registration-confirmed": QUOTA, "delegation-named": 1, "invitation-delegation": 1}
