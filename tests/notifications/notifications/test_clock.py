"""A clock that was ahead, and was set back: nothing waits for it, and nothing that is useful stays suppressed."""

from datetime import timedelta

import pytest

from services.notifications.channels import Answer, Trouble
from services.notifications.notifications.model import JOINING, State
from shared.contracts.registrations import RegistrationCancelled
from shared.flow.service import Service
from tests.notifications.desk import desk
from tests.notifications.house import START, Clock, Said, confirmed, facts, hears, knows, now, person

BUSY = Answer(Trouble.REFUSED_FOR_NOW, "450")
AHEAD = [pytest.param({"hours": 1}, id="an hour"), pytest.param({"days": 60}, id="60 days")]


@pytest.mark.parametrize("ahead", AHEAD)
async def test_what_came_with_a_clock_that_was_ahead_is_told_at_once(running: Service, ahead: dict[str, float]) -> None:
    """The events carry the time at which registration said them, and the sender's clock is behind that."""
    await knows(running, person(1))
    first = await confirmed(running, 1)
    then = await hears(running, RegistrationCancelled(**facts(1)), 1, 2)
    at = desk(running, clock=Clock(START - timedelta(**ahead)))
    assert await at.mailer.step() == 2
    assert [mail.notification for mail in at.channel.mails] == [first.id, then.id]


@pytest.mark.parametrize("ahead", AHEAD)
@pytest.mark.parametrize("started_again", [False, True])
async def test_what_a_clock_that_was_ahead_put_off_is_tried_when_it_is_set_back(
    running: Service, ahead: dict[str, float], started_again: bool
) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    at = desk(running, Said([BUSY]))
    at.clock.is_set(**ahead)
    await at.mailer.step()
    assert (await now(running, mail)).state is State.TEMPORARY_FAILURE
    at.clock.is_set(**{unit: -many for unit, many in ahead.items()})
    after = desk(running, clock=at.clock) if started_again else at
    assert await after.mailer.step() == 1
    assert (await now(running, mail)).state is State.SENT


async def test_who_was_not_known_while_the_clock_was_ahead_is_told_when_it_is_set_back(running: Service) -> None:
    mail = await confirmed(running, 1)
    at = desk(running)
    at.clock.is_set(hours=1)
    await at.mailer.step()
    at.clock.is_set(hours=-1)
    await at.mailer.step()
    waiting = await now(running, mail)
    assert waiting.due == at.clock.at + JOINING[1]
    await knows(running, person(1))
    at.clock.passes(seconds=JOINING[1].total_seconds())
    await at.mailer.step()
    assert (await now(running, mail)).state is State.SENT


@pytest.mark.parametrize("started_again", [False, True])
async def test_what_a_clock_that_was_ahead_held_to_be_past_is_told_when_it_is_set_back(
    running: Service, started_again: bool
) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    at = desk(running)
    at.clock.is_set(days=100)
    await at.mailer.step()
    assert (await now(running, mail)).reason == "past"
    at.clock.is_set(days=-100)
    after = desk(running, clock=at.clock) if started_again else at
    await after.mailer.step()
    kept = await now(running, mail)
    assert (kept.state, kept.reason) == (State.SENT, "")


async def test_what_is_past_stays_past(running: Service) -> None:
    await knows(running, person(1))
    mail = await confirmed(running, 1)
    at = desk(running)
    at.clock.passes(days=365)
    await at.mailer.step()
    assert await desk(running, clock=at.clock).mailer.step() == 0
    assert (await now(running, mail)).state is State.SUPPRESSED


async def test_a_clock_that_is_set_moves_no_schedule_forward(running: Service) -> None:
    """What was refused for now is tried after its time by a clock that runs on, and not at every look."""
    await knows(running, person(1))
    await confirmed(running, 1)
    at = desk(running, Said([BUSY] * 9))
    await at.mailer.step()
    for _ in range(5):
        at.clock.passes(seconds=10)
        assert await at.mailer.step() == 0
    at.clock.passes(seconds=10)
    assert await at.mailer.step() == 1
