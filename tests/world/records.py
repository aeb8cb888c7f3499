"""Records as another service publishes them."""

from datetime import datetime
from uuid import UUID, uuid5

from shared.contracts import Event
from shared.contracts.people import PEOPLE
from shared.flow import cloudevents
from shared.log import ProducerRecord
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
