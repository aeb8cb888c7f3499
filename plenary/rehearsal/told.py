"""What came of the days that passed on a copy, read from its log and its mails."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from plenary.rehearsal.course import Course
from services.notifications.notifications.model import Notification
from shared.contracts import Record
from shared.contracts.notifications import (
    NotificationFacts,
    NotificationFailed,
    NotificationSent,
    NotificationSuppressed,
)
from shared.contracts.registry import TOPICS
from shared.flow import cloudevents
from shared.log import BEAT

Ends = Mapping[tuple[str, int], int]


@dataclass(frozen=True, slots=True)
class Told:
    """`sent`: day, template, language. `kept`: day, template, and why it was not sent. `happened`: day, event."""

    since: datetime
    until: datetime
    sent: Counter[tuple[date, str, str]] = field(default_factory=Counter)
    kept: Counter[tuple[date, str, str]] = field(default_factory=Counter)
    happened: Counter[tuple[date, str]] = field(default_factory=Counter)

    @property
    def days(self) -> list[date]:
        """Those on which something was."""
        return sorted({key[0] for each in (self.sent, self.kept, self.happened) for key in each})

    def mails(self) -> Counter[str]:
        """By template."""
        return _summed((template, many) for (_, template, _), many in self.sent.items())

    def languages(self) -> Counter[str]:
        """Of the mails."""
        return _summed((language, many) for (_, _, language), many in self.sent.items())

    def events(self) -> Counter[str]:
        """By what happened."""
        return _summed((event, many) for (_, event), many in self.happened.items())


async def ends(course: Course) -> Ends:
    """How far the log of the copy is."""
    log = course.services["notifications"].log
    return {(topic.name, n): end for topic in TOPICS for n, end in (await log.ends(topic.name)).items()}


async def told(course: Course, since: datetime, before: Ends) -> Told:
    """All that the log has since `before`."""
    it, mails = Told(since, course.clock()), dict[UUID, date]()
    async for record in _records(course, before):
        event, day = record.event, record.at.date()
        if isinstance(event, NotificationSent):
            mails[event.notification] = day
        elif isinstance(event, NotificationSuppressed | NotificationFailed):
            why = event.reason if isinstance(event, NotificationSuppressed) else event.failure
            it.kept[day, event.template, why] += 1
        elif not isinstance(event, NotificationFacts):
            it.happened[day, in_words(record.type)] += 1
    store = course.services["notifications"].store
    for id, stored in (await store.get_many(Notification, [*mails])).items():
        language = stored.entity.wording.language if stored.entity.wording else ""
        it.sent[mails[id], stored.entity.template, language] += 1
    return it


async def _records(course: Course, before: Ends) -> AsyncIterator[Record]:
    """Of every topic but those that only tell how somebody is by now."""
    log = course.services["notifications"].log
    for topic in TOPICS:
        if topic.cleanup == "compact":
            continue
        for n in await log.ends(topic.name):
            async for record in log.read(topic.name, n, before.get((topic.name, n), 0)):
                if not (record.key or b"").startswith(BEAT):
                    yield cloudevents.decode(record)


def in_words(type: str) -> str:
    """`invitation.expired.v1` as *invitation expired*."""
    return " ".join(type.split(".")[:-1])


def _summed(counted: Iterable[tuple[str, int]]) -> Counter[str]:
    summed: Counter[str] = Counter()
    for name, many in counted:
        summed[name] += many
    return summed
