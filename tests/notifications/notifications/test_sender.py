"""The sender, step by step, on a real store; and beside it a real server where it matters. Crashes: `test_sender_crashes.py`."""

import asyncio
from datetime import timedelta

import pytest

from services.notifications.channels import Answer, Trouble
from services.notifications.channels.mail import MailServer, Server
from services.notifications.notifications import sender
from services.notifications.notifications.courier import without_addresses
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.sender import Mailer, send_forever
from services.notifications.wording import NAME, Templates
from shared.contracts.registrations import RegistrationConfirmed, RegistrationPromoted, RegistrationWaitlisted
from shared.flow.service import Service
from tests.notifications.desk import desk
from tests.notifications.house import LETTERHEAD, Clock, Said, confirmed, facts, hears, knows, now, person, recorded
from tests.notifications.post import post_office


async def test_each_person_is_told_once_in_the_own_language(running: Service) -> None:
    await knows(running, person(1, "en"), person(2, "fa"), person(3, "ar"))
    for n in (1, 2, 3):
        await confirmed(running, n)
    at = desk(running)
    assert await at.mailer.step() == 3
    assert await at.mailer.step() == 0
    assert {mail.language for mail in at.channel.mails} == {"en", "fa", "ar"}
    assert {mail.to_address for mail in at.channel.mails} == {f"person{n}@example.org" for n in (1, 2, 3)}


async def test_what_was_sent_is_kept_without_the_name(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    kept = await now(running, mail)
    assert kept.state is State.SENT
    assert kept.message_id == f"<{mail.id}@basins.example>"
    assert kept.wording is not None
    assert kept.wording.text.startswith(f"Dear {NAME},")
    assert [(attempt.trouble, attempt.answer) for attempt in kept.attempts] == [(None, "250 taken")]
    document = await running.store.get(Notification, mail.id)
    assert document is not None
    assert "Nadia" not in str(document)
    assert "person1@" not in str(document)
    assert [event.type for event in document.outbox] == ["notification.sending.v1", "notification.sent.v1"]


async def test_a_refusal_for_now_waits_for_its_turn_and_then_arrives(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    at = desk(running, Said([Answer(Trouble.REFUSED_FOR_NOW, "450 4.2.1 person1@example.org is busy")]))
    await at.mailer.step()
    waiting = await now(running, mail)
    assert (waiting.state, waiting.due) == (State.TEMPORARY_FAILURE, at.clock.at + timedelta(minutes=1))
    assert waiting.attempts[0].answer == "450 4.2.1 <…> is busy"
    assert await at.mailer.step() == 0
    at.clock.passes(minutes=1)
    assert await at.mailer.step() == 1
    first, second = at.channel.mails
    assert (first.message_id, first.dated) == (second.message_id, second.dated)
    assert (await now(running, mail)).state is State.SENT


async def test_a_refusal_for_good_is_not_tried_again(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    at = desk(running, Said([Answer(Trouble.REFUSED, "550 5.1.1 no")]))
    await at.mailer.step()
    at.clock.passes(days=5)
    assert await at.mailer.step() == 0
    assert (await now(running, mail)).state is State.PERMANENT_FAILURE


async def test_a_recipient_who_arrives_late_is_joined_late(running: Service) -> None:
    mail = await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    assert (await now(running, mail)).state is State.TEMPORARY_FAILURE
    await knows(running, person(1))
    at.clock.passes(seconds=1)
    await at.mailer.step()
    assert (await now(running, mail)).state is State.SENT


async def test_a_recipient_who_never_arrives_is_a_visible_failure(running: Service) -> None:
    mail = await confirmed(running, 1)
    at = desk(running)
    for _ in range(20):
        await at.mailer.step()
        at.clock.passes(hours=24)
    failed = await now(running, mail)
    assert failed.state is State.TECHNICAL_FAILURE
    assert failed.attempts[-1].answer == "the recipient is not known yet"
    assert at.channel.mails == []


async def test_nobody_is_told_about_a_gathering_that_is_over(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    at = desk(running)
    at.clock.passes(days=365)
    await at.mailer.step()
    kept = await now(running, mail)
    assert (kept.state, kept.reason, at.channel.mails) == (State.SUPPRESSED, "past", [])


async def test_who_was_erased_is_not_written_to_and_the_channel_forgets(running: Service) -> None:
    someone = person(1)
    await knows(running, someone)
    mail = await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    again = await hears(running, RegistrationPromoted(**facts(1), seat=1, ticket=1), 1, 2)
    someone.hear(None)
    await knows(running, someone)
    await at.mailer.step()
    assert (await now(running, again)).reason == "erased"
    await at.mailer.forget_erased()
    await at.mailer.forget_erased()
    assert sorted(at.channel.forgotten) == sorted([mail.id, again.id])


async def test_what_the_channel_cannot_forget_is_asked_of_it_again_a_minute_later(running: Service) -> None:
    someone = person(1)
    await knows(running, someone)
    mail = await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    someone.hear(None)
    await knows(running, someone)
    at.channel.stuck = True
    for _ in range(3):
        await at.mailer.forget_erased()
    assert at.channel.forgotten == [mail.id], "not twice a second"
    at.channel.stuck = False
    at.clock.passes(seconds=61)
    for _ in range(3):
        await at.mailer.forget_erased()
    assert at.channel.forgotten == [mail.id, mail.id]


async def test_a_delayed_mail_that_is_no_longer_true_is_not_sent(running: Service) -> None:
    await knows(running, person(1))
    waiting = await hears(running, RegistrationWaitlisted(**facts(1), rank=301), 1)
    at = desk(running, Said([Answer(Trouble.REFUSED_FOR_NOW, "450")]))
    await at.mailer.step()
    promoted = await hears(running, RegistrationPromoted(**facts(1), seat=7, ticket=301), 1, 2)
    at.clock.passes(minutes=1)
    await at.mailer.step()
    assert (await now(running, waiting)).reason == "superseded"
    assert (await now(running, promoted)).state is State.SENT


async def test_a_mirror_that_lags_behind_holds_no_mail_back(running: Service) -> None:
    await knows(running, person(1))
    await hears(running, RegistrationWaitlisted(**facts(1), rank=301), 1)
    at = desk(running, Said([Answer(None, "250"), Answer(Trouble.REFUSED_FOR_NOW, "450")]))
    await at.mailer.step()
    promoted = await hears(running, RegistrationPromoted(**facts(1), seat=7, ticket=301), 1, 2)
    await hears(running, RegistrationConfirmed(**facts(1), seat=7, ticket=301), 1, 3)  # newer, and tells the same
    await at.mailer.step()
    at.clock.passes(minutes=1)
    await at.mailer.step()
    assert (await now(running, promoted)).state is State.SENT


async def test_the_loop_sends_until_it_is_stopped(running: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes here comes past this process, as another's would: the slow net finds it."""
    monkeypatch.setattr(sender, "NET", 0.05)
    async with post_office() as post:
        await knows(running, person(1), person(2, "ar"))
        first = await confirmed(running, 1)
        stop = asyncio.Event()
        arrived: asyncio.Queue[None] = asyncio.Queue()
        post.on_text = lambda: arrived.put_nowait(None)
        channel = MailServer(Server.of(post.url), LETTERHEAD)
        loop = asyncio.create_task(send_forever(running, channel, now=Clock(), stop=stop))
        await arrived.get()
        second = await confirmed(running, 2)
        await arrived.get()
        stop.set()
        await loop
        assert post.ids() == [f"<{mail.id}@basins.example>" for mail in (first, second)]
        assert (await now(running, second)).state is State.SENT


async def test_one_step_sends_all_that_is_due(running: Service) -> None:
    await knows(running, *(person(n) for n in range(30)))
    for n in range(30):
        await confirmed(running, n)
    channel = Said()
    assert await Mailer(running, channel, Templates(), Clock()).step() == 30
    assert len({mail.message_id for mail in channel.mails}) == 30


async def test_a_name_that_changed_is_the_one_that_is_written(running: Service) -> None:
    someone = person(1)
    someone.hear(recorded(1, "en", name="N. Brook-Rivers"))
    await knows(running, someone)
    await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    assert at.channel.mails[0].text.startswith("Dear N. Brook-Rivers,")


def test_an_answer_is_kept_without_addresses_on_one_line() -> None:
    said = "550-5.1.1 <Nadia.Brook@example.org>: Recipient\r\n550 rejected " + "x" * 1000
    kept = without_addresses(said)
    assert "@" not in kept
    assert "Nadia" not in kept
    assert kept.startswith("550-5.1.1 <…> Recipient 550 rejected x")
    assert len(kept) == 300
