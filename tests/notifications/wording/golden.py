"""Every mail in every language as it reads today: of registrations by examples, of all else by the golden events.

`python -m tests.notifications.wording.golden` writes them anew.
"""

import json
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple, get_args
from uuid import UUID, uuid5

from services.notifications.announcements.handlers import announce
from services.notifications.announcements.model import Announcement
from services.notifications.mirrors import Edition, NamedEdition, Series
from services.notifications.notifications.commands import TellOne
from services.notifications.notifications.handlers import ON, one_of_many
from services.notifications.notifications.model import Notification
from services.notifications.rules import BY_EVENT, EVERYBODY
from services.notifications.wording import Rendered, Templates
from shared.contracts import Event
from shared.contracts.actions import ActionAssigned, ActionCarriedOver, ActionMoved
from shared.contracts.editions import EDITIONS, EditionPlanned
from shared.contracts.gatherings import GatheringAnnounced, GatheringCancelled, GatheringFacts, GatheringPostponed
from shared.contracts.invitations import (
    DelegationNamed,
    InvitationExtended,
    InvitationFacts,
    InvitationSent,
    InvitationWithdrawn,
    invitation_id,
)
from shared.contracts.minutes import Became, MinutesCorrected
from shared.contracts.registrations import (
    AddressConfirmed,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationFacts,
    RegistrationHeld,
    RegistrationPromoted,
    RegistrationRejected,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.contracts.reports import ReportCorrected, ReportPublished
from shared.contracts.reviews import ReviewAsked
from shared.contracts.series import SeriesMandated
from shared.contracts.sessions import SessionFacts, SessionOffered
from shared.contracts.subscriptions import SUBSCRIPTIONS, subscription_id
from shared.flow import Read
from shared.locale import LANGUAGES
from tests.notifications.house import GATHERING, facts, gathering, person, person_id, record, registration_id

EDITION = UUID(int=7)
REGISTRATION, INVITATION = RegistrationConfirmed.topic.name, InvitationSent.topic.name

FOLDER = Path(__file__).parent / "golden"

REGISTRATIONS = (
    RegistrationConfirmed(**facts(17), seat=17, ticket=17),
    RegistrationWaitlisted(**facts(17), rank=301),
    RegistrationPromoted(**facts(17), seat=42, ticket=301),
    RegistrationCancelled(**facts(17)),
    RegistrationWithdrawn(**facts(17)),
    RegistrationApplied(**facts(17), reason="address_unconfirmed"),
    RegistrationApplied(**facts(17), reason="to_be_approved"),
    AddressConfirmed(**facts(17), reason="to_be_approved"),
    RegistrationRejected(**facts(17), reason="incomplete"),
    RegistrationHeld(**facts(17), reason="being_checked"),
    RegistrationApplied(**facts(17), reason="to_be_approved", again="changed", fields=["passport"], freed_seat=17),
)

SESSIONS = (
    SessionOffered(session=UUID(int=1), person=UUID(int=17), why="asked"),
    SessionOffered(
        session=UUID(int=1),
        person=UUID(int=17),
        why="granted",
        office="chair",
        title={"en": "Council of River Basins", "fa": "شورای حوضه‌های آبریز", "ar": "مجلس الأحواض النهرية"},
    ),
)

INVITED: dict[str, Any] = {
    "invitation": UUID(int=1),
    "gathering": GATHERING,
    "category": "delegate",
    "reply_by": datetime(2030, 3, 7, 14, 30, tzinfo=UTC),
}
ORGANIZATION = {"organization": UUID(int=2), "quota": 5, "focal_points": [person_id(17)]}
SENT = datetime(2030, 2, 1, tzinfo=UTC)

INVITATIONS = (
    InvitationSent(**INVITED, person=person_id(17), sent_at=SENT),
    InvitationSent(**INVITED, **ORGANIZATION, sent_at=SENT),
    InvitationExtended(**INVITED, person=person_id(17), sent_at=SENT),
    DelegationNamed(**INVITED, **ORGANIZATION, source="link", named=3),
    InvitationWithdrawn(**INVITED, person=person_id(17)),
)

UNTIL = datetime(2030, 4, 5, 14, 30, tzinfo=UTC)
DRAFT: dict[str, Any] = {
    "review": UUID(int=3),
    "gathering": GATHERING,
    "person": person_id(17),
    "comments_until": UNTIL,
}
REVIEWS = (
    ReviewAsked(**DRAFT, round=1),
    ReviewAsked(**DRAFT, round=1, approves=True),
    ReviewAsked(**DRAFT, round=2, approves=True, again=True),
)

OF_ACTIONS: tuple[type[Event], ...] = (ActionAssigned, ActionCarriedOver)
"""The other steps of an action are told nobody."""

PUBLISHED = Path(__file__).parents[2] / "contract" / "golden"


def published(event: type[Event]) -> Event:
    """The golden event of this type."""
    return event.model_validate(json.loads((PUBLISHED / f"{event.type}.json").read_text("utf-8"))["data"])


EVENTS: tuple[Event, ...] = (
    *REGISTRATIONS,
    *SESSIONS,
    *INVITATIONS,
    *REVIEWS,
    *(published(event) for event in OF_ACTIONS),
    *(
        published(event)
        for event in BY_EVENT
        if not issubclass(event, RegistrationFacts | SessionFacts | InvitationFacts | ActionMoved | ReviewAsked)
        and any(rule.template for rule in BY_EVENT[event])
    ),
)

AGAIN: tuple[type[Event], ...] = (GatheringAnnounced, EditionPlanned)
"""Of these everybody is told only when they are so again."""

ALSO: tuple[type[Event], ...] = (ReportPublished, ReportCorrected)
"""Of these those are told whom they name, and beside them who subscribed."""

TO_EVERYBODY: tuple[Event, ...] = (
    *(published(event) for event in dict.fromkeys(rule.event for rule in EVERYBODY) if event not in (*AGAIN, *ALSO)),
    *(published(event).model_copy(update={"again": True}) for event in AGAIN),
    *(published(MinutesCorrected).model_copy(update={"what": what}) for what in get_args(Became)),
)


class Beside(NamedTuple):
    """What is told of the same event to others: those who are invited, or who subscribed."""

    event: Event


TO_INVITED = tuple(
    Beside(event)
    for event in TO_EVERYBODY
    if isinstance(event, GatheringFacts | GatheringPostponed | GatheringCancelled)
)

TO_SUBSCRIBED = tuple(Beside(published(event)) for event in ALSO)

CASES: list[tuple[Event | Beside, str]] = list(
    product((*EVENTS, *TO_EVERYBODY, *TO_INVITED, *TO_SUBSCRIBED), LANGUAGES)
)


async def told(event: Event | Beside, sequence: int = 1) -> Notification:
    """The first notification that an event causes."""
    if isinstance(event, Beside) and isinstance(event.event, ALSO):
        [it] = await announcements(event.event)
        return as_told(it, SUBSCRIPTIONS.name, subscription_id(person_id(17)))
    if isinstance(event, Beside):
        return as_told((await announcements(event.event))[1], INVITATION, invitation_id(GATHERING, person_id(17)))
    return (await all_told(event, sequence))[0]


async def all_told(event: Event, sequence: int = 1) -> list[Notification]:
    """What an event causes; it reads nothing, so any `Read` will do."""
    if event in TO_EVERYBODY:
        return [await announced(event, sequence)]
    changes = await ON[type(event)](record(event, 17, sequence), Read(None))  # type: ignore[arg-type]
    return [change.entity for change in changes if isinstance(change.entity, Notification)]


async def announced(event: Event, sequence: int = 1) -> Notification:
    """What person 17 is told of what everybody is told."""
    it = (await announcements(event))[0]
    if event.topic is EDITIONS:
        return as_told(it, EDITIONS.name, EDITION, sequence)
    return as_told(it, REGISTRATION, registration_id(17), sequence)


async def announcements(event: Event) -> list[Announcement]:
    """What an event causes to be announced: to who is registered first."""
    return [change.entity for change in await announce(record(event, 17), Read(None))]  # type: ignore[arg-type]


def as_told(it: Announcement, topic: str, about: UUID, sequence: int = 1) -> Notification:
    """What person 17 is told by an announcement, by way of a registration or an invitation."""
    return one_of_many(
        TellOne(
            id=uuid5(it.event, f"{it.template}/{about}"),
            at=it.at,
            event=it.event,
            thing=(topic, about),
            sequence=sequence,
            person=person_id(17),
            gathering=None if topic == EDITIONS.name else GATHERING,
            template=it.template,
            facts=it.facts,
        )
    )


async def rendered(event: Event | Beside, language: str) -> tuple[Path, Rendered]:
    notification = await told(event)
    templates = Templates(link=lambda _, about, __: f"https://plenary.example/r/{about}")
    file = FOLDER / f"{notification.template}.{language}.txt"
    at = gathering() if notification.gathering else None
    of = edition(event) if notification.about_topic == EDITIONS.name else None
    return file, templates.render(notification, person(17, language), at, of)


def edition(event: Any) -> NamedEdition:
    """As the golden events tell of it, and this one last."""
    planned, mandated = published(EditionPlanned), published(SeriesMandated)
    it, series = Edition(EDITION), Series(mandated.series)  # type: ignore[attr-defined]
    it.hear(planned)
    it.hear(event)
    series.hear(mandated)
    return NamedEdition(it, series)


def shown(mail: Rendered) -> str:
    return f"Subject: {mail.subject}\n\n{mail.text}"


async def write() -> None:
    for event, language in CASES:
        file, mail = await rendered(event, language)
        file.write_text(shown(mail), "utf-8")


if __name__ == "__main__":
    import asyncio

    asyncio.run(write())
