"""Once along the whole log, partition by partition, beside the documents; in memory is what one partition tells."""

from dataclasses import dataclass, field
from typing import Any

from services.minutes.model import Attendance, Decision, Minutes
from services.notifications.model import Notification
from services.registration import model as registration
from services.verify.door import Door
from services.verify.finding import Finding
from services.verify.history import disagreements
from services.verify.line import Line
from services.verify.opened import DEFINITIONS, Opened
from services.verify.part import Part, groups
from services.verify.places import Places
from services.verify.projections import differences
from services.verify.telling import Telling
from shared.contracts import Topic
from shared.contracts.registry import TOPICS
from shared.store import Stored
from shared.store.every import every

AGGREGATES: dict[str, tuple[type[Any], ...]] = {
    "plenary.gatherings": (registration.Gathering,),
    "plenary.organizations": (registration.Organization, registration.Body),
    "plenary.registrations": (registration.Registration,),
    "plenary.people": (registration.Person,),
    "plenary.minutes": (Minutes, Decision),
    "plenary.notifications": (Notification,),
}
"""Whose events each topic holds."""


@dataclass(slots=True)
class Walk:
    """The findings grow while the log is read; `go` gives them all."""

    opened: Opened
    places: Places = field(default_factory=Places)
    line: Line = field(default_factory=Line)
    door: Door = field(default_factory=Door)
    sequences: Finding = field(
        default_factory=lambda: Finding("each aggregate's events on the log are 1..n, and n is its document's")
    )
    mirrors: Finding = field(default_factory=lambda: Finding("each projection is the fold of its topic"))
    seats: Finding = field(default_factory=lambda: Finding("seats and tickets are unique"))
    telling: Telling = field(init=False)

    def __post_init__(self) -> None:
        self.telling = Telling(self.opened.stores["notifications"], self.opened.mails)

    async def go(self) -> list[Finding]:
        """Read everything once."""
        for topic in TOPICS:
            await self._topic(topic)
        await self.telling.nothing_besides()
        return [self.sequences, *await self._seating(), self.mirrors, self._attendance(), *self.telling.findings]

    async def _topic(self, topic: Topic) -> None:
        mirrors = {each.name: each.mirrors[topic] for each in DEFINITIONS if topic in each.mirrors}
        documents, folds, whole = 0, dict.fromkeys(mirrors, 0), True
        for partition, end in (await self.opened.log.ends(topic.name)).items():
            part = Part(topic, mirrors)
            whole = whole and await self._read(part, partition, end)
            documents += await self._aggregates(part)
            for service in mirrors:
                folds[service] += await self._folds(part, service)
            await self.telling.check(part.causes)
        if whole or topic.cleanup == "kept":  # of a topic that forgets, old documents are no longer on the log
            await self._count(self.sequences, topic.publisher, AGGREGATES[topic.name], documents, "is not on the log")
        for service, kind in mirrors.items():
            await self._count(self.mirrors, service, (kind,), folds[service], "was never published")

    async def _read(self, part: Part, partition: int, end: int) -> bool:
        """Feed a partition; False if its beginning is gone."""
        first = end and -1
        async for raw in self.opened.log.read(part.topic.name, partition, 0, end):
            first = raw.offset if first == -1 else first
            record = part.hear(raw)
            if record is not None and record.event is not None:
                self.places.hear(record.event)
                self.door.hear(record.event)
                self.line.hear(record, raw.at)
        self.sequences.counts["records"] += part.records
        return first == 0

    async def _aggregates(self, part: Part) -> int:
        """Compare with the documents that published; returns how many there are."""
        store, documents = self.opened.stores[part.topic.publisher], 0
        for keys in groups(list(part.histories)):
            found: dict[Any, Stored[Any]] = {}
            for kind in AGGREGATES[part.topic.name]:
                found |= await store.get_many(kind, keys)
            for key in keys:
                sequence = found[key].sequence if key in found else None
                self.sequences.note(disagreements(key, part.histories[key], sequence))
            self._see([stored.entity for stored in found.values()])
            documents += len(found)
        self.sequences.counts["aggregates"] += documents
        return documents

    def _see(self, entities: list[Any]) -> None:
        for entity in entities:
            if isinstance(entity, registration.Registration):
                self.seats.note(self.places.see(entity))

    async def _folds(self, part: Part, service: str) -> int:
        """Compare with the mirrors of a service; returns how many there may be."""
        folds, store, known = part.folds.get(service, {}), self.opened.stores[service], 0
        for keys in groups(list(part.histories)):
            found = await store.get_many(part.mirrors[service], keys)
            for key in keys:
                if key in folds:
                    self.mirrors.note(differences(service, folds[key], found.get(key)))
            for stored in found.values():
                if isinstance(stored.entity, Attendance):
                    self.door.see(stored.entity)
            known += len(found)
        self.mirrors.counts["mirrors"] += known
        return known

    async def _count(
        self, finding: Finding, service: str, kinds: tuple[type[Any], ...], wanted: int, else_: str
    ) -> None:
        there = sum([await self.opened.stores[service].count(kind, {}) for kind in kinds])
        names = " or ".join(kind.kind for kind in kinds)
        finding.note([f"{service}: {there - wanted} of {there} {names} {else_}"] if there > wanted else [])

    async def _seating(self) -> list[Finding]:
        highest = Finding("no seat is above the largest capacity that its pool ever had")
        unfilled = Finding("nobody waits while a seat is free")
        order = Finding("nobody got a seat while a lower rank waited")
        highest.note(self.places.above())
        async for stored in every(self.opened.stores["registration"], registration.Gathering, {}):
            unfilled.note(self.places.unfilled(stored.entity))
        order.note(self.line.faults())
        pools = self.places.pools.values()
        self.seats.counts["seats held"] = sum(len(pool.seats) for pool in pools)
        unfilled.counts["waiting"] = sum(pool.waiting for pool in pools)
        highest.counts["pools"] = len(pools)
        order.counts["waits"] = sum(map(len, self.line.waits.values()))
        return [self.seats, highest, order, unfilled]

    def _attendance(self) -> Finding:
        finding = Finding("the attendance in the minutes is what the door told")
        finding.note(self.door.faults())
        for way, name in (("in", "entries"), ("out", "exits")):
            finding.counts[name] = sum(many for (_, each), many in self.door.told.items() if each == way)
        return finding
