"""An installation with a past: two conferences, people who changed and one who was erased, a log that has forgotten."""

import re
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from plenary.verify import Finding, verify
from services.registration.people.forms import PersonForm
from shared.contracts.notifications import NOTIFICATIONS
from shared.log.embedded.log import EmbeddedLog
from shared.settings import Settings
from tests.registration.files.made import PAPER
from tests.registration.house import erase
from tests.story import press
from tests.story.chain import Chain, registered
from tests.story.editions import come_before
from tests.story.effects import bring_about
from tests.story.ending import end_with_a_statement
from tests.story.examples import as_their_examples_say
from tests.story.gatherings import put_on_programme
from tests.story.house import house
from tests.story.invited import invite_people
from tests.story.meeting import meet
from tests.story.owed import owe_and_report
from tests.story.reviewed import review

LONG_AGO = timedelta(days=100)


async def lived(folder: Path) -> None:
    """Two conferences, 100 days apart by the log's clock, and what no conference needs; the log was cleaned between them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("shared.flow.consume.ACKNOWLEDGE", 0.01)
        async with house(folder) as here, here.client("secretariat") as secretary:
            asked: list[str] = []
            secretary.event_hooks = {"request": [_noting(asked)]}
            chain = await registered(here, secretary)
            await invite_people(chain, "delegate")
            await _first(chain)
            await come_before(chain)
            await as_their_examples_say(secretary, asked)
            await _rename_others(chain)
            await here.settle()
        aged(folder)
        await cleaned(folder)
        async with house(folder) as here, here.client("secretariat") as secretary:
            chain.house, chain.secretary = here, secretary
            await _second(chain)


def _noting(asked: list[str]) -> Callable[[httpx.Request], Awaitable[None]]:
    async def note(request: httpx.Request) -> None:
        asked.append(request.url.path)

    return note


async def _first(chain: Chain) -> None:
    """Promoted, cancelled, applied anew, a smaller hall, in and out, minutes published; people changed and one erased."""
    await chain.cancel(2)
    await chain.house.settle()
    await chain.register(2)
    await chain.cancel(11)
    answer = await chain.secretary.get(chain.path)
    tag = {"If-Match": answer.headers["ETag"]}
    smaller = await chain.secretary.put(f"{chain.path}/capacity", json={"capacity": {"delegate": 7}}, headers=tag)
    assert smaller.is_success, smaller.text
    await chain.move(chain.path, "close", "convene")
    for n, way in ((0, "entries"), (1, "entries"), (3, "entries"), (1, "exits")):
        await chain.passes(n, way)
    await chain.passes(5, "entries")
    await chain.house.settle()
    await meet(chain)
    await bring_about(chain)
    assert (await chain.vote()).status_code == 201
    await end_with_a_statement(chain)
    await chain.move(chain.path, "adjourn", "hold")
    await chain.house.settle()
    await review(chain)
    await chain.move(chain.minutes, "approve", "publish")
    await owe_and_report(chain)
    await press.subscribe(chain)
    await press.report(chain)
    for n in range(len(chain.people)):  # so that no partition begins with its first record
        await renamed(chain, n, "Robin Sample")
    await erase(chain.house.service("registration"), UUID(chain.people[9]))
    await chain.house.settle()


async def _second(chain: Chain) -> None:
    """All but the erased one come again, some of whom must ask; of them one is erased while the mail is on its way."""
    await chain.announce(capacity={"delegate": 6, "press": 2})
    for n in (*range(6), 10, 11):
        await chain.register(n)
    asked = [await _asks(chain, n) for n in (6, 7, 8)]  # the third goes on waiting
    held = ("hold", {"reason": "being_checked"})
    decisions = (
        (0, *held),
        (0, "release", None),
        (0, "approve", None),
        (1, *held),
        (1, "reject", {"reason": "incomplete"}),
    )
    for n, decision, form in decisions:
        path = f"/registration/v1/registrations/{asked[n]}"
        tag = (await chain.secretary.get(path)).headers["ETag"]
        await chain.post(f"{path}/{decision}", form, **{"If-Match": tag})
    await put_on_programme(chain)
    await bring_file(chain, chain.registrations[0])
    await chain.house.settle()
    await erase(chain.house.service("registration"), UUID(chain.people[10]))
    await renamed(chain, 1, "Robin Instance")
    await chain.house.settle()
    version = {"If-Match": (await chain.secretary.get(chain.path)).headers["ETag"]}
    await chain.post(f"{chain.path}/postpone", {"reason": {"en": "The road is flooded."}}, **version)
    await chain.house.settle()


async def bring_file(chain: Chain, registration: str) -> None:
    """Delegates are asked for a paper, and one brings it."""
    asked = {"key": "paper", "kind": "file", "label": {"en": "Paper"}}
    await chain.post(f"{chain.path}/fields", {"category": "delegate", "fields": [asked]})
    path = f"/registration/v1/registrations/{registration}/answers/paper/file"
    brought = await chain.secretary.post(path, content=PAPER, headers={"Content-Type": "application/pdf"})
    assert brought.is_success, brought.text


async def _asks(chain: Chain, n: int) -> str:
    """A person, for a place at the table of the press."""
    async with chain.house.client("person", sub=UUID(chain.people[n])) as person:
        answer = await person.post(f"{chain.path}/registrations", json={"category": "press"})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])


async def _rename_others(chain: Chain) -> None:
    """Whom no story knows, so that no partition begins with their first record."""
    others = (await chain.secretary.get("/registration/v1/people", params={"limit": 100})).json()
    known = len(chain.people)
    chain.people += [each["id"] for each in others if each["id"] not in chain.people]
    for n in range(known, len(chain.people)):
        await renamed(chain, n, "Robin Sample")


async def renamed(chain: Chain, n: int, name: str) -> None:
    path = f"/registration/v1/people/{chain.people[n]}"
    answer = await chain.secretary.get(path)
    form = {each: value for each, value in answer.json().items() if each in PersonForm.model_fields} | {"name": name}
    changed = await chain.secretary.put(path, json=form, headers={"If-Match": answer.headers["ETag"]})
    assert changed.is_success, changed.text


def aged(folder: Path, by: timedelta = LONG_AGO) -> None:
    """All notifications, and what the log says of them, are so much older."""
    with closing(sqlite3.connect(folder / "log.db")) as log, log:
        of = "WHERE place >> 50 = (SELECT id FROM topics WHERE name = ?)"
        rows = log.execute(f"SELECT place, value FROM records {of}", (NOTIFICATIONS.name,)).fetchall()
        for place, value in rows:
            changed = (_older(value.decode(), by).encode(), by // timedelta(microseconds=1), place)
            log.execute("UPDATE records SET value = ?, at = at - ? WHERE place = ?", changed)
    with closing(sqlite3.connect(folder / "notifications.db")) as store, store:
        for id, body in store.execute("SELECT id, body FROM notifications").fetchall():
            store.execute("UPDATE notifications SET body = ? WHERE id = ?", (_older(body, by), id))


def _older(text: str, by: timedelta) -> str:
    moment = re.compile(r"20\d\d-\d\d-\d\dT[\d:]{8}(?:\.\d+)?Z")
    return moment.sub(
        lambda found: (datetime.fromisoformat(found[0]) - by).isoformat(timespec="microseconds")[:26] + "Z", text
    )


async def cleaned(folder: Path) -> None:
    """The log is opened to be written, as by a start, and removes what is too old by its clock."""
    log = await EmbeddedLog.open(folder / "log.db")
    await log.close()


async def broken(folder: Path) -> list[Finding]:
    """The claims that do not hold."""
    return [each for each in await verify(Settings(data=folder), lambda _: None, longest=0) if not each.holds]


def said(findings: list[Finding]) -> str:
    """All faults that are told, as one text."""
    return "\n".join(f"{each.claim}: {fault}" for each in findings for fault in each.faults)
