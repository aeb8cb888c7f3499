"""From the form: nothing is held before the owner of the address confirms, and what nobody confirms is forgotten."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import orjson
import pytest

from services.registration.gatherings.handlers import (
    announce_gathering,
    draft_gathering,
    open_registration,
)
from services.registration.people.handlers import ask_address, confirm_person, record_person
from services.registration.people.model import FORGOTTEN, UNCONFIRMED, Person
from services.registration.registrations.admission import apply, approve, confirm_address, expire, reject
from services.registration.registrations.handlers import cancel, register, withdraw
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts.people import PersonRecorded
from shared.errors import Conflict, Invalid
from shared.flow.service import Service
from tests.registration.facts import (
    applies,
    approves,
    asked,
    asks,
    comes_forward,
    confirms,
    draft,
    due,
    gives_up,
    move,
    person,
    rejects,
)
from tests.registration.house import come, confirm, form
from tests.registration.let_in import Step, events, itself, now, opened_house, who
from tests.world.facts import GATHERING, MORNING, known
from tests.world.service import hearing

State = RegistrationState
OTHER = known("another gathering")


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Service]:
    async with opened_house(tmp_path) as service:
        yield service


async def test_the_form_holds_nothing_until_the_address_is_confirmed(here: Service) -> None:
    pending = await form(here, 9)
    assert (pending.state, pending.reason, pending.claims) == (State.PENDING, "address_unconfirmed", ())
    assert (pending.typed, (await who(here, 9)).name, (await who(here, 9)).confirmed) == ("Typed 9", "", False)
    steps: list[Step] = [
        (approve, approves(9)),
        (reject, rejects(9)),
        (cancel, gives_up(9)),
        (confirm_address, confirms(9)),
    ]
    for handler, command in steps:
        with pytest.raises(Conflict) as refusal:
            await here.run(handler, command)
        assert refusal.value.slug == "address-unconfirmed"
    with pytest.raises(Conflict):
        await come(here, 9)
    assert (await here.run(register, asks(0, "guest"))).entity.seat == 1, "the seats are still all there"


async def test_pressing_the_button_gives_a_place_and_pressing_it_twice_is_once(here: Service) -> None:
    await form(here, 9)
    there = await confirm(here, 9)
    assert (there.state, there.admitted, there.typed, there.due) == (State.CONFIRMED, "open", "", None)
    assert ((await who(here, 9)).name, (await who(here, 9)).confirmed) == ("Person 9", True)
    assert await confirm(here, 9) == there
    assert await events(here, 9) == ["applied", "address-confirmed", "confirmed"]


async def test_a_button_that_was_interrupted_is_pressed_again(here: Service) -> None:
    await form(here, 9)
    await here.run(confirm_person, comes_forward(9))
    assert (await now(here, 9)).unconfirmed
    assert (await confirm(here, 9)).state is State.CONFIRMED


async def test_a_confirmed_address_still_waits_where_the_secretariat_decides(here: Service) -> None:
    await form(here, 9, "press")
    there = await confirm(here, 9)
    assert (there.state, there.reason, there.due) == (State.PENDING, "to_be_approved", None)
    assert await events(here, 9) == ["applied", "address-confirmed"]
    assert (await here.run(approve, approves(9))).entity.seat == 1


async def test_the_form_takes_nobody_into_a_category_for_the_invited(here: Service) -> None:
    with pytest.raises(Conflict) as refusal:
        await form(here, 9, "delegate")
    assert refusal.value.slug == "not-invited"
    with pytest.raises(Invalid):
        await form(here, 8, "royalty")


async def test_what_is_there_already_stays_whatever_is_typed(here: Service) -> None:
    seat, waits = await come(here, 0, "guest"), await itself(here, 1, "press")
    for n in (0, 1):
        await form(here, n, "press")
    assert (await now(here, 0), await now(here, 1)) == (seat, waits)
    first = await form(here, 9)
    again = await here.run(apply, applies(9, "press", at=MORNING + timedelta(hours=3)))
    assert again.entity == first


async def test_of_who_is_known_nothing_is_taken_over_and_nothing_counts_before_the_owner_said_so(here: Service) -> None:
    before = await who(here, 0)
    pending = await form(here, 0)
    after = await who(here, 0)
    assert (pending.reason, pending.typed) == ("address_unconfirmed", "")
    assert (after.name, after.email, after.language, after.confirmed) == (before.name, before.email, "fa", True)
    assert (await confirm(here, 0)).state is State.CONFIRMED
    assert (await who(here, 0)).name == before.name


async def test_an_address_that_nobody_confirms_comes_to_nothing_after_a_day(here: Service) -> None:
    await form(here, 9)
    async with hearing(here):
        assert await here.timers.fire(MORNING + UNCONFIRMED - timedelta(seconds=1)) == 0
        assert (await now(here, 9)).unconfirmed
        assert await here.timers.fire(MORNING + UNCONFIRMED) == 1
        assert await here.timers.fire(MORNING + UNCONFIRMED) == 0
    over, stub = await now(here, 9), await who(here, 9)
    assert (over.state, over.reason, over.typed, over.due) == (State.WITHDRAWN, "address_unconfirmed", "", None)
    assert stub == Person(known("person 9"), erased=True)


async def test_a_timer_that_comes_late_or_early_does_nothing(here: Service) -> None:
    late = MORNING + 2 * UNCONFIRMED
    await form(here, 9)
    assert (await here.run(expire, due(9, MORNING))).entity.unconfirmed
    confirmed = await confirm(here, 9)
    assert (await here.run(expire, due(9, late))).entity == confirmed
    assert await here.timers.fire(late) == 0


async def test_who_says_that_it_was_not_them_is_forgotten_at_once(here: Service) -> None:
    await form(here, 9)
    async with hearing(here):
        await here.run(withdraw, gives_up(9))
    assert ((await now(here, 9)).reason, (await who(here, 9)).erased) == ("address_unconfirmed", True)


async def test_who_is_typed_again_before_the_deletion_was_heard_is_not_forgotten(here: Service) -> None:
    await form(here, 9)
    await here.run(withdraw, gives_up(9))
    await form(here, 9, at=MORNING + timedelta(seconds=1))
    async with hearing(here):
        pass
    assert ((await now(here, 9)).unconfirmed, (await who(here, 9)).erased) == (True, False)
    assert (await confirm(here, 9)).state is State.CONFIRMED


async def test_an_address_whose_form_never_became_a_registration_is_forgotten_too(here: Service) -> None:
    await here.run(ask_address, asked(9))
    assert await here.timers.fire(MORNING + UNCONFIRMED) == 0
    assert await here.timers.fire(MORNING + FORGOTTEN) == 1
    assert (await who(here, 9)).erased
    assert await here.timers.fire(MORNING + 2 * FORGOTTEN) == 0


async def test_who_came_forward_is_not_forgotten(here: Service) -> None:
    await form(here, 9)
    await confirm(here, 9)
    await here.run(record_person, person(8))
    assert await here.timers.fire(MORNING + FORGOTTEN) == 0
    assert (await who(here, 9)).name == "Person 9"


async def test_who_is_known_stays_known_when_a_form_came_to_nothing(here: Service) -> None:
    await form(here, 0)
    async with hearing(here):
        await here.timers.fire(MORNING + UNCONFIRMED)
    assert ((await now(here, 0)).state, (await who(here, 0)).name) == (State.WITHDRAWN, "Person 0")
    assert (await form(here, 0, at=MORNING + 2 * UNCONFIRMED)).unconfirmed, "and may ask again"


async def test_whom_the_secretariat_enters_meanwhile_is_known(here: Service) -> None:
    await form(here, 9)
    await here.run(record_person, person(9, new=True))
    assert (await who(here, 9)).confirmed
    assert (await come(here, 9)).state is State.CONFIRMED
    assert (await now(here, 9)).typed == ""


async def test_an_address_is_asked_once_a_day_whatever_the_forms(here: Service) -> None:
    await here.run(draft_gathering, draft({"guest": 5}, gathering=OTHER))
    for step in (announce_gathering, open_registration):
        await here.run(step, replace(move(), gathering=OTHER))
    gatherings = [GATHERING, OTHER] * 3
    await asyncio.gather(*(form(here, 9, gathering=each) for each in gatherings))
    loud = [
        each.sequence
        for registration in await here.store.pending()
        if isinstance(registration.entity, Registration)
        for each in registration.outbox
        if each.data and not orjson.loads(each.data)["quiet"]
    ]
    assert len(loud) == 1
    async with hearing(here):
        await here.timers.fire(MORNING + UNCONFIRMED)
    assert (await who(here, 9)).erased, "and both are forgotten with the last of them"


async def test_who_deletes_the_entry_and_is_typed_again_is_not_written_to_twice_a_day(here: Service) -> None:
    """Of somebody who is on record: the entry is gone, the person and the day are not."""
    loud = []
    for hours in (0, 1, 23, 24, 25):
        await form(here, 0, at=MORNING + timedelta(hours=hours))
        stored = await here.store.get(Registration, asks(0).registration)
        assert stored
        loud.append(not orjson.loads(stored.outbox[-1].data or b"{}")["quiet"])
        await here.run(withdraw, gives_up(0))
    assert loud == [True, False, False, True, False]


def test_what_is_published_of_an_address_in_a_form_holds_no_name() -> None:
    someone = Person(known("person 9"))
    said = someone.ask(asked(9))
    assert isinstance(said, PersonRecorded)
    assert (said.name, said.email, said.language, said.confirmed) == ("", "person-9@example.org", "fa", False)
    assert someone.ask(asked(9, at=MORNING + UNCONFIRMED - timedelta(seconds=1))) is None
    assert someone.ask(asked(9, at=MORNING + UNCONFIRMED))
