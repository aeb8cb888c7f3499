"""Once along the whole log, partition by partition, beside the documents; in memory is what one partition tells (and ids)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from plenary.verify.announced import Announced
from plenary.verify.documents import groups
from plenary.verify.door import Door
from plenary.verify.facts import unlike
from plenary.verify.finding import Finding
from plenary.verify.forgotten import Memory, owed
from plenary.verify.history import disagreements
from plenary.verify.line import Line
from plenary.verify.opened import DEFINITIONS, Opened
from plenary.verify.part import Part
from plenary.verify.places import Places
from plenary.verify.projections import Fold, differences, given_up, unfounded
from plenary.verify.responsible import Responsible
from plenary.verify.subscribed import Subscribed
from plenary.verify.telling import Telling
from plenary.verify.whole import AGGREGATES, STATES, Whole
from services.minutes.attendance.model import Attendance
from services.registration.gatherings.model import Gathering
from services.registration.registrations.model import Registration
from shared.contracts import Topic
from shared.contracts.registry import TOPICS
from shared.store import Stored


@dataclass(slots=True)
class Walk:
    """The findings grow while the log is read; `go` gives them all."""

    opened: Opened
    places: Places = field(default_factory=Places)
    line: Line = field(default_factory=Line)
    door: Door = field(default_factory=Door)
    announced: Announced = field(default_factory=Announced)
    responsible: Responsible = field(default_factory=Responsible)
    subscribed: Subscribed = field(default_factory=Subscribed)
    sequences: Finding = field(
        default_factory=lambda: Finding("each aggregate's events on the log are 1..n, and n is its document's")
    )
    facts: Finding = field(default_factory=lambda: Finding("each document says what its events say"))
    mirrors: Finding = field(default_factory=lambda: Finding("each projection is the fold of its topic"))
    seats: Finding = field(default_factory=lambda: Finding("seats and tickets are unique"))
    concerned: Finding = field(
        default_factory=lambda: Finding("everybody concerned was told what became of the gathering")
    )
    telling: Telling = field(init=False)

    def __post_init__(self) -> None:
        self.telling = Telling(self.opened.documents["notifications"], self.opened.mails)

    async def go(self) -> list[Finding]:
        """Read everything once."""
        before = await self.opened.ends()
        for topic in TOPICS:
            await self._topic(topic)
        to_everybody = await self.announced.check(self.telling, self.concerned)
        to_everybody += await self.responsible.check(self.telling, self.concerned)
        to_everybody += await self.subscribed.check(self.telling, self.concerned)
        await self.telling.nothing_besides(to_everybody)
        seating, attendance = await self._seating(), self._attendance()
        still = await self.opened.still(before)
        return [
            self.sequences,
            self.facts,
            *seating,
            self.mirrors,
            attendance,
            *self.telling.findings,
            self.concerned,
            still,
        ]

    async def _topic(self, topic: Topic) -> None:
        whole = Whole(topic)
        mirrors = {each.name: each.mirrors[topic] for each in DEFINITIONS if topic in each.mirrors}
        for number, end in (await self.opened.log.ends(topic.name)).items():
            if not (end or topic.cleanup == "state"):  # which may have forgotten more than there was
                continue
            part = Part(topic, number, Memory(topic.cleanup, end), mirrors)
            await self._read(part)
            await self._aggregates(part, whole)
            for service in mirrors:
                await self._folds(part, service, whole)
            await self.telling.check(part.causes)
            whole.add(part)
        await self._unpublished(whole)
        for service, kind in mirrors.items():
            await self._unfolded(whole, service, kind)

    async def _read(self, part: Part) -> None:
        """Feed a partition, from the first record that there is."""
        async for raw in self.opened.log.read(part.topic.name, part.number, 0, part.memory.end):
            record = part.hear(raw)
            if record is not None and record.event is not None:
                self.places.hear(record.event)
                self.door.hear(record.event)
                self.line.hear(record, raw.at)
                self.announced.hear(record)
                self.responsible.hear(record)
                self.subscribed.hear(record)
        forgets = part.topic.cleanup == "state"  # of others it says nothing where they start
        part.memory.close((await self.opened.log.starts(part.topic.name))[part.number] if forgets else 0)
        self.sequences.note(part.holes())
        self.sequences.counts["records"] += part.records

    async def _aggregates(self, part: Part, whole: Whole) -> None:
        """Compare with the documents that published."""
        documents, forgot = self.opened.documents[part.topic.publisher], part.memory.forgot
        for keys in groups(list(part.histories)):
            found: dict[UUID, Stored[Any]] = {}
            for kind in AGGREGATES[part.topic.name]:
                found |= await documents.many(kind, keys)
            for key in (key for key in keys if key not in documents.damaged):
                stored = found.get(key)
                must = owed(stored, forgot) if stored else 0
                self.sequences.note(disagreements(key, part.histories[key], stored, must))
                if stored and key in part.told:
                    self.facts.note(unlike(stored.entity, part.told[key], STATES.get(type(stored.entity))))
            self._see(stored.entity for stored in found.values())
            whole.documents += len(found.keys() - whole.keys)

    async def _unpublished(self, whole: Whole) -> None:
        """The documents of which the log has nothing, where there are any."""
        documents, kinds = self.opened.documents[whole.topic.publisher], AGGREGATES[whole.topic.name]
        self.sequences.counts["aggregates"] += whole.documents
        self.facts.counts["documents"] += whole.documents
        if await documents.count(*kinds) == whole.documents:
            return
        for kind in kinds:
            async for stored in documents.all(kind, {}):
                if stored.id not in whole.keys:
                    self._see([stored.entity])
                    excuse, what = whole.excuse(stored), f"{documents.service}: {kind.kind} {stored.id}"
                    self.sequences.counts[excuse or "not on the log"] += 1
                    self.sequences.note(
                        [] if excuse else [f"{what} published {stored.sequence}, and is not on the log"]
                    )

    def _see(self, entities: Iterable[Any]) -> None:
        for entity in entities:
            if isinstance(entity, Registration):
                self.seats.note(self.places.see(entity))

    async def _folds(self, part: Part, service: str, whole: Whole) -> None:
        """Compare with the mirrors of a service."""
        folds, documents = part.folds[service], self.opened.documents[service]
        for keys in groups(list(part.histories)):
            found = await documents.many(part.mirrors[service], keys)
            for key in keys:
                if key in folds and key not in documents.damaged:
                    if without := given_up(found.get(key)):
                        folds[key] = await self._refolded(part, service, key, without)
                        self.mirrors.counts["events given up"] += len(without)
                    self.mirrors.note(differences(service, folds[key], found.get(key)))
            self._attend(found.values())
            whole.mirrors[service] += len(found.keys() - whole.keys)

    async def _refolded(self, part: Part, service: str, key: UUID, without: frozenset[UUID]) -> Fold:
        """A fold once more, without what an operator discarded: rare, so the partition is read again."""
        mirrors = {service: part.mirrors[service]}
        again = Part(part.topic, part.number, Memory(part.topic.cleanup, part.memory.end), mirrors, without)
        async for raw in self.opened.log.read(part.topic.name, part.number, 0, part.memory.end):
            record = again.hear(raw) if raw.key == str(key).encode() else None
            if record and record.event and part.mirrors[service] is Attendance:
                self.door.hear(record.event, -1)  # whose sums it cannot be part of
        return again.folds[service][key]

    async def _unfolded(self, whole: Whole, service: str, kind: type[Any]) -> None:
        """The mirrors of which the log has nothing, where there are any."""
        documents = self.opened.documents[service]
        self.mirrors.counts["mirrors"] += whole.mirrors[service]
        if await documents.count(kind) == whole.mirrors[service]:
            return
        async for stored in documents.all(kind, {}):
            if stored.id not in whole.keys:
                self._attend([stored])
                self.mirrors.note(unfounded(service, stored, whole.topic.cleanup))

    def _attend(self, mirrors: Iterable[Stored[Any]]) -> None:
        for stored in mirrors:
            if isinstance(stored.entity, Attendance) and not given_up(stored):
                self.door.see(stored.entity)

    async def _seating(self) -> list[Finding]:
        highest = Finding("no seat is above the largest capacity that its pool ever had")
        unfilled = Finding("nobody waits while a seat is free")
        order = Finding("nobody got a seat while a lower rank waited")
        highest.note(self.places.above())
        async for stored in self.opened.documents["registration"].all(Gathering, {}):
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
