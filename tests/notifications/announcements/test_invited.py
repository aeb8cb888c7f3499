"""Who is invited and is not registered is told what became of the gathering: each person once, by one mail."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from plenary.verify.announced import Announced
from plenary.verify.documents import Documents
from plenary.verify.finding import Finding
from plenary.verify.telling import Telling
from services.notifications.announcements.loop import spread
from services.notifications.announcements.model import AGAIN
from services.notifications.mirrors import Invitation
from services.notifications.notifications.handlers import ON
from services.notifications.notifications.model import Notification
from shared.contracts import Event, Record
from shared.contracts.final_statements import FinalStatementAdopted
from shared.contracts.gatherings import GatheringCancelled
from shared.contracts.invitations import (
    DelegationNamed,
    InvitationAccepted,
    InvitationDeclined,
    InvitationExpired,
    InvitationFacts,
    InvitationSent,
    InvitationTentative,
    InvitationWithdrawn,
    invitation_id,
)
from shared.contracts.registrations import RegistrationConfirmed
from shared.flow import Read
from shared.flow.envelope import sealed
from shared.flow.service import Service
from shared.store import Heard, Stored
from shared.store.every import every
from tests.notifications.announcements.test_spread import MOVED, becomes
from tests.notifications.house import GATHERING, START, confirmed, facts, hears, house, person_id, record
from tests.notifications.wording.golden import INVITED
from tests.world import records

CANCELLED = GatheringCancelled(gathering=GATHERING, reason={"en": "The road is flooded."})
ADOPTED = FinalStatementAdopted(gathering=GATHERING, adopted_at=START, path="/minutes/rivers/final-statement")
SENT = {"sent_at": START}
ANSWER = {"source": "link"}


def person(n: int) -> dict[str, Any]:
    return {**INVITED, "person": person_id(n)}


def home(n: int, *points: int) -> dict[str, Any]:
    return {**INVITED, "organization": UUID(int=n), "quota": 3, "focal_points": [person_id(each) for each in points]}


async def invites(
    running: Service, event: InvitationFacts, sequence: int = 1, after: timedelta = timedelta(0)
) -> Record:
    """Something becomes of an invitation, so long after the others."""
    id = invitation_id(GATHERING, event.person or event.organization or GATHERING)
    heard = replace(records.record(id, sequence, event, START), at=START + after)  # type: ignore[arg-type]
    changes = list(await ON[type(event)](heard, Read(running.store)))  # type: ignore[index]
    await running.store.commit([sealed(change, None, heard) for change in changes])
    stored = await running.store.get(Invitation, id) or Stored(Invitation(id))
    stored.entity.hear(event)  # type: ignore[arg-type]
    await running.store.commit([replace(stored, heard={id: Heard(sequence, heard.id)})])
    return heard


async def told(running: Service) -> dict[tuple[UUID, str], Notification]:
    """Who was told, by which template; nobody twice."""
    found = [stored.entity async for stored in every(running.store, Notification, {})]
    there = [each for each in found if each.template.startswith(("gathering-", "invited-"))]
    assert len({each.recipient for each in there}) == len(there), "somebody was told twice"
    return {(each.recipient, each.template): each for each in there}


async def all_told(running: Service) -> set[tuple[UUID, str]]:
    for at in (START, START + AGAIN):
        await spread(running, at)
    return set(await told(running))


async def test_who_has_not_answered_is_told_and_who_said_no_or_is_out_hears_nothing(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        for n in range(1, 6):
            await invites(running, InvitationSent(**person(n), **SENT))
        await invites(running, InvitationTentative(**person(2), **ANSWER), 2)
        await invites(running, InvitationDeclined(**person(3), **ANSWER), 2)
        await invites(running, InvitationExpired(**person(4)), 2)
        await invites(running, InvitationWithdrawn(**person(5)), 2)
        await becomes(running, CANCELLED)
        assert await all_told(running) == {(person_id(n), "invited-cancelled") for n in (1, 2)}


async def test_of_a_final_statement_who_is_registered_is_told_and_who_is_invited_alone_is_not(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await invites(running, InvitationSent(**person(1), **SENT))
        await confirmed(running, 2)
        await becomes(running, ADOPTED)
        for at in (START, START + AGAIN):
            await spread(running, at)
        found = [stored.entity async for stored in every(running.store, Notification, {})]
        assert [each.recipient for each in found if each.template == "final-statement-adopted"] == [person_id(2)]


async def test_who_accepted_is_told_as_registered_alone(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await invites(running, InvitationSent(**person(1), **SENT))
        await invites(running, InvitationAccepted(**person(1), **ANSWER), 2)
        await confirmed(running, 1)
        await becomes(running, MOVED)
        assert await all_told(running) == {(person_id(1), "gathering-changed")}


@pytest.mark.parametrize("answered_first", [True, False])
async def test_whichever_is_heard_first_of_the_answer_and_the_place_it_is_one_mail(
    tmp_path: Path, *, answered_first: bool
) -> None:
    """The topics have no order: the one may be heard at the first look, the other a minute later."""
    async with house(tmp_path) as running:
        await invites(running, InvitationSent(**person(1), **SENT))
        await becomes(running, MOVED)
        accepted = InvitationAccepted(**person(1), **ANSWER)
        if answered_first:
            await invites(running, accepted, 2)
        await spread(running, START)
        await confirmed(running, 1)  # which happened before it moved
        await invites(running, accepted, 2)
        await spread(running, START + AGAIN)
        assert len(await told(running)) == 1


async def test_focal_points_are_told_once_also_of_a_delegation_that_is_named(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        for n, points in ((1, (7, 8)), (2, (8,)), (3, (9,))):
            await invites(running, InvitationSent(**home(n, *points), **SENT))
        await invites(running, DelegationNamed(**home(2, 8), **ANSWER, named=1), 2)
        await invites(running, InvitationDeclined(**home(3, 9), **ANSWER), 2)
        await becomes(running, CANCELLED)
        assert await all_told(running) == {(person_id(n), "invited-cancelled") for n in (7, 8)}


async def test_who_is_invited_afterwards_knows_it_as_it_is(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await becomes(running, MOVED)
        later = timedelta(seconds=30)
        await invites(running, InvitationSent(**person(1), **SENT), after=later)
        assert await all_told(running) == set()


async def test_who_waits_for_a_place_on_their_own_is_told_as_registered(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await invites(running, InvitationSent(**person(1), **SENT))
        await hears(running, RegistrationConfirmed(**facts(1), seat=1, ticket=1), 1)
        await becomes(running, CANCELLED)
        assert await all_told(running) == {(person_id(1), "gathering-cancelled")}


@pytest.mark.parametrize(("became", "missing"), [(CANCELLED, (1, 4, 7, 8)), (ADOPTED, (4,))])
async def test_verify_misses_who_was_not_told_and_should_have_been(
    tmp_path: Path, became: Event, missing: tuple[int, ...]
) -> None:
    async with house(tmp_path) as running:
        announced, finding = Announced(), Finding("told")
        events: list[tuple[Any, int]] = [
            (InvitationSent(**person(1), **SENT), 1),
            (InvitationSent(**home(2, 7, 8), **SENT), 1),
            (InvitationSent(**person(3), **SENT), 1),
            (InvitationDeclined(**person(3), **ANSWER), 2),
        ]
        for event, sequence in events:
            announced.hear(await invites(running, event, sequence))
        said = replace(records.record(GATHERING, 7, became, START), at=START + timedelta(minutes=1))
        announced.hear(said)
        await confirmed(running, 4)
        announced.hear(record(RegistrationConfirmed(**facts(4), seat=4, ticket=4), 4))
        telling = Telling(Documents("notifications", running.store), tmp_path)
        assert await announced.check(telling, finding) == 0
        missed = {str(person_id(n)) for n in missing}
        assert {fault.rpartition(" ")[2] for fault in finding.faults} == missed
