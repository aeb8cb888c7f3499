"""The promoter's laws: nobody is promoted over a lower rank, and it hears who begins to wait. Broken, each is missed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from services.registration import SERVICE
from services.registration.gatherings.handlers import change_capacity
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts.registrations import (
    RegistrationPromoted,
    RegistrationWaitlisted,
)
from shared.flow.service import Service
from shared.store import Outcome, Store, Stored
from tests.faulty import FaultyStore
from tests.registration.facts import asks, seats
from tests.registration.house import come, house, leave, opened, registrations, seated, waiting
from tests.waiting import PATIENCE
from tests.world.service import hearing

Scenario = Callable[[Path], Coroutine[Any, Any, None]]
Before = Callable[[Sequence[Stored[Any]]], Coroutine[Any, Any, None]]


class Watched(FaultyStore):
    """A store that lets something else happen before each commit."""

    def __init__(self, store: Store, before: Before) -> None:
        super().__init__(store)
        self.before = before

    async def commit(self, changes: Sequence[Stored[Any]]) -> list[Outcome]:
        await self.before(changes)
        return await super().commit(changes)


class Slow:
    """A process on the same store whose newcomer has decided, but has not yet committed when `decided` is set."""

    def __init__(self, service: Service, n: int) -> None:
        self.decided, self._go = asyncio.Event(), asyncio.Event()
        self.service = Service(SERVICE, Watched(service.store, self._hold), service.log)
        self._coming = asyncio.create_task(come(self.service, n))

    async def _hold(self, changes: Sequence[Stored[Any]]) -> None:
        self.decided.set()
        await self._go.wait()

    async def commit(self) -> Registration:
        """Now it commits (what was decided, or what it then decides anew), and sends."""
        self._go.set()
        registration = await self._coming
        await self.service.sender.finish()
        return registration


@asynccontextmanager
async def slow_newcomer(service: Service, n: int) -> AsyncIterator[Slow]:
    slow = Slow(service, n)
    await slow.decided.wait()
    yield slow
    await slow.commit()


async def the_first_of_two_loses_the_seat_meant_for_it(folder: Path) -> None:
    """Two seats are free and two wait; while the promoter decides, one who came before both takes the lower seat."""
    async with house(folder) as service:
        await opened(service, range(5), delegate=2)
        async with slow_newcomer(service, 0) as early:  # holds ticket 1, and with it a claim to seat 1
            for n in range(1, 5):
                await come(service, n)
            assert [each.id for each in waiting(await registrations(service))] == [asks(n).registration for n in (3, 4)]
            deaf = Service(SERVICE, service.store, service.log)
            for n in (
                1,
                2,
            ):  # nobody hears of it: one event must tell of both seats, so that one decision gives both away
                await leave(deaf, n)
                await service.store.forget([(Registration, asks(n).registration, 100)])
            await service.run(change_capacity, seats(delegate=2, press=1))

            async def first_the_early_one(changes: Sequence[Stored[Any]]) -> None:
                if any(entry.type == RegistrationPromoted.type for each in changes for entry in each.outbox):
                    await early.commit()

            await service.sender.finish()
            promoter = Service(SERVICE, Watched(service.store, first_the_early_one), service.log)
            async with hearing(promoter):
                pass
        after = await registrations(service)
        assert [each.id for each in waiting(after)] == [asks(4).registration], "nobody overtakes a lower rank"
        held = {seat: each.id for seat, each in seated(after).items()}
        assert held == {1: asks(0).registration, 2: asks(3).registration}


async def a_seat_is_freed_while_a_newcomer_decides_to_wait(folder: Path) -> None:
    """When the cancellation is heard nobody waits yet; the newcomer's being waitlisted must be heard too."""
    async with house(folder) as service:
        await opened(service, range(2), delegate=1)
        await come(service, 0)
        async with hearing(service), slow_newcomer(service, 1) as newcomer:
            await leave(service, 0)
            await service.sender.settled()
            async with asyncio.timeout(PATIENCE):
                while await service.consumer.lag():
                    await asyncio.sleep(0.005)
            assert (await newcomer.commit()).state is RegistrationState.WAITLISTED
        after = await registrations(service)
        assert [each.id for each in seated(after).values()] == [asks(1).registration], "nobody waits beside a free seat"


SCENARIOS = [the_first_of_two_loses_the_seat_meant_for_it, a_seat_is_freed_while_a_newcomer_decides_to_wait]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda value: value.__name__)
async def test_the_promoter_keeps_its_promise_when(scenario: Scenario, tmp_path: Path) -> None:
    await scenario(tmp_path)


def claim_no_place_in_line(patch: pytest.MonkeyPatch) -> None:
    """Whoever is promoted behind another does not claim that nobody waits before."""
    honest = Registration.promote
    patch.setattr(Registration, "promote", lambda self, seat, after=None: honest(self, seat))


def be_deaf_to_waitings(patch: pytest.MonkeyPatch) -> None:
    """Only what frees a seat is heard, not that somebody begins to wait."""
    heard: Any = SERVICE.on
    patch.delitem(heard, RegistrationWaitlisted)


BROKEN = [
    (claim_no_place_in_line, the_first_of_two_loses_the_seat_meant_for_it),
    (be_deaf_to_waitings, a_seat_is_freed_while_a_newcomer_decides_to_wait),
]


@pytest.mark.parametrize(("broken", "scenario"), BROKEN, ids=lambda value: value.__name__)
async def test_a_broken_promoter_is_caught(
    broken: Callable[[pytest.MonkeyPatch], None], scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch)
    with pytest.raises(AssertionError, match="nobody"):
        await scenario(tmp_path)
