"""A notifications service on a real store, people and a gathering as registration tells of them, and a clock to set."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid5

from services.notifications import SERVICE
from services.notifications.channels import Answer, Letterhead, Mail
from services.notifications.mirrors import STANDINGS, Gathering, Person
from services.notifications.notifications.handlers import ON
from services.notifications.notifications.model import Notification
from shared.contracts import Event, Record
from shared.contracts.gatherings import GatheringAnnounced
from shared.contracts.people import PersonRecorded
from shared.contracts.registrations import RegistrationConfirmed, RegistrationFacts
from shared.flow import Read
from shared.flow.envelope import sealed
from shared.flow.service import Service
from shared.locale import DEFAULTS
from shared.store import Committed, Heard, Store, Stored
from tests.faulty import FaultyStore
from tests.world import records
from tests.world.facts import gathering_facts
from tests.world.service import open_service

START = datetime(2030, 1, 10, 8, 0, tzinfo=UTC)
GATHERING = UUID("6f0c1f0e-0000-4000-8000-000000000001")
LETTERHEAD = Letterhead.of("River Basins Secretariat <secretariat@basins.example>")

GATHERING_FACTS = gathering_facts(
    gathering=GATHERING,
    title={
        "en": "Fourth Conference on River Basins",
        "fa": "چهارمین همایش حوضه‌های آبریز",
        "ar": "المؤتمر الرابع لأحواض الأنهار",
    },
    venue={"en": "Delta Hall", "fa": "تالار دلتا", "ar": "قاعة الدلتا"},
    ends_at=datetime(2030, 3, 22, 12, 0, tzinfo=UTC),
)

NAMES = {"en": "Nadia Brook", "fa": "نادیا رودبار", "ar": "نادية نهري"}


@dataclass
class Clock:
    """The time, as a test sets it; `ticks` are seconds that only grow."""

    at: datetime = START
    ticks: float = 0.0

    def __call__(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.ticks

    def passes(self, **span: float) -> None:
        """It becomes later."""
        self.at += timedelta(**span)
        self.ticks += timedelta(**span).total_seconds()

    def is_set(self, **span: float) -> None:
        """Somebody sets it, forward or back; it becomes no later by that."""
        self.at += timedelta(**span)


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[Service]:
    """The service, not yet hearing; it has heard of the gathering."""
    async with open_service(SERVICE, folder) as service:
        await _put(service.store, gathering())
        yield service


def gathering(**other: Any) -> Gathering:
    """The fourth conference on river basins, 21 to 22 March 2030 (Nowruz)."""
    mirror = Gathering(GATHERING)
    mirror.hear(GatheringAnnounced.model_validate(GATHERING_FACTS | other))
    return mirror


def recorded(number: int, language: str, /, **other: Any) -> PersonRecorded:
    habits = DEFAULTS[language]
    facts: dict[str, Any] = {
        "person": person_id(number),
        "name": NAMES[language],
        "email": f"person{number}@example.org",
        "language": language,
        "calendar": habits.calendar,
        "digits": habits.digits,
        "time_zone": habits.zone,
    }
    return PersonRecorded(**(facts | other))


def person(number: int, language: str = "en", /, **other: Any) -> Person:
    mirror = Person(person_id(number))
    mirror.hear(recorded(number, language, **other))
    return mirror


def person_id(number: int) -> UUID:
    return uuid5(GATHERING, f"person/{number}")


def registration_id(number: int) -> UUID:
    return uuid5(GATHERING, str(person_id(number)))


def record(event: Event, number: int, sequence: int = 1) -> Record:
    return replace(records.record(registration_id(number), sequence, event, START), correlation="walk-through")


def facts(number: int) -> dict[str, Any]:
    return {"gathering": GATHERING, "person": person_id(number), "category": "delegate"}


async def knows(running: Service, *people: Person) -> None:
    """Registration told of these people."""
    for each in people:
        await _put(running.store, each)


async def hears(
    running: Service, event: Event, number: int, sequence: int = 1, *, after: timedelta = timedelta(0)
) -> Notification:
    """The event arrives; the first notification that it causes. It happened so long `after` the others.

    What was published of it has left the outbox, as it does within a moment.
    """
    assert isinstance(event, RegistrationFacts)
    heard = record(event, number, sequence)
    heard = replace(heard, at=heard.at + after)
    changes = list(await ON[type(event)](heard, Read(running.store)))
    outcomes = await running.store.commit([sealed(change, None, heard) for change in changes])
    assert all(isinstance(outcome, Committed) for outcome in outcomes)
    for change in changes:
        await running.store.forget([(Notification, change.entity.id, len(change.events))])
    kind = STANDINGS[heard.topic]
    before = await running.store.get(kind, registration_id(number))
    mirror = before.entity if before else kind(registration_id(number))
    mirror.hear(event)
    note = before or Stored(mirror)
    note = replace(note, entity=mirror, heard={registration_id(number): Heard(sequence, heard.id)})
    await running.store.commit([note])
    return cast("Notification", changes[0].entity)


async def confirmed(running: Service, number: int) -> Notification:
    return await hears(running, RegistrationConfirmed(**facts(number), seat=number, ticket=number), number)


async def now(running: Service, notification: Notification) -> Notification:
    stored = await running.store.get(Notification, notification.id)
    assert stored is not None
    return stored.entity


async def _put(store: Store, entity: Any) -> None:
    before = await store.get(type(entity), entity.id)
    await store.commit([replace(before, entity=entity) if before else Stored(entity)])


def parsed(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=SMTP)


def part(message: EmailMessage, subtype: str) -> str:
    body = message.get_body((subtype,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


class OneOfSeveral(FaultyStore):
    """A store that other processes have as well."""

    alone = False


def beside(running: Service) -> Service:
    """Another process of the service, on the same store."""
    return Service(running.definition, OneOfSeveral(running.store), running.log)


class Dead(BaseException):
    """The process is gone."""


class Dies(Service):
    """A process that dies when it wants to note that a mail was sent, so many times it noted it."""

    left = 0

    async def run(self, handler: Any, command: Any, **other: Any) -> Stored[Any]:
        self.left -= handler.__name__ in {"sent", "begin_and_end"}
        if self.left < 0:
            raise Dead  # between handing over and noting it
        return await super().run(handler, command, **other)


def dying(running: Service, *, after: int = 0) -> Dies:
    """A process on the store of the service that dies after so many mails."""
    service = Dies(running.definition, running.store, running.log)
    service.left = after
    return service


class Said:
    """A channel that says what a test tells it to, and remembers the mails. (What a real server says: `post.py`.)"""

    name = "said"
    letterhead = LETTERHEAD
    at_once = 4
    repeatable = False

    def __init__(self, answers: Sequence[Answer] = ()) -> None:
        self.mails: list[Mail] = []
        self.forgotten: list[UUID] = []
        self.stuck = False
        self._answers = list(answers)

    async def send(self, mail: Mail) -> Answer:
        self.mails.append(mail)
        return self._answers.pop(0) if self._answers else Answer(None, "250 taken")

    async def greet(self) -> Answer:
        return Answer(None, "220 ready")

    async def holds(self, notification: UUID) -> bool:
        return any(mail.notification == notification for mail in self.mails)

    async def forget(self, notification: UUID) -> bool:
        self.forgotten.append(notification)
        return not self.stuck

    async def close(self) -> None: ...
