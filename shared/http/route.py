"""Our own route: what it declares is planned once, at start, and a request pays for what it uses.

It stands behind FastAPI's public door (`APIRoute.get_route_handler`), so that FastAPI still makes the document. What a plan does
not know is refused at start. Who may is asked before a byte of the body is read, on every route.
"""

import json
from collections.abc import Callable, Coroutine, Sequence
from functools import cached_property
from typing import Any, Final, TypeAlias

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import TypeAdapter
from starlette.routing import compile_path

from shared.http.access import Accepts, Access, must_be, must_be_flat
from shared.http.answers import PROBLEMS, called
from shared.http.ask import is_known
from shared.http.plan import Plan, links_of

Handler: TypeAlias = Callable[[Request], Coroutine[Any, Any, Response]]

JSON: Final = ("application/json",)
_ABSENT: Final = object()


class Route(APIRoute):
    """A route that says who may. `dependencies` hold what `may`, `public` and `accepts` made; those are the route's own."""

    access: tuple[str, ...] | None

    def __init__(self, path: str, endpoint: Callable[..., Any], **given: Any) -> None:
        declared: Sequence[Any] = given.pop("dependencies", None) or ()
        self.checks = [each for each in declared if isinstance(each, Access | Accepts)]
        first = [each for each in declared if each not in self.checks]
        roles = [each.roles for each in self.checks if isinstance(each, Access)]
        self.access = roles[-1] if roles else links_of(endpoint)
        self._plan, self._given = Plan.of(endpoint, path, first), {**given, "dependencies": first}
        self.path, self.endpoint, self.name = path, endpoint, endpoint.__name__
        self.methods, self.status_code = {*given["methods"]}, given["status_code"]
        self.max_body_size = given["max_body_size"]
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self.answer = self.get_route_handler()

    def __getattr__(self, name: str) -> Any:
        """What FastAPI makes of a route, when the first of it is asked for: for every route it is a third of a start."""
        if "_given" not in vars(self):
            raise AttributeError(name)
        super().__init__(self.path, self.endpoint, **vars(self).pop("_given"))
        return getattr(self, name)

    @cached_property
    def shown(self) -> set[str]:
        """What a thing shows beside what may be changed of it. In a PUT it may stand as it was got, and changes nothing."""
        if self.body_field is None or "PUT" not in (self.methods or ()) or not self.path.endswith("}"):
            return set()
        form: Any = self.body_field.field_info.annotation
        if not hasattr(self.response_model, "model_fields"):
            raise TypeError(f"{self.path} takes a thing, and answers with something else.")
        return {*self.response_model.model_fields} - {*form.model_fields}

    @cached_property
    def written(self) -> TypeAdapter[Any]:
        """Writes what it answers."""
        return TypeAdapter(self.response_model if self.response_field is not None else Any)

    def get_route_handler(self) -> Handler:
        """Checks, what is asked of the request, the endpoint, its answer: in this order."""
        plan, checks, endpoint = self._plan, self.checks, self.endpoint
        status = self.status_code or 200
        reads = "GET" in (self.methods or ())
        # to a page's address others add what they like
        known = plan.queries() if self.path.startswith("/v1/") else None

        async def handle(request: Request) -> Response:
            for check in checks:
                check(request)
            body = await _json(request) if plan.body else _ABSENT
            given = Response(status_code=status)
            given.raw_headers = []  # its length comes with its body
            errors: list[Any] = []
            values = await plan.values(request, given, errors, {})
            if plan.body:
                _read(plan, body, self.shown, values, errors)
            if known is not None and request.scope["query_string"]:
                errors += _unknown(request, known)
            if errors:
                raise RequestValidationError(errors)
            result = await endpoint(**values)
            if isinstance(result, Response):
                return result
            if reads and "if-none-match" in request.headers and is_known(request, given.headers.get("etag", "")):
                given.status_code = 304
                return given
            given.body = self.written.dump_json(result, by_alias=True)
            length = str(len(given.body)).encode()
            given.raw_headers += [(b"content-length", length), (b"content-type", b"application/json")]
            return given

        return handle


class Routes(APIRouter):
    """A router of our routes. What is declared for all of them here is each one's own."""

    def __init__(self, **given: Any) -> None:
        super().__init__(route_class=Route, responses=PROBLEMS, generate_unique_id_function=called, **given)


def must_be_ours(router: APIRouter) -> None:
    """Refuses, at start, a router of which not every route is ours and says who may, or that includes another."""
    for route in router.routes:
        if not isinstance(route, Route) or route.access is None:
            raise TypeError(f"{getattr(route, 'path', route)} does not say who may: use Routes, with may(…) or public.")


async def _json(request: Request) -> Any:
    """The body as JSON, absent if empty. As FastAPI reads it, but no deeper than anybody needs."""
    must_be(request, JSON)
    raw = await request.body()
    if not raw:
        return _ABSENT
    must_be_flat(raw)
    try:
        return json.loads(raw)
    except json.JSONDecodeError as error:
        where = {"type": "json_invalid", "loc": ("body", error.pos), "msg": "JSON decode error", "input": {}}
        raise RequestValidationError([where]) from error
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "There was an error parsing the body") from error


def _unknown(request: Request, known: set[str]) -> list[Any]:
    """What is asked for in vain: a filter with a slip of the pen would show everything."""
    said = {"type": "extra_forbidden", "msg": "There is no such parameter.", "input": None}
    return [{**said, "loc": ("query", name)} for name in sorted(request.query_params.keys() - known)]


def _read(plan: Plan, body: Any, shown: set[str], values: dict[str, Any], errors: list[Any]) -> None:
    """The form of the body, or what is wrong with it."""
    name, reader = plan.body  # type: ignore[misc]
    if shown and isinstance(body, dict):
        body = {field: each for field, each in body.items() if field not in shown}
    if body is _ABSENT:
        errors.append({"type": "missing", "loc": ("body",), "msg": "Field required", "input": None})
    else:
        plan.take(values, errors, name, reader, body, ("body",))
