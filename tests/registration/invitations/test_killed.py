"""A delegation of 60 is named, and the process is killed wherever it can be: nobody is lost, nobody is there twice."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from services.registration import SERVICE
from services.registration.gatherings.handlers import announce_gathering, draft_gathering
from services.registration.invitations.handlers import invite, name_delegates
from services.registration.invitations.model import Invitation
from services.registration.organizations.handlers import list_organization
from services.registration.people.handlers import record_person
from services.registration.registrations.model import Registration
from shared.errors import Stale
from tests.registration.facts import draft, move, organization, person
from tests.registration.house import house, registrations, seated, waiting
from tests.registration.invitations.facts import invites_all, names, of_all, who
from tests.waiting import until
from tests.world.crash import Crash, Fuse, World

DELEGATES = range(1, 61)
SEATS = 50
POINTS = ("run.committed", "send.appended", "consume.decided", "consume.consequences")


async def invited(world: World) -> None:
    """An organization with a quota of 60, all of whom are on record, and a gathering with fewer seats."""
    service = world.start("registration")
    await service.run(draft_gathering, draft({"delegate": SEATS}))
    await service.run(announce_gathering, move())
    await service.run(list_organization, organization())
    await asyncio.gather(*(service.run(record_person, person(n)) for n in DELEGATES))
    await service.run(invite, invites_all(len(DELEGATES), 1))
    await world.settle()
    await world.kill(service)


@pytest.mark.parametrize("point", POINTS)
async def test_whenever_it_dies_a_delegation_of_60_is_registered_once_each(point: str, tmp_path: Path) -> None:
    async with World.open(tmp_path, SERVICE) as world:
        await invited(world)
        fuse, command = Fuse(point), names(*DELEGATES)
        dying = world.start("registration", fuse=fuse)
        with suppress(Crash):
            await world.run(dying, name_delegates, command)

        async def gone() -> bool:
            return fuse.blown

        await until(gone)
        await world.kill(dying)
        again = world.start("registration")
        await world.run(again, name_delegates, command)
        await world.settle()
        stored = await again.store.get(Invitation, of_all())
        assert stored
        assert stored.entity.delegates == [who(n) for n in DELEGATES]
        found = await registrations(again)
        assert sorted(each.person for each in found) == sorted(who(n) for n in DELEGATES)
        assert (len(seated(found)), len(waiting(found))) == (SEATS, len(DELEGATES) - SEATS)
        told = [await again.store.get(Registration, each.id) for each in found]
        assert {each.sequence for each in told if each} == {1}, "each was told once"


async def test_of_two_focal_points_at_once_one_is_told_that_somebody_was_faster(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await service.run(draft_gathering, draft())
        await service.run(announce_gathering, move())
        await service.run(list_organization, organization())
        await asyncio.gather(*(service.run(record_person, person(n)) for n in range(1, 6)))
        seen = (await service.run(invite, invites_all(3, 1))).version
        both = (names(1, 2), names(3, 4))
        outcomes = await asyncio.gather(
            *(service.run(name_delegates, each, expected=(Invitation, of_all(), {seen})) for each in both),
            return_exceptions=True,
        )
        assert sum(isinstance(each, Stale) for each in outcomes) == 1
        stored = await service.store.get(Invitation, of_all())
        assert stored
        assert len(stored.entity.delegates) == 2
