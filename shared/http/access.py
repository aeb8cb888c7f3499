"""Who may use a route. Every route declares it: `dependencies=[may("secretariat")]`, `[public]` or `[linked("reply")]`.

The rule on the *object* (which delegation, which body) is no business of this file: it stands in the query.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import Depends, HTTPException, Request
from fastapi.dependencies.models import Dependant
from fastapi.params import Depends as Dependency
from fastapi.routing import APIRoute

from shared.errors import Forbidden
from shared.http.visit import visit


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
        opened: UUID = request.app.state.keys.opened(self.purpose, link)
        return opened


def may(*roles: str) -> Any:
    """Only callers with one of these roles (`chair` means of any body). `person` is everybody who is signed in.

    The secretariat may everything.
    """
    return Depends(Access(roles or ("person",)))


def linked(purpose: str) -> Any:
    """Whoever holds a link that `Keys.link(purpose, subject, …)` signed: `id: Annotated[UUID, linked("reply")]`."""
    return Depends(Linked(purpose))


public: Any = Depends(Access(("public",)))
"""Everybody, known or not."""


def declared(route: APIRoute) -> tuple[str, ...] | None:
    """Who may use this route: roles, `("public",)`, `("link:<purpose>",)`; None if it does not say."""
    for call in _calls(route.dependant):
        if isinstance(call, Access):
            return call.roles
        if isinstance(call, Linked):
            return (f"link:{call.purpose}",)
    return None


def _calls(dependant: Dependant) -> Iterator[Any]:
    for inner in dependant.dependencies:
        yield inner.call
        yield from _calls(inner)


__all__ = ["Access", "Dependency", "Linked", "declared", "linked", "may", "public"]
