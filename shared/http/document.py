"""The OpenAPI 3.1 document of an app, completed with what only we know, and a page that shows it without foreign scripts."""

from typing import Any, Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse

from shared.http.access import Declared, declared_routes, public
from shared.http.ask import doing, matches
from shared.http.problems import SCHEMA, html

_CONTENT: Final = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    "4XX": {
        "description": "Refused; the problem says why. Only what is no HTTP gets a 400 in plain text.",
        "content": _CONTENT,
    },
    "5XX": {"description": "Not now; the problem says whether to ask again.", "content": _CONTENT},
}
_KEY: Final = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "1 to 128 visible characters. The same key with the same body is done once; with another body it is a 422.",
    "schema": {"type": "string", "maxLength": 130},
}
_MATCH: Final = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": 'The ETag that was read, e.g. `"3"`: 428 without it, 412 if the document has moved.',
    "schema": {"type": "string"},
}

routes = APIRouter()


@routes.get("/docs", dependencies=[public], include_in_schema=False)
async def get_docs(request: Request) -> HTMLResponse:
    """The operations as a plain page."""
    return html.answer(request, "docs.html", document=request.app.openapi())


def install(app: FastAPI) -> None:
    """Let `app.openapi()` give the completed document."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _completed(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(title=app.title, version=app.version, routes=app.routes)
    parts = document.setdefault("components", {})
    parts.setdefault("schemas", {})["Problem"] = SCHEMA
    parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    for route in declared_routes(app):
        for method in route.methods:
            operation = document.get("paths", {}).get(route.path, {}).get(method.lower())
            if operation is not None:
                _complete(operation, route)
    return document


def _complete(operation: dict[str, Any], route: Declared) -> None:
    """Who may, and the headers that our parameters read."""
    access = route.access or ()
    operation["x-access"] = list(access)
    if access != ("public",) and not any(each.startswith("link:") for each in access):
        operation["security"] = [{"bearer": []}]
    headers = operation.setdefault("parameters", [])
    if doing in route.calls:
        headers.append(_KEY)
    if matches.dependency in route.calls:
        headers.append(_MATCH)
