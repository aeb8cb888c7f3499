"""What a route asks for by its parameters: the caller, the store, the next page, and the way to run a command."""

import re
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeAlias, TypeVar
from uuid import UUID, uuid4

from fastapi import Depends, Header, HTTPException, Request, Response
from pydantic import BaseModel, ConfigDict

from shared import auth
from shared.contracts import Message
from shared.errors import Invalid, NotFound
from shared.flow import Change, Read
from shared.flow.service import Service
from shared.http.visit import visit
from shared.store import Entity, Store, Stored

C = TypeVar("C", bound=Message)
E = TypeVar("E", bound=Entity)
V = TypeVar("V")

_KEY = re.compile(r'"([\x21\x23-\x7e]{1,128})"|([\x21\x23-\x7e]{1,128})')
_TAG = re.compile(r'(W/)?"(?:(0|[1-9][0-9]{0,17})(?:-gzip)?"|[^"]*")')


class Form(BaseModel):
    """What comes in: unknown fields are refused, spaces around texts are dropped, NaN and infinity are no numbers."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False)


class View(BaseModel):
    """What goes out."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Doing:
    """A request's way to run a command. `version`: what it was made from, where a form says so instead of `If-Match`."""

    def __init__(
        self, request: Request, response: Response, id: UUID, *, keyed: bool, version: int | None = None
    ) -> None:
        self._request = request
        self._service: Service = request.app.state.service
        self._response = response
        self._id, self.keyed = id, keyed
        self._seen = {version} if version else None

    @property
    def message(self) -> dict[str, Any]:
        """What every command takes: `Register(**do.message, …)`. The id: of `Idempotency-Key` and caller, else random."""
        here, now = visit(self._request), self._service.clock()
        return {"id": self._id, "at": now, "correlation": here.correlation, "traceparent": here.traceparent}

    async def __call__(
        self,
        handler: Callable[[C, Read], Awaitable[Change[E]]],
        command: C,
        *,
        document: tuple[type[Any], UUID] | None = None,
    ) -> Stored[E]:
        """Run the command; the answer's `ETag` is the version it made. With `document`, only if `If-Match` names its version."""
        expected = (*document, self._seen or expected_versions(self._request)) if document else None
        stored = await self._service.run(handler, command, keyed=self.keyed, expected=expected)
        self._response.headers["ETag"] = f'"{stored.version}"'
        return stored


def expected_versions(request: Request) -> set[int]:
    """The versions in `If-Match` (RFC 9110, 13.1.1), of which one has to be the present one.

    428 if it is missing or `*`: whoever names none may overwrite what they never saw. 412 if it names none of ours.
    """
    said = ",".join(request.headers.getlist("if-match")).strip()
    if said in {"", "*"}:
        raise HTTPException(428)
    found = {int(version) for weak, version in _TAG.findall(said) if version and not weak}
    if not found:
        raise HTTPException(412, "If-Match names no ETag of this document; read it again.")
    return found


def is_known(request: Request, tag: str) -> bool:
    """Whether who asks has this already: `If-None-Match`, compared weakly (RFC 9110, 13.1.2). What has no tag nobody knows."""
    said = ",".join(request.headers.getlist("if-none-match"))
    return tag != "" and (said.strip() == "*" or tag.removeprefix("W/") in re.findall(r'"[^"]*"', said))


async def _matches(
    request: Request,
    _: Annotated[
        str,
        Header(
            alias="If-Match",
            description='The ETag that was read, e.g. `"3"`, or several of which one must be the present one. '
            "428 without it and for `*`, 412 if the document has moved.",
        ),
    ],
) -> None:
    expected_versions(request)


async def _caller(request: Request) -> auth.Caller:
    return visit(request).caller


async def _documents(request: Request) -> Store:
    service: Service = request.app.state.service
    return service.store


async def doing(
    request: Request,
    response: Response,
    key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            description="1 to 128 visible characters. For 24 hours at least, the same key with the same body has one outcome: "
            "it is done once, or refused for the same reason; the answer shows what it changed as it is by now. "
            "With another body it is a 422. Not an outcome, so ask again: 401, 403, 412, 428, 429 and 503. "
            "After a refusal that may have changed, send a new key.",
        ),
    ] = None,
) -> Doing:
    """The same key, caller and path give the same id, which nobody else can compute: a key may be made of an address.

    The key of nobody counts for nothing: two who send the same one may be two, and neither can be made to stop.
    """
    caller = visit(request).caller.id
    if key is None or caller is None:
        return Doing(request, response, uuid4(), keyed=False)
    found = _KEY.fullmatch(key.strip())
    if found is None:
        raise Invalid(
            "Idempotency-Key is 1 to 128 visible characters, quoted or bare.", code="idempotency-key-malformed"
        )
    name = f"{caller} {request.method} {request.scope['path']} {found[1] or found[2]}"
    return Doing(request, response, request.app.state.keys.fingerprint("command", name), keyed=True)


def answer(response: Response, stored: Stored[E] | None, view: Callable[[E], V]) -> V:
    """A document as its view, with its version as `ETag`; raises `NotFound` for None.

    `return answer(response, await store.get(Gathering, id), GatheringView.of)`
    """
    if stored is None:
        raise NotFound("There is no such thing here.")
    response.headers["ETag"] = f'"{stored.version}"'
    return view(stored.entity)


matches: Any = Depends(_matches)
"""Declares that a route changes what is there: `If-Match` is required (428), and checked before the body is judged."""

Caller: TypeAlias = Annotated[auth.Caller, Depends(_caller)]
Documents: TypeAlias = Annotated[Store, Depends(_documents)]
Do: TypeAlias = Annotated[Doing, Depends(doing)]
