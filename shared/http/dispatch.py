"""The short way to our own routes: past the middlewares and the search of the framework, where nothing of them is needed.

Limits and errors are the framework's own classes, put round each route once. Whatever is not plainly a route of ours (a method
that it does not have, a form, a file, no such address) goes the framework's way.
"""

from collections import defaultdict
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.types import ASGIApp, Scope

from shared.http.gate import METHODS
from shared.http.route import Route


class Ways:
    """The addresses of an app in their order, by method."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._limit = app.state.installation.settings.body_limit
        handlers = app.exception_handlers.items()
        self._handlers = {kind: each for kind, each in handlers if kind is not Exception}  # that is the gate's
        self._ways: defaultdict[str, list[tuple[Any, Any, ASGIApp | None]]] = defaultdict(list)
        each: Any
        for each in app.routes:
            way = self._kept(each) if isinstance(each, Route) else None
            for method in getattr(each, "methods", None) or METHODS:
                self._ways[method].append((each.path_regex.match, each, way))

    def _kept(self, route: Route) -> ASGIApp:
        """Our route within its limit, and with its errors answered as in all of the app."""
        most = self._limit if route.max_body_size is None else route.max_body_size
        limited = RequestBodyLimitMiddleware(route.answer, max_body_size=most)
        return ExceptionMiddleware(limited, handlers=self._handlers)

    def to(self, scope: Scope) -> ASGIApp | None:
        """What answers this, with what a route looks for in its scope; None for the framework's way."""
        path = scope["path"].removeprefix(scope["root_path"])
        for match, route, app in self._ways.get(scope["method"], ()):
            if found := match(path):
                if app is not None:
                    read = route.param_convertors
                    parts = {name: read[name].convert(text) for name, text in found.groupdict().items()}
                    scope.update(app=self._app, route=route, path_params=parts)
                return app
        return None

    def methods(self, scope: Scope) -> list[str]:
        """Every method of this address, sorted (the framework names those of its first route only)."""
        path = scope["path"].removeprefix(scope["root_path"])
        routes = ((method, way) for method, ways in self._ways.items() for way in ways)
        found = {method for method, (match, at, _) in routes if isinstance(at, APIRoute) and match(path)}
        return sorted(found | {"HEAD"} if "GET" in found else found)
