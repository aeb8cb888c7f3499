"""A drafted golden event is one that every reader understands."""

import json

import pytest
from jsonschema import Draft202012Validator

from shared.contracts.registry import EVENTS
from tools.golden import event as draft
from tools.schemas import HEADERS, json_schema


@pytest.mark.parametrize("type", EVENTS)
def test_a_draft_is_an_event_of_its_type(type: str) -> None:
    drafted = draft(EVENTS[type])
    decoded = EVENTS[type].model_validate_json(json.dumps(drafted["data"]))
    assert decoded.model_dump(mode="json") == drafted["data"], "every field has a value, written as it is published"
    Draft202012Validator(json_schema(EVENTS[type])).validate(drafted["data"])
    assert drafted["headers"].keys() <= HEADERS.keys()
    assert draft(EVENTS[type]) == drafted
