"""What can be made of a subject that is new, and of which no story of the tests knows: what its forms give as examples."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import httpx

from services.__main__ import SERVICES
from shared.http.route import Route


def fits(template: str, path: str) -> bool:
    return re.fullmatch(re.sub(r"{\w+(:\w+)?}", "[^/]+", template), path) is not None


async def as_their_examples_say(client: httpx.AsyncClient, asked: Sequence[str]) -> None:
    """What was not `asked` yet (these paths), belongs to nothing else, and whose form has an example for each field asked for."""
    for path, route in posts():
        if "{" not in path and not any(fits(path, each) for each in asked) and (form := example_of(route)):
            answer = await client.post(path, json=form)
            assert answer.status_code == 201, (path, answer.text)


def posts() -> Iterator[tuple[str, Route]]:
    """Each POST of the API of a service, and where it is."""
    for name, definition in SERVICES.items():
        for route in (route for router in definition.routers for route in router.routes):
            if isinstance(route, Route) and route.methods == {"POST"} and route.path.startswith("/v1/"):
                yield f"/{name}{route.path}", route


def example_of(route: Route) -> dict[str, Any]:
    """A body as the examples of its fields say; empty where one has none, or nothing is asked for."""
    body: Any = route.body_field and route.body_field.field_info.annotation
    form = body.model_json_schema() if hasattr(body, "model_json_schema") else {}
    fields = {name: form["properties"][name].get("examples") for name in form.get("required", ())}
    return {name: examples[0] for name, examples in fields.items()} if all(fields.values()) else {}
