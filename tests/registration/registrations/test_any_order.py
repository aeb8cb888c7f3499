"""Whatever is asked in whatever order: seats stay unique and within capacity, nobody overtakes, and nobody slips in."""

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration.gatherings.handlers import change_capacity
from services.registration.gatherings.model import Gathering
from services.registration.people.model import UNCONFIRMED, Person
from services.registration.registrations.admission import approve, fall_back, hold, reject, release
from services.registration.registrations.commands import FallBack, Promote
from services.registration.registrations.handlers import promote_next, register, withdraw
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts.gatherings import Admission
from shared.errors import Conflict, NotFound
from shared.flow.service import Service
from tests.registration.facts import approves, asks, gives_up, holds, rejects, releases, seats
from tests.registration.house import (
    come,
    confirm,
    form,
    gathering,
    house,
    leave,
    opened,
    registrations,
    seated,
    waiting,
)
from tests.world.facts import GATHERING, MORNING

PEOPLE, ON_RECORD = 8, 6
someone = st.integers(0, PEOPLE - 1)
step = st.one_of(
    st.tuples(st.just("come"), someone),
    st.tuples(st.just("come"), someone),  # twice as often, so that lines grow
    st.tuples(st.just("withdraw"), someone),
    st.tuples(st.just("cancel"), someone),
    st.tuples(st.just("seats"), st.integers(0, 6)),
    st.tuples(st.just("promote"), st.just(0)),
    st.tuples(st.just("together"), st.integers(2, PEOPLE)),
    st.tuples(st.just("asks"), someone),
    st.tuples(st.just("form"), someone),
    st.tuples(st.just("confirms"), someone),
    st.tuples(st.just("approve"), someone),
    st.tuples(st.just("reject"), someone),
    st.tuples(st.just("hold"), someone),
    st.tuples(st.just("release"), someone),
    st.tuples(st.just("falls back"), someone),
    st.tuples(st.just("a day passes"), st.just(0)),
)


class History:
    """What the answers promised."""

    def __init__(self, capacity: int, rule: Admission) -> None:
        self.largest, self.rule = capacity, rule
        self.line: list[UUID] = []
        self.seated: set[UUID] = set()
        self.let_in: set[UUID] = set()
        self.at = MORNING


async def take(service: Service, history: History, what: str, n: int) -> None:
    if what in {"come", "approve"}:
        history.let_in.add(asks(n).registration)
    try:
        await (change(service, history, what, n) or decide(service, what, n) or ask(service, history, what, n))
    except (Conflict, NotFound):
        return  # a rule said no; what must hold is checked all the same


def change(service: Service, history: History, what: str, n: int) -> Awaitable[object] | None:
    match what:
        case "withdraw":
            return service.run(withdraw, gives_up(n))
        case "cancel":
            return leave(service, n)
        case "seats":
            history.largest = max(history.largest, n)
            return service.run(change_capacity, seats(delegate=n))
        case "promote":
            return promote(service)
        case "a day passes":
            history.at += UNCONFIRMED
            return service.timers.fire(history.at)
    return None


def decide(service: Service, what: str, n: int) -> Awaitable[object] | None:
    match what:
        case "approve":
            return service.run(approve, approves(n))
        case "reject":
            return service.run(reject, rejects(n))
        case "falls back":
            anew = FallBack(id=uuid4(), at=MORNING, registration=asks(n).registration, fields=["passport"])
            return service.run(fall_back, anew)
        case "hold":
            return service.run(hold, holds(n))
        case "release":
            return service.run(release, releases(n))
    return None


def ask(service: Service, history: History, what: str, n: int) -> Awaitable[object]:
    match what:
        case "come":
            return come(service, n)
        case "asks":
            return service.run(register, asks(n, by_secretariat=False))
        case "form":
            return form(service, n, "delegate", at=history.at)
        case "confirms":
            return confirm(service, n)
    history.let_in |= {asks(each).registration for each in range(n)}
    return together(service, n)


async def together(service: Service, n: int) -> None:
    """Until the last of them is answered, though one is refused before."""
    for answer in await asyncio.gather(*(come(service, each) for each in range(n)), return_exceptions=True):
        if isinstance(answer, BaseException) and not isinstance(answer, (Conflict, NotFound)):
            raise answer


async def promote(service: Service) -> bool:
    command = Promote(id=uuid4(), at=MORNING, gathering=GATHERING, category="delegate")
    stored = await service.run(promote_next, command)
    return isinstance(stored.entity, Registration)


async def must_hold(service: Service, history: History) -> None:
    """No seat twice, none above the largest capacity ever; a line only shortens from its front or where somebody left."""
    everybody = await registrations(service)
    by_seat = seated(everybody)
    assert all(1 <= seat <= history.largest for seat in by_seat)
    line = [each.id for each in waiting(everybody)]
    stayed = [id for id in history.line if id in line]
    assert line[: len(stayed)] == stayed, "a newcomer stands before somebody who waited"
    states = {each.id: each.state for each in everybody}
    gone = [n for n, id in enumerate(history.line) if states[id] is RegistrationState.CONFIRMED]
    still = [n for n, id in enumerate(history.line) if id in line]
    assert not gone or not still or max(gone) < min(still), "somebody was promoted over a lower rank"
    now = {each.id for each in by_seat.values()}
    assert not still or not now - history.seated - set(history.line), "a newcomer got a seat while somebody waited"
    history.line, history.seated = line, now


async def must_be_let_in(service: Service, history: History) -> None:
    """Whoever holds a place was let in, by the secretariat or by the rule; pending, rejected or gone, nobody holds anything."""
    for each in await registrations(service):
        assert (each.seat is not None) == (each.state is RegistrationState.CONFIRMED)
        assert (each.ticket is not None) == each.stands == (each.admitted is not None) == bool(each.claims)
        assert (each.due is not None) == each.unconfirmed, "a timer waits for an address, and for nothing else"
        assert each.unconfirmed or not each.typed, "what was typed is gone"
        assert each.state is not RegistrationState.ON_HOLD or each.reason == "being_checked", "it says why"
        assert not each.stands or (each.id in history.let_in if each.admitted == "approved" else history.rule == "open")
        person = await service.store.get(Person, each.person)
        assert person
        assert not each.stands or person.entity.confirmed
        assert person.entity.confirmed == bool(person.entity.name), "no name without its owner"


async def in_the_end(service: Service) -> None:
    """Once the promoter finds nothing more to do: nobody waits while a seat is free."""
    while await promote(service):
        pass
    everybody = await registrations(service)
    there: Gathering = await gathering(service)
    free = set(range(1, there.capacity["delegate"] + 1)) - set(seated(everybody))
    assert not free or not waiting(everybody)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 5), st.sampled_from(["approval", "open"]), st.lists(step, max_size=25))
def test_any_order_of_commands_keeps_what_a_seat_promises(
    capacity: int, rule: Admission, steps: list[tuple[str, int]]
) -> None:
    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with house(Path(folder)) as service:
                await opened(service, range(ON_RECORD), rules={"delegate": rule}, delegate=capacity)
                history = History(capacity, rule)
                for what, n in steps:
                    await take(service, history, what, n)
                    await must_hold(service, history)
                    await must_be_let_in(service, history)
                await in_the_end(service)

    asyncio.run(story())
