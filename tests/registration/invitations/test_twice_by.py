"""One person by two ways: under two ids that were merged, or invited and in a delegation as well. One place stays."""

from pathlib import Path

import pytest

from services.registration.invitations.handlers import invite, let_substitute, name_delegates, reply, withdraw
from services.registration.invitations.model import Invitation
from services.registration.merging.handlers import merge_people
from services.registration.people.commands import MergePerson
from services.registration.people.handlers import record_person
from services.registration.registrations.model import Registration, RegistrationState
from shared.errors import Invalid
from shared.flow.service import Service
from tests.registration.facts import message, person
from tests.registration.house import house, registrations
from tests.registration.invitations.facts import (
    answers,
    invites,
    invites_all,
    names,
    of,
    of_all,
    sends,
    takes_back,
    who,
)
from tests.registration.invitations.test_places import begun
from tests.world.facts import known
from tests.world.service import hearing, settled


async def merged(service: Service, duplicate: int, into: int) -> None:
    await service.run(merge_people, MergePerson(**message(), person=who(duplicate), into=who(into)))
    await settled(service)


async def standing(service: Service) -> list[Registration]:
    await settled(service)
    return [each for each in await registrations(service) if each.state is RegistrationState.CONFIRMED]


async def delegates(service: Service) -> int:
    stored = await service.store.get(Invitation, of_all())
    assert stored
    return len(stored.entity.delegates)


async def test_who_is_named_again_under_the_id_that_was_kept_is_named_already(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 5), delegate=4)
        await service.run(invite, invites_all(2, 1))
        await service.run(name_delegates, names(3))
        await merged(service, 3, 4)
        await service.run(name_delegates, names(4))
        assert (await delegates(service), len(await standing(service))) == (1, 1)
        await service.run(name_delegates, names(4, remove=(3,)))
        assert (await delegates(service), len(await standing(service))) == (1, 1), "sent in their own place"
        await service.run(name_delegates, names(remove=(4,)))
        assert (await delegates(service), len(await standing(service))) == (0, 0), "under either id they are taken out"


async def test_who_comes_instead_stays_under_the_id_that_was_kept(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 5), delegate=4)
        await service.run(invite, invites(1))
        await service.run(let_substitute, sends(3))
        await settled(service)
        await merged(service, 3, 4)
        await service.run(let_substitute, sends(4))
        assert len(await standing(service)) == 1
        await merged(service, 1, 2)
        with pytest.raises(Invalid):
            await service.run(let_substitute, sends(2))


async def test_a_place_is_kept_as_long_as_one_of_two_invitations_gives_it(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 3), delegate=4)
        await service.run(record_person, person(3, organization=known("DELTA")))
        await service.run(invite, invites_all(2, 1))
        await service.run(invite, invites(3))
        await service.run(reply, answers("accepted", of(3)))
        await service.run(name_delegates, names(3))
        await settled(service)
        await service.run(name_delegates, names(remove=(3,)))
        assert len(await standing(service)) == 1, "they accepted an invitation of their own"
        await service.run(name_delegates, names(3))
        await service.run(withdraw, takes_back(of(3)))
        assert len(await standing(service)) == 1, "they are named as a delegate"
        await service.run(name_delegates, names(remove=(3,)))
        assert await standing(service) == []
