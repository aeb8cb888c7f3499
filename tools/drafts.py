"""A first golden file for an event that has none: every field with a value of its form, for somebody to say better."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from shared.contracts.event import Event
from shared.contracts.registry import schema_uri
from tools.schemas import json_schema

_SPACE = UUID("5b1c9a52-0d3e-4a53-9d0c-6f0a5f0e9c11")
_TIME = "2031-02-11T08:00:00Z"
_TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def draft(event: type[Event]) -> dict[str, Any]:
    """The golden file of an event: topic, key, headers and data. The same every time."""
    schema = json_schema(event)
    data = {name: _value(name, field, schema) for name, field in schema["properties"].items()}
    key = data.get(event.type.partition(".")[0], str(uuid5(_SPACE, event.type)))
    headers = {
        "ce_specversion": "1.0",
        "ce_id": str(uuid5(_SPACE, f"{event.type}/id")),
        "ce_type": event.type,
        "ce_source": f"/{event.topic.publisher}",
        "ce_time": _TIME,
        "ce_subject": key,
        "ce_dataschema": schema_uri(event.type),
        "content-type": "application/json",
        "ce_sequence": "1",
        "ce_correlationid": "2031-02-11-request-1",
        "traceparent": _TRACE,
    }
    return {"topic": event.topic.name, "key": key, "headers": headers, "data": data}


def _value(name: str, field: Mapping[str, Any], schema: Mapping[str, Any]) -> Any:
    if "$ref" in field:
        return _value(name, schema["$defs"][field["$ref"].rpartition("/")[2]], schema)
    if "anyOf" in field:
        return _value(name, field["anyOf"][0], schema)
    if "enum" in field or "const" in field:
        return field.get("enum", [field.get("const")])[0]
    if field.get("type") in {"object", "array"}:
        return _many(name, field, schema)
    plain = {"integer": field.get("minimum", 1), "number": field.get("minimum", 1), "boolean": True}
    return plain.get(field.get("type", ""), _text(name, field.get("format", "")))


def _many(name: str, field: Mapping[str, Any], schema: Mapping[str, Any]) -> Any:
    """One of each; a text by language is in English."""
    if "properties" in field:
        return {inner: _value(inner, each, schema) for inner, each in field["properties"].items()}
    if "additionalProperties" in field:
        return {"en": _value(name, field["additionalProperties"], schema)}
    return [_value(name, field["items"], schema)]


def _text(name: str, form: str) -> str:
    texts = {"uuid": str(uuid5(_SPACE, name)), "date-time": _TIME, "date": _TIME[:10]}
    return texts.get(form, name.replace("_", " ").capitalize())
