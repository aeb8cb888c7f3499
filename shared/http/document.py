"""The OpenAPI 3.1 document of an app, completed with what only we know."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from shared.http import ask, paging
from shared.http.access import Declared, declared_routes
from shared.http.answers import HEADERS, headers
from shared.http.dispatch import Ways
from shared.http.problems import Problem


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
        problem = Problem.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
        parts.setdefault("schemas", {}).update(problem.pop("$defs"), Problem=problem)
        for declared in declared_routes(self):
            for method in declared.methods:
                if operation := document["paths"].get(declared.path, {}).get(method.lower()):
                    _complete(operation, declared)
                    _as_got(operation, getattr(declared.route, "shown", ()), parts["schemas"])
        for field in (field for each in parts["schemas"].values() for field in each.get("properties", {}).values()):
            if field.get("default") in ({}, [], ""):  # generators would take it for one that is always said
                del field["default"]
        said = str(document)
        if "'bearer'" in said:
            parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
        used = {name: says for name, says in HEADERS.items() if f"/headers/{name}'" in said}
        parts["headers"] = {name: {"description": says, "schema": {"type": "string"}} for name, says in used.items()}
        parts["schemas"] = {name: each for name, each in parts["schemas"].items() if f"/schemas/{name}'" in said}


def _as_got(operation: dict[str, Any], shown: Iterable[str], schemas: dict[str, Any]) -> None:
    """Where a thing is sent back as it was got: the form, with what it shows besides."""
    if not shown:
        return
    content = operation["requestBody"]["content"]["application/json"]
    form = schemas[content["schema"]["$ref"].rpartition("/")[2]]
    name = f"{form['title']}AsGot"
    ours = {"readOnly": True, "description": "May be sent back as it was got; it changes nothing."}
    schemas[name] = {**form, "title": name, "properties": form["properties"] | dict.fromkeys(sorted(shown), ours)}
    content["schema"] = {"$ref": f"#/components/schemas/{name}"}


def _complete(operation: dict[str, Any], declared: Declared) -> None:
    """What a route says of who may, what it takes that is no JSON, and which headers its answer has."""
    access = operation["x-access"] = list(declared.access or ())
    anybody = access == ["public"] or any(each.startswith("link:") for each in access)
    operation["security"] = [] if anybody else [{"bearer": []}]
    media = [each for check in getattr(declared.route, "checks", ()) for each in getattr(check, "media", ())]
    if media:
        content = {each: {"schema": {"type": "string"}} for each in media}
        operation["requestBody"] = {"required": True, "content": content}
    for parameter in operation.get("parameters", ()):
        # It is there or it is not, but never null, as its type in Python has it.
        forms = [form for form in parameter["schema"].pop("anyOf", ()) if form != {"type": "null"}]
        parameter["schema"] |= forms[0] if len(forms) == 1 else {"anyOf": forms} if forms else {}
    needs = declared.route.dependant
    asked = {each.call for each in needs.dependencies}
    reads = operation["operationId"].startswith("get")
    report = media and "200" in operation["responses"]  # of a table: it changes many documents, and has no version
    versioned = needs.response_param_name and needs.path_params if reads else ask.doing in asked and not report
    if reads and versioned:
        operation["responses"]["304"] = {"description": "As `If-None-Match` has it.", "headers": headers("ETag")}
    for status, told in operation["responses"].items():
        if status[0] == "2":
            found = ["Location"] if status in ("201", "202") and needs.response_param_name else []
            found += ["Link"] if paging.read in asked else []
            found += ["ETag"] if versioned else []
            told["headers"] = headers(*found) | told.get("headers", {})
