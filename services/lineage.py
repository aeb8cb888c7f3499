"""Whether stores and log still belong together. An installation knows what it had, and does not go on as if it were new.

Asked at the start, before anything is sent or heard, with so few readings that the size of the log does not matter (`plenary
verify` reads everything):

    a store is behind the log   its documents do not know the newest events on its topics, or its mirrors do not know what its
                                group is done with: the store is gone, or an older copy was put back
    the log is behind a store   it ends before what the store noted that the log had (`Marks`): the log is gone, or an older copy

A store *ahead* of the log is nothing odd: what is not sent yet lies in its outboxes.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar
from uuid import NAMESPACE_URL, UUID, uuid5

from shared.contracts import Topic
from shared.contracts.registry import TOPICS
from shared.errors import Conflict, Unavailable
from shared.flow.lanes import Item
from shared.flow.plan import reached
from shared.flow.service import Service
from shared.log import TopicPartition
from shared.store import Behind, Committed, Store, Stored
from shared.store.unreadable import Unreadable

log = logging.getLogger(__name__)

NEWEST = 50
"""Offsets of each partition that are compared: behind what was lost may lie what was sent once more after a crash."""

EVERY = 1.0
"""Seconds between two notes of how far the log is, while something is sent."""

LAST = 1.0
"""Seconds for the last note of a process that ends."""

MARKS = uuid5(NAMESPACE_URL, "plenary:marks")

ADVICE = (
    "Nothing was started, since it would contradict what others have heard. Stop all services and put back what belongs "
    "together: all stores and the log, from one backup. docs/operations.md, 'When a store or the log is lost', tells how, "
    "and what it costs to go on without (PLENARY_ACCEPT_LOSS)."
)


class Lost(Conflict):
    """A store is behind the log, or the log behind a store; the detail says which, by what it is seen, and what to do."""

    code = "lost"


@dataclass(slots=True)
class Marks:
    """The one document in which a service's store notes about its log, by partition (`topic/number`):

    `taken`, up to which offset the log took what the service sent; `accepted`, below which offset a loss was accepted.
    """

    kind: ClassVar[str] = "marks"

    id: UUID = MARKS
    taken: dict[str, int] = field(default_factory=dict)
    accepted: dict[str, int] = field(default_factory=dict)


async def keep(service: Service) -> None:
    """Note how far the log is with what this process sends, for ever. Where nothing is sent nothing is written."""
    noted: dict[TopicPartition, int] = {}

    async def step() -> None:
        nonlocal noted
        ends = dict(service.sender.ends)
        if ends != noted and await note(service):
            noted = ends

    await service.loop("noting how far the log is", EVERY).forever(step)


async def note(service: Service) -> bool:
    """Note it now. False where another process of the service wrote at the same moment. Raises `Unavailable`."""
    stored = await _marks(service.store)
    taken = dict(stored.entity.taken)
    for (topic, number), end in service.sender.ends.items():
        taken[partition(topic, number)] = max(end, taken.get(partition(topic, number), 0))
    return taken == stored.entity.taken or await _write(service.store, stored, taken, stored.entity.accepted)


async def note_last(services: Iterable[Service]) -> None:
    """At the end of a process, when nothing is sent any more; a store that does not answer then is not waited for."""
    with suppress(TimeoutError, Unavailable):
        async with asyncio.timeout(LAST):
            await asyncio.gather(*map(note, services))


async def compare(services: Iterable[Service], called: Callable[[str], str], *, accept: bool) -> None:
    """Raises `Lost` if a store or the log is behind, `Unavailable` if one does not answer.

    `called` says what a person knows the store of a service, or the `log`, by. With `accept` a loss is logged as an error
    instead; what is missing by now is not asked about again.
    """
    faults: dict[str, str] = {}
    for service in services:
        before = await _marks(service.store)  # read first: what a process beside this one notes later is not compared
        found = {what: fault async for what, fault in _faults(service, before.entity)}
        if found and accept:
            log.error("a loss is accepted", extra={"service": service.name, **found})
            await _accept(service, before)
        faults |= {what: f"{called(what)} {fault}." for what, fault in found.items() if what not in faults}
    if faults and not accept:
        raise Lost(" ".join([*faults.values(), ADVICE]))


def must_be_whole(path: Path, *, accept: bool) -> None:
    """Raises `Lost` if a file of SQLite is gone and its write-ahead log is there: to open it anew would delete that too."""
    wal = path.with_name(f"{path.name}-wal")
    if not accept and _size(wal) and not _size(path):
        raise Lost(
            f"{path.absolute()} is gone or empty, and {wal.name} beside it still holds what was written last. {ADVICE}"
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


async def _faults(service: Service, marks: Marks) -> AsyncIterator[tuple[str, str]]:
    """What is behind (`log`, or the service's name), and by what it is seen."""
    if short := await _short(service, marks):
        yield "log", f"is gone, or older than the stores: {short}"
    if behind := await _unpublished(service, marks) or await _unheard(service, marks):
        there = "is older than the log" if await _holds_anything(service) else "is gone or empty, and the log is not"
        yield service.name, f"{there}: {behind}"


async def _short(service: Service, marks: Marks) -> str:
    """Where the log ends before what this service knows that it had."""
    for topic in _own(service):
        ends = await service.log.ends(topic.name)
        for number in range(topic.partitions):
            there, end = partition(topic.name, number), ends.get(number, 0)
            if end < marks.taken.get(there, 0):
                return f"{service.name} knows that {there} had {marks.taken[there]} records, and it has {end}"
    return ""


async def _unpublished(service: Service, marks: Marks) -> str:
    """An event on this service's topics that none of its documents has published."""
    for topic in _own(service):
        told = await _newest(service, topic, await service.log.ends(topic.name), marks)
        known: dict[UUID, int] = {}
        publishing = (each for each in service.definition.subjects if topic in each.publishes)
        for kind in (kind for subject in publishing for kind in subject.kinds):
            found = await _read(service.store, kind, [key for key in told if key not in known])
            known |= {key: stored.sequence if stored else told[key].sequence for key, stored in found.items()}
        for key, item in told.items():
            if known.get(key, 0) < sequence_of(item) and item.heard:
                return f"{topic.name} tells event {item.sequence} of {key}, and the store knows {known.get(key, 0)}"
    return ""


async def _unheard(service: Service, marks: Marks) -> str:
    """An event that this service's group is done with and that its mirror has not heard."""
    for topic, mirror in service.definition.mirrors.items():
        told = await _newest(service, topic, await service.log.committed(service.name, topic.name), marks)
        notes = await _read(service.store, mirror, list(told))
        for key, item in told.items():
            note, readable = notes.get(key), key not in notes or notes[key]
            heard = reached(note, key)
            if heard < sequence_of(item) and item.heard and readable and not _waits(note, item):
                return f"it is done with event {item.sequence} of {key} on {topic.name}, and has heard {heard}"
    return ""


def _waits(note: Stored[Any] | None, item: Item) -> bool:
    """The mirror says itself that it is behind with this record."""
    behind: Behind | None = note.behind if note else None
    return behind is not None and behind.first <= item.record.offset <= behind.to


async def _newest(service: Service, topic: Topic, ends: Mapping[int, int], marks: Marks) -> dict[UUID, Item]:
    """Of each key among the newest records below `ends` the highest event, by what its headers say."""

    async def tail(number: int, start: int, end: int) -> list[Item]:
        return [Item(record) async for record in service.log.read(topic.name, number, start, end)]

    found: dict[UUID, Item] = {}
    accepted = ((n, end, marks.accepted.get(partition(topic.name, n), 0)) for n, end in ends.items())
    parts = ((n, max(0, end - NEWEST, loss), end) for n, end, loss in accepted)
    for items in await asyncio.gather(*(tail(*part) for part in parts if part[1] < part[2])):
        for item in items:
            if item.key and (item.key not in found or sequence_of(item) > sequence_of(found[item.key])):
                found[item.key] = item
    return found


def sequence_of(item: Item) -> int:
    """As the header says, 0 where it does not: most records need not be decoded for it."""
    text = dict(item.record.headers).get("ce_sequence", b"")
    return int(text) if text.isdigit() and len(text) < 19 else 0


async def _read(store: Store, kind: type[Any], keys: list[UUID]) -> dict[UUID, Stored[Any] | None]:
    """The documents that exist; None for one that cannot be read, so that nobody can say how far it is."""
    try:
        return {**await store.get_many(kind, keys)}
    except Unreadable as bad:
        return {**bad.rest, **{keys[place]: None for place in bad.faults}}


async def _holds_anything(service: Service) -> bool:
    kinds = [*service.definition.kinds, *service.definition.mirrors.values()]
    return any([await service.store.count(kind, {}) for kind in kinds])


async def _accept(service: Service, before: Stored[Marks]) -> None:
    """What is there now is the beginning. Of several processes one writes it, and that will do."""
    topics: Sequence[Topic] = [*_own(service), *service.definition.mirrors]
    ends = {topic.name: await service.log.ends(topic.name) for topic in topics}
    now = {partition(topic, number): end for topic, all_ in ends.items() for number, end in all_.items()}
    await _write(service.store, before, {}, now)


def _own(service: Service) -> list[Topic]:
    return [topic for topic in TOPICS if topic.publisher == service.name]


def partition(topic: str, number: int) -> str:
    """What a partition is called in `Marks`."""
    return f"{topic}/{number}"


async def _marks(store: Store) -> Stored[Marks]:
    try:
        return await store.get(Marks, MARKS) or Stored(Marks())
    except Unreadable:
        return Stored(Marks())


async def _write(store: Store, before: Stored[Marks], taken: dict[str, int], accepted: dict[str, int]) -> bool:
    [outcome] = await store.commit([replace(before, entity=Marks(taken=taken, accepted=accepted))])
    return isinstance(outcome, Committed)
