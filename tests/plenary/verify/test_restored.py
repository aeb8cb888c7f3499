"""A store, or the log, restored from an older copy: what has another past than the rest is named, also after it went on."""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.minutes import SERVICE as MINUTES
from services.notifications import SERVICE as NOTIFICATIONS
from services.registration import SERVICE as REGISTRATION
from services.registration.people.model import Person
from services.registration.registrations.commands import GiveUp
from services.registration.registrations.handlers import cancel
from services.registration.registrations.model import Registration
from shared.contracts import Message
from shared.flow import Change, Read
from tests.plenary.verify.installation import broken, said
from tests.registration.facts import message
from tests.world.crash import World

pytestmark = pytest.mark.slow

FILES = ("registration.db", "notifications.db", "minutes.db", "log.db")


async def rename(world: World, n: int, name: str) -> UUID:
    """The person (those on record, always in the same order) is called otherwise, and everybody heard of it."""
    page = await world.stores["registration"].find(Person, {"erased": False})
    person = page.items[n].id

    async def call(_: Message, read: Read) -> Change[Person]:
        entity = await read.one(Person, person)
        entity.name = name
        state = entity.state()
        assert state
        return Change(entity, state)

    for service in world.definitions:
        world.start(service)
    await world.run(world.services["registration"][0], call, Message(**message()))
    await world.settle()
    await world.stop()
    return person


async def give_up(world: World, n: int) -> UUID:
    """A registration is cancelled; somebody else moves up."""
    page = await world.stores["registration"].find(Registration, {"state": "confirmed", "inside": False})
    registration = page.items[n].id
    for service in world.definitions:
        world.start(service)
    await world.run(world.services["registration"][0], cancel, GiveUp(**message(), registration=registration))
    await world.settle()
    await world.stop()
    return registration


async def at_work(data: Path, *work: Callable[[World], Awaitable[UUID]]) -> list[UUID]:
    async with World.open(data, REGISTRATION, NOTIFICATIONS, MINUTES) as world:
        return [await each(world) for each in work]


def restored(data: Path, copy: Path, *names: str) -> None:
    """These files are those of the copy again."""
    for name in names:
        for part in ("", "-wal", "-shm"):
            (data / f"{name}{part}").unlink(missing_ok=True)
            if (copy / f"{name}{part}").exists():
                shutil.copy(copy / f"{name}{part}", data / f"{name}{part}")


async def test_a_person_who_was_changed_since_the_copy_is_named(past: Path, data: Path) -> None:
    [who] = await at_work(data, lambda world: rename(world, 0, "Robin Since"))
    restored(data, past, "registration.db")
    assert str(who) in said(await broken(data))


@pytest.mark.parametrize("name", ["Robin Then", "Robin Since"])
async def test_a_fork_of_a_person_is_named_though_both_have_the_same_sequence(
    past: Path, data: Path, name: str
) -> None:
    """Also where the new state says the very same."""
    [who] = await at_work(data, lambda world: rename(world, 0, "Robin Since"))
    restored(data, past, "registration.db")
    assert [who] == await at_work(data, lambda world: rename(world, 0, name))
    found = said(await broken(data))
    assert f"{who} has heard another event" in found
    assert "a fork" in found


async def test_another_person_changed_after_the_copy_hides_nothing(past: Path, data: Path) -> None:
    [who] = await at_work(data, lambda world: rename(world, 0, "Robin Since"))
    restored(data, past, "registration.db")
    await at_work(data, lambda world: rename(world, 1, "Robin Other"))
    assert str(who) in said(await broken(data))


async def test_a_registration_that_forks_is_named(past: Path, data: Path) -> None:
    [who] = await at_work(data, lambda world: give_up(world, 0))
    restored(data, past, "registration.db")
    assert str(who) in said(await broken(data))
    assert [who] == await at_work(data, lambda world: give_up(world, 0))
    found = said(await broken(data))
    assert f"{who}: event" in found
    assert "is told with two ids: a fork" in found


@pytest.mark.parametrize("file", ["notifications.db", "minutes.db"])
async def test_who_only_hears_is_named_with_what_it_forgot(past: Path, data: Path, file: str) -> None:
    who = await at_work(data, lambda world: rename(world, 0, "Robin Since"), lambda world: give_up(world, 0))
    restored(data, past, file)
    found = said(await broken(data))
    assert all(f"{each} has heard" in found for each in who)


async def test_a_log_that_is_older_than_the_stores_is_found(past: Path, data: Path) -> None:
    who = await at_work(data, lambda world: rename(world, 0, "Robin Since"), lambda world: give_up(world, 0))
    restored(data, past, "log.db")
    found = said(await broken(data))
    assert all(str(each) in found for each in who)


async def test_all_of_one_moment_contradict_nothing(past: Path, data: Path) -> None:
    await at_work(data, lambda world: rename(world, 0, "Robin Since"), lambda world: give_up(world, 0))
    restored(data, past, *FILES)
    restored_mails = data / "mails"
    shutil.rmtree(restored_mails)
    shutil.copytree(past / "mails", restored_mails)
    assert said(await broken(data)) == ""
    await at_work(data, lambda world: rename(world, 1, f"Robin {uuid4()}"))
    assert said(await broken(data)) == ""
