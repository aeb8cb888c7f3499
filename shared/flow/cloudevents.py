"""Events as CloudEvents 1.0 on the log: binary mode written, structured mode understood too.

Source: the CloudEvents specification 1.0.2 and its Kafka protocol binding. `sequence`, `correlationid` and `causationid`
are extension attributes; `traceparent` is the header of W3C Trace Context. A tombstone (a record without a value) carries
the attributes of its event without a type: nothing is said but that the key is erased.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from pydantic import ValidationError

from shared.contracts import Event, Record
from shared.contracts.registry import EVENTS, schema_uri
from shared.errors import Invalid
from shared.log import ConsumerRecord, Headers, ProducerRecord
from shared.store import Outgoing

STRUCTURED = "application/cloudevents+json"


def encode(source: str, topic: str, key: UUID, entry: Outgoing) -> ProducerRecord:
    """The record that publishes `entry` of the aggregate `key`; without data it is a tombstone."""
    attributes = {
        "ce_specversion": "1.0",
        "ce_id": str(entry.id),
        "ce_type": entry.type,
        "ce_source": f"/{source}",
        "ce_time": entry.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "ce_subject": str(key),
        "ce_dataschema": schema_uri(entry.type) if entry.type else "",
        "content-type": "application/json" if entry.data is not None else "",
        "ce_sequence": str(entry.sequence),
        "ce_correlationid": entry.correlation,
        "ce_causationid": entry.causation,
        "traceparent": entry.traceparent,
    }
    headers: Headers = tuple((name, text.encode()) for name, text in attributes.items() if text)
    return ProducerRecord(topic, str(key).encode(), entry.data, headers)


def decode(record: ConsumerRecord) -> Record:
    """The event that a record carries. Raises `Invalid` with the reason, which never quotes the data.

    The attributes that Plenary needs are id and sequence, and type unless it is a tombstone; a type that this reader does
    not know is no error. Without a time the record's own is taken.
    """
    attributes, data = _parts(record)
    type = attributes.get("type", "")
    if (version := attributes.get("specversion")) != "1.0":
        raise Invalid(f"The record is no CloudEvent of version 1.0 (ce_specversion is {version!r}).")
    if record.value is not None and not type:
        raise Invalid("The record has no event type (ce_type).")
    return Record(
        id=_uuid("ce_id", attributes.get("id", "")),
        at=_time(attributes["time"]) if "time" in attributes else record.at,
        correlation=attributes.get("correlationid", ""),
        traceparent=attributes.get("traceparent", ""),
        type=type if record.value is not None else "",
        topic=record.topic,
        key=_uuid("key", _text("key", record.key or b"")),
        sequence=_sequence(attributes.get("sequence", "")),
        event=_event(type, record.topic, data) if record.value is not None else None,
        causation=attributes.get("causationid", ""),
    )


def _parts(record: ConsumerRecord) -> tuple[Mapping[str, str], bytes]:
    """The attributes by name, and the data as JSON."""
    headers = {name.lower(): _text(name, value) for name, value in record.headers}
    if record.value is not None and headers.get("content-type", "").startswith(STRUCTURED):
        return _structured(record.value)
    attributes = {name.removeprefix("ce_"): text for name, text in headers.items() if name.startswith("ce_")}
    if "traceparent" in headers:
        attributes["traceparent"] = headers["traceparent"]
    return attributes, record.value or b""


def _structured(value: bytes) -> tuple[Mapping[str, str], bytes]:
    try:
        envelope: Any = orjson.loads(value)
        data = orjson.dumps(envelope.pop("data", None))
    except (ValueError, TypeError, AttributeError):  # not JSON, nested too deep, no object
        raise Invalid("The structured CloudEvent is not a JSON object.") from None
    return {name: str(value) for name, value in envelope.items() if value is not None}, data


def _event(type: str, topic: str, data: bytes) -> Event | None:
    known = EVENTS.get(type)
    if known is None:
        return None
    if known.topic.name != topic:
        raise Invalid(f"An event {type} belongs to {known.topic.name}, not to {topic}.")
    try:
        return known.model_validate_json(data)
    except ValidationError as error:
        where = [".".join(map(str, fault["loc"])) or "(all)" for fault in error.errors(include_input=False)]
        raise Invalid(f"The data are not those of {type}: {', '.join(where[:10])}.") from None


def _text(name: str, value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        raise Invalid(f"{name} is not UTF-8 text.") from None


def _uuid(name: str, text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Invalid(f"{name} is not a UUID.") from None


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        if at.tzinfo is not None:
            return at.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise Invalid("ce_time is not a time of RFC 3339.")


def _sequence(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 19 and int(text) > 0):
        raise Invalid("ce_sequence is not a number from 1.")
    return int(text)
