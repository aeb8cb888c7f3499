"""Drafts the golden documents: of every kind of every service one as it is stored at its present schema, with every field set.

`python -m tools.golden` writes those that are missing into `tests/contract/golden/documents/<service>/<kind>.v<schema>.json`; one
that is there is never written again, since it stands for documents that were stored. (`--anew`, before a first release only.)
"""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from pydantic import TypeAdapter

from services import lineage
from services.minutes import SERVICE as MINUTES
from services.notifications import SERVICE as NOTIFICATIONS
from services.registration import SERVICE as REGISTRATION
from shared.flow.service import documents
from shared.store import Behind, Done, Heard, Outgoing, Refusal, Stored
from shared.store.codec import encode

ROOT = Path(__file__).parents[1]
GOLDEN = Path("tests/contract/golden/documents")
MARKS: type[Any] = lineage.Marks
KINDS = {
    (service.name, kind.kind): kind
    for service in (REGISTRATION, NOTIFICATIONS, MINUTES)
    for kind in (*documents(service), MARKS)
}
"""Service and kind -> the class."""

NOON = datetime(2030, 3, 21, 8, 30, tzinfo=UTC)
FORMATS = {
    "date-time": "2030-03-21T08:30:00.000000Z",
    "date": "2030-03-21",
    "time": "09:30:00",
    "duration": "P1DT2H",
    "binary": "text",
}

Schema = Mapping[str, Any]


def made(kind: type[Any], name: str) -> Any:
    """An entity of the kind, with every field set; the same every time."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    schema = adapter.json_schema()
    return adapter.validate_python(_value(schema, schema.get("$defs", {}), name))


def _id(name: str) -> UUID:
    return uuid5(UUID(int=0), name)


def _value(schema: Schema, defs: Schema, name: str) -> Any:
    """What fits a JSON schema, as full as can be. `name` is where it stands."""
    if "$ref" in schema:
        return _value(defs[schema["$ref"].rsplit("/", 1)[1]], defs, name)
    if "anyOf" in schema or "oneOf" in schema:
        forms = schema.get("anyOf") or schema["oneOf"]
        return _value(
            next((form for form in forms if form.get("type") not in {"null", "number"}), forms[0]), defs, name
        )
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    return _plain(schema, defs, name)


def _plain(schema: Schema, defs: Schema, name: str) -> Any:
    match schema.get("type"):
        case "object" if "properties" in schema:
            return {field: _value(inner, defs, f"{name}.{field}") for field, inner in schema["properties"].items()}
        case "object":
            inner = schema.get("additionalProperties")
            return {_key(schema, name): _value(inner if isinstance(inner, dict) else {}, defs, f"{name}.*")}
        case "array" if "prefixItems" in schema:
            return [_value(inner, defs, f"{name}.{n}") for n, inner in enumerate(schema["prefixItems"])]
        case "array":
            return [_value(schema.get("items", {}), defs, f"{name}.0")]
        case "integer" | "number":
            return schema.get("minimum", 3)
        case "boolean":
            return True
        case _:
            return _text(schema, name)


def _text(schema: Schema, name: str) -> str:
    if schema.get("format") == "uuid":
        return str(_id(name))
    if "pattern" in schema:  # of a decimal
        return "1.50"
    return FORMATS.get(schema.get("format", ""), name.rsplit(".", 1)[-1])


def _key(schema: Schema, name: str) -> str:
    names = schema.get("propertyNames", {})
    return str(_id(f"{name}.key")) if names.get("format") == "uuid" else str(names.get("enum", ["en"])[0])


def document(service: str, kind: type[Any]) -> dict[str, Any]:
    """A document of the kind as its store keeps it, the envelope full, too."""
    name = f"{service}.{kind.kind}"
    refusal = Refusal("conflict", "full", "There is no seat.", ({"field": "seat", "detail": "taken"},))
    stored = Stored(
        made(kind, name),
        version=2,
        sequence=4,
        heard={_id(f"{name}.upstream"): Heard(5, _id(f"{name}.event"))},
        outbox=(Outgoing(4, _id(f"{name}.sent"), "gathering.opened.v1", NOON, b'{"n":1}', "request", "cause", "00-1"),),
        recent=(
            Done(_id(f"{name}.command"), "body", 2, 1, NOON),
            Done(_id(f"{name}.refused"), "body", 3, 0, NOON, refusal),
        ),
        behind=Behind("plenary.gatherings", 1, 7, 9, NOON, "it is no JSON", 7, (8,)),
    )
    return encode(stored).whole


def missing(root: Path = ROOT, *, anew: bool = False) -> Iterator[tuple[Path, str]]:
    """Each golden document that is not there, and what should stand in it."""
    for (service, _), kind in KINDS.items():
        path = root / GOLDEN / service / f"{kind.kind}.v{1 + len(getattr(kind, 'lifts', ()))}.json"
        if anew or not path.exists():
            yield path, json.dumps(document(service, kind), ensure_ascii=False, indent=2) + "\n"


def main(*, anew: bool) -> None:
    """Write what is missing."""
    if anew:
        for path in (ROOT / GOLDEN).glob("*/*.json"):
            path.unlink()
    for path, text in missing(anew=anew):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        sys.stdout.write(f"written: {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main(anew="--anew" in sys.argv[1:])
