"""The promoter's laws: one promotion a decision, and it hears of those who begin to wait. Broken on purpose, each is missed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from services.registration import handlers
from services.registration.app import DEFINITION
from services.registration.model import Gathering, Registration, RegistrationState
from shared.contracts import Record
from shared.contracts.registrations import (
    RegistrationCancelled,
    RegistrationFacts,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.flow import Change, Read
from shared.flow.service import Service
from shared.store import Outcome, Store, Stored
from tests.faulty import FaultyStore
from tests.registration.facts import GATHERING, asks
from tests.registration.house import come, hearing, house, leave, opened, registrations, seated, waiting
from tests.waiting import PATIENCE

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
        self.service = Service(DEFINITION, Watched(service.store, self._hold), service.log)
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
            for n in (1, 2):
                await leave(service, n)

            async def first_the_early_one(changes: Sequence[Stored[Any]]) -> None:
                if any(entry.type == RegistrationPromoted.type for each in changes for entry in each.outbox):
                    await early.commit()

            await service.sender.finish()
            promoter = Service(DEFINITION, Watched(service.store, first_the_early_one), service.log)
            async with hearing(promoter):
                pass
        after = await registrations(service)
        assert [each.id for each in waiting(after)] == [asks(4).registration], "nobody overtakes a lower rank"
        seats = {seat: each.id for seat, each in seated(after).items()}
        assert seats == {1: asks(0).registration, 2: asks(3).registration}


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


async def _promote_two(record: Record, read: Read) -> Iterable[Change[Any]]:
    event = record.event
    assert isinstance(event, RegistrationFacts)
    there = (await read.one(Gathering, GATHERING)).pool(event.category)
    line = await read.find(
        Registration, {"pool": there.name, "state": RegistrationState.WAITLISTED}, sort="ticket", limit=2
    )
    held = await read.find(Registration, {"pool": there.name, "state": RegistrationState.CONFIRMED})
    capacity = (await read.one(Gathering, GATHERING)).capacity[event.category]
    free = [seat for seat in range(1, capacity + 1) if seat not in {each.entity.seat for each in held.items}]
    return [Change(each.entity, each.entity.promote(seat)) for each, seat in zip(line.items, free, strict=False)]


def promote_two_in_one_flight(patch: pytest.MonkeyPatch) -> None:
    """Whatever is free is given away in one decision."""
    for event in (RegistrationCancelled, RegistrationWithdrawn, RegistrationPromoted):
        patch.setitem(handlers.ON, event, _promote_two)


def be_deaf_to_waitings(patch: pytest.MonkeyPatch) -> None:
    """Only what frees a seat is heard, not that somebody begins to wait."""
    heard: dict[Any, Any] = handlers.ON
    patch.delitem(heard, RegistrationWaitlisted)


BROKEN = [
    (promote_two_in_one_flight, the_first_of_two_loses_the_seat_meant_for_it),
    (be_deaf_to_waitings, a_seat_is_freed_while_a_newcomer_decides_to_wait),
]


@pytest.mark.parametrize(("broken", "scenario"), BROKEN, ids=lambda value: value.__name__)
async def test_a_broken_promoter_is_caught(
    broken: Callable[[pytest.MonkeyPatch], None], scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch)
    with pytest.raises(AssertionError, match="nobody"):
        await scenario(tmp_path)
