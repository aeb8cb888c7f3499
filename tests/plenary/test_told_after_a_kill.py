"""A real process that is killed over its mails, and what it told changes: everybody is told, in truth, and `verify` sees it."""

import asyncio
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plenary.client import Client
from plenary.verify import Finding, verify
from services.notifications.notifications.model import State
from shared.settings import Settings
from tests.plenary.running import Installation
from tests.waiting import PATIENCE, eventually, until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

MANY = 64
FEW = 4
"""Mails that lie in the folder when the process is killed."""

DRAFT = {
    "title": {"en": "River Meeting"},
    "venue": {"en": "Hall"},
    "starts_at": "2098-03-21T09:00:00Z",
    "ends_at": "2098-03-21T18:00:00Z",
    "time_zone": "UTC",
    "capacity": {"delegate": MANY},
}


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Many register; it is killed over their mails and started again; all are cancelled at once. It has ended in order."""
    here = Installation(tmp_path_factory.mktemp("killed") / "data")
    here.start()
    try:
        asyncio.run(_registered_and_cancelled(here))
        yield here
    finally:
        here.stop()


async def _registered_and_cancelled(here: Installation) -> None:
    async with Client(Settings.read(here.environ), patience=PATIENCE) as client:
        gathering = (await client.post("/registration/v1/gatherings", DRAFT, key="draft")).json()["id"]
        path = f"/registration/v1/gatherings/{gathering}"
        for step in ("announce", "open"):
            await _move(client, path, step)
        people = await asyncio.gather(*(_person(client, n) for n in range(MANY)))
        coming = [asyncio.create_task(_register(client, path, person)) for person in people]
        await eventually(lambda: len(list((here.data / "mails").glob("*.eml"))) >= FEW)
        here.kill()
        here.start()
        registrations = await asyncio.gather(*coming)
        await asyncio.gather(
            *(_move(client, f"/registration/v1/registrations/{each}", "cancel") for each in registrations)
        )
        await until(lambda: _all_sent(client, gathering))
    assert here.stop() == 0


async def _all_sent(client: Client, gathering: str) -> bool:
    mails = client.every("/notifications/v1/notifications", gathering=gathering)
    states = Counter([each["state"] async for each in mails])
    assert not states.keys() & {"suppressed", "permanent_failure", "technical_failure"}
    return states["sent"] == 2 * MANY


async def _person(client: Client, n: int) -> str:
    form = {"name": f"Person {n}", "email": f"person{n}@example.org"}
    return str((await client.post("/registration/v1/people", form, key=f"person-{n}")).json()["id"])


async def _register(client: Client, path: str, person: str) -> str:
    form = {"category": "delegate", "person": person}
    return str((await client.post(f"{path}/registrations", form, key=f"register-{person}")).json()["id"])


async def _move(client: Client, path: str, step: str) -> Any:
    version = (await client.get(path)).headers["ETag"]
    return await client.post(f"{path}/{step}", key=f"{step}-{path}", match=version)


async def verified(installation: Installation, folder: Path, sql: str = "", **settings: Any) -> dict[str, Finding]:
    """What does not hold in a copy whose notifications were changed."""
    shutil.copytree(installation.data, folder)
    if sql:
        with sqlite3.connect(folder / "notifications.db") as database:
            assert database.execute(sql).rowcount > 0, "nothing was broken"
        database.close()
    findings = await verify(Settings(data=folder, **settings), lambda _: None, longest=0)
    return {each.claim: each for each in findings if not each.holds}


TOLD = "everybody was told, or there is a reason why not"
MAILS = "each notification that was sent has exactly one mail"


def test_killed_over_its_mails_everybody_is_told_both_and_verify_is_clean(killed: Installation) -> None:
    status, said = killed.plenary("verify")
    assert status == 0, said
    assert f"{2 * MANY} told" in said
    assert f"{2 * MANY} files" in said


async def test_verify_with_another_way_out_set_misses_no_mail(killed: Installation, tmp_path: Path) -> None:
    assert not await verified(killed, tmp_path / "copy", smtp_url="smtp://mail.example")


async def test_verify_without_the_mail_server_set_looks_for_none_of_its_mails(
    killed: Installation, tmp_path: Path
) -> None:
    shutil.copytree(killed.data, tmp_path / "sent")
    with sqlite3.connect(tmp_path / "sent" / "notifications.db") as database:
        database.execute("UPDATE notifications SET body = json_set(body, '$.through', 'server')")
    database.close()
    shutil.rmtree(tmp_path / "sent" / "mails")
    assert not {
        each.claim for each in await verify(Settings(data=tmp_path / "sent"), lambda _: None, longest=0) if each.broken
    }


FIRST = "id = (SELECT id FROM notifications WHERE json_extract(body, '$.template') = 'registration-{}' LIMIT 1)"
BROKEN = {
    "a lie about what was sent": ("confirmed", {"state": "suppressed", "reason": "superseded"}, MAILS),
    "held to be past": ("cancelled", {"state": "suppressed", "reason": "past"}, TOLD),
    "held to be erased": ("confirmed", {"state": "suppressed", "reason": "erased"}, TOLD),
    "overtaken by nothing": ("cancelled", {"state": "suppressed", "reason": "superseded"}, TOLD),
    "failed": ("cancelled", {"state": "technical_failure"}, TOLD),
}
"""What is broken: the notification of which event, what it says, and the claim that must not hold any more."""


@pytest.mark.parametrize("what", BROKEN)
async def test_whoever_was_never_told_is_seen(what: str, killed: Installation, tmp_path: Path) -> None:
    template, says, claim = BROKEN[what]
    set_ = ", ".join(f"'$.{name}', '{value}'" for name, value in says.items())
    sql = f"UPDATE notifications SET body = json_set(body, {set_}) WHERE {FIRST.format(template)}"
    assert claim in await verified(killed, tmp_path / "copy", sql)


async def test_what_still_waits_by_schedule_is_counted_and_no_fault(killed: Installation, tmp_path: Path) -> None:
    shutil.copytree(killed.data, tmp_path / "copy")
    waiting = (
        "UPDATE notifications SET due = '2098-01-01T00:00:00.000000Z', body = json_set(body, '$.state', "
        f"'{State.TEMPORARY_FAILURE}', '$.due', '2098-01-01T00:00:00.000000Z') WHERE {FIRST.format('cancelled')}"
    )
    with sqlite3.connect(tmp_path / "copy" / "notifications.db") as database:
        assert database.execute(waiting).rowcount == 1
    database.close()
    findings = await verify(Settings(data=tmp_path / "copy"), lambda _: None, longest=0)
    assert not [each.faults for each in findings if not each.holds]
    [told] = [each for each in findings if each.claim == TOLD]
    assert told.counts["still waiting"] == 1


async def test_mails_of_notifications_that_the_log_has_forgotten_are_somebodys(
    killed: Installation, tmp_path: Path
) -> None:
    """The topic of notifications is kept for 90 days; what must be told follows from the events of registrations."""
    shutil.copytree(killed.data, tmp_path / "copy")
    with sqlite3.connect(tmp_path / "copy" / "log.db") as database:
        assert database.execute("DELETE FROM records WHERE headers LIKE '%notification.%'").rowcount > 0
    database.close()
    findings = await verify(Settings(data=tmp_path / "copy"), lambda _: None, longest=0)
    assert {each.claim: each for each in findings}[MAILS].holds
