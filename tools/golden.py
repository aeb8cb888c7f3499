"""Drafts the golden files, with every field set: each event, and of every kind of document one as it is stored at its schema.

`make docs` writes those that are missing into `tests/contract/golden/`, events as `<type>.json`, documents as
`documents/<service>/<kind>.v<schema>.json`. One that is there is never written again: it stands for what was published or
stored. (`python -m tools.golden --anew` draws the documents anew, before a first release only.)
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from services import lineage
from services.__main__ import SERVICES
from shared.contracts.event import Event
from shared.contracts.registry import EVENTS, schema_uri
from shared.flow.service import documents
from shared.store import Behind, Done, Heard, Outgoing, Refusal, Stored
from shared.store.codec import encode
from tools.values import known, value

ROOT = Path(__file__).parents[1]
GOLDEN = Path("tests/contract/golden")
DOCUMENTS = GOLDEN / "documents"
MARKS: type[Any] = lineage.Marks
KINDS = {(service.name, kind.kind): kind for service in SERVICES.values() for kind in (*documents(service), MARKS)}
"""Service and kind -> the class."""

NOON = datetime(2030, 3, 21, 8, 30, tzinfo=UTC)


def made(kind: type[Any], name: str) -> Any:
    """An entity of the kind, with every field set; the same every time."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    schema = adapter.json_schema()
    return adapter.validate_python(value(schema, schema.get("$defs", {}), name))


def event(published: type[Event]) -> dict[str, Any]:
    """An event as it lies on the log: topic, key, headers and data."""
    type = published.type
    schema = published.model_json_schema()
    said = published.model_validate(value(schema, schema.get("$defs", {}), type))
    data: dict[str, Any] = json.loads(said.model_dump_json())
    key = data.get(type.partition(".")[0], str(known(type)))
    headers = {
        "ce_specversion": "1.0",
        "ce_id": str(known(f"{type}.id")),
        "ce_type": type,
        "ce_source": f"/{published.topic.publisher}",
        "ce_time": "2030-03-21T08:30:00Z",
        "ce_subject": key,
        "ce_dataschema": schema_uri(type),
        "content-type": "application/json",
        "ce_sequence": "1",
        "ce_correlationid": "2030-03-21-request-1",
        "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    }
    return {"topic": published.topic.name, "key": key, "headers": headers, "data": data}


def document(service: str, kind: type[Any]) -> dict[str, Any]:
    """A document of the kind as its store keeps it, the envelope full, too."""
    name = f"{service}.{kind.kind}"
    refusal = Refusal("conflict", "full", "There is no seat.", ({"field": "seat", "detail": "taken"},))
    stored = Stored(
        made(kind, name),
        version=2,
        sequence=4,
        heard={known(f"{name}.upstream"): Heard(5, known(f"{name}.event"))},
        outbox=(
            Outgoing(4, known(f"{name}.sent"), "gathering.opened.v1", NOON, b'{"n":1}', "request", "cause", "00-1"),
        ),
        recent=(
            Done(known(f"{name}.command"), "body", 2, 1, NOON),
            Done(known(f"{name}.refused"), "body", 3, 0, NOON, refusal),
        ),
        behind=Behind("plenary.gatherings", 1, 7, 9, NOON, "it is no JSON", 7, (8,)),
    )
    return encode(stored).whole


def missing(root: Path = ROOT, *, anew: bool = False) -> Iterator[tuple[Path, str]]:
    """Each golden file that is not there, and what should stand in it."""
    for type, published in EVENTS.items():
        path = root / GOLDEN / f"{type}.json"
        if not path.exists():
            yield path, as_json(event(published))
    for (service, _), kind in KINDS.items():
        path = root / DOCUMENTS / service / f"{kind.kind}.v{1 + len(getattr(kind, 'lifts', ()))}.json"
        if anew or not path.exists():
            yield path, as_json(document(service, kind))


def as_json(content: Any) -> str:
    """As it stands in a file."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Draw the golden documents anew."""
    for path in (ROOT / DOCUMENTS).glob("*/*.json"):
        path.unlink()
    for path, text in missing(anew=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        sys.stdout.write(f"written: {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    if sys.argv[1:] != ["--anew"]:
        sys.exit("python -m tools.golden --anew; what is missing is written by make docs")
    main()
