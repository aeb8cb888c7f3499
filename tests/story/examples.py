"""What can be made of a subject that is new, and of which no story of the tests knows: what its forms give as examples."""

import re
from collections.abc import Sequence
from typing import Any

import httpx

from services.__main__ import SERVICES

KNOWN: dict[str, dict[str, Any]] = {}
"""The document of each service, which is the same in each installation, and takes half a second to draw."""


def fits(template: str, path: str) -> bool:
    return re.fullmatch(re.sub(r"{\w+(:\w+)?}", "[^/]+", template), path) is not None


async def as_their_examples_say(client: httpx.AsyncClient, asked: Sequence[str]) -> None:
    """What was not `asked` yet (these paths), belongs to nothing else, and whose form has an example for each field asked for."""
    for name in SERVICES:
        if name not in KNOWN:
            KNOWN[name] = (await client.get(f"/{name}/openapi.json")).json()
        document = KNOWN[name]
        for route, operations in document["paths"].items():
            form, path = example_of(document, operations.get("post", {})), f"/{name}{route}"
            if form and "{" not in route and not any(fits(path, each) for each in asked):
                answer = await client.post(path, json=form)
                assert answer.status_code == 201, (path, answer.text)


def example_of(document: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """A body as the examples of its fields say; empty where one has none."""
    reference = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    form = document["components"]["schemas"].get(reference.get("$ref", "").rpartition("/")[2], {})
    fields = {name: form["properties"][name].get("examples") for name in form.get("required", ())}
    return {name: examples[0] for name, examples in fields.items()} if all(fields.values()) else {}
