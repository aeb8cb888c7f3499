"""A value for each form that a JSON schema knows, full and the same every time: golden files are drafted with them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

FORMATS = {
    "date-time": "2030-03-21T08:30:00.000000Z",
    "date": "2030-03-21",
    "time": "09:30:00",
    "duration": "P1DT2H",
    "binary": "text",
}

Schema = Mapping[str, Any]


def known(name: str) -> UUID:
    """The same id for the same name."""
    return uuid5(UUID(int=0), name)


def value(schema: Schema, defs: Schema, name: str) -> Any:
    """What fits a JSON schema, as full as can be. `name` is where it stands."""
    if "$ref" in schema:
        return value(defs[schema["$ref"].rsplit("/", 1)[1]], defs, name)
    if "anyOf" in schema or "oneOf" in schema:
        forms = schema.get("anyOf") or schema["oneOf"]
        return value(next((form for form in forms if form.get("type") not in {"null", "number"}), forms[0]), defs, name)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    return _plain(schema, defs, name)


def _plain(schema: Schema, defs: Schema, name: str) -> Any:
    match schema.get("type"):
        case "object" if "properties" in schema:
            return {field: value(inner, defs, f"{name}.{field}") for field, inner in schema["properties"].items()}
        case "object":
            inner = schema.get("additionalProperties")
            return {_key(schema, name): value(inner if isinstance(inner, dict) else {}, defs, f"{name}.*")}
        case "array" if "prefixItems" in schema:
            return [value(inner, defs, f"{name}.{n}") for n, inner in enumerate(schema["prefixItems"])]
        case "array":
            return [value(schema.get("items", {}), defs, f"{name}.0")]
        case "integer" | "number":
            return schema.get("minimum", 3)
        case "boolean":
            return True
        case _:
            return _text(schema, name)


def _text(schema: Schema, name: str) -> str:
    if schema.get("format") == "uuid":
        return str(known(name))
    if "pattern" in schema:  # of a decimal
        return "1.50"
    return FORMATS.get(schema.get("format", ""), name.rsplit(".", 1)[-1])


def _key(schema: Schema, name: str) -> str:
    names = schema.get("propertyNames", {})
    return str(known(f"{name}.key")) if names.get("format") == "uuid" else str(names.get("enum", ["en"])[0])
