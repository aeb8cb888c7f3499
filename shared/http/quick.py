"""The short way to a route. FastAPI stays what routes are written in and documented by; this only calls them with less ado.

FastAPI looks through its routes one by one, and solves dependencies with exit stacks, threads and caches that a plain JSON route
does not use: about 150 µs of a request here, 25 µs this way. Whatever is not plain (forms, streams, HEAD, no match, another
method) goes on to FastAPI. `tests/unit/shared/test_http_quick.py` asks both ways the same and compares the answers.
"""

import inspect
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fastapi import FastAPI, HTTPException, params
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import request_params_to_args
from fastapi.exceptions import RequestValidationError, ResponseValidationError
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from fastapi.utils import is_body_allowed_for_status_code
from pydantic import BaseModel, ValidationError
from starlette._utils import get_route_path
from starlette.convertors import Convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_PLACES: Final = (
    ("path_params", "path_params"),
    ("query_params", "query_params"),
    ("header_params", "headers"),
    ("cookie_params", "cookies"),
)
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class _Plain:
    """A route that needs no more than this: looked up once, used on each request. `body` is the model of its JSON body."""

    context: RouteContext
    call: Callable[..., Awaitable[Any]]
    dependant: Dependant
    converters: Mapping[str, Convertor[Any]]
    body: type[BaseModel] | None
    body_name: str
    limit: int
    field: Any
    status: int

    @classmethod
    def of(cls, route: RouteContext) -> "_Plain | None":
        if not _is_plain(route):
            return None
        return cls(
            context=route,
            call=route.dependant.call,
            dependant=route.dependant,
            converters=route.param_convertors,
            body=route.body_field.field_info.annotation if route.body_field else None,
            body_name=route.dependant.body_params[0].name if route.body_field else "",
            limit=route.max_body_size or 0,
            field=route.response_field,
            status=route.status_code or 200,
        )


@dataclass(slots=True)
class _Asked:
    """What is found out while the parameters of one request are put together."""

    request: Request
    response: Response
    errors: list[Any]
    done: dict[Any, Any]


class Quick:
    """Middleware of the app `owner`: answers its plain routes itself."""

    def __init__(self, app: ASGIApp, *, owner: FastAPI) -> None:
        self._app = app
        self._owner = owner
        self._tables = dict(_tables(list(iter_route_contexts(owner.routes))))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        route = self._found(scope) if scope["type"] == "http" else None
        if route is None:
            await self._app(scope, receive, send)
            return
        scope["route"] = route.context
        request = Request(scope, receive)
        try:
            response = await _answer(route, request)
        except Exception as error:  # noqa: BLE001 - what nobody handles is raised again
            response = await self._problem(request, error)
        await response(scope, receive, send)

    def _found(self, scope: Scope) -> "_Plain | None":
        """The plain route of this request; puts its path parameters into the scope."""
        pattern, routes = self._tables.get(scope["method"], (None, ()))
        match = pattern.match(get_route_path(scope)) if pattern else None
        if match is None or match.lastindex is None:
            return None
        first = match.lastindex  # the group of the whole route closes last
        route: _Plain | None = routes[first]
        if route is not None:
            converted = enumerate(route.converters.items(), first + 1)
            scope["path_params"] = {name: converter.convert(match[n]) for n, (name, converter) in converted}
        return route

    async def _problem(self, request: Request, error: Exception) -> Response:
        for kind in type(error).__mro__:
            handler: Any = self._owner.exception_handlers.get(kind)
            if handler is not None and kind is not Exception:
                response: Response = await handler(request, error)
                return response
        raise error


def _tables(contexts: Sequence[RouteContext]) -> Iterator[tuple[str, tuple[re.Pattern[str], Mapping[int, Any]]]]:
    """For each method one pattern of all routes in order, and by the number of its group each route (None: not plain)."""
    routes = [context for context in contexts if isinstance(context.original_route, APIRoute)]
    for method in {method for route in routes for method in route.methods or ()}:
        parts, found, group = [], {}, 1
        for route in routes:
            if method in (route.methods or ()):
                found[group] = _Plain.of(route)
                parts.append(f"({re.sub(r'[?]P<[^>]+>', '', route.path_regex.pattern).lstrip('^')})")
                group += 1 + route.path_regex.groups
        yield method, (re.compile("|".join(parts)), found)


def _is_plain(route: RouteContext) -> bool:
    shaped = (
        route.response_model_exclude_none
        or route.response_model_exclude_unset
        or route.response_model_exclude_defaults
        or not isinstance(route.response_class, DefaultPlaceholder)
    )
    one_group_each = route.path_regex.groups == len(route.param_convertors)
    return (
        _all_plain(route.dependant)
        and _has_plain_body(route)
        and one_group_each
        and route.response_field
        and not shaped
    )


def _has_plain_body(route: RouteContext) -> bool:
    """One required JSON body of one model; or none at all, and nothing that could read the stream itself."""
    if route.body_field is None:
        return not route.dependant.request_param_name or set(route.methods or ()) <= _READING
    info = route.body_field.field_info
    alone = len(route.dependant.body_params) == 1 and route.dependant.body_params[0].field_info is info
    model = isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel)
    return type(info) is params.Body and alone and model and info.is_required()


def _all_plain(dependant: Dependant) -> bool:
    unusual = (
        dependant.websocket_param_name
        or dependant.http_connection_param_name
        or dependant.background_tasks_param_name
        or dependant.security_scopes_param_name
    )
    call: Any = dependant.call
    asynchronous = inspect.iscoroutinefunction(call) or inspect.iscoroutinefunction(type(call).__call__)
    return (
        not unusual
        and asynchronous
        and all(not each.body_params and _all_plain(each) for each in dependant.dependencies)
    )


async def _answer(route: _Plain, request: Request) -> Response:
    if route.body is not None:
        request._body = await _body(request, route.limit)
    asked = _Asked(request, Response(), [], {})
    asked.response.status_code = None  # type: ignore[assignment]  # as FastAPI does: set only if a route sets it
    values = await _values(route.dependant, asked)
    if route.body is not None:
        values[route.body_name] = _model(route.body, asked)
    if asked.errors:
        raise RequestValidationError(asked.errors)
    result = await route.call(**values)
    if isinstance(result, Response):
        return result
    status = asked.response.status_code or route.status
    content = _json(route.field, result) if is_body_allowed_for_status_code(status) else None
    answer = Response(content, status, media_type="application/json")
    answer.raw_headers.extend(pair for pair in asked.response.raw_headers if pair[0] != b"content-length")
    return answer


async def _values(dependant: Dependant, asked: _Asked) -> dict[str, Any]:
    """The arguments of a route or of a dependency, as FastAPI's `solve_dependencies` finds them."""
    values: dict[str, Any] = {}
    for inner in dependant.dependencies:
        given = await _values(inner, asked)
        if asked.errors:
            continue
        if inner.call not in asked.done:
            asked.done[inner.call] = await inner.call(**given)  # type: ignore[misc]
        if inner.name is not None:
            values[inner.name] = asked.done[inner.call]
    _add_parameters(dependant, asked, values)
    if dependant.request_param_name:
        values[dependant.request_param_name] = asked.request
    if dependant.response_param_name:
        values[dependant.response_param_name] = asked.response
    return values


def _add_parameters(dependant: Dependant, asked: _Asked, values: dict[str, Any]) -> None:
    for kind, received in _PLACES:
        fields = getattr(dependant, kind)
        if fields:
            found, errors = request_params_to_args(fields, getattr(asked.request, received))
            values.update(found)
            asked.errors.extend(errors)


def _model(kind: type[BaseModel], asked: _Asked) -> BaseModel | None:
    body: bytes = asked.request._body
    if not body:
        asked.errors.append({"type": "missing", "loc": ("body",), "msg": "Field required"})
        return None
    try:
        return kind.__pydantic_validator__.validate_json(body)  # type: ignore[no-any-return]
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        asked.errors.extend({**each, "loc": ("body", *each["loc"])} for each in found)
        return None


def _json(field: Any, result: Any) -> bytes:
    value, errors = field.validate(result, {}, loc=("response",))
    if errors:
        raise ResponseValidationError(errors=errors)
    content: bytes = field.serialize_json(value)
    return content


async def _body(request: Request, most: int) -> bytes:
    """The whole body, of `most` bytes at most; raises 413."""
    chunks, size = [], 0
    said = request.headers.get("content-length", "")
    if said.isascii() and said.isdigit() and int(said) > most:
        raise HTTPException(413)
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise HTTPException(413)
        chunks.append(chunk)
    return b"".join(chunks)
