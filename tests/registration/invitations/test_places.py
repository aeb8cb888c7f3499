"""Who accepts has a place, who does not come any more has none: one for each event, whatever happens meanwhile."""

from collections.abc import Sequence
from pathlib import Path

from services.registration.gatherings.handlers import announce_gathering, draft_gathering, open_registration
from services.registration.invitations.handlers import invite, let_substitute, name_delegates, reply, withdraw
from services.registration.invitations.model import Invitation, InvitationState
from services.registration.organizations.handlers import list_organization
from services.registration.people.handlers import record_person
from services.registration.registrations.handlers import register
from services.registration.registrations.handlers import withdraw as withdraw_registration
from services.registration.registrations.model import Registration, RegistrationState
from shared.flow.service import Service
from tests.registration.facts import asks, draft, gives_up, move, organization, person
from tests.registration.house import house, registrations, seated, waiting
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
from tests.world.service import hearing, settled

State = RegistrationState


async def begun(service: Service, people: Sequence[int], **capacity: int) -> None:
    """A gathering that is announced, for which nobody can register yet."""
    await service.run(draft_gathering, draft(capacity))
    await service.run(announce_gathering, move())
    await service.run(list_organization, organization())
    for n in people:
        await service.run(record_person, person(n))


async def place(service: Service, n: int) -> Registration | None:
    stored = await service.store.get(Registration, asks(n).registration)
    return stored.entity if stored else None


async def state(service: Service, n: int) -> RegistrationState | None:
    found = await place(service, n)
    return found.state if found else None


async def test_an_answer_makes_the_registration_and_another_ends_it(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 4), delegate=1)
        for n in (1, 2):
            await service.run(invite, invites(n))
        first, again = [(await service.run(invite, invites(1))).id for _ in range(2)]
        assert first == again == of(1)
        await service.run(reply, answers("accepted"))
        await service.run(reply, answers("accepted"))
        await settled(service)
        there = await place(service, 1)
        assert there
        assert (there.state, there.admitted, there.seat) == (State.CONFIRMED, "invited", 1)
        await service.run(reply, answers("accepted", of(2)))
        await settled(service)
        assert await state(service, 2) is State.WAITLISTED
        await service.run(let_substitute, sends(3))
        await settled(service)
        assert (await state(service, 1), await state(service, 3)) == (State.CANCELLED, State.WAITLISTED)
        await service.run(reply, answers("declined", of(2)))
        await settled(service)
        assert await state(service, 2) is State.WITHDRAWN
        await service.run(withdraw, takes_back())
        await settled(service)
        assert await state(service, 3) is State.CANCELLED


async def test_what_was_registered_otherwise_an_invitation_does_not_touch(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 3), delegate=1, press=1)
        await service.run(invite, invites(1))
        await service.run(reply, answers("accepted"))
        await settled(service)
        await service.run(withdraw_registration, gives_up(1))
        await service.run(reply, answers("tentative"))
        await settled(service)
        assert await state(service, 1) is State.WITHDRAWN


async def test_a_delegation_is_registered_together_and_changed_in_place(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 9), delegate=4)
        await service.run(invite, invites_all(6, 1, 2))
        await service.run(name_delegates, names(*range(3, 9)))
        await settled(service)
        found = await registrations(service)
        assert (len(seated(found)), len(waiting(found))) == (4, 2)
        assert {each.person for each in found} == {who(n) for n in range(3, 9)}
        assert {each.admitted for each in found} == {"invited"}
        await service.run(name_delegates, names(1, remove=(3,)))
        await settled(service)
        assert await state(service, 3) is State.CANCELLED
        assert await state(service, 1) is not None
        stored = await service.store.get(Invitation, of_all())
        assert stored
        assert (stored.entity.state, len(stored.entity.delegates)) == (InvitationState.ACCEPTED, 6)
        await service.run(reply, answers("declined", of_all()))
        await settled(service)
        assert {each.state for each in await registrations(service)} == {State.CANCELLED}


async def test_who_accepted_may_come_again_after_all(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 2), delegate=1)
        await service.run(open_registration, move())
        await service.run(invite, invites(1))
        await service.run(reply, answers("accepted"))
        await settled(service)
        await service.run(withdraw_registration, gives_up(1))
        await service.run(register, asks(1, by_secretariat=False))
        there = await place(service, 1)
        assert there
        assert (there.state, there.admitted) == (State.CONFIRMED, "invited")
