"""Who has not answered an invitation is reminded three days before the time is over; who answered is not."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from services.notifications.mirrors import STANDINGS
from services.notifications.notifications.handlers import ON
from services.notifications.notifications.model import Notification, State
from services.notifications.rules.invitations import BEFORE
from shared.contracts import Event
from shared.contracts.invitations import (
    INVITATIONS,
    InvitationAccepted,
    InvitationExtended,
    InvitationSent,
    InvitationTentative,
)
from shared.flow import Read
from shared.flow.envelope import sealed
from shared.flow.service import Service
from shared.store import Heard, Stored
from tests.notifications.desk import Desk, desk
from tests.notifications.house import GATHERING, gathering, knows, person, person_id
from tests.world import records

INVITATION = UUID(int=5)


async def hears(running: Service, at: Desk, *events: Event) -> None:
    """In their order; what they cause, and where they leave the invitation."""
    kind = STANDINGS[INVITATIONS.name]
    for sequence, event in enumerate(events, 1):
        heard = records.record(INVITATION, sequence, event, at.clock.at)
        changes = list(await ON[type(event)](heard, Read(running.store)))
        there = await running.store.get(kind, INVITATION) or Stored(kind(INVITATION))
        there.entity.hear(event)
        there = replace(there, heard={INVITATION: Heard(sequence, heard.id)})
        await running.store.commit([*(sealed(change, None, heard) for change in changes), there])


async def told(running: Service, at: Desk) -> list[tuple[str, State]]:
    while await at.mailer.step():
        pass
    found = await running.store.find(Notification, {})
    return sorted((each.entity.template, each.entity.state) for each in found.items)


def facts(at: Desk, days: int = 14) -> dict[str, object]:
    by = at.clock.at + timedelta(days=days)
    return {
        "invitation": INVITATION,
        "gathering": GATHERING,
        "category": "delegate",
        "reply_by": by,
        "person": person_id(1),
    }


@pytest.fixture
async def at(running: Service) -> Desk:
    await knows(running, person(1))
    assert gathering().starts_at
    return desk(running)


async def test_who_has_not_answered_is_reminded_once_when_its_time_comes(running: Service, at: Desk) -> None:
    sent = InvitationSent.model_validate({**facts(at), "sent_at": at.clock.at})
    longer = InvitationExtended.model_validate({**facts(at, 20), "sent_at": at.clock.at})
    await hears(running, at, sent, longer)
    assert (await told(running, at))[0] == ("invitation", State.SENT)
    at.clock.passes(days=20 - BEFORE.days, seconds=-1)
    assert ("invitation-reminder", State.SENT) not in await told(running, at)
    at.clock.passes(seconds=1)
    reminders = [state for template, state in await told(running, at) if template == "invitation-reminder"]
    assert sorted(reminders) == [State.SENT, State.SUPPRESSED]


@pytest.mark.parametrize("answer", [InvitationAccepted, InvitationTentative])
async def test_who_answered_meanwhile_is_not_reminded(
    answer: type[InvitationAccepted] | type[InvitationTentative], running: Service, at: Desk
) -> None:
    sent = InvitationSent.model_validate({**facts(at), "sent_at": at.clock.at})
    await hears(running, at, sent, answer.model_validate({**facts(at), "source": "link"}))
    await told(running, at)
    at.clock.passes(days=12)
    assert ("invitation-reminder", State.SUPPRESSED) in await told(running, at)


async def test_who_has_little_time_is_not_reminded(running: Service, at: Desk) -> None:
    await hears(running, at, InvitationSent.model_validate({**facts(at, 5), "sent_at": at.clock.at}))
    assert await told(running, at) == [("invitation", State.SENT)]
