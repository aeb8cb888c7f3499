"""Who may use a route. Every route declares it: `dependencies=[may("secretariat")]`, `[public]` or a `linked("reply")` parameter.

The rule on the *object* (which delegation, which body) is no business of this file: it stands in the query.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.routing import APIRoute

from shared.errors import Forbidden
from shared.http.visit import visit

FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")
"""What browsers send; for `accepts`."""

DEEPEST: Final = 32
"""Levels of nesting in a JSON body."""

_STRUCTURE: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


@dataclass(frozen=True)
class Access:
    """What a route says of who may; the route asks it first. Raises 401 without a valid token, 403 without a fitting role."""

    roles: tuple[str, ...]

    def __call__(self, request: Request) -> None:
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

    def __call__(self, request: Request) -> None:
        must_be(request, self.media)


def may(*roles: str) -> Any:
    """Only callers with one of these roles (`chair` means of any body). `person` is everybody who is signed in.

    The secretariat may everything.
    """
    return Access(roles or ("person",))


def linked(purpose: str) -> Any:
    """Whoever holds a link that `Keys.link(purpose, subject, …)` signed: `id: Annotated[UUID, linked("reply")]`."""
    return Depends(Linked(purpose))


def accepts(*media: str) -> Any:
    """For a route that reads no JSON: `dependencies=[may(…), accepts("text/csv")], max_body_size=5_000_000`."""
    return Accepts(media)


public: Any = Access(("public",))
"""Everybody, known or not."""


@dataclass(frozen=True)
class Declared:
    """A route as it is reached: `access` is roles, `("public",)`, `("link:<purpose>",)`, or None if it does not say."""

    path: str
    methods: frozenset[str]
    access: tuple[str, ...] | None
    route: APIRoute


def declared_routes(app: FastAPI) -> Iterator[Declared]:
    """Every route of an app."""
    for route in app.routes:
        if isinstance(route, APIRoute):
            yield Declared(route.path, frozenset(route.methods or ()), getattr(route, "access", None), route)


def must_be(request: Request, media: tuple[str, ...]) -> None:
    """Raises 415 unless the body is said to be one of these."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in media:
        raise HTTPException(415, f"Send {' or '.join(media)}.", {"Accept": ", ".join(media)})


def must_be_flat(body: bytes) -> None:
    """Raises 400 for JSON that is nested too deep. Few brackets cannot be deep; only the rest is looked through."""
    if body.count(b"[") + body.count(b"{") <= DEEPEST:
        return
    deepest = depth = 0
    for found in _STRUCTURE.finditer(body):
        first = found[0][:1]
        depth += (first in b"[{") - (first in b"]}")
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise HTTPException(400, f"The JSON is nested deeper than {DEEPEST} levels.")
