"""What one registration has to tell is begun in the order in which it happened; between registrations nothing waits."""

import pytest

from services.notifications.channels import Answer, Trouble
from services.notifications.notifications import queries
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.sender import LEASE
from shared.contracts.registrations import (
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
)
from shared.flow.service import Service
from tests.notifications.desk import desk, dies
from tests.notifications.house import Said, beside, confirmed, facts, hears, knows, now, person

BUSY = Answer(Trouble.REFUSED_FOR_NOW, "450")


async def cancelled(running: Service, number: int, sequence: int = 2) -> Notification:
    return await hears(running, RegistrationCancelled(**facts(number)), number, sequence)


async def states(running: Service, *mails: Notification) -> list[State]:
    return [(await now(running, each)).state for each in mails]


async def test_a_later_mail_waits_for_an_earlier_one_that_another_process_sends(running: Service) -> None:
    await knows(running, person(1), person(2))
    first = await confirmed(running, 1)
    await dies(running)
    second, other = await cancelled(running, 1), await confirmed(running, 2)
    at = desk(beside(running))
    assert await at.mailer.step() == 1
    assert [mail.notification for mail in at.channel.mails] == [other.id]
    at.clock.passes(seconds=LEASE.total_seconds())
    await at.mailer.step()
    assert [mail.notification for mail in at.channel.mails] == [other.id, first.id, second.id]


async def test_pages_full_of_mails_that_wait_for_earlier_ones_starve_nobody(
    running: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    await knows(running, *(person(n) for n in range(1, 12)))
    for n in range(1, 11):
        await confirmed(running, n)
    await dies(running)  # each was begun by a process that is gone
    for n in range(1, 11):
        await cancelled(running, n)
    last = await confirmed(running, 11)
    monkeypatch.setattr(queries, "PAGE", 4)
    at = desk(beside(running))
    await at.mailer.step()
    assert (await now(running, last)).state is State.SENT
    assert len(at.channel.mails) == 1


async def test_an_earlier_mail_that_is_delayed_and_no_longer_true_gives_way_at_once(running: Service) -> None:
    await knows(running, person(1))
    first = await confirmed(running, 1)
    at = desk(running, Said([BUSY]))
    await at.mailer.step()
    second = await cancelled(running, 1)
    await at.mailer.step()
    assert await states(running, first, second) == [State.SUPPRESSED, State.SENT]
    assert (await now(running, first)).reason == "superseded"


async def test_who_came_back_is_told_of_each_step_but_of_the_first_that_was_delayed(running: Service) -> None:
    """It stands again as it stood: still the first confirmation is not what is so, since a cancellation comes after it."""
    await knows(running, person(1))
    first = await confirmed(running, 1)
    at = desk(running, Said([BUSY]))
    await at.mailer.step()
    second = await cancelled(running, 1)
    third = await hears(running, RegistrationConfirmed(**facts(1), seat=9, ticket=9), 1, 3)
    await at.mailer.step()
    assert await states(running, first, second, third) == [State.SUPPRESSED, State.SENT, State.SENT]
    assert [mail.notification for mail in at.channel.mails] == [first.id, second.id, third.id]


@pytest.mark.parametrize("answer", [Answer(Trouble.REFUSED, "550"), Answer(None, "250")], ids=["failed", "sent"])
async def test_an_earlier_mail_that_has_ended_holds_nothing_up(running: Service, answer: Answer) -> None:
    await knows(running, person(1))
    await hears(running, RegistrationWaitlisted(**facts(1), rank=301), 1)
    second = await hears(running, RegistrationPromoted(**facts(1), seat=7, ticket=301), 1, 2)
    at = desk(running, Said([answer]))
    assert await at.mailer.step() == 2
    assert (await now(running, second)).state is State.SENT


async def test_what_waited_for_the_recipient_goes_first_though_its_own_time_is_later(running: Service) -> None:
    first = await confirmed(running, 1)
    at = desk(running)
    for _ in range(8):
        await at.mailer.step()
        at.clock.passes(minutes=5)
    await at.mailer.step()
    second = await cancelled(running, 1)
    await knows(running, person(1))
    await at.mailer.step()
    assert [mail.notification for mail in at.channel.mails] == [first.id, second.id]


async def test_a_failed_mail_that_is_no_longer_true_is_not_queued_again(running: Service) -> None:
    await knows(running, person(1))
    first = await confirmed(running, 1)
    at = desk(running, Said([Answer(Trouble.REFUSED, "550")]))
    await at.mailer.step()
    assert (await now(running, first)).state is State.PERMANENT_FAILURE
    await cancelled(running, 1)
    stored = await running.store.get(Notification, first.id)
    assert stored is not None
    assert await at.mailer._courier.again(stored) is None
    assert (await now(running, first)).state is State.PERMANENT_FAILURE
