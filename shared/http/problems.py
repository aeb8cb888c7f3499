"""Every error as RFC 9457 problem details, `application/problem+json`, or as a page for a browser. One table of types.

What the server cannot read as HTTP (a broken request line, headers without end) never comes here: `services/server.py` answers
it likewise, and closes the connection.
"""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from itertools import islice
from typing import Any, Final, NamedTuple

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from shared import errors
from shared.http.visit import visit
from shared.web.pages import Pages

html: Final = Pages("shared.web")
RETRY_AFTER: Final = "2"
MOST_ERRORS: Final = 50


class Kind(NamedTuple):
    """A problem type: `title` for people, `meaning` says what to do about it."""

    status: int
    title: str
    meaning: str


KINDS: Final[Mapping[str, Kind]] = {
    "bad-request": Kind(400, "Bad request", "The request cannot be read: its body or a header is broken."),
    "unauthenticated": Kind(401, "Who are you?", "Sign in, or send `Authorization: Bearer …` with a valid token."),
    "forbidden": Kind(403, "Not allowed", "The caller has not the role that this needs."),
    "link-invalid": Kind(403, "Link not valid", "The link was changed or is for something else. Ask for a new one."),
    "link-ended": Kind(403, "Link has ended", "The time of the link is over, or it was used. Ask for a new one."),
    "cross-site": Kind(403, "Not from this site", "With a cookie, changes are taken from pages of this site alone."),
    "not-found": Kind(404, "Not found", "There is no such thing, or none that the caller may see."),
    "method-not-allowed": Kind(405, "Method not allowed", "`Allow` lists the methods of this address."),
    "conflict": Kind(409, "A rule says no", "The request is understood; `detail` names the rule that it breaks."),
    "stale": Kind(412, "Changed meanwhile", "The document is not as it was read. Read it again, then decide again."),
    "too-large": Kind(413, "Too large", "The body is larger than this address takes."),
    "media-type": Kind(415, "Other media type", "Send what the API document names, mostly `application/json`."),
    "invalid": Kind(422, "Not valid", "`errors` names each field that cannot be accepted, and why."),
    "cursor-invalid": Kind(422, "Cursor not valid", "A cursor comes from `Link: rel=next` of the same list."),
    "idempotency-key-malformed": Kind(422, "Idempotency-Key malformed", "It is 1 to 128 visible characters."),
    "idempotency-key-reused": Kind(422, "Idempotency-Key reused", "It came before with another body. Take a new one."),
    "if-match-required": Kind(428, "If-Match required", "Send the ETag that was read, or somebody's change is lost."),
    "too-many": Kind(429, "Too many requests", "Wait as many seconds as `Retry-After` says."),
    "internal": Kind(500, "Our mistake", "Something is broken on our side. `instance` lets the operator find it."),
    "damaged": Kind(500, "Damaged", "What is kept here cannot be read any more. The operator has to restore it."),
    "unavailable": Kind(503, "Not available", "A part does not answer. Ask again after `Retry-After` seconds."),
    "uncertain": Kind(503, "Outcome unknown", "The change may or may not stand. Look before asking again."),
    "time-limit": Kind(503, "Took too long", "The request was given up. A change may or may not stand; look first."),
    "draining": Kind(503, "Going down", "This process is ending. Ask again; another one will answer."),
}

_OF_STATUS: Final[Mapping[int, str]] = {
    **{kind.status: slug for slug, kind in reversed(list(KINDS.items()))},
    403: "forbidden",
    422: "invalid",
    503: "unavailable",
}

_NO_JSON: Final = frozenset({"json_invalid", "string_unicode"})
"""What pydantic calls a body that is none: broken, or with half of a surrogate pair in a text (RFC 8259, 8.2)."""


_OUTSIDE: Final = "Where it stands outside of the body: `path`, `query` or `header`."


class Wrong(BaseModel):
    """One field of the request that cannot be accepted. Its value is not repeated: it may be personal."""

    field: str
    detail: str
    # a default in the schema would say that it is always sent
    pointer: str = Field(default_factory=str, description="Where it stands in the body (RFC 6901).")
    place: str = Field(default_factory=str, serialization_alias="in", description=_OUTSIDE)
    code: str = Field(default_factory=str, description="What is wrong, where it has a name, as in a table.")


class Problem(BaseModel):
    """RFC 9457 problem details. What is empty is left out."""

    type: str = Field(examples=["/problems/conflict"], json_schema_extra={"format": "uri-reference"})
    title: str
    status: int
    detail: str
    instance: str = Field(description="The request; its end is the correlation id of our logs.")
    code: str = Field(default_factory=str, description="The rule, where it is narrower than the type.")
    errors: list[Wrong] = Field(default_factory=list)


def problem(
    request: Request,
    slug: str,
    detail: str = "",
    *,
    code: str = "",
    fields: Iterable[Wrong] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer for a problem of this type; a page if a browser asks for one."""
    kind = KINDS[slug]
    told = Problem(
        type=f"/problems/{slug}",
        title=kind.title,
        status=kind.status,
        detail=detail or kind.meaning,
        instance=f"urn:plenary:request:{visit(request).correlation}",
        code=code if code != slug else "",
        errors=list(islice(fields, MOST_ERRORS)),
    )
    sent = ({"Retry-After": RETRY_AFTER} if kind.status == 503 else {}) | dict(headers or {})
    if request.headers.get("accept", "").startswith("text/html"):
        page = html.answer(request, "problem.html", status=kind.status, problem=told)
        page.headers.update(sent)
        return page
    body = told.model_dump_json(by_alias=True, exclude_defaults=True)
    return Response(body, kind.status, sent, "application/problem+json")


def install(app: FastAPI) -> None:
    """Let this app answer every error it knows of with a problem; the rest is caught by the gate."""
    app.exception_handler(errors.PlenaryError)(_refused)
    app.exception_handler(RequestValidationError)(_unreadable)
    app.exception_handler(HTTPException)(_http)
    app.exception_handler(Exception)(_broken)


async def _refused(request: Request, error: errors.PlenaryError) -> Response:
    """Under the code's own type, if it has one of the same status."""
    own = KINDS.get(error.slug)
    slug = error.slug if own and own.status == KINDS[error.code].status else error.code
    later = {"Retry-After": str(error.wait)} if isinstance(error, errors.TooMany) else None
    fields = (Wrong(**each) for each in error.errors)
    return problem(request, slug, error.detail, code=error.slug, fields=fields, headers=later)


async def _http(request: Request, error: HTTPException) -> Response:
    slug = _OF_STATUS.get(error.status_code, "bad-request" if error.status_code < 500 else "internal")
    said = "" if error.detail == HTTPStatus(error.status_code).phrase else error.detail
    headers = error.headers
    if error.status_code == 405 and (methods := request.app.ways.methods(request.scope)):
        headers = {**(headers or {}), "Allow": ", ".join(methods)}
    return problem(request, slug, said, headers=headers)


async def _broken(request: Request, _: Exception) -> Response:
    """The app's last resort; the gate logs the error."""
    return problem(request, "internal")


async def _unreadable(request: Request, error: RequestValidationError) -> Response:
    found = error.errors()
    if any(each["loc"] == ("header", "If-Match") for each in found):
        return problem(request, "if-match-required")
    if any(each["type"] in _NO_JSON for each in found):
        return problem(request, "bad-request", "The body is not valid JSON.")
    return problem(request, "invalid", "Some fields cannot be accepted.", fields=map(_field, found))


def _field(found: Mapping[str, Any]) -> Wrong:
    place, *path = (str(part)[:80] for part in found["loc"])
    detail = str(found["msg"]).removeprefix("Value error, ")  # our own words need no announcement
    if place == "body":
        return Wrong(**errors.wrong(detail, *path))
    return Wrong(field=".".join(path), detail=detail, place=place)
