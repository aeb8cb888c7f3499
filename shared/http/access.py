"""Who may use a route. Every route declares it: `dependencies=[may("secretariat")]`, `[public]` or a `linked("reply")` parameter.

The rule on the *object* (which delegation, which body) is no business of this file: it stands in the query.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from fastapi import Depends, FastAPI, HTTPException, Request, params
from fastapi.routing import APIRoute, iter_route_contexts

from shared.errors import Forbidden
from shared.http.visit import visit

FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")
"""What browsers send; for `accepts`."""

DEEPEST: Final = 32
"""Levels of nesting in a JSON body."""

_STRUCTURE: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


@dataclass(frozen=True)
class Access:
    """Called by FastAPI before the body is judged; raises 401 without a valid token, 403 without a fitting role.

    A JSON body must be called so (415), and no deeper than anybody needs (400).
    """

    roles: tuple[str, ...]

    async def __call__(self, request: Request) -> None:
        self.admit(request)
        field = getattr(request.scope.get("route"), "body_field", None)
        if field is not None and not isinstance(field.field_info, params.Form):
            _must_be(request, ("application/json",))
            if _depth(await request.body()) > DEEPEST:
                raise HTTPException(400, f"The JSON is nested deeper than {DEEPEST} levels.")

    def admit(self, request: Request) -> None:
        """Whether the caller may; nothing is said of the body."""
        here = visit(request)
        if "public" in self.roles:
            return
        if here.caller.id is None:
            raise HTTPException(401, here.refusal or "Sign in, or send a bearer token.", {"WWW-Authenticate": "Bearer"})
        if not ("person" in self.roles or here.caller.is_("secretariat") or any(map(here.caller.is_, self.roles))):
            raise Forbidden(f"This is for: {', '.join(self.roles)}.")


@dataclass(frozen=True)
class Linked:
    """The subject of a signed one-purpose link, from `?link=`; 403 if it is not ours, of another purpose or too old."""

    purpose: str

    async def __call__(self, request: Request, link: str = "") -> UUID:
        return UUID(request.app.state.keys.opened(self.purpose, link))

    @property
    def roles(self) -> tuple[str, ...]:
        """As `Access` has them."""
        return (f"link:{self.purpose}",)


@dataclass(frozen=True)
class Accepts:
    """Raises 415 unless the body is of one of these media types."""

    media: tuple[str, ...]

    async def __call__(self, request: Request) -> None:
        _must_be(request, self.media)


def may(*roles: str) -> Any:
    """Only callers with one of these roles (`chair` means of any body). `person` is everybody who is signed in.

    The secretariat may everything.
    """
    return Depends(Access(roles or ("person",)))


def linked(purpose: str) -> Any:
    """Whoever holds a link that `Keys.link(purpose, subject, …)` signed: `id: Annotated[UUID, linked("reply")]`."""
    return Depends(Linked(purpose))


def accepts(*media: str) -> Any:
    """For a route that reads no JSON: `dependencies=[may(…), accepts("text/csv")], max_body_size=5_000_000`."""
    return Depends(Accepts(media))


public: Any = Depends(Access(("public",)))
"""Everybody, known or not."""


def admit(request: Request) -> None:
    """Ask the route of a request who may: where FastAPI could not parse the body, it has not come to that."""
    for call in _calls(request.scope.get("route")):
        if isinstance(call, Access):
            call.admit(request)


@dataclass(frozen=True)
class Declared:
    """A route as it is reached: `access` is roles, `("public",)`, `("link:<purpose>",)`, or None if it does not say."""

    path: str
    methods: frozenset[str]
    access: tuple[str, ...] | None


def declared_routes(app: FastAPI) -> Iterator[Declared]:
    """Every route of an app and of the routers that it includes."""
    for context in iter_route_contexts(app.routes):
        if isinstance(context.original_route, APIRoute):
            access = next((call.roles for call in _calls(context) if isinstance(call, Access | Linked)), None)
            yield Declared(context.path or "", frozenset(context.methods or ()), access)


def _calls(route: Any) -> Iterator[Any]:
    """What FastAPI calls before a route; nothing where no route was found."""
    dependant = getattr(route, "dependant", None)
    return (each.call for each in dependant.dependencies) if dependant else iter(())


def _must_be(request: Request, media: tuple[str, ...]) -> None:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in media:
        raise HTTPException(415, f"Send {' or '.join(media)}.", {"Accept": ", ".join(media)})


def _depth(body: bytes) -> int:
    """How deep the JSON is nested. Few brackets cannot be deep; only the rest is looked through."""
    if body.count(b"[") + body.count(b"{") <= DEEPEST:
        return 0
    deepest = depth = 0
    for found in _STRUCTURE.finditer(body):
        first = found[0][:1]
        depth += (first in b"[{") - (first in b"]}")
        deepest = max(deepest, depth)
    return deepest
