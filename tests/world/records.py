"""Records as another service publishes them, and as they are read."""

from datetime import datetime
from uuid import UUID, uuid5

from shared.contracts import Event, Record
from shared.contracts.people import PEOPLE
from shared.contracts.registry import TOPICS
from shared.flow import cloudevents
from shared.log import ConsumerRecord, EventLog, ProducerRecord
from shared.store import Outgoing
from tests.world.facts import MORNING


def published(
    key: UUID, sequence: int, event: Event | None, id: UUID | None = None, at: datetime = MORNING
) -> ProducerRecord:
    """What registration sends; None is the tombstone of a person. The same each time, unless it is given another id."""
    topic = event.topic if event else PEOPLE
    data = event.model_dump_json().encode() if event else None
    entry = Outgoing(sequence, id or uuid5(key, f"{sequence}"), event.type if event else "", at, data)
    return cloudevents.encode("registration", topic.name, key, entry)


def record(key: UUID, sequence: int, event: Event, at: datetime = MORNING) -> Record:
    """The same, as it is heard."""
    id, topic = uuid5(key, f"{sequence}"), event.topic.name
    return Record(id=id, at=at, type=event.type, topic=topic, key=key, sequence=sequence, event=event)


async def everything(log: EventLog, *topics: str) -> list[ConsumerRecord]:
    """All that lies on the log, topic by topic (of these, or of all)."""
    return [
        record
        for topic in topics or [topic.name for topic in TOPICS]
        for partition, end in (await log.ends(topic)).items()
        if end
        async for record in log.read(topic, partition)
    ]


async def correlations(log: EventLog) -> set[str]:
    """The correlation id of every event that lies on the log."""
    return {message.correlation for record in await everything(log) if (message := cloudevents.decode(record))}


def copy(record: ConsumerRecord) -> ProducerRecord:
    """The same record, to be appended again."""
    assert record.key is not None
    return ProducerRecord(record.topic, record.key, record.value, record.headers)
