"""One bad document, mail or channel holds up nobody else's mail, and no error ends the loop that sends."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from services.notifications.notifications import handlers
from services.notifications.notifications.commands import Retry
from services.notifications.notifications.model import State
from services.notifications.notifications.sender import send_forever
from shared.contracts.registrations import RegistrationConfirmed
from shared.flow.service import Service
from shared.loop import Loop
from tests.faulty import Fault, FaultyStore
from tests.notifications.desk import desk
from tests.notifications.house import START, Clock, Said, confirmed, facts, hears, knows, now, person, person_id
from tests.waiting import eventually


def spoil(folder: Path, kind: str, id: UUID) -> None:
    """Nobody can read it."""
    with closing(sqlite3.connect(folder / "notifications.db", timeout=30)) as db:
        db.execute(f"UPDATE {kind} SET body = json_set(body, '$.schema', 99) WHERE id = ?", (str(id),))
        db.commit()


async def test_what_cannot_be_read_holds_up_no_other_mail(running: Service, tmp_path: Path) -> None:
    await knows(running, *(person(n) for n in range(4)))
    mails = [await confirmed(running, n) for n in range(4)]
    spoil(tmp_path, "notifications", mails[0].id)
    spoil(tmp_path, "people", person_id(1))
    at = desk(running)
    await at.mailer.step()
    assert {mail.to_address for mail in at.channel.mails} == {"person2@example.org", "person3@example.org"}
    assert (await now(running, mails[1])).attempts[0].answer == "the recipient is not known yet"


async def test_one_who_was_erased_and_cannot_be_forgotten_holds_up_no_other(
    running: Service, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Said):
        async def forget(self, notification: UUID) -> bool:
            if notification == mails[0].id:
                raise PermissionError("Nadia Brook.eml")
            return await super().forget(notification)

    await knows(running, *(person(n) for n in range(3)))
    mails = [await confirmed(running, n) for n in range(3)]
    at = desk(running, Broken())
    await at.mailer.step()
    gone = [person(n) for n in range(3)]
    for each in gone:
        each.hear(None)
    await knows(running, *gone)
    await at.mailer.forget_erased()
    assert set(at.channel.forgotten) == {mail.id for mail in mails[1:]}
    [line] = [line for line in caplog.records if "erased" in line.message]
    assert vars(line)["reason"] == "PermissionError"


async def test_an_outcome_that_is_refused_holds_up_no_mail(running: Service) -> None:
    await knows(running, person(1), person(2))
    sent = await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    later = await confirmed(running, 2)
    retry = Retry(id=UUID(int=1), at=START, notification=UUID(int=2))
    at.mailer._courier._unsaid[UUID(int=2)] = handlers.retry, retry
    await at.mailer.step()
    assert [(await now(running, each)).state for each in (sent, later)] == [State.SENT, State.SENT]
    assert not at.mailer._courier.keeps(UUID(int=2))


async def test_the_loop_that_sends_outlives_any_error(running: Service) -> None:
    store, stop, loop, channel = FaultyStore(running.store), asyncio.Event(), Loop("mails"), Said()
    await knows(running, person(1))
    mail = await hears(running, RegistrationConfirmed(**facts(1), seat=1, ticket=1), 1)
    store.faults.always["find"] = Fault.BROKEN
    service = Service(running.definition, store, running.log)
    sending = asyncio.create_task(send_forever(service, channel, now=Clock(), stop=stop, loop=loop))
    await eventually(lambda: loop.degraded == "mails: RuntimeError")
    del store.faults.always["find"]
    await eventually(lambda: bool(channel.mails))
    await eventually(lambda: loop.degraded == "")
    stop.set()
    await sending
    assert (await now(running, mail)).state is State.SENT
