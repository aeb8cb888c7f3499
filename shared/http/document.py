"""The OpenAPI 3.1 document of an app, completed with what only we know."""

from functools import cached_property
from typing import Any, Final

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from shared.http.access import declared_routes
from shared.http.dispatch import Ways
from shared.http.problems import Problem

_CONTENT: Final = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    "4XX": {
        "description": "Refused; the problem says why.",
        "content": _CONTENT,
    },
    "5XX": {"description": "Not now; the problem says whether to ask again.", "content": _CONTENT},
}


class Documented(FastAPI):
    """FastAPI with the completed document, and a short way to our own routes."""

    @cached_property  # once all routes are there
    def ways(self) -> Ways:
        return Ways(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.ways.to(scope) if scope["type"] == "http" else None
        await (app or super().__call__)(scope, receive, send)

    def openapi(self) -> dict[str, Any]:
        """Made once."""
        if self.openapi_schema is None:
            self._complete(super().openapi())
        return super().openapi()

    def _complete(self, document: dict[str, Any]) -> None:
        parts = document.setdefault("components", {})
        parts.setdefault("schemas", {})["Problem"] = Problem.model_json_schema(
            by_alias=True, mode="serialization", ref_template="#/components/schemas/Problem/$defs/{model}"
        )
        parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
        for route in declared_routes(self):
            access = list(route.access or ())
            for method in route.methods:
                operation = document["paths"].get(route.path, {}).get(method.lower(), {})  # {} where it is not shown
                operation["x-access"] = access
                if access != ["public"] and not any(each.startswith("link:") for each in access):
                    operation["security"] = [{"bearer": []}]
