"""The JSON Schemas of events and of the OpenAPI documents as another implementation reads them: ajv, strict, with formats."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services import NAMES
from tests.clients.tools import CLIENTS, HERE, installed
from tools.documents import GOLDEN, SCHEMAS, frozen

pytestmark = installed

Judged = tuple[str, Any]
"""The name of a schema, and a value."""


def ajv(schemas: dict[str, Any], values: list[Judged]) -> tuple[dict[str, str], list[str]]:
    """Which schemas do not compile, and why; of each value what is wrong with it, empty if it is valid."""
    asked = json.dumps({"schemas": schemas, "values": values})
    command = ["node", str(HERE / "tests/clients/ajv.mjs")]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False, cwd=CLIENTS)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return told["refused"], told["judged"]


def broken(schema: dict[str, Any], data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is wrong, and the data with that: each field that must be there left out, each of a wrong type or no such format."""
    for name in schema.get("required", []):
        yield f"{name} is missing", {field: value for field, value in data.items() if field != name}
    for name, field in schema["properties"].items():
        if field:  # else anything may stand there
            yield f"{name} is half of something", {**data, name: 0.5}
        if any("format" in form for form in (field, *field.get("anyOf", []))):
            yield f"{name} is nonsense", {**data, name: "nonsense"}


def test_each_schema_of_an_event_compiles_and_tells_right_from_wrong() -> None:
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in (HERE / SCHEMAS).glob("*.json")}
    right: list[Judged] = []
    wrong: list[Judged] = []
    for path in (HERE / GOLDEN).glob("*.json"):
        golden = json.loads(path.read_text("utf-8"))
        for each in frozen(golden["headers"].get("ce_type", "")):
            right += [(each.name, golden["data"]), (each.name, {**golden["data"], "not_yet_known": 1})]
            wrong += [(each.name, data) for _, data in broken(schemas[each.name], golden["data"])]
    refused, judged = ajv(schemas, right + wrong)
    assert refused == {}
    assert {name for name, _ in right} == schemas.keys()
    assert [(name, said) for (name, _), said in zip(right, judged, strict=False) if said] == []
    assert [each for each, said in zip(wrong, judged[len(right) :], strict=True) if not said] == []
    assert len(wrong) > len(right)


def found(key: str, at: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    """Whatever has this key in a document, and what stands there."""
    for each in at.values() if isinstance(at, dict) else at if isinstance(at, list) else ():
        yield from found(key, each)
    if isinstance(at, dict) and key in at:
        yield at, at[key]


@pytest.mark.parametrize("name", [*NAMES, "front"])
def test_each_schema_of_a_document_compiles_and_its_examples_are_valid(described: Path, name: str) -> None:
    document = json.loads((described / f"{name}.json").read_text())
    parts = {"components": document["components"]}
    named = [{"$ref": f"#/components/schemas/{each}"} for each in document["components"]["schemas"]]
    spoken = [schema for _, schema in found("schema", document["paths"])]
    assert spoken
    shown = [(schema, example) for schema, listed in found("examples", document) for example in listed]
    schemas = {"all": {**parts, "anyOf": [*named, *spoken]}}
    schemas |= {str(n): {**parts, **schema} for n, (schema, _) in enumerate(shown)}
    refused, judged = ajv(schemas, [(str(n), example) for n, (_, example) in enumerate(shown)])
    assert refused == {}
    assert [(example, said) for (_, example), said in zip(shown, judged, strict=True) if said] == []
