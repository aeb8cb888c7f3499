"""Records of one key as a test wants them to arrive, and how far the one who hears them came."""

from dataclasses import replace
from uuid import UUID

import orjson

from shared.contracts.gatherings import CapacityChanged
from shared.flow.service import Service
from shared.log import ProducerRecord
from tests.flow.toy import NOON, Tally
from tests.world.crash import World, nth
from tests.world.records import published


def event(key: UUID, sequence: int, id: UUID | None = None) -> ProducerRecord:
    """The record that the counting service would publish."""
    body = CapacityChanged(gathering=key, capacity={"n": sequence})
    return published(key, sequence, body, id or nth(5000 + sequence), NOON)


def poisoned(key: UUID, sequence: int) -> ProducerRecord:
    """As `event`, with data that no reader can decode."""
    return replace(event(key, sequence), value=b'{"gathering": ')


def structured(record: ProducerRecord) -> ProducerRecord:
    """The same in CloudEvents' structured mode, whose headers do not tell the sequence."""
    attributes = {name.removeprefix("ce_"): text.decode() for name, text in record.headers if name.startswith("ce_")}
    value = orjson.dumps(attributes | {"data": orjson.loads(record.value or b"null")})
    return replace(record, value=value, headers=(("content-type", b"application/cloudevents+json"),))


async def numbers(world: World, key: UUID) -> list[int]:
    stored = await world.stores["minutes"].get(Tally, key)
    return stored.entity.numbers if stored else []


async def heard(world: World) -> Service:
    """A hearing service that has come to rest."""
    service = world.start("minutes")
    await world.settle()
    return service
