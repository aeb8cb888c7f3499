"""Who has which role: the state machine, and what no order of commands can break."""

import asyncio
import random
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.registration.team.handlers import grant, revoke
from services.registration.team.model import Grant, Revoke, Role, role_id
from shared.contracts.grants import Appointment, Office, RoleGranted, RoleRevoked
from shared.errors import Conflict, Invalid
from tests.registration.facts import message
from tests.registration.house import count_of, house

PEOPLE = [UUID(int=n) for n in range(1, 5)]


def granted(who: UUID, office: Office = "secretariat", thing: UUID | None = None) -> Grant:
    return Grant(**message(), facts=Appointment(office=office, person=who), thing=thing)


def revoked(who: UUID, role: str = "secretariat") -> Revoke:
    return Revoke(**message(), role=role, person=who)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_granted_and_revoked_its_events_say_who_holds_the_role_and_somebody_stays(seed: int) -> None:
    chance, role, told = random.Random(seed), Role(role_id("secretariat")), set[UUID]()
    for _ in range(60):
        who, refused = chance.choice(PEOPLE), False
        try:
            event = role.grant(granted(who), None) if chance.random() < 0.5 else role.revoke(revoked(who))
        except Conflict:
            refused = True
        if refused:
            assert told == {who}
            continue
        if isinstance(event, RoleGranted):
            assert who not in told
            told.add(who)
        elif isinstance(event, RoleRevoked):
            told.remove(who)
            assert told
        assert set(role.holders) == told


async def test_of_the_last_two_secretaries_who_revoke_each_other_at_once_one_stays(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        for who in PEOPLE[:2]:
            await service.run(grant, granted(who))
        tried = [service.run(revoke, revoked(who)) for who in PEOPLE[:2]]
        outcomes = await asyncio.gather(*tried, return_exceptions=True)
        role = await service.store.get(Role, role_id("secretariat"))
    assert sum(isinstance(each, Conflict) for each in outcomes) == 1
    assert role
    assert len(role.entity.holders) == 1


async def test_a_role_is_for_a_thing_that_is_there_or_for_none(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        wrong: list[tuple[Office, UUID | None]]
        wrong = [("chair", None), ("chair", uuid4()), ("checkin", uuid4()), ("observer", uuid4())]
        for office, thing in wrong:
            with pytest.raises(Invalid):
                await service.run(grant, granted(PEOPLE[0], office, thing))
        assert await count_of(service, Role) == 0
