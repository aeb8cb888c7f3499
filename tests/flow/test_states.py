"""The states of a compacted topic: a state has the id of what made it, however often it is sent and by whomever."""

import logging
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from services.minutes import SERVICE as MINUTES
from services.registration import SERVICE as REGISTRATION
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from shared.contracts import Record
from shared.contracts.people import PEOPLE
from shared.flow import cloudevents
from shared.flow.send import Sender
from shared.flow.service import Service
from tests.registration.facts import person
from tests.world.crash import World
from tests.world.facts import known
from tests.world.records import everything

WHO = known("person 1")


async def told(world: World) -> list[Record]:
    """All that the log says of people, in order within a partition."""
    return [cloudevents.decode(raw) for raw in await everything(world.log, PEOPLE.name)]


async def named(world: World, *names: str) -> UUID:
    """Somebody is entered, and renamed, and heard of; the id under which the log tells the last state."""
    service = world.start("registration")
    for name in names:
        await world.run(service, record_person, person(1, name=name))
        await service.sender.settled()
    [record] = await told(world)
    await world.kill(service)
    return record.id


async def test_a_state_keeps_its_id_when_it_is_sent_again_or_corrected(tmp_path: Path) -> None:
    async with World.open(tmp_path, REGISTRATION) as world:
        first = await named(world, "Robin Example", "Robin Sample")
        store = world.stores["registration"]
        [before] = await told(world)
        sender = Sender(REGISTRATION, store, world.log)
        await sender.correct(replace(before, sequence=1, id=known("older")))
        [again] = await told(world)
        assert (again.id, again.sequence) == (first, 2)
        document = await store.get(Person, WHO)
        assert document
        assert document.heard[WHO].event == first
        assert not document.outbox


async def test_another_history_gives_the_same_sequence_another_id(tmp_path: Path) -> None:
    ids = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        async with World.open(tmp_path / name, REGISTRATION) as world:
            ids.append(await named(world, "Robin Example", "Robin Sample"))
    assert len(set(ids)) == 2


async def test_a_write_that_publishes_nothing_moves_no_state(tmp_path: Path) -> None:
    async with World.open(tmp_path, REGISTRATION) as world:
        made = await named(world, "Robin Example")
        store = world.stores["registration"]
        document = await store.get(Person, WHO)
        assert document
        await store.commit([document])
        sender = Sender(REGISTRATION, store, world.log)
        older = Record(id=known("x"), at=person(1).at, type="", topic=PEOPLE.name, key=WHO, sequence=0, event=None)
        await sender.correct(older)
        assert [(record.id, record.sequence) for record in await told(world)] == [(made, 1)]


async def test_a_reader_tells_of_a_fork_where_a_store_lost_what_it_had_published(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with World.open(tmp_path, REGISTRATION, MINUTES) as world:
        world.start("minutes")
        service = world.start("registration")
        await world.run(service, record_person, person(1))
        await world.settle()
        (tmp_path / "lost").mkdir()
        async with World.open(tmp_path / "lost", REGISTRATION) as emptied:  # the same log, a store without the person
            other = Service(REGISTRATION, emptied.stores["registration"], world.log)
            document = await other.run(record_person, person(1, name="Another"))
            other.sender.offer(document)
            await other.sender.finish()
        with caplog.at_level(logging.ERROR, "shared.flow.apply"):
            await world.settle()
        assert [getattr(each, "key", "") for each in caplog.records if "a fork" in each.message] == [str(WHO)]
