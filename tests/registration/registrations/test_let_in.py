"""From oneself, by the secretariat: what holds a place, and what holds nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.registration.gatherings.handlers import (
    adjourn_gathering,
    close_registration,
    convene_gathering,
)
from services.registration.registrations.admission import approve, reject
from services.registration.registrations.handlers import cancel, withdraw
from services.registration.registrations.model import RegistrationState
from shared.errors import Conflict
from shared.flow.service import Service
from tests.registration.facts import (
    approves,
    gives_up,
    move,
    rejects,
)
from tests.registration.house import come, form, registrations
from tests.registration.let_in import Step, events, itself, now, opened_house, refused
from tests.world.service import hearing

State = RegistrationState


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Service]:
    async with opened_house(tmp_path) as service:
        yield service


async def test_who_asks_for_themselves_is_let_in_as_the_category_says(here: Service) -> None:
    guest, press = await itself(here, 0, "guest"), await itself(here, 1, "press")
    assert (guest.state, guest.admitted, guest.seat) == (State.CONFIRMED, "open", 1)
    assert (press.state, press.reason, press.claims) == (State.PENDING, "to_be_approved", ())
    assert await refused(here, 2, "delegate") == "not-invited"
    assert len(await registrations(here)) == 2
    assert (await itself(here, 1, "press")) == press
    assert await refused(here, 1, "guest") == "registered-otherwise"


async def test_whom_the_secretariat_registers_is_let_in_at_once(here: Service) -> None:
    delegate = await come(here, 0)
    assert (delegate.state, delegate.admitted) == (State.CONFIRMED, "approved")
    await itself(here, 1, "press")
    press = await come(here, 1, "press")
    assert (press.state, press.reason, press.admitted) == (State.CONFIRMED, None, "approved")


async def test_capacity_counts_when_the_secretariat_approves(here: Service) -> None:
    for n in range(3):
        await itself(here, n, "press")
    second = (await here.run(approve, approves(1))).entity
    first = (await here.run(approve, approves(0))).entity
    assert (second.state, first.state, first.admitted) == (State.CONFIRMED, State.WAITLISTED, "approved")
    assert (await here.run(approve, approves(1))).entity == second
    assert await events(here, 1) == ["applied", "confirmed"]
    assert await events(here, 0) == ["applied", "waitlisted"]


async def test_who_was_approved_from_the_waiting_list_is_promoted_as_approved(here: Service) -> None:
    for n in range(2):
        await itself(here, n, "press")
        await here.run(approve, approves(n))
    async with hearing(here):
        await here.run(cancel, gives_up(0))
    assert ((await now(here, 1)).state, (await now(here, 1)).admitted) == (State.CONFIRMED, "approved")


async def test_who_was_rejected_asks_in_vain_until_the_secretariat_registers_them(here: Service) -> None:
    await itself(here, 0, "press")
    said = (await here.run(reject, rejects(0, "incomplete", "no letter"))).entity
    assert (said.state, said.reason, said.note, said.claims) == (State.REJECTED, "incomplete", "no letter", ())
    assert (await here.run(reject, rejects(0))).entity == said
    assert await refused(here, 0, "guest") == "rejected"
    await form(here, 0)
    assert await now(here, 0) == said
    steps: list[Step] = [(approve, approves(0)), (withdraw, gives_up(0))]
    for handler, command in steps:
        with pytest.raises(Conflict):
            await here.run(handler, command)
    let_in = await come(here, 0, "press")
    assert (let_in.state, let_in.reason, let_in.note) == (State.CONFIRMED, None, "")
    assert await events(here, 0) == ["applied", "rejected", "confirmed"]


async def test_who_waits_for_approval_may_withdraw_and_ask_again(here: Service) -> None:
    await itself(here, 0, "press")
    await here.run(withdraw, gives_up(0))
    assert (await itself(here, 0, "guest")).state is State.CONFIRMED
    assert await events(here, 0) == ["applied", "withdrawn", "confirmed"]


async def test_nothing_is_decided_twice_or_once_it_stands(here: Service) -> None:
    await come(here, 0, "press")
    with pytest.raises(Conflict):
        await here.run(reject, rejects(0))
    await itself(here, 1, "press")
    await here.run(close_registration, move())
    assert (await here.run(approve, approves(1))).entity.state is State.WAITLISTED
    await itself_over(here)


async def itself_over(service: Service) -> None:
    """Once the session has ended nobody is let in."""
    await service.run(convene_gathering, move())
    await service.run(adjourn_gathering, move())
    with pytest.raises(Conflict):
        await come(service, 2, "press")
