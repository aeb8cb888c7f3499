"""The same chain as commands to the three real services, asked again until they are answered; and what it ends in."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from services.__main__ import SERVICES
from services.minutes.attendance.model import Attendance
from services.minutes.mirrors.model import Gathering as Announced
from services.minutes.record.model import Minutes
from services.notifications.notifications.model import Notification
from services.registration.bodies.handlers import form_body
from services.registration.door import handlers as door
from services.registration.gatherings.handlers import (
    announce_gathering,
    close_registration,
    convene_gathering,
    draft_gathering,
    open_registration,
)
from services.registration.organizations.handlers import list_organization
from services.registration.people.handlers import record_person
from services.registration.registrations.handlers import cancel, register
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts import Message
from shared.errors import Unavailable
from shared.flow import Decide
from shared.store import Store
from tests.registration.facts import asks, body, draft, gives_up, move, organization, passes, person
from tests.world.crash import Crash, World
from tests.world.facts import known

DEFINITIONS = tuple(SERVICES.values())
PEOPLE, SEATS = 6, 4

Command = tuple[Decide[Any], Message]


def chain() -> list[Command]:
    """Announced, registered, one cancelled, two come in, one leaves. Each command keeps its id, however often it is asked."""
    return [
        (list_organization, organization()),
        (form_body, body(members=[known("DELTA")])),
        (draft_gathering, draft({"delegate": SEATS}, body=known("body"))),
        (announce_gathering, move()),
        (open_registration, move()),
        *((record_person, person(n)) for n in range(PEOPLE)),
        *((register, asks(n)) for n in range(PEOPLE)),
        (cancel, gives_up(1)),
        (close_registration, move()),
        (convene_gathering, move()),
        (door.enter, passes(0, 1)),
        (door.enter, passes(2, 2)),
        (door.leave, passes(0, 3)),
    ]


async def ask(world: World, command: Command) -> None:
    """Until it is answered, by whichever process lives. Nobody there: one is started."""
    handler, message = command
    while True:
        if not (there := world.services["registration"]):
            world.start("registration")
        with suppress(Crash, Unavailable):
            await world.run(there[-1], handler, message)
            return
        await world.bury()
        await asyncio.sleep(0)


@dataclass
class Ends:
    """What a chain ended in, without what may differ: which ticket or seat somebody drew."""

    seated: set[Any] = field(default_factory=set)
    seats: list[int] = field(default_factory=list)
    line: list[Any] = field(default_factory=list)
    told: Counter[Any] = field(default_factory=Counter)
    attending: dict[Any, Any] = field(default_factory=dict)
    minutes: list[Any] = field(default_factory=list)
    titles: list[Any] = field(default_factory=list)


async def ends(stores: dict[str, Store]) -> Ends:
    """What the three stores say."""
    end = await downstream(stores)
    everybody = [each.entity for each in (await stores["registration"].find(Registration, {})).items]
    confirmed = [each for each in everybody if each.state is RegistrationState.CONFIRMED]
    end.seated = {each.person for each in confirmed}
    end.seats = sorted(each.seat or 0 for each in confirmed)
    waiting = [each for each in everybody if each.state is RegistrationState.WAITLISTED]
    end.line = [each.person for each in sorted(waiting, key=lambda each: each.ticket or 0)]
    return end


async def downstream(stores: dict[str, Store]) -> Ends:
    """What the stores of those who only hear say."""
    told = (await stores["notifications"].find(Notification, {}, limit=1000)).items
    attending = (await stores["minutes"].find(Attendance, {}, limit=1000)).items
    minutes = (await stores["minutes"].find(Minutes, {})).items
    titles = (await stores["minutes"].find(Announced, {})).items
    return Ends(
        told=Counter((each.entity.template, each.entity.recipient) for each in told),
        attending={each.entity.person: (each.entity.state, each.entity.passages) for each in attending},
        minutes=[(each.id, each.entity.state, each.entity.opened_at) for each in minutes],
        titles=[(each.id, each.entity.title, each.entity.body) for each in titles],
    )
