"""Who is responsible for an edition is told what became of it, each once; who noted it is not, and verify knows who must be."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from plenary.verify.documents import Documents
from plenary.verify.finding import Finding
from plenary.verify.responsible import Responsible
from plenary.verify.telling import Telling
from services.notifications.announcements.handlers import ON
from services.notifications.announcements.loop import spread
from services.notifications.announcements.model import AGAIN
from services.notifications.mirrors import MIRRORS
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.sender import Mailer
from services.notifications.wording import Templates
from shared.contracts import Event
from shared.contracts.editions import EditionHeld, EditionLapsed, EditionPlanned, EditionPostponed
from shared.contracts.grants import RoleGranted, RoleRevoked
from shared.contracts.series import SeriesMandated
from shared.flow import Read
from shared.flow.envelope import sealed
from shared.flow.service import Service
from shared.store import Heard, Stored
from shared.store.every import every
from tests.notifications.house import START, Clock, Said, house, knows, now, person, person_id
from tests.world import records

SERIES, EDITION, BODY, ISSUER, CARRIES = (UUID(int=n) for n in range(50, 55))
WHY = {"en": "The valley was flooded."}
BY = {"en": "The council"}
MANDATED = SeriesMandated(
    series=SERIES,
    title={"en": "Conference on River Basins"},
    calendar="solar_hijri",
    interval=4,
    body=BODY,
    issuer=ISSUER,
    secretariat=CARRIES,
)
FACTS: dict[str, Any] = {"series": SERIES, "number": 7, "calendar": "solar_hijri", "due": "1408"}
PLANNED = EditionPlanned(**FACTS, edition=EDITION, planned_for="1408")
OF = {"edition": EDITION, "series": SERIES, "number": 7}
POSTPONED = EditionPostponed(**OF, reason=WHY, decided_by=BY)
PLANNED_AGAIN = PLANNED.model_copy(update={"planned_for": "1409-02", "again": True})
SECRETARY, CHAIR, POINT, ALSO, STRANGER = range(5)
OFFICES = (
    (SECRETARY, "secretariat"),
    (CHAIR, f"chair:{BODY}"),
    (POINT, f"focal-point:{CARRIES}"),
    (ALSO, "secretariat"),
    (ALSO, f"focal-point:{ISSUER}"),
    (STRANGER, f"focal-point:{EDITION}"),
    (STRANGER, "observer"),
)


def granted(n: int, held: str) -> tuple[UUID, RoleGranted]:
    role = UUID(int=100 + len(held) + int(held[-1], 36) if ":" in held else 90 + len(held))
    return role, RoleGranted(office="secretariat", person=person_id(n), role=role, held=held)


async def hears(running: Service, key: UUID, sequence: int, event: Event, after: int = 0) -> Any:
    """It happens, so many seconds after the others; what is announced of it, and the mirror."""
    heard = replace(records.record(key, sequence, event, START), at=START + timedelta(seconds=after))
    made = list(await ON[type(event)](heard, Read(running.store))) if type(event) in ON else []
    await running.store.commit([sealed(change, None, heard) for change in made])
    kind = MIRRORS[event.topic]
    stored = await running.store.get(kind, key) or Stored(kind(key))
    stored.entity.hear(event)
    await running.store.commit([replace(stored, heard={key: Heard(sequence, heard.id)})])
    return heard


async def office(running: Service) -> list[Any]:
    """Everybody has a role, there is a series, and an edition of it is planned."""
    heard, sequences = [], dict[UUID, int]()
    for n, held in OFFICES:
        role, event = granted(n, held)
        sequences[role] = sequences.get(role, 0) + 1
        heard.append(await hears(running, role, sequences[role], event))
    heard.append(await hears(running, SERIES, 1, MANDATED))
    heard.append(await hears(running, EDITION, 1, PLANNED))
    return heard


async def told(running: Service) -> list[tuple[UUID, str]]:
    found = [stored.entity async for stored in every(running.store, Notification, {})]
    return sorted((each.recipient, each.template) for each in found)


def all_but(template: str, *but: int) -> list[tuple[UUID, str]]:
    return sorted((person_id(n), template) for n in (SECRETARY, CHAIR, POINT, ALSO) if n not in but)


async def test_the_secretariat_the_chair_and_the_focal_points_of_the_mandate_are_told_once(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await office(running)
        assert await told(running) == []
        await hears(running, EDITION, 2, POSTPONED)
        assert await spread(running, START) == 4
        assert await spread(running, START + AGAIN) == 0
        assert await told(running) == all_but("edition-postponed")


async def test_who_noted_it_is_not_told(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await office(running)
        await hears(running, EDITION, 2, POSTPONED.model_copy(update={"by": person_id(ALSO)}))
        await spread(running, START)
        assert await told(running) == all_but("edition-postponed", ALSO)


@pytest.mark.parametrize(
    "event",
    [
        POSTPONED.model_copy(update={"quiet": True}),
        EditionLapsed(**OF, reason=WHY, quiet=True),
        PLANNED_AGAIN.model_copy(update={"quiet": True}),
        EditionHeld(**OF, held_in="1408-01"),
    ],
    ids=lambda it: it.type,
)
async def test_of_what_is_put_on_record_late_and_of_what_was_held_nobody_is_told(tmp_path: Path, event: Event) -> None:
    async with house(tmp_path) as running:
        await office(running)
        await hears(running, EDITION, 2, event)
        await spread(running, START)
        assert await told(running) == []


async def test_a_mandate_that_is_heard_of_late_brings_the_others_at_the_second_look(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        for n, held in OFFICES[:2]:
            role, event = granted(n, held)
            await hears(running, role, 1, event)
        await hears(running, EDITION, 1, PLANNED)
        await hears(running, EDITION, 2, POSTPONED)
        assert await spread(running, START) == 1
        await hears(running, SERIES, 1, MANDATED)
        assert await spread(running, START + AGAIN) == 1
        assert await told(running) == all_but("edition-postponed", POINT, ALSO)


async def test_a_mail_says_how_the_edition_is_called_and_waits_until_that_is_known(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        clock, channel = Clock(), Said()
        mailer = Mailer(running, channel, Templates(), clock)
        await knows(running, person(SECRETARY))
        role, event = granted(SECRETARY, "secretariat")
        await hears(running, role, 1, event)
        await hears(running, EDITION, 1, PLANNED)
        await hears(running, EDITION, 2, POSTPONED)
        await spread(running, START)
        await mailer.step()
        assert channel.mails == []
        await hears(running, SERIES, 1, MANDATED)
        clock.passes(minutes=1)
        await mailer.step()
        [mail] = channel.mails
        assert mail.subject == "Postponed: Conference on River Basins, edition 7"
        assert "Reason: The valley was flooded.\nDecided by: The council" in mail.text
        assert "Planned for" not in mail.text
        assert mail.entry is None


async def test_after_thirty_days_nobody_is_told_any_more(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        clock, channel = Clock(START + timedelta(days=31)), Said()
        await knows(running, *(person(n) for n in range(4)))
        await office(running)
        await hears(running, EDITION, 2, POSTPONED)
        await spread(running, START)
        await Mailer(running, channel, Templates(), clock).step()
        there = [stored.entity async for stored in every(running.store, Notification, {})]
        assert channel.mails == []
        assert {(await now(running, each)).state for each in there} == {State.SUPPRESSED}


async def test_verify_misses_whoever_surely_was_responsible_and_was_not_told(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        responsible, finding = Responsible(), Finding("told")
        role, _ = granted(POINT, OFFICES[POINT][1])
        gone = RoleRevoked(role=role, held=OFFICES[POINT][1], person=person_id(POINT))
        for record in (
            *await office(running),
            await hears(running, role, 2, gone),
            await hears(running, EDITION, 2, POSTPONED.model_copy(update={"by": person_id(CHAIR)}), 5),
        ):
            responsible.hear(record)
        telling = Telling(Documents("notifications", running.store), tmp_path)
        assert await responsible.check(telling, finding) == 0
        assert {fault.rpartition(" ")[2] for fault in finding.faults} == {str(person_id(n)) for n in (SECRETARY, ALSO)}
        await spread(running, START + timedelta(minutes=1))
        assert await responsible.check(telling, finding) == 2
