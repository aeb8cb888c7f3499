"""What Prometheus sees of registrations: by state, and the seats, of the gatherings that are next."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pool import Pool
from services.registration.gatherings.states import SEATING, GatheringState
from services.registration.registrations.model import Registration, RegistrationState
from shared.store import In, Store
from shared.store.unreadable import readable
from shared.telemetry import Figure

MOST: Final = 20
"""Gatherings that are told of, the earliest first: those that seats are given for."""


async def places(store: Store, now: datetime) -> Iterable[Figure]:  # noqa: ARG001  the subject's
    """Of each gathering that gives seats away; every count reads an index alone."""
    where = {"state": In([*SEATING, GatheringState.ANNOUNCED])}
    page = await readable(store.find(Gathering, where, sort="starts_at", limit=MOST))
    return [figure for stored in page.items for figure in await _of(store, stored.entity)]


async def _of(store: Store, gathering: Gathering) -> list[Figure]:
    counted = dict.fromkeys(RegistrationState, 0)
    for category in gathering.capacity:
        pool = Pool(gathering.id, category).name
        for state in RegistrationState:
            counted[state] += await store.count(Registration, {"pool": pool, "state": state})
    labels = {"gathering": str(gathering.id)}
    title = gathering.title.get("en") or next(iter(gathering.title.values()), "")
    seats, says = sum(gathering.capacity.values()), "Registrations of a gathering that gives seats away."
    told = {"title": title, "state": gathering.state.value}
    return [
        Figure("plenary_gathering", "1 for a gathering that gives seats away.", 1, labels | told),
        Figure("plenary_seats", "Seats of it, in all categories.", seats, labels),
        Figure("plenary_seats_held", "Seats that somebody holds.", counted[RegistrationState.CONFIRMED], labels),
        Figure("plenary_waiting", "Registrations that wait for a seat.", counted[RegistrationState.WAITLISTED], labels),
        *(Figure("plenary_registrations", says, many, labels | {"state": state}) for state, many in counted.items()),
    ]
