"""Whom a step of a gathering concerns: how many hold a place, wait for one, or wait for an answer."""

from services.registration.gatherings.model import Gathering
from services.registration.registrations.model import Registration, RegistrationState
from services.registration.roster.model import Standing, so
from shared.store import In, Store

STANDING = In((RegistrationState.CONFIRMED, RegistrationState.WAITLISTED, RegistrationState.ON_HOLD))


async def concerned(store: Store, gathering: Gathering) -> int:
    """So many are told by mail of what becomes of it: they are registered, and were not turned away."""
    here = {"gathering": gathering.id}
    standing = await store.count(Registration, here | {"state": STANDING})
    return standing + await store.count(Registration, here | so(Standing.TO_BE_APPROVED))
