"""The machine-readable contracts, made from the event classes: a JSON Schema for each event, one AsyncAPI document for all."""

from collections.abc import Mapping
from typing import Any

from shared.contracts.event import Event, Topic
from shared.contracts.registry import EVENTS, TOPICS, schema_uri

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_KAFKA = {
    "kept": {"cleanup.policy": ["delete"], "retention.ms": -1},
    "state": {"cleanup.policy": ["delete"], "retention.ms": 90 * 24 * 60 * 60 * 1000},
    "compact": {"cleanup.policy": ["compact"]},
}

_HOW = {
    "kept": "At least once, in order within a key. Kept for ever: of each key apply exactly the next `ce_sequence`, from 1.",
    "state": "At least once, in order within a key. Each record is whole state, kept 90 days: the newest wins.",
    "compact": "At least once. Of each key the newest `ce_sequence` counts; a tombstone erases; pass over beats.",
}

TOMBSTONE = "plenary.people.tombstone"
"""The message that erases a person, and the name of its golden file."""

BEAT = "beat"

SERVERS = {
    "compose": {
        "host": "127.0.0.1:9094",
        "protocol": "kafka",
        "protocolVersion": "4.1.0",
        "description": "The broker of `docker-compose.yml` with `deploy/kafka-local.yml`. An operator's own Kafka "
        "(`PLENARY_EVENTS_URL`) stands in its place; it says itself how one signs in.",
        "tags": [{"name": "local"}],
    }
}

HEADERS: Mapping[str, tuple[str, bool]] = {
    "ce_specversion": ("always `1.0`", True),
    "ce_id": ("the event's id (UUID): the same event sent again has the same", True),
    "ce_type": ("what happened, with the major version; absent of a tombstone", False),
    "ce_source": ("the service that published it, e.g. `/registration`", True),
    "ce_time": ("when it happened, as the command said it (UTC)", True),
    "ce_subject": ("the record's key again: the id of the aggregate", True),
    "ce_dataschema": ("the name of the data's JSON Schema, `urn:plenary:schema:<type>`", False),
    "content-type": ("`application/json`; absent of a tombstone", False),
    "ce_sequence": (
        "the event's place among those of its key, from 1, without holes (compact topics: with holes)",
        True,
    ),
    "ce_correlationid": ("one id from the first request to the last mail", False),
    "ce_causationid": ("the id of the event that caused it; absent where none did", False),
    "traceparent": ("W3C Trace Context of the first request; absent where it brought none", False),
}
"""Header -> what it says, and whether every record has it."""


def json_schema(event: type[Event], *, definitions: str = "#/$defs/") -> dict[str, Any]:
    """The schema of an event's data. Fields with a default may be missing; fields that it does not name are ignored."""
    schema = event.model_json_schema(ref_template=definitions + "{model}")
    return {"$schema": _DRAFT, "$id": schema_uri(event.type), **schema}


def published(topic: Topic) -> list[type[Event]]:
    """The events of a topic, in the order in which the contracts declare them."""
    return [event for event in EVENTS.values() if event.topic == topic]


def asyncapi(examples: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The AsyncAPI 3.1 document; `examples` are the golden files by event type, and of the tombstone by its own name."""
    schemas: dict[str, Any] = {}
    messages = {event.type: _message(event, examples[event.type], schemas) for event in EVENTS.values()}
    messages |= {TOMBSTONE: _tombstone(examples[TOMBSTONE]), BEAT: _beat()}
    return {
        "asyncapi": "3.1.0",
        "info": {
            "title": "Plenary: events",
            "version": "1.0.0",
            "description": "What the services publish, as CloudEvents 1.0 in binary mode on Kafka. See events.md.",
            "license": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
            "tags": [{"name": name, "description": f"Published by {name}."} for name in _publishers()],
        },
        "servers": SERVERS,
        "defaultContentType": "application/json",
        "channels": {topic.name: _channel(topic) for topic in TOPICS},
        "operations": {f"publish.{topic.name}": _operation(topic) for topic in TOPICS},
        "components": {"messages": messages, "schemas": {**schemas, "headers": _headers()}},
    }


def _publishers() -> list[str]:
    return sorted({topic.publisher for topic in TOPICS})


def _names(topic: Topic) -> list[str]:
    """The messages of a topic: its events, and what else a compacted one carries."""
    return [*(event.type for event in published(topic)), *((TOMBSTONE, BEAT) if topic.cleanup == "compact" else ())]


def _channel(topic: Topic) -> dict[str, Any]:
    return {
        "address": topic.name,
        "description": f"{topic.holds}; published by {topic.publisher}",
        "servers": [{"$ref": f"#/servers/{name}"} for name in SERVERS],
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in _names(topic)},
        "tags": [{"name": topic.publisher}],
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions,
                "topicConfiguration": _KAFKA[topic.cleanup],
                "bindingVersion": "0.5.0",
            }
        },
    }


def _operation(topic: Topic) -> dict[str, Any]:
    channel = f"#/channels/{topic.name}"
    return {
        "action": "send",
        "title": f"{topic.publisher} publishes {topic.holds}",
        "description": _HOW[topic.cleanup],
        "channel": {"$ref": channel},
        "messages": [{"$ref": f"{channel}/messages/{name}"} for name in _names(topic)],
        "tags": [{"name": topic.publisher}],
    }


def _message(event: type[Event], example: Mapping[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    payload = event.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(payload.pop("$defs", {}))
    schemas[event.type] = payload
    return {
        "name": event.type,
        "title": event.__name__,
        "summary": payload["description"],
        "contentType": "application/json",
        "headers": {"$ref": "#/components/schemas/headers"},
        "payload": {"$ref": f"#/components/schemas/{event.type}"},
        "correlationId": {"location": "$message.header#/ce_correlationid"},
        "bindings": {"kafka": {"key": {"type": "string", "format": "uuid"}, "bindingVersion": "0.5.0"}},
        "examples": [{"name": event.type, "headers": example["headers"], "payload": example["data"]}],
    }


def _tombstone(example: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": TOMBSTONE,
        "title": "Tombstone",
        "summary": "A record without a value: the person is erased. Delete what you hold, keep the id and the sequence.",
        "headers": {"$ref": "#/components/schemas/headers"},
        "payload": {"type": "null"},
        "correlationId": {"location": "$message.header#/ce_correlationid"},
        "bindings": {"kafka": {"key": {"type": "string", "format": "uuid"}, "bindingVersion": "0.5.0"}},
        "examples": [{"name": TOMBSTONE, "headers": example["headers"], "payload": None}],
    }


def _beat() -> dict[str, Any]:
    return {
        "name": BEAT,
        "title": "Beat",
        "summary": "It says nothing, has no headers and belongs to nobody: it keeps the files of a compacted topic rolling.",
        "contentType": "text/plain",
        "payload": {"type": "string", "maxLength": 0},
        "bindings": {"kafka": {"key": {"type": "string", "pattern": "^beat-"}, "bindingVersion": "0.5.0"}},
    }


def _headers() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: {"type": "string", "description": says} for name, (says, _) in HEADERS.items()},
        "required": [name for name, (_, always) in HEADERS.items() if always],
    }
