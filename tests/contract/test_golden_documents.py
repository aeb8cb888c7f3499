"""Stored documents are a contract with later releases: one golden file for each kind and schema, read for ever."""

import json
from pathlib import Path
from typing import Any

import pytest

from shared.store.codec import decode, encode
from tools.golden import DOCUMENTS, KINDS, ROOT, missing

FILES = sorted((ROOT / DOCUMENTS).glob("*/*.json"))


def golden(path: Path) -> tuple[type[Any], dict[str, Any]]:
    """The class and the document; fails where a service has forgotten a kind of which documents are stored."""
    name, content = path.stem.rsplit(".v", 1)[0], json.loads(path.read_text("utf-8"))
    return KINDS[path.parent.name, name], content


def test_each_kind_of_each_service_has_its_golden_document() -> None:
    assert [str(path.relative_to(ROOT)) for path, _ in missing()] == [], "run: make docs"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_golden_document_is_read_and_every_field_of_it_is_known(path: Path) -> None:
    kind, content = golden(path)
    stored = decode(kind, content)
    assert (stored.version, stored.sequence, stored.raw) == (content["version"], content["sequence"], None)
    assert (len(stored.heard), len(stored.outbox), len(stored.recent)) == (1, 1, 2)
    assert stored.behind is not None


def says(again: Any, before: Any) -> bool:
    """All that was said is said again; a field that came later may stand beside it, however deep."""
    if isinstance(before, dict):
        return all(name in again and says(again[name], value) for name, value in before.items())
    if isinstance(before, list):
        return len(again) == len(before) and all(map(says, again, before))
    return bool(again == before)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_golden_document_says_the_same_when_it_is_written_again(path: Path) -> None:
    kind, content = golden(path)
    stored = decode(kind, content)
    again = encode(stored).whole
    assert decode(kind, again).entity == stored.entity
    if content["schema"] == again["schema"]:
        assert says(again, content | {"version": content["version"] + 1})


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_golden_document_is_named_after_its_schema(path: Path) -> None:
    assert path.stem.rsplit(".v", 1)[1] == str(golden(path)[1]["schema"])
