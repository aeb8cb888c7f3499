"""The short way to our own routes: past the middlewares and the search of the framework, where nothing of them is needed.

Limits and errors are the framework's own classes, put round each route once. Whatever is not plainly a route of ours (a method
that it does not have, a form, a file, no such address) goes the framework's way.
"""

from collections import defaultdict
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.types import ASGIApp, Scope

from shared.http.gate import METHODS
from shared.http.route import Route


class Ways:
    """The addresses of an app in their order, by method."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._handlers = {
            kind: each for kind, each in app.exception_handlers.items() if kind is not Exception
        }  # the gate's
        self._ways: defaultdict[str, list[tuple[Any, Any, ASGIApp | None]]] = defaultdict(list)
        each: Any
        for each in iter_route_contexts(app.routes):
            way = self._kept(each) if isinstance(each.original_route, Route) else None
            for method in each.methods or METHODS:
                self._ways[method].append((each.path_regex.match, each, way))

    def _kept(self, context: Any) -> ASGIApp:
        """Our route within its limit, and with its errors answered as in all of the app."""
        limited = RequestBodyLimitMiddleware(context.original_route.answer, max_body_size=context.max_body_size)
        return ExceptionMiddleware(limited, handlers=self._handlers)

    def to(self, scope: Scope) -> ASGIApp | None:
        """What answers this, with what a route looks for in its scope; None for the framework's way."""
        path = scope["path"].removeprefix(scope["root_path"])
        for match, context, app in self._ways.get(scope["method"], ()):
            if found := match(path):
                if app is not None:
                    parts = {
                        name: context.param_convertors[name].convert(text) for name, text in found.groupdict().items()
                    }
                    scope.update(app=self._app, route=context.original_route, path_params=parts)
                return app
        return None

    def methods(self, scope: Scope) -> list[str]:
        """Every method of this address, sorted (the framework names those of its first route only)."""
        path = scope["path"].removeprefix(scope["root_path"])
        routes = ((method, way) for method, ways in self._ways.items() for way in ways)
        found = {method for method, (match, at, _) in routes if isinstance(at.original_route, APIRoute) and match(path)}
        return sorted(found | {"HEAD"} if "GET" in found else found)
