"""What the secretariat does by hand: sends again what was sent, and calls off what is not sent yet."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from plenary.verify.mails import unlike
from services.notifications.channels import Answer, Mail, Trouble
from services.notifications.notifications import handlers
from services.notifications.notifications.commands import CallOff, SendAgain
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.repeat import REPEATS
from shared.contracts.registrations import RegistrationCancelled
from shared.errors import Conflict
from shared.flow.service import Service
from shared.store import Stored
from tests.notifications.desk import Desk, desk
from tests.notifications.house import START, Said, beside, confirmed, facts, hears, house, knows, now, person
from tests.notifications.reminder import REMINDER, remind
from tests.world.site import Site

SECRETARY = uuid4()
LATER = Answer(Trouble.REFUSED_FOR_NOW, "450 4.2.1 busy")


async def told(running: Service, *answers: Answer) -> tuple[Notification, Desk]:
    """Somebody who was told (or answered as given), and the sender."""
    await knows(running, person(1))
    mail, at = await confirmed(running, 1), desk(running, Said(answers))
    await at.mailer.step()
    return await now(running, mail), at


async def again(running: Service, sent: Notification, seen: int = 0) -> Notification:
    command = SendAgain(id=uuid4(), at=START, notification=sent.id, seen=seen, by=SECRETARY)
    stored: Stored[Notification] = await running.run(handlers.send_again, command)
    return stored.entity


async def call_off(running: Service, mail: Notification) -> Notification:
    command = CallOff(id=uuid4(), at=START, notification=mail.id, by=SECRETARY)
    stored: Stored[Notification] = await running.run(handlers.call_off, command)
    return stored.entity


async def test_what_was_sent_is_sent_again_in_a_mail_of_its_own(running: Service) -> None:
    sent, at = await told(running)
    await knows(running, person(1, email="corrected@example.org"))
    repeat = await again(running, sent)
    assert (repeat.repeats, repeat.asked_by, repeat.state) == (sent.id, SECRETARY, State.QUEUED)
    await at.mailer.step()
    first, second = at.channel.mails
    assert (first.to_address, second.to_address) == ("person1@example.org", "corrected@example.org")
    assert first.message_id != second.message_id
    assert first.text == second.text
    assert (await now(running, sent)).attempts == sent.attempts, "nobody says of the first that it left twice"
    assert not list(unlike(await now(running, repeat), sent))


async def test_two_who_press_at_once_send_it_again_once(running: Service) -> None:
    sent, at = await told(running)
    one, other = await asyncio.gather(again(running, sent), again(running, sent))
    assert one.id == other.id
    await at.mailer.step()
    assert (await again(running, sent)).id == one.id, "whoever has not seen the repeat is shown it"
    assert len(at.channel.mails) == 2


async def test_it_is_not_sent_again_while_that_is_under_way_nor_for_ever(running: Service) -> None:
    sent, at = await told(running)
    await again(running, sent)
    with pytest.raises(Conflict) as refused:
        await again(running, sent, seen=1)
    assert refused.value.slug == "on-its-way"
    for seen in range(1, REPEATS):
        await at.mailer.step()
        await again(running, sent, seen=seen)
    await at.mailer.step()
    with pytest.raises(Conflict) as refused:
        await again(running, sent, seen=REPEATS)
    assert refused.value.slug == "often-enough"
    assert len(at.channel.mails) == 1 + REPEATS


async def test_what_was_not_sent_or_is_no_longer_so_is_not_sent_again(running: Service) -> None:
    delayed, at = await told(running, LATER)
    with pytest.raises(Conflict) as refused:
        await again(running, delayed)
    assert refused.value.slug == "not-sent"
    at.clock.passes(minutes=2)
    await at.mailer.step()
    repeat = await again(running, delayed)
    await at.mailer.step()
    with pytest.raises(Conflict):
        await again(running, repeat)
    await hears(running, RegistrationCancelled(**facts(1)), 1, 2)
    with pytest.raises(Conflict) as refused:
        await again(running, delayed, seen=1)
    assert refused.value.slug == "superseded"


async def test_what_was_delayed_can_be_called_off_and_wanted_again(running: Service) -> None:
    delayed, at = await told(running, LATER)
    called_off = await call_off(running, delayed)
    assert called_off.state is State.TEMPORARY_FAILURE, "only the sender knows whether it can be held back"
    await at.mailer.step()
    mail = await now(running, delayed)
    assert (mail.state, mail.reason, mail.asked_by) == (State.SUPPRESSED, "called_off", SECRETARY)
    assert len(at.channel.mails) == 1
    with pytest.raises(Conflict):
        await call_off(running, delayed)
    mail.retried()
    assert not mail.called_off


async def test_what_is_scheduled_can_be_called_off(running: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    remind(monkeypatch)
    await told(running)
    at = desk(running)
    found = await running.store.find(Notification, {"template": REMINDER})
    [scheduled] = [stored.entity for stored in found.items]
    await at.mailer.step()
    await call_off(running, scheduled)
    await at.mailer.step()
    assert (await now(running, scheduled)).state is State.SUPPRESSED
    at.clock.passes(days=69)
    await at.mailer.step()
    assert at.channel.mails == []


class Meanwhile(Said):
    """Somebody calls the mail off while it is being handed over."""

    def __init__(self, running: Service, mail: Notification, *, repeatable: bool) -> None:
        super().__init__()
        self.repeatable = repeatable
        self._running, self._mail = running, mail
        self.refused = False

    async def send(self, mail: Mail) -> Answer:
        try:
            await call_off(self._running, self._mail)
        except Conflict:
            self.refused = True
        return await super().send(mail)


@pytest.mark.parametrize("repeatable", [True, False])
async def test_what_is_being_handed_over_is_sent_and_not_said_to_be_held_back(
    running: Service, repeatable: bool
) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    channel = Meanwhile(running, mail, repeatable=repeatable)
    at = desk(running, channel)
    await at.mailer.step()
    await at.mailer.step()
    assert (await now(running, mail)).state is State.SENT
    assert len(channel.mails) == 1
    assert channel.refused is not repeatable, "what is said to be in sending may have arrived"


async def test_another_sender_does_not_begin_what_was_called_off(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    await call_off(running, mail)
    at = desk(beside(running))
    await at.mailer.step()
    assert at.channel.mails == []
    assert (await now(running, mail)).reason == "called_off"


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with house(tmp_path) as service:
        yield Site(service, tmp_path)


async def test_the_api_sends_again_and_calls_off(here: Site) -> None:
    sent, at = await told(here.service)
    path = "/v1/notifications"
    async with here.client("secretariat") as secretary, here.client("chair:x", "observer") as others:
        for step in ("again", "call-off"):
            assert (await others.post(f"{path}/{sent.id}/{step}", headers={"If-Match": '"1"'})).status_code == 403
        made = await secretary.post(f"{path}/{sent.id}/again", json={"seen": 0})
        assert (made.status_code, made.json()["repeats"]) == (201, str(sent.id))
        repeat = UUID(made.json()["id"])
        again = await secretary.post(f"{path}/{sent.id}/again", json={"seen": 0})
        assert again.json()["id"] == str(repeat)
        assert (await secretary.post(f"{path}/{sent.id}/again", json={"seen": 1})).json()["code"] == "on-its-way"
        assert (await secretary.post(f"{path}/{repeat}/call-off")).status_code == 428
        tag = made.headers["ETag"]
        done = await secretary.post(f"{path}/{repeat}/call-off", headers={"If-Match": tag})
        assert (done.status_code, done.json()["called_off"]) == (200, True)
        await at.mailer.step()
        assert (await secretary.get(f"{path}/{repeat}")).json()["reason"] == "called_off"
        assert (await secretary.post(f"{path}/{uuid4()}/again", json={})).status_code == 404


def test_verify_sees_a_repeat_of_nothing_of_something_else_and_too_many() -> None:
    sent = Notification(uuid4(), uuid4(), "t", uuid4(), 1, uuid4(), None, "registration-confirmed", {}, START)
    strange = Notification(uuid4(), uuid4(), "t", uuid4(), 1, uuid4(), None, "other", {}, START, repeats=sent.id)
    assert "was never sent" in next(unlike(strange, None))
    assert "was never sent" in next(unlike(strange, sent))
    sent.state = State.SENT
    assert "more often" in next(unlike(strange, sent))
