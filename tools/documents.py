"""Writes what is generated: `docs/events.md`, `docs/asyncapi.json`, `docs/map.md`, the frozen JSON Schemas, and a draft of
each golden file that is missing.

`python -m tools.documents` in a checkout writes; with `--check` it only tells what is stale. A frozen schema is
never written again: when an event has gained an optional field, its schema is frozen beside the older one, as `<type>.r2.json`.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from shared.contracts.event import Event, Topic
from shared.contracts.registry import EVENTS, TOPICS
from tools import golden as drafts
from tools.map import map_md
from tools.schemas import HEADERS, TOMBSTONE, asyncapi, json_schema, published

ROOT = Path(__file__).parents[1]
SCHEMAS = Path("shared/contracts/schemas")
CONSUMERS = Path("docs/consumers")
GOLDEN = drafts.GOLDEN

_ENTERS = re.compile(r"Enters \*(\w+)\*(?: or \*(\w+)\*)?(?: of the (\w+))?(?: from \*(\w+)\*)?")

_CLEANUP = {
    "kept": "kept for ever; apply exactly the next sequence",
    "state": "kept 90 days; each record is whole state, the newest wins",
    "compact": "compacted; the newest of each key, a tombstone erases",
}

_INTRODUCTION = """\
# Events

*Generated from `shared/contracts` by `python -m tools.documents`; do not edit.*

All that passes between the services of Plenary is on these topics, and any other consumer reads them with the same
contract. For programs: [`asyncapi.json`](asyncapi.json), and a JSON Schema for each event in `shared/contracts/schemas`.

## How to consume

Every record is a [CloudEvent 1.0](https://cloudevents.io) in binary mode: the value is the data as JSON, all else stands in
headers. The key is the id of the aggregate (UUID as text), and the partition follows from it by Kafka's default partitioner.

    kcat -b localhost:9092 -C -t plenary.registrations -o beginning -f '%k %h\\n%s\\n'

Whole consumers that keep the rules below, in about twenty lines each, stand at [the end of the topics' table](#consumers).

1. **The same event may come twice** (delivery is at least once). Of each key remember the highest `ce_sequence` that you
   applied; what is not above it is done. The same sequence with another `ce_id` is a fork of the history: stop and ask.
2. **Order holds within a key only**, never between keys or topics. On topics that are *kept* apply exactly the next
   sequence: a hole means that its record is still to come. Where each record is whole state, the newest wins.
3. **Count every type of the topic**, also those that you ignore: the sequence runs through all of them.
4. **Ignore what you do not know**: fields, headers and types. Within a major version fields are only added, and only
   optional ones. A breaking change is a new type, published beside the old one for a time.
5. Acknowledge an offset after the effect is durable. A new group starts at the beginning: all of history is there.
6. Pass over a record whose key begins with `beat-`: it says nothing (it keeps a compacted topic's files rolling).

### Tombstones, and a reader that was long away

`plenary.people` holds the only personal data, and only the newest record of each person counts; sequences have holes. A
record without a value is a **tombstone**: the person is erased. Delete what you hold of that person, keep the id and the
`ce_sequence` of the tombstone, and ignore a later delivery of anything lower. Keep no copy elsewhere (logs, backups without a
term), or the erasure is not one.

Kafka removes a tombstone itself after some days (`delete.retention.ms`, 7 days as declared). **A reader that was away for
longer** may never see it: before it goes on, it reads the topic from the beginning to its present end, and erases everybody
whom it holds and did not meet there.
"""


_CONSUMERS = """\
## Consumers

The files are in [`docs/consumers`](consumers). `tests/infra/test_consumers.py` runs each as it stands beside an installation on
Apache Kafka 4.1.0 (with aiokafka 0.14, KafkaJS 2.2.4 on Node 20, kcat 1.7.1): they agree with each other and with the service's
own list, also after they were killed. To try one, `docker-compose.yml` with `deploy/kafka-local.yml` has a broker on
`127.0.0.1:9094`; the feed needs none.
"""


def _golden(root: Path) -> dict[str, dict[str, Any]]:
    """Every golden event, the draft of one that has no file yet, and the tombstone."""
    files = {name: root / GOLDEN / f"{name}.json" for name in (*EVENTS, TOMBSTONE)}
    return {
        name: json.loads(file.read_text("utf-8")) if file.exists() else drafts.event(EVENTS[name])
        for name, file in files.items()
    }


def entered(event: type[Event]) -> list[tuple[str, str, str]]:
    """What an event's docstring says that it enters: (thing, state, from which state or empty)."""
    thing = event.type.split(".")[0]
    return [
        (other or thing, state, origin)
        for first, second, other, origin in _ENTERS.findall(event.__doc__ or "")
        for state in (first, second)
        if state
    ]


def events_md(golden: Mapping[str, Mapping[str, Any]], root: Path = ROOT) -> str:
    """The page `docs/events.md`."""
    parts = [_INTRODUCTION, _headers_table(), _topics_table(), _CONSUMERS, *_consumers(root)]
    for topic in TOPICS:
        parts.append(
            f"## `{topic.name}`\n\n{_capital(topic.holds)}. Published by {topic.publisher}; {_CLEANUP[topic.cleanup]}.\n"
        )
        parts += [_event(event, golden[event.type]) for event in published(topic)]
        if topic.cleanup == "compact":
            parts.append("### Tombstone\n\nThe person is erased.\n\n" + _example(golden[TOMBSTONE]))
    return "\n".join(parts)


def _consumers(root: Path) -> Iterator[str]:
    for name, title, language in (
        ("consumer.py", "Python: aiokafka", "python"),
        ("consumer.sh", "A shell: kcat", "sh"),
        ("consumer.mjs", "JavaScript: KafkaJS", "js"),
        ("feed.py", "Without a broker: the feed over HTTP", "python"),
    ):
        yield f"### {title}\n\n```{language}\n{(root / CONSUMERS / name).read_text('utf-8')}```\n"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _headers_table() -> str:
    rows = [f"| `{name}` | {says} |" for name, (says, _) in HEADERS.items()]
    return "\n".join(["### Headers", "", "| header | says |", "|---|---|", *rows, ""])


def _topics_table() -> str:
    rows = [
        f"| [`{t.name}`](#{t.name.replace('.', '')}) | {_keys(t)} | {t.publisher} | {t.partitions} | {_CLEANUP[t.cleanup]} |"
        for t in TOPICS
    ]
    return "\n".join(
        [
            "## Topics",
            "",
            "| topic | key: the id of the | publisher | partitions | cleanup |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _keys(topic: Topic) -> str:
    things = dict.fromkeys(event.type.split(".")[0] for event in published(topic))
    return " or ".join(things)


def _event(event: type[Event], golden: Mapping[str, Any]) -> str:
    says = " ".join((event.__doc__ or "").split())
    schema = json_schema(event)
    required = schema.get("required", [])
    rows = [
        f"| `{name}` | {_form(field, schema)} | {'' if name in required else 'optional'} |"
        for name, field in schema["properties"].items()
    ]
    table = "\n".join(["| field | form | |", "|---|---|---|", *rows])
    return f"### `{event.type}`\n\n**{event.__name__}**. {says}\n\n{table}\n\n{_example(golden)}"


def _example(golden: Mapping[str, Any]) -> str:
    return f"<details><summary>Example</summary>\n\n```json\n{drafts.as_json(golden)}```\n\n</details>\n"


def _form(field: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    if "$ref" in field:
        within = schema["$defs"][field["$ref"].rsplit("/", 1)[1]]
        inner = ", ".join(f"`{name}` {_form(each, schema)}" for name, each in within["properties"].items())
        return f"{{{inner}}}"
    if "anyOf" in field:
        return " or ".join(_form(each, schema) for each in field["anyOf"])
    if "enum" in field or "const" in field:
        return ", ".join(f"`{value}`" for value in field.get("enum", [field.get("const")]))
    if field["type"] == "array":
        return f"list of {_form(field['items'], schema)}"
    if field["type"] == "object":
        return f"text -> {_form(field['additionalProperties'], schema)}"
    named = {"uuid": "UUID", "date-time": "time (RFC 3339)"}
    return str(named.get(field.get("format", ""), field["type"]))


def frozen(type: str, root: Path = ROOT) -> list[Path]:
    """The schemas frozen for an event, oldest first."""
    later = sorted((root / SCHEMAS).glob(f"{type}.r*.json"), key=lambda path: int(path.stem.rsplit(".r", 1)[1]))
    first = root / SCHEMAS / f"{type}.json"
    return [first, *later] if first.exists() else []


def unworded(schema: Any) -> Any:
    """A schema without titles and descriptions, whose wording may change, nor the order in which it says what is required.

    (A field may be called `title`: it is no text.)
    """
    if isinstance(schema, list):
        return [unworded(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    said = {name for name in ("title", "description") if isinstance(schema.get(name), str)}
    needed = {"required": sorted(schema["required"])} if isinstance(schema.get("required"), list) else {}
    return {name: unworded(each) for name, each in schema.items() if name not in said} | needed


def stale(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """Each file that is not as it should be, and what should stand in it."""
    golden = _golden(root)
    yield from drafts.missing(root)
    pages = {
        "events.md": events_md(golden, root),
        "asyncapi.json": drafts.as_json(asyncapi(golden)),
        "map.md": map_md(),
    }
    for name, text in pages.items():
        path = root / "docs" / name
        if not path.exists() or path.read_text("utf-8") != text:
            yield path, text
    for event in EVENTS.values():
        schema, there = json_schema(event), frozen(event.type, root)
        if not there:
            yield root / SCHEMAS / f"{event.type}.json", drafts.as_json(schema)
        elif unworded(json.loads(there[-1].read_text("utf-8"))) != unworded(schema):
            yield root / SCHEMAS / f"{event.type}.r{len(there) + 1}.json", drafts.as_json(schema)


def main(check: bool) -> int:
    """Write what is stale, or tell it; the exit code."""
    found = list(stale())
    for path, text in found:
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        sys.stdout.write(f"{'stale' if check else 'written'}: {path.relative_to(ROOT)}\n")
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
