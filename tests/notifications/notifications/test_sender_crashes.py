"""The sender when it dies, when an answer is lost, or when another sends beside it: each mail once, or known to be in doubt."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from services.notifications.channels import Answer, Mail, Trouble
from services.notifications.channels.folder import Folder
from services.notifications.channels.mail import MailServer, Server
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.sender import LEASE, PATIENCE, REPEATED
from shared.contracts.notifications import NotificationQueued
from shared.contracts.registrations import RegistrationCancelled
from shared.errors import Unavailable
from shared.flow.service import Service
from shared.store import Outgoing, Stored
from tests.faulty import Fault
from tests.notifications.desk import desk, dies
from tests.notifications.house import (
    LETTERHEAD,
    Clock,
    OneOfSeveral,
    Said,
    beside,
    confirmed,
    facts,
    hears,
    knows,
    now,
    person,
)
from tests.notifications.post import HANG_UP, post_office


async def test_two_senders_side_by_side_send_each_mail_once(running: Service) -> None:
    async with post_office() as post:
        await knows(running, *(person(n, "fa") for n in range(40)))
        mails = [await confirmed(running, n) for n in range(40)]
        channels = [MailServer(Server.of(post.url), LETTERHEAD, at_once=3) for _ in range(2)]
        await asyncio.gather(*(desk(running, channel).mailer.step() for channel in channels))
        assert sorted(post.ids()) == sorted(f"<{mail.id}@basins.example>" for mail in mails)
        for channel in channels:
            await channel.close()


async def unpublished(running: Service) -> Notification:
    """Somebody's mail of which the log does not have yet that it was queued."""
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    queued = await running.store.get(Notification, mail.id)
    assert queued
    waiting = Outgoing(queued.sequence, queued.id, NotificationQueued.type, queued.entity.queued_at, b"{}")
    await running.store.commit([replace(queued, outbox=(waiting,))])
    return mail


async def test_what_another_process_queued_is_left_to_it_until_its_event_has_left(running: Service) -> None:
    """Whoever begins it would publish once more that it is queued."""
    mail = await unpublished(running)
    here, other = beside(running), desk(beside(running))
    assert await other.mailer.step() == 0
    own = desk(here)
    own.mailer.queued(mail.id)
    assert await own.mailer.step() == 1


async def test_where_the_log_takes_nothing_a_mail_of_another_process_goes_out_all_the_same(running: Service) -> None:
    await unpublished(running)
    other = desk(beside(running))
    assert await other.mailer.step() == 0
    other.clock.passes(seconds=PATIENCE.total_seconds())
    assert await other.mailer.step() == 1


async def test_what_another_process_queued_is_brought_once_its_event_has_left(running: Service) -> None:
    await knows(running, person(1))
    await confirmed(running, 1)
    assert await desk(beside(running)).mailer.step() == 1


async def test_a_crash_before_the_outcome_was_noted_sends_once_more_with_the_same_identity(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    died = await dies(running)
    survivor = desk(beside(running), clock=died.clock)
    assert await survivor.mailer.step() == 0
    died.clock.passes(seconds=LEASE.total_seconds())
    assert await survivor.mailer.step() == 1
    [first], [second] = died.channel.mails, survivor.channel.mails
    assert (first.message_id, first.dated) == (second.message_id, second.dated)
    kept = await now(running, mail)
    assert (kept.state, [a.trouble for a in kept.attempts]) == (State.SENT, [Trouble.LOST, None])


async def test_where_no_other_process_has_the_store_the_next_start_takes_up_what_was_begun(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    await dies(running)
    assert await desk(running).mailer.step() == 1
    assert (await now(running, mail)).state is State.SENT


async def test_a_mail_that_is_being_sent_is_left_alone_as_long_as_its_sender_is_seen(running: Service) -> None:
    """It is not the clock that says how long: a store that was away is watched anew, so that its sender speaks first."""
    await knows(running, person(1))
    await confirmed(running, 1)
    await dies(running)
    other = beside(running)
    store = cast("OneOfSeveral", other.store)
    survivor = desk(other)
    survivor.clock.is_set(days=100)
    assert await survivor.mailer.step() == 0
    survivor.clock.passes(seconds=LEASE.total_seconds() - 1)
    store.faults.next("find", Fault.BEFORE)
    with pytest.raises(Unavailable):
        await survivor.mailer.step()
    survivor.clock.passes(seconds=2)
    assert await survivor.mailer.step() == 0
    survivor.clock.passes(seconds=LEASE.total_seconds())
    survivor.clock.is_set(days=-100)
    assert await survivor.mailer.step() == 1


async def test_where_a_repeat_leaves_one_mail_a_crash_holds_it_up_for_a_moment_only_however_often(
    running: Service,
) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    folder = Said()
    folder.repeatable = True
    clock = Clock()
    for _ in range(4):
        await dies(beside(running), folder, clock, waits=REPEATED.total_seconds())
    survivor = desk(beside(running), folder)
    assert await survivor.mailer.step() == 0
    survivor.clock.passes(seconds=REPEATED.total_seconds())
    assert await survivor.mailer.step() == 1
    assert {(each.message_id, each.dated) for each in folder.mails} == {
        (folder.mails[0].message_id, folder.mails[0].dated)
    }
    assert (await now(running, mail)).state is State.SENT


async def test_where_a_repeat_leaves_one_mail_and_nobody_else_has_the_store_a_crash_holds_nothing_up(
    running: Service,
) -> None:
    """Nothing is noted before it is handed over: the next start does it once more, and it is the same mail."""
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    folder = Said()
    folder.repeatable = True
    await dies(running, folder)
    assert (await now(running, mail)).state is State.QUEUED
    assert await desk(running, folder).mailer.step() == 1
    assert len({(each.message_id, each.dated) for each in folder.mails}) == 1
    kept = await now(running, mail)
    assert (kept.state, [each.trouble for each in kept.attempts]) == (State.SENT, [None])


async def test_what_lies_in_the_folder_is_not_said_to_be_suppressed(running: Service, tmp_path: Path) -> None:
    """It was put off once, then written by a process that could not note it any more, and then overtaken."""

    class FirstFull(Folder):
        full = True

        async def send(self, mail: Mail) -> Answer:
            full, self.full = self.full, False
            return Answer(Trouble.TECHNICAL, "full") if full else await super().send(mail)

    await knows(running, person(1))
    mail = await confirmed(running, 1)
    folder = FirstFull(tmp_path / "mails", LETTERHEAD)
    put_off = desk(running, folder)
    await put_off.mailer.step()
    put_off.clock.passes(hours=1)
    await dies(running, folder, put_off.clock)
    then = await hears(running, RegistrationCancelled(**facts(1)), 1, 2)
    await desk(running, folder, put_off.clock).mailer.step()
    assert [(await now(running, each)).state for each in (mail, then)] == [State.SENT, State.SENT]


async def test_a_mail_whose_fate_stays_unknown_is_not_handed_over_a_third_time(running: Service) -> None:
    async with post_office() as post:
        await knows(running, person(1))
        mail = await confirmed(running, 1)
        post.at_text += [HANG_UP] * 3
        channel = MailServer(Server.of(post.url), LETTERHEAD)
        at = desk(running, channel)
        for _ in range(4):
            await at.mailer.step()
            at.clock.passes(days=1)
        assert post.ids() == [f"<{mail.id}@basins.example>"] * 2
        assert len(set(post.mails)) == 1
        assert (await now(running, mail)).state is State.TECHNICAL_FAILURE
        await channel.close()


async def test_an_outcome_that_the_store_could_not_take_is_noted_later_and_not_sent_again(running: Service) -> None:
    class Away(Service):
        away = True

        async def run(self, handler: Any, command: Any, **other: Any) -> Stored[Any]:
            if self.away and handler.__name__ == "sent":
                raise Unavailable("away")
            return await super().run(handler, command, **other)

    await knows(running, person(1))
    mail = await confirmed(running, 1)
    service = Away(running.definition, running.store, running.log)
    at = desk(service)
    await at.mailer.step()
    with pytest.raises(Unavailable):
        await at.mailer.step()
    at.clock.passes(hours=1)
    service.away = False
    await at.mailer.step()
    assert (await now(running, mail)).state is State.SENT
    assert len(at.channel.mails) == 1


async def test_what_was_never_handed_over_for_want_of_the_store_is_not_taken_for_lost(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    other = beside(running)
    store = cast("OneOfSeveral", other.store)
    at = desk(other)
    for _ in range(3):
        store.faults.next("commit", Fault.LOST)
        await at.mailer.step()
        await at.mailer.step()
        at.clock.passes(days=1)
    assert await at.mailer.step() == 1
    kept = await now(running, mail)
    assert (kept.state, len(at.channel.mails)) == (State.SENT, 1)
    assert {each.trouble for each in kept.attempts} == {Trouble.TECHNICAL, None}


async def test_an_error_in_one_mail_holds_no_other_up(running: Service) -> None:
    await knows(running, person(1), person(2))
    odd, even = await confirmed(running, 1), await confirmed(running, 2)
    stored = await running.store.get(Notification, odd.id)
    assert stored is not None
    stored.entity.template = "nobody-wrote-this"
    await running.store.commit([stored])
    at = desk(running)
    await at.mailer.step()
    assert (await now(running, even)).state is State.SENT
    assert (await now(running, odd)).attempts[-1].trouble is Trouble.TECHNICAL
