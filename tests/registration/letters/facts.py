"""Letters as tests know them."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from services.registration.gatherings.handlers import announce_gathering, draft_gathering
from services.registration.invitations.handlers import invite
from services.registration.letters.model import (
    Drawn,
    DrawUp,
    Fact,
    How,
    Letter,
    MakeVoid,
    SendOff,
    Sheet,
    Signing,
)
from services.registration.organizations.handlers import list_organization
from services.registration.people.handlers import record_person
from shared.flow.service import Service
from tests.registration.facts import draft, message, move, organization, person
from tests.registration.invitations.facts import EARLY, invites, invites_all, of, who
from tests.world.facts import GATHERING, known

SIGNER = "signer"
ENGLISH = {"language": "en", "calendar": "gregorian", "digits": "latin"}
DATED = EARLY.date()
SHEET = Sheet(
    language="en",
    digits="latin",
    head="Council",
    date="1 March",
    replaces="",
    addressee=["Person 1", "Delta Authority"],
    subject="Invitation",
    greeting="Dear Person 1,",
    paragraphs=["On behalf of Council, …"],
    facts=[Fact("Begins", "a day")],
    answer="Please answer.",
    closing="Please accept …",
    signed=["Person signer", "شخص"],
    post=["Chair", "رئیس", "Council"],
)


def draws(invitation: UUID | None = None, at: datetime = EARLY, **signing: Any) -> DrawUp:
    """Signed by a person, if nothing else is said."""
    said = signing or {"signer": who(SIGNER)}
    return DrawUp(**message(at), invitation=invitation or of(), signing=Signing(**said))


def sends_off(letter: UUID, on: date = DATED, at: datetime = EARLY, how: How = "posted") -> SendOff:
    return SendOff(**message(at), letter=letter, on=on, how=how)


def voids(letter: UUID, reason: str = "a wrong date") -> MakeVoid:
    return MakeVoid(**message(EARLY), letter=letter, reason=reason)


def letter(*, by_office: bool = True) -> Letter:
    """To person 1."""
    drawn = Drawn(
        invitation=of(),
        gathering=GATHERING,
        person=who(1),
        organization=known("DELTA"),
        office=known("office") if by_office else None,
        signer=who(SIGNER),
        dated=DATED,
        nth=1,
        replaces=None,
        answers_until=EARLY + timedelta(days=365),
        sheet=SHEET,
    )
    return Letter.numbered(draws(), drawn, 2030_000_007)


async def invited(service: Service, people: int = 1) -> None:
    """So many people are invited, and an organization; somebody on record has a position, and may sign."""
    await service.run(draft_gathering, draft({"delegate": 80}))
    await service.run(announce_gathering, move())
    await service.run(list_organization, organization())
    await service.run(record_person, person(SIGNER, position="Secretary General", name_also="شخص امضاکننده"))
    for n in range(1, people + 1):
        await service.run(record_person, person(n, **ENGLISH))
        await service.run(invite, invites(n))
    await service.run(invite, invites_all(3, 1))
