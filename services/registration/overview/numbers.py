"""Whom a step of a gathering concerns: how many hold a place, wait for one or for an answer, or are to answer themselves."""

from uuid import UUID

from services.registration.gatherings.model import Gathering
from services.registration.invitations.model import UNANSWERED, Invitation, InvitationState
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.roster.model import Standing, so
from shared.contracts.registrations import registration_id
from shared.store import In, Store
from shared.store.every import every

STANDING = In((RegistrationState.CONFIRMED, RegistrationState.WAITLISTED, RegistrationState.ON_HOLD))


async def concerned(store: Store, gathering: Gathering) -> int:
    """So many are told by mail of what becomes of it: who is registered and was not turned away, and who is invited to it."""
    here = {"gathering": gathering.id}
    standing = await store.count(Registration, here | {"state": STANDING})
    waiting = await store.count(Registration, here | so(Standing.TO_BE_APPROVED))
    return standing + waiting + await _invited(store, gathering.id)


async def _invited(store: Store, gathering: UUID) -> int:
    """Who has said neither yes nor no, and who answers for an organization that sends delegates; not who is registered."""
    where = {"gathering": gathering, "state": In((*UNANSWERED, InvitationState.ACCEPTED))}
    people = {person async for stored in every(store, Invitation, where) for person in _people(stored.entity)}
    there = await store.get_many(Registration, [registration_id(gathering, person) for person in people])
    return len(people) - sum(_stands(stored.entity) for stored in there.values())


def _people(it: Invitation) -> list[UUID]:
    if it.facts.person is None:
        return it.facts.focal_points
    return [it.facts.person] if it.state in UNANSWERED else []


def _stands(it: Registration) -> bool:
    to_be_approved = it.state is RegistrationState.PENDING and it.reason == "to_be_approved"
    return it.state in STANDING.values or to_be_approved
