"""What became of a report was told to everybody who subscribed. Whom that is, this file says by itself, and not by the rules.

The log orders no two things, so only who surely was subscribed must have been told: who confirmed before it was said, and never
left. Whom the event itself names is told by that; of somebody with several ids one subscription counts, whichever.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from plenary.verify.finding import Finding
from plenary.verify.telling import Telling
from services.notifications.mirrors import Person
from services.notifications.notifications.model import FAILED, Notification
from shared.contracts import Record
from shared.contracts.people import PersonRecorded
from shared.contracts.reports import ReportCorrected, ReportPublished
from shared.contracts.subscriptions import SubscriptionConfirmed, SubscriptionEnded


class News(NamedTuple):
    """What became of a report, and whom the event names."""

    cause: UUID
    at: datetime
    template: str
    named: frozenset[UUID]


class Subscriber(NamedTuple):
    """Whose subscription it is, and since when; None once it ended, or ever did."""

    person: UUID
    since: datetime | None


@dataclass(slots=True)
class Subscribed:
    """Fed with every record. `several`: the people who have, or are, another id."""

    news: list[News] = field(default_factory=list)
    subscribers: dict[UUID, Subscriber] = field(default_factory=dict)
    several: set[UUID] = field(default_factory=set)

    def hear(self, record: Record) -> None:
        """What became of a report, and who subscribed."""
        match record.event:
            case ReportPublished(told=told):
                self.news.append(News(record.id, record.at, "report-news", frozenset(told)))
            case ReportCorrected(told=told):
                self.news.append(News(record.id, record.at, "report-news-corrected", frozenset(told)))
            case SubscriptionConfirmed(person=person):
                since = None if record.key in self.subscribers else record.at
                self.subscribers[record.key] = Subscriber(person, since)
            case SubscriptionEnded(person=person):
                self.subscribers[record.key] = Subscriber(person, None)
            case PersonRecorded(person=person, same_as=UUID() as same):
                self.several |= {person, same}

    async def check(self, telling: Telling, finding: Finding) -> int:
        """Notes who was not told, and mails that are wrong; returns how many are told."""
        return sum([await self._one(telling, finding, each) for each in self.news])

    async def _one(self, telling: Telling, finding: Finding, news: News) -> int:
        ids = {uuid5(news.cause, f"{news.template}/{id}"): each for id, each in self.subscribers.items()}
        found = await telling.documents.many(Notification, list(ids))
        people = await telling.documents.many(Person, [each.person for each in ids.values()])
        for id, each in ids.items():
            told, reader = found.get(id), people.get(each.person)
            if told:
                telling.posted(told.entity, erased=bool(reader and reader.entity.erased))
            if told is None and self._must_be_told(each, news) and id not in telling.documents.damaged:
                finding.note([f"{news.template} {news.cause} was not told to {each.person}"])
            elif told and (told.entity.recipient, told.entity.cause) != (each.person, news.cause):
                finding.note([f"notification {id} tells of another event, or another person"])
            elif told and told.entity.state in FAILED:
                finding.note([f"{each.person} was never told of {news.template} {news.cause}: {told.entity.state}"])
        finding.counts["told to who subscribed"] += len(found)
        return len(found)

    def _must_be_told(self, each: Subscriber, news: News) -> bool:
        surely = each.since is not None and each.since < news.at
        return surely and each.person not in news.named | self.several
