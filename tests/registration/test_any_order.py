"""Whatever is asked in whatever order: seats stay unique and within capacity, and nobody overtakes."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration import handlers
from services.registration.model import Gathering, Registration, RegistrationState
from services.registration.model.commands import Promote
from shared.errors import Conflict, NotFound
from shared.flow.service import Service
from tests.registration.facts import GATHERING, MORNING, gives_up, seats
from tests.registration.house import come, gathering, house, leave, opened, registrations, seated, waiting

PEOPLE = 8
someone = st.integers(0, PEOPLE - 1)
step = st.one_of(
    st.tuples(st.just("come"), someone),
    st.tuples(st.just("come"), someone),  # twice as often, so that lines grow
    st.tuples(st.just("withdraw"), someone),
    st.tuples(st.just("cancel"), someone),
    st.tuples(st.just("seats"), st.integers(0, 6)),
    st.tuples(st.just("promote"), st.just(0)),
    st.tuples(st.just("together"), st.integers(2, PEOPLE)),
)


class History:
    """What the answers promised."""

    def __init__(self, capacity: int) -> None:
        self.largest = capacity
        self.line: list[UUID] = []
        self.seated: set[UUID] = set()


async def take(service: Service, history: History, what: str, n: int) -> None:
    try:
        match what:
            case "come":
                await come(service, n)
            case "withdraw":
                await service.run(handlers.withdraw, gives_up(n))
            case "cancel":
                await leave(service, n)
            case "seats":
                history.largest = max(history.largest, n)
                await service.run(handlers.change_capacity, seats(delegate=n))
            case "promote":
                await promote(service)
            case "together":
                await asyncio.gather(*(come(service, each) for each in range(n)))
    except (Conflict, NotFound):
        return  # a rule said no; what must hold is checked all the same


async def promote(service: Service) -> bool:
    command = Promote(id=uuid4(), at=MORNING, gathering=GATHERING, category="delegate")
    stored = await service.run(handlers.promote_next, command)
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


async def in_the_end(service: Service) -> None:
    """Once the promoter finds nothing more to do: nobody waits while a seat is free."""
    while await promote(service):
        pass
    everybody = await registrations(service)
    there: Gathering = await gathering(service)
    free = set(range(1, there.capacity["delegate"] + 1)) - set(seated(everybody))
    assert not free or not waiting(everybody)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 5), st.lists(step, max_size=25))
def test_any_order_of_commands_keeps_what_a_seat_promises(capacity: int, steps: list[tuple[str, int]]) -> None:
    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with house(Path(folder)) as service:
                await opened(service, range(PEOPLE), delegate=capacity)
                history = History(capacity)
                for what, n in steps:
                    await take(service, history, what, n)
                    await must_hold(service, history)
                await in_the_end(service)

    asyncio.run(story())
