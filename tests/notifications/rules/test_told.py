"""Who is told of what: the events of which nobody is told, and the one mail to an address that was typed."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from plenary.verify.mails import causes_of
from services.notifications.channels import Answer, Trouble
from services.notifications.notifications.handlers import ON
from services.notifications.notifications.model import State
from services.notifications.notifications.sender import Mailer
from services.notifications.rules import BY_EVENT, TEMPLATES, standing_after
from services.notifications.wording import NAME, Templates
from shared.contracts import Event
from shared.contracts.actions import ActionAccepted, ActionDone, ActionDropped, ActionProgressed
from shared.contracts.decisions import DECISIONS
from shared.contracts.documents import DocumentChanged, DocumentRevised, DocumentVersionAdded, DocumentWithdrawn
from shared.contracts.editions import EditionHeld, EditionLapsed, EditionPlanned, EditionPostponed
from shared.contracts.effects import EFFECTS
from shared.contracts.invitations import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationExpired,
    InvitationSubstituted,
    InvitationTentative,
    InvitationWithdrawn,
)
from shared.contracts.registrations import (
    AddressConfirmed,
    RegistrationApplied,
    RegistrationConfirmed,
    RegistrationWithdrawn,
)
from shared.contracts.reports import REPORTS
from shared.contracts.sessions import SessionEnded, SessionStarted
from shared.contracts.subscriptions import SubscriptionAsked, SubscriptionConfirmed, SubscriptionEnded
from shared.flow import Read
from shared.locale import LANGUAGES
from tests.notifications.house import Clock, Said, facts, gathering, hears, house, knows, now, person, record
from tests.notifications.wording.golden import EVENTS, INVITED, TO_EVERYBODY, all_told, published, told

CONFIRMED = RegistrationConfirmed(**facts(1), seat=1, ticket=1, admitted="open")


def tells(event: type[Event]) -> bool:
    """Somebody is told of it by a rule."""
    return any(rule.template for rule in BY_EVENT[event])


UNTOLD = (
    RegistrationApplied(**facts(17), reason="address_unconfirmed", quiet=True),
    AddressConfirmed(**facts(17)),
    RegistrationWithdrawn(**facts(17), reason="address_unconfirmed"),
    RegistrationApplied(**facts(17), reason="to_be_approved", again="released"),
    SessionStarted(session=UUID(int=1), person=UUID(int=17), until=datetime(2030, 3, 21, tzinfo=UTC)),
    SessionEnded(session=UUID(int=1), person=UUID(int=17)),
    *(
        event(**INVITED, person=UUID(int=17), source="link")
        for event in (InvitationAccepted, InvitationTentative, InvitationDeclined, InvitationSubstituted)
    ),
    SubscriptionAsked(subscription=UUID(int=1), person=UUID(int=17), quiet=True),
    SubscriptionConfirmed(subscription=UUID(int=1), person=UUID(int=17)),
    SubscriptionEnded(subscription=UUID(int=1), person=UUID(int=17), reason="left"),
    InvitationExpired(**INVITED, person=UUID(int=17)),
    InvitationWithdrawn(**INVITED, person=UUID(int=17), quiet=True),
    *map(published, (ActionAccepted, ActionProgressed, ActionDone, ActionDropped)),
    # Those responsible are told, and nobody whom it names.
    *(published(event) for event in (EditionPlanned, EditionLapsed, EditionPostponed, EditionHeld)),
    *(published(event) for event in (DocumentChanged, DocumentVersionAdded, DocumentRevised, DocumentWithdrawn)),
    *(published(event) for event in BY_EVENT if event.topic in {DECISIONS, EFFECTS, REPORTS} and not tells(event)),
)


@pytest.mark.parametrize("event", UNTOLD, ids=lambda event: event.type)
async def test_of_some_events_nobody_is_told(event: Event) -> None:
    heard = record(event, 17)
    assert list(await ON[type(event)](heard, Read(None))) == []  # type: ignore[arg-type]
    assert [cause.notification for cause in causes_of(heard) if cause.notification] == []


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.type)
async def test_the_check_from_outside_expects_the_same_mail(event: Event) -> None:
    """`plenary verify` has a table of its own for registrations: both must say the same."""
    assert [cause.notification for cause in causes_of(record(event, 17))] == [each.id for each in await all_told(event)]


async def test_every_template_tells_of_one_standing() -> None:
    events = (*EVENTS, *(each for each in TO_EVERYBODY if standing_after(each)))
    leaves = {(await told(event)).template: standing_after(event) for event in events}
    assert leaves == {template: rule.standing for template, rule in TEMPLATES.items() if rule.standing}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_mail_to_a_typed_address_holds_nothing_that_was_typed(language: str) -> None:
    typed: dict[str, Any] = facts(17) | {"category": "typed-category"}
    notification = await told(RegistrationApplied(**typed, reason="address_unconfirmed"))
    known, unknown = person(17, language), person(17, language, name="", confirmed=False)
    mails = [Templates().render(notification, reader, gathering()) for reader in (known, unknown)]
    assert mails[0] == mails[1], "in fixed words: whether the address is known, the mail does not tell"
    assert notification.facts == {}
    for said in (mails[0].text, mails[0].html, mails[0].kept.text):
        assert "typed" not in said
        assert NAME not in said
        assert known.name not in said


async def test_an_address_that_was_confirmed_meanwhile_is_not_asked_again(tmp_path: Path) -> None:
    """Of the two mails the first was held up, and is no longer true."""
    async with house(tmp_path) as running:
        clock = Clock()
        channel = Said([Answer(Trouble.REFUSED_FOR_NOW, "450 later")])
        mailer = Mailer(running, channel, Templates(), clock)
        await knows(running, person(1))
        asked = await hears(running, RegistrationApplied(**facts(1), reason="address_unconfirmed"), 1)
        await mailer.step()
        said = await hears(running, CONFIRMED, 1, 3)
        clock.passes(minutes=5)
        await mailer.step()
        assert ((await now(running, asked)).state, (await now(running, asked)).reason) == (
            State.SUPPRESSED,
            "superseded",
        )
        assert (await now(running, said)).state is State.SENT
