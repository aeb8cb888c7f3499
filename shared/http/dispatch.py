"""The short way to our own routes: past the middlewares and the search of the framework, where nothing of them is needed.

Whatever is not plainly a route of ours goes the framework's way: a method that it does not have, a file, no such address, and
a body that is too large or does not say how large it is. (Of one that does, the server lets no more through.)
"""

from collections import defaultdict
from typing import Any, TypeAlias

from fastapi import FastAPI, Request
from fastapi.routing import APIRoute
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.http.gate import METHODS
from shared.http.route import Route
from shared.http.visit import KEY

_Way: TypeAlias = tuple[int, ASGIApp, ASGIApp]
"""A route of ours: the most bytes it takes, its app, and the same for a body that is larger or does not say its size."""


class Ways:
    """The addresses of an app in their order, by method and by the number of their parts."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._limit = app.state.installation.settings.body_limit
        self._ways: defaultdict[tuple[str, int], list[list[Any]]] = defaultdict(list)
        found: list[Any] = [*app.routes]
        lengths = {each.path.count("/") for each in found}
        for each in found:
            way = [each.path_regex.match, each, None]  # whose last part is made when it is first gone
            for parts in (each.path.count("/"),) if isinstance(each, Route) else lengths:
                for method in getattr(each, "methods", None) or METHODS:
                    self._ways[method, parts].append(way)

    def _kept(self, route: Route) -> _Way:
        """Our route, with its errors answered as in all of the app; what has no answer there is the gate's."""
        known: Any = {kind: answer for kind, answer in self._app.exception_handlers.items() if kind is not Exception}

        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            request = Request(scope, receive, send)
            try:
                response = await route.answer(request)
            except tuple(known) as error:
                response = await next(known[kind] for kind in type(error).__mro__ if kind in known)(request, error)
            await response(scope, receive, send)

        most = self._limit if route.max_body_size is None else route.max_body_size
        return most, answer, RequestBodyLimitMiddleware(answer, max_body_size=most)

    def to(self, scope: Scope) -> ASGIApp | None:
        """What answers this, with what a route looks for in its scope; None for the framework's way."""
        path = scope["path"].removeprefix(scope["root_path"])
        for entry in self._ways.get((scope["method"], path.count("/")), ()):
            match, route, way = entry
            if found := match(path):
                if not isinstance(route, Route):
                    return None
                read = route.param_convertors
                parts = {name: read[name].convert(text) for name, text in found.groupdict().items()}
                scope.update(app=self._app, route=route, path_params=parts)
                most, plain, counted = entry[2] = way or self._kept(route)
                return plain if 0 <= scope[KEY].length <= most else counted
        return None

    def methods(self, scope: Scope) -> list[str]:
        """Every method of this address, sorted (the framework names those of its first route only)."""
        path = scope["path"].removeprefix(scope["root_path"])
        routes = ((method, way) for (method, _), ways in self._ways.items() for way in ways)
        found = {method for method, (match, at, _) in routes if isinstance(at, APIRoute) and match(path)}
        return sorted(found | {"HEAD"} if "GET" in found else found)
