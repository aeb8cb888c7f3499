"""The roster shows registrations under the names of now, and is searched in both scripts."""

from datetime import timedelta
from pathlib import Path

import pytest

from services.registration.people.handlers import record_person
from services.registration.registrations.admission import expire
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.roster import queries
from services.registration.roster.handlers import decide_many
from services.registration.roster.model import DecideMany, Many, Standing, Verdict, so
from services.registration.roster.work import work
from shared.flow.service import Service
from tests.registration.facts import asks, due, message, person
from tests.registration.house import come, form, house, leave, opened
from tests.world.facts import GATHERING, MORNING
from tests.world.service import hearing

NAMES = {1: "علي كريمي", 2: "José Álvarez", 3: "Ali Reza Karim"}


async def names(service: Service, typed: str = "", standing: Standing | None = None) -> list[str]:
    page = await queries.page(service.store, queries.Asked(GATHERING, typed, standing), 50)
    return [each.name for each in await queries.shown(service.store, [stored.entity for stored in page.items], "en")]


async def test_who_registered_is_found_by_any_word_of_the_name_and_stands_by_name(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, [], delegate=2)
        for n, name in NAMES.items():
            await service.run(record_person, person(n, name=name))
        async with hearing(service):
            for n in NAMES:
                await come(service, n)
        assert await names(service) == ["Ali Reza Karim", "José Álvarez", "علي كريمي"]
        assert await names(service, "کریم") == ["علي كريمي"]
        assert await names(service, "kar ali") == ["Ali Reza Karim"]
        assert await names(service, "alvarez") == ["José Álvarez"]
        assert await names(service, "nobody") == []
        assert await names(service, standing=Standing.WAITLISTED) == ["Ali Reza Karim"]


async def test_a_row_follows_a_new_name_and_what_is_given_up(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        async with hearing(service):
            await opened(service, [1], delegate=2)
            await come(service, 1)
        async with hearing(service):
            await service.run(record_person, person(1, name="Mina Azad"))
            await leave(service, 1)
        assert await names(service, "azad", Standing.CANCELLED) == ["Mina Azad"]


async def test_how_many_wait_before_is_counted_once_for_a_line(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(1, 6), delegate=1, press=0)
        for n in (1, 2, 3):
            await come(service, n)
        for n in (4, 5):
            await come(service, n, "press")
        found = [stored.entity for stored in (await service.store.find(Registration, {})).items]
        before = await queries.waiting_before(service.store, found)
        assert before == {asks(n).registration: there for n, there in ((2, 0), (3, 1), (4, 0), (5, 1))}


async def test_many_are_decided_page_by_page_and_what_a_rule_refuses_is_counted(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        async with hearing(service):
            await opened(service, range(1, 251), delegate=200)
            for n in range(1, 251):
                await come(service, n)
        async with hearing(service):
            await leave(service, 7)
        gone = await service.store.find(Registration, so(Standing.CANCELLED))
        assert [stored.id for stored in gone.items] == [asks(7).registration]
        command = DecideMany(
            **message(), gathering=GATHERING, verdict=Verdict.CANCEL, standing=Standing.CONFIRMED, total=199
        )
        for _ in range(2):
            await service.run(decide_many, command)
        async with hearing(service):
            await work(service)
        many = await service.store.get(Many, command.id)
        assert many
        assert many.entity.ended
        assert (many.entity.done, many.entity.refused) == (200, 0)
        assert await service.store.count(Registration, {"state": RegistrationState.CANCELLED}) >= 200


async def test_a_name_that_was_only_typed_is_shown_until_it_is_forgotten(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        async with hearing(service):
            await opened(service, [], {"guest": "open"}, guest=1)
            await form(service, 4)
        assert await names(service, "typed", Standing.ADDRESS_UNCONFIRMED) == ["Typed 4"]
        later = MORNING + timedelta(days=2)
        async with hearing(service):
            await service.run(expire, due(4, later))
        assert (await names(service), await names(service, "typed")) == ([""], [])


async def test_of_a_large_gathering_people_are_found_by_their_names_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "FEW", 1)
    async with house(tmp_path) as service:
        await opened(service, [], delegate=3)
        for n, name in NAMES.items():
            await service.run(record_person, person(n, name=name))
        await service.run(record_person, person(4, name="Ali Stays Away"))
        for n in NAMES:
            await come(service, n)
        await leave(service, 2)
        assert await names(service, "ali") == ["Ali Reza Karim"]
        assert await names(service, "کریم") == ["علي كريمي"]
        assert await names(service, "alvarez", Standing.CONFIRMED) == []
        assert await names(service, "alvarez", Standing.CANCELLED) == ["José Álvarez"]
