"""The published language: golden events, frozen schemas, and documents that cannot lie."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import EnumType
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, create_model

from services.__main__ import SERVICES
from services.registration.letters.model import Letter
from shared.contracts.registry import EVENTS, TOPIC, TOPICS
from shared.flow.cloudevents import decode, encode
from shared.log import ConsumerRecord
from shared.store import Outgoing
from tests.contract.compatibility import breaks
from tools.documents import GOLDEN, ROOT, SCHEMAS, entered, frozen, stale, unworded
from tools.schemas import BEAT, HEADERS, TOMBSTONE, asyncapi, json_schema, published

FILES = sorted((ROOT / GOLDEN).glob("*.json"))


def states() -> dict[str, set[str]]:
    """Thing -> the states of its model; of a mirror all but the first, which is so before anything happened.

    Work that takes long (a job) is the service's own business, and so is the register of letters: nobody else is told of it.
    """
    found: dict[str, set[str]] = {}
    for service in SERVICES.values():
        for kind in (*service.kinds, *service.mirrors.values()):
            if kind.__name__.endswith("Job") or kind is Letter:
                continue
            for thing, enum in (*states_of(kind), *(way for part in parts(kind) for way in states_of(part))):
                found[thing] = {*enum} if kind in service.kinds else {*[*enum][1:]}
    return found


def states_of(kind: type[Any]) -> Iterator[tuple[str, EnumType]]:
    """What a thing is called, and its states."""
    hint = get_type_hints(kind).get("state")
    for enum in (each for each in (hint, *get_args(hint)) if isinstance(each, EnumType)):
        yield re.sub(r"(?<=.)(?=[A-Z])", "-", kind.__name__).lower(), enum


def parts(kind: type[Any]) -> Iterator[type[Any]]:
    """What a document holds several of, that have ids of their own, as a final statement its amendments."""
    for hint in get_type_hints(kind).values():
        if get_origin(hint) is list:
            yield from (each for each in get_args(hint) if "id" in getattr(each, "__annotations__", {}))


def golden(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def as_record(content: dict[str, Any]) -> ConsumerRecord:
    headers = tuple((name, text.encode()) for name, text in content["headers"].items())
    value = None if content["data"] is None else json.dumps(content["data"]).encode()
    return ConsumerRecord(content["topic"], 0, 0, content["key"].encode(), value, headers, datetime.now(UTC))


def test_each_event_has_its_golden_file() -> None:
    assert {path.stem for path in FILES} >= EVENTS.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_event_is_decoded_and_says_the_same_when_written_again(path: Path) -> None:
    content = golden(path)
    record = decode(as_record(content))
    assert record.topic in TOPIC
    data = None
    if content["data"] is not None:
        assert record.event is not None, "the type is not known any more"
        data = record.event.model_dump_json().encode()
        assert json.loads(data).items() >= content["data"].items()
    entry = Outgoing(
        record.sequence,
        record.id,
        record.type,
        record.at,
        data,
        record.correlation,
        record.causation,
        record.traceparent,
    )
    again = encode(content["headers"]["ce_source"].removeprefix("/"), record.topic, record.key, entry)
    assert {name: text.decode() for name, text in again.headers} == content["headers"]
    assert again.key == str(UUID(content["key"])).encode()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_event_has_the_headers_that_are_documented(path: Path) -> None:
    headers = golden(path)["headers"].keys()
    assert headers <= HEADERS.keys()
    assert headers >= {name for name, (_, always) in HEADERS.items() if always}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_event_fits_every_schema_frozen_for_its_type(path: Path) -> None:
    content = golden(path)
    for schema in frozen(content["headers"].get("ce_type", "")):
        Draft202012Validator(golden(schema)).validate(content["data"])


def test_every_schema_ever_frozen_is_still_kept_to() -> None:
    types = {re.sub(r"\.r\d+$", "", path.stem) for path in (ROOT / SCHEMAS).glob("*.json")}
    assert types == EVENTS.keys()
    found = {
        f"{path.name}: {what}"
        for type, event in EVENTS.items()
        for path in frozen(type)
        for what in breaks(golden(path), json_schema(event))
    }
    assert not found


def test_documents_and_schemas_are_fresh() -> None:
    assert [str(path) for path, _ in stale()] == [], "run: python -m tools.documents"


def test_each_state_is_entered_by_exactly_one_event() -> None:
    ways = Counter(way for event in EVENTS.values() for way in entered(event))
    assert [way for way, events in ways.items() if events > 1] == []
    assert {(thing, state) for thing, state, _ in ways} == {
        (t, state) for t, all_ in states().items() for state in all_
    }
    # A seat is taken at once or, later, from the waiting list. That state has two events, one for each way in.
    twice = Counter((thing, state) for thing, state, _ in ways)
    assert {way for way, events in twice.items() if events > 1} == {("registration", "confirmed")}


def test_each_event_says_in_one_line_what_happened() -> None:
    for event in EVENTS.values():
        assert event.__doc__, event
        assert event.__doc__ != event.__bases__[0].__doc__, event


def test_events_of_domain_topics_carry_no_personal_data() -> None:
    """A list of names is a weak guard, but it catches the thoughtless addition."""
    personal = {"name", "email", "phone", "address", "given_name", "family_name", "passport", "birth", "language"}
    for event in EVENTS.values():
        if event.topic.cleanup != "compact" and not event.type.startswith(("organization.", "body.")):
            assert not personal & event.model_fields.keys(), event


def test_types_and_topics_are_named_by_the_rule() -> None:
    for event in EVENTS.values():
        thing, past, version = event.type.split(".")
        assert thing
        assert past == past.lower()
        assert version[0] == "v"
        assert version[1:].isdigit()
    assert sorted(event.type for topic in TOPICS for event in published(topic)) == sorted(EVENTS)


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def test_the_asyncapi_document_is_whole() -> None:
    document = asyncapi({path.stem: golden(path) for path in FILES})
    assert document["asyncapi"] == "3.1.0"
    assert set(document["channels"]) == set(TOPIC)
    for reference in references(document):
        target: Any = document
        for step in reference.removeprefix("#/").split("/"):
            target = target[step]
        assert target
    spoken = [message for name, message in document["components"]["messages"].items() if name != BEAT]
    for message in spoken:
        [example] = message["examples"]
        within = {"components": document["components"]}
        Draft202012Validator(within | message["payload"]).validate(example["payload"])
        Draft202012Validator(within | message["headers"]).validate(example["headers"])


def test_every_channel_says_where_it_is_whose_it_is_and_how_it_is_read() -> None:
    document = asyncapi({path.stem: golden(path) for path in FILES})
    tags = {tag["name"] for tag in document["info"]["tags"]}
    for name, channel in document["channels"].items():
        operation = document["operations"][f"publish.{name}"]
        assert channel["servers"]
        assert {tag["name"] for tag in (*channel["tags"], *operation["tags"])} <= tags
        assert "At least once" in operation["description"]
        assert ({TOMBSTONE, BEAT} <= {*channel["messages"]}) == (TOPIC[name].cleanup == "compact")


class _Inner(BaseModel):
    n: int


class _Old(BaseModel):
    id: UUID
    kind: str = "a"
    inner: _Inner
    many: list[_Inner] = []
    counts: dict[str, int] = {}
    maybe: int | None = None


OLD = _Old.model_json_schema()


def changed(**fields: Any) -> dict[str, Any]:
    """The schema of `_Old` with fields (annotation, default) added or replaced; one of `(None,)` is left out."""
    asked: dict[str, Any] = {
        name: (field.annotation, ... if field.is_required() else field.default)
        for name, field in _Old.model_fields.items()
    }
    for name, (annotation, *default) in fields.items():
        asked[name] = (annotation, default[0] if default else ...)
    model = create_model("_Old", **{name: field for name, field in asked.items() if field[0] is not None})
    return model.model_json_schema()


class _InnerMore(BaseModel):
    n: int
    note: str = ""


class _InnerLess(BaseModel):
    note: str = ""


def test_the_same_schema_breaks_nothing() -> None:
    assert breaks(OLD, changed()) == []
    assert breaks(OLD, {**OLD, "title": "New", "description": "In other words."}) == []


@pytest.mark.parametrize(
    "new",
    [
        changed(added=(str, "")),
        changed(added=(int | None, None)),
        changed(title=(dict[str, str], {})),
        changed(inner=(_InnerMore,)),
        changed(many=(list[_InnerMore], [])),
    ],
)
def test_an_optional_addition_breaks_nothing(new: dict[str, Any]) -> None:
    assert breaks(OLD, new) == []


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (changed(added=(str,)), "/added: is required now"),
        (changed(kind=(None,)), "/kind: is gone"),
        (changed(id=(str,)), "/id: format"),
        (changed(id=(UUID | None,)), "/id"),
        (changed(id=(UUID, None)), "/id: may be missing now"),
        (changed(kind=(str,)), "/kind: is required now"),
        (changed(kind=(str, "b")), "/kind: default"),
        (changed(kind=(int, 0)), "/kind: type"),
        (changed(inner=(_InnerLess,)), "/inner/n: is gone"),
        (changed(many=(list[_InnerLess], [])), "/many/*/n: is gone"),
        (changed(many=(list[int], [])), "/many/*: type"),
        (changed(counts=(dict[str, str], {})), "/counts/*: type"),
        (changed(maybe=(str | None, None)), "/maybe: type"),
        (changed(maybe=(int | str | None, None)), "/maybe: had 2 forms"),
    ],
)
def test_anything_else_breaks(new: dict[str, Any], told: str) -> None:
    assert any(what.startswith(told) for what in breaks(OLD, new)), breaks(OLD, new)


def test_a_field_called_title_is_not_taken_for_wording() -> None:
    schema = {"title": "T", "properties": {"title": {"type": "string", "title": "Title"}}}
    assert unworded(schema) == {"properties": {"title": {"type": "string"}}}
