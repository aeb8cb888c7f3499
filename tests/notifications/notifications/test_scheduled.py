"""What is told so long before a gathering, and not at once; as days pass, by a clock that the test holds."""

from datetime import timedelta

import pytest

from services.notifications.mirrors import Gathering
from services.notifications.notifications.model import Notification, State
from shared.contracts.registrations import RegistrationCancelled, RegistrationConfirmed
from shared.flow.service import Service
from shared.store import Stored
from tests.notifications.desk import Desk, desk
from tests.notifications.house import GATHERING, confirmed, facts, gathering, hears, knows, person
from tests.notifications.reminder import BEFORE, REMINDER, remind


@pytest.fixture(autouse=True)
def _reminded(monkeypatch: pytest.MonkeyPatch) -> None:
    remind(monkeypatch)


async def reminders(running: Service) -> list[Notification]:
    """In the order of their causes."""
    found = await running.store.find(Notification, {})
    scheduled = [stored.entity for stored in found.items if stored.entity.template == REMINDER]
    return sorted(scheduled, key=lambda each: each.about_sequence)


async def looks(at: Desk) -> int:
    """Until nothing moves; how many mails there are by then."""
    while await at.mailer.step():
        pass
    return len(at.channel.mails)


async def test_what_is_scheduled_is_told_when_its_time_has_come_and_not_before(running: Service) -> None:
    await knows(running, person(1))
    await confirmed(running, 1)
    at = desk(running)
    assert await looks(at) == 1, "the confirmation"
    [waiting] = await reminders(running)
    starts_at = gathering().starts_at
    assert starts_at is not None
    assert (waiting.state, waiting.due) == (State.SCHEDULED, starts_at - BEFORE)
    at.clock.at = starts_at - BEFORE - timedelta(seconds=1)
    assert await looks(at) == 1
    at.clock.passes(seconds=1)
    assert await looks(at) == 2
    [told] = await reminders(running)
    assert (told.state, told.due) == (State.SENT, None)


async def test_who_gave_up_meanwhile_is_not_reminded(running: Service) -> None:
    await knows(running, person(1))
    await confirmed(running, 1)
    at = desk(running)
    await looks(at)
    await hears(running, RegistrationCancelled(**facts(1)), 1, 2)
    at.clock.passes(days=69)
    await looks(at)
    assert [(each.state, each.reason) for each in await reminders(running)] == [(State.SUPPRESSED, "superseded")]


async def test_who_came_back_meanwhile_is_reminded_once(running: Service) -> None:
    await knows(running, person(1))
    await confirmed(running, 1)
    await hears(running, RegistrationCancelled(**facts(1)), 1, 2)
    await hears(running, RegistrationConfirmed(**facts(1), seat=9, ticket=9), 1, 3)
    at = desk(running)
    assert await looks(at) == 3
    at.clock.passes(days=69)
    assert await looks(at) == 4
    assert [each.state for each in await reminders(running)] == [State.SUPPRESSED, State.SENT]


async def test_who_comes_when_it_is_time_already_is_told_at_once_and_in_the_end_nobody_any_more(
    running: Service,
) -> None:
    await knows(running, person(1), person(2))
    await confirmed(running, 1)
    at = desk(running)
    at.clock.passes(days=65)
    assert await looks(at) == 2
    await confirmed(running, 2)
    at.clock.passes(days=5, hours=6)
    assert await looks(at) == 3, "it has begun: the confirmation alone"
    assert [(await reminders(running))[-1].state, (await reminders(running))[0].state].count(State.SUPPRESSED) == 1


async def test_a_gathering_that_is_not_known_yet_is_looked_for(running: Service) -> None:
    stored = await running.store.get(Gathering, GATHERING)
    assert stored is not None
    await running.store.commit([Stored(Gathering(GATHERING), version=stored.version)])
    await knows(running, person(1))
    await confirmed(running, 1)
    at = desk(running)
    await looks(at)
    [waiting] = await reminders(running)
    assert (waiting.state, waiting.attempts) == (State.SCHEDULED, [])
    unknown = await running.store.get(Gathering, GATHERING)
    assert unknown is not None
    await running.store.commit([Stored(gathering(), version=unknown.version)])
    at.clock.passes(minutes=1)
    await looks(at)
    [waiting] = await reminders(running)
    starts_at = gathering().starts_at
    assert starts_at is not None
    assert (waiting.state, waiting.due) == (State.SCHEDULED, starts_at - BEFORE)
