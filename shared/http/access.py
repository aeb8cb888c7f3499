"""Who may use a route. Every route declares it: `dependencies=[may("secretariat")]`, `[public]` or a `linked("reply")` parameter.

The rule on the *object* (which delegation, which body) is no business of this file: it stands in the query.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.routing import APIRoute, iter_route_contexts

from shared.errors import Forbidden
from shared.http.visit import visit

FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")
"""What browsers send; for `accepts`."""


@dataclass(frozen=True)
class Access:
    """Called by FastAPI before the body is judged; raises 401 without a valid token, 403 without a fitting role."""

    roles: tuple[str, ...]

    async def __call__(self, request: Request) -> None:
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
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in self.media:
            raise HTTPException(415, f"Send {' or '.join(self.media)}.", {"Accept": ", ".join(self.media)})


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
            calls = (each.call for each in context.dependant.dependencies)
            access = next((call.roles for call in calls if isinstance(call, Access | Linked)), None)
            yield Declared(context.path or "", frozenset(context.methods or ()), access)
