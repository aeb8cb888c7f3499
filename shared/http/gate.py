"""The one middleware, in front of everything: who asks, may they ask so often, how long did it take, what went wrong.

Plain ASGI, because it is paid on each request.
"""

import asyncio
import logging
import re
import time
from collections.abc import Mapping
from random import getrandbits
from typing import Final

from fastapi import Request, Response
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.auth.keys import Untrusted
from shared.http.coding import Coded, takes_gzip
from shared.http.installation import Installation
from shared.http.limits import Buckets
from shared.http.problems import problem
from shared.http.visit import KEY, Visit
from shared.telemetry import correlation, tell

COOKIE: Final = "plenary_session"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
METHODS: Final = SAFE | {"POST", "PUT", "PATCH", "DELETE"}
_CORRELATION: Final = re.compile(rb"[A-Za-z0-9._-]{8,64}")
_TRACEPARENT: Final = re.compile(rb"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
_SESSION: Final = re.compile(rb"(?:^|;\s*)" + COOKIE.encode() + rb"=([^;\s]*)")
_POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS: Final = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),  # no-referrer would hide the Origin of our own forms
)
_OURS: Final = frozenset({b"same-origin", b"none"})
"""Where a browser says that a request comes from: a page of ours, or somebody who typed or kept the address."""
_PLAIN: Final = (b"content-type", b"text/plain; charset=utf-8")
CROSS_SITE: Final = "cross-site"
log = logging.getLogger("plenary.http")


class Gate:
    """See the module."""

    def __init__(self, app: ASGIApp, installation: Installation) -> None:
        self.app = app
        self._coded = Coded(app)
        self._installation, settings = installation, installation.settings
        self._seconds = settings.time_limit
        self._origin = settings.public_url.encode()
        self._headers = [*_HEADERS]
        if settings.public_url.startswith("https:"):
            self._headers.append((b"strict-transport-security", b"max-age=31536000"))
        self._callers = Buckets("caller", settings.limit_caller)
        self._anonymous = Buckets("anonymous", settings.limit_anonymous)
        self._anonymous_posts = Buckets("anonymous-post", settings.limit_anonymous_post)
        self._sign_ins = Buckets("sign-in", settings.limit_sign_in)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        headers: dict[bytes, bytes] = dict(scope["headers"])
        here = scope[KEY] = _visit(headers)
        correlation.set(here.correlation)
        answer = _Answer(send, [*self._headers, (b"x-correlation-id", here.correlation.encode())])
        asked: str = scope["method"]
        if asked == "HEAD":  # what GET answers, without the body; routes need not know
            scope, answer.bare = {**scope, "method": "GET"}, True
        try:
            refused = self._refused(scope, headers, here, answer.headers)
            if refused is not None:
                await refused(scope, receive, answer.send)
            else:
                await self._pass(self._way(scope, headers, here), scope, receive, answer)
        finally:
            self._note(scope, asked, answer.status, time.perf_counter() - began)

    def _refused(
        self, scope: Scope, headers: Mapping[bytes, bytes], here: Visit, told: list[tuple[bytes, bytes]]
    ) -> Response | None:
        """The answer to a request that goes no further, or None. Adds to `told` what any answer says of its limit."""
        path: str = scope["path"]
        if self._installation.draining and "/health/" not in path:
            return problem(Request(scope), "draining", headers={"Connection": "close"})
        self._recognise(scope, headers, here)
        if here.refusal == CROSS_SITE:
            return problem(Request(scope), "cross-site")
        wait, left = self._take(scope, here)
        told += left
        if wait:
            return problem(Request(scope), "too-many", headers={"Retry-After": str(wait)})
        if headers.get(b"content-encoding", b"identity").strip().lower() not in {b"identity", b""}:
            detail = "Send the body as it is, without Content-Encoding."  # RFC 9110, 15.5.16
            return problem(Request(scope), "media-type", detail, headers={"Accept-Encoding": "identity"})
        return None

    def _recognise(self, scope: Scope, headers: Mapping[bytes, bytes], here: Visit) -> None:
        """Who asks: by bearer token, else by cookie. A cookie is sent by any page, so changes need one of our own pages."""
        shown = headers.get(b"authorization", b"")
        cookie = None if shown else _SESSION.search(headers.get(b"cookie", b""))
        if shown[:7].lower() == b"bearer ":
            token = shown[7:].strip().decode("ascii", "replace")
        elif cookie:
            token = cookie[1].decode("ascii", "replace")
        else:
            here.refusal = "The Authorization header is of another scheme." if shown else ""
            return
        try:
            here.caller = self._installation.rights.caller(token) if cookie else self._installation.keys.verify(token)
        except Untrusted as error:
            here.refusal = error.detail
            return
        if cookie and scope["method"] not in SAFE and not self._from_here(scope, headers):
            here.refusal = CROSS_SITE

    def _from_here(self, scope: Scope, headers: Mapping[bytes, bytes]) -> bool:
        site = headers.get(b"sec-fetch-site")
        if site is not None:
            return site == b"same-origin"
        origin = headers.get(b"origin", b"")
        own = scope["scheme"].encode() + b"://" + headers.get(b"host", b"")
        return origin != b"" and origin in {own, self._origin}

    def _take(self, scope: Scope, here: Visit) -> tuple[int, list[tuple[bytes, bytes]]]:
        """Seconds until this caller or address may ask again, 0 is now; and what is left, as headers."""
        if here.caller.id is not None:
            return self._callers.take(str(here.caller.id))
        address = (scope.get("client") or ("unknown",))[0]
        if scope["method"] in SAFE:
            return self._anonymous.take(address)
        strict = self._sign_ins if scope["path"].endswith("/sign-in") else self._anonymous_posts
        return strict.take(address)

    def _way(self, scope: Scope, headers: Mapping[bytes, bytes], here: Visit) -> ASGIApp:
        """To the app, compressed or not. The length of what is compressed may tell of a secret beside what somebody else put
        in (BREACH): what a browser is shown by its cookie or by a link is compressed if our own pages or its user ask for it.
        """
        if scope["method"] not in SAFE or not takes_gzip(headers.get(b"accept-encoding", b"")):
            return self.app
        ambient = b"authorization" not in headers and (here.caller.id is not None or b"link=" in scope["query_string"])
        return self.app if ambient and headers.get(b"sec-fetch-site") not in _OURS else self._coded

    async def _pass(self, app: ASGIApp, scope: Scope, receive: Receive, answer: "_Answer") -> None:
        """Let the app answer; a time-out or an error that nobody handled becomes a problem, if nothing was sent yet."""
        slug = "internal"
        try:
            async with asyncio.timeout(self._seconds) as timer:
                scope["plenary.timer"] = answer.timer = timer  # a route may put it off while a long body comes
                await app(scope, receive, answer.send)
            if not answer.too_large:
                return
            slug = "too-large"
        except TimeoutError:
            slug = "time-limit" if timer.expired() else "internal"
            log.warning("given up", extra={"status": 503}, exc_info=slug == "internal")
        except ClientDisconnect:
            answer.status = answer.status or 499
            return
        except Exception:
            log.exception("unhandled error")
        answer.timer, answer.too_large = None, False
        if not answer.status:
            await problem(Request(scope), slug)(scope, receive, answer.send)

    def _note(self, scope: Scope, asked: str, status: int, seconds: float) -> None:
        """The one log line and the one observation of a request; the route's template, never its ids."""
        route: str = getattr(scope.get("route"), "path", "")
        template = scope.get("root_path", "") + route if route else "none"
        method = asked if asked in METHODS else "other"
        self._installation.metrics.answered(method, template, status, seconds)
        tell(f"{method} {template} {status}", ms=round(seconds * 1000, 2))


class _Answer:
    """What has gone out so far; puts our headers on it. Once an answer has begun it may take its time (exports, feeds)."""

    __slots__ = ("_send", "bare", "headers", "status", "timer", "too_large")

    def __init__(self, send: Send, headers: list[tuple[bytes, bytes]]) -> None:
        self._send = send
        self.headers = headers
        self.status = 0
        self.timer: asyncio.Timeout | None = None
        self.too_large = False
        self.bare = False

    async def send(self, message: Message) -> None:
        """Pass on what the app sends. Starlette's body limit says 413 in plain text: held back, a problem takes its place."""
        if message["type"] == "http.response.start":
            self.too_large = message["status"] == 413 and _PLAIN in message["headers"]
        if self.too_large:
            return
        if message["type"] == "http.response.start":
            self.status = message["status"]
            if self.timer is not None and not self.timer.expired():
                self.timer.reschedule(None)
            self._add(message.setdefault("headers", []))
            await self._send(message)
            if self.bare:
                await self._send({"type": "http.response.body"})
        elif not self.bare:
            await self._send(message)

    def _add(self, given: list[tuple[bytes, bytes]]) -> None:
        names = {name for name, _ in given}
        given += [(name, value) for name, value in self.headers if name not in names]
        if b"cache-control" not in names:
            given.append((b"cache-control", b"no-store"))
        elif b"content-encoding" not in names:  # what may be kept may be had compressed
            given.append((b"vary", b"Accept-Encoding"))


def _visit(headers: Mapping[bytes, bytes]) -> Visit:
    shown = headers.get(b"x-correlation-id", b"")
    trace = headers.get(b"traceparent", b"")
    length = headers.get(b"content-length", b"-" if b"transfer-encoding" in headers else b"0")
    return Visit(
        correlation=shown.decode() if _CORRELATION.fullmatch(shown) else f"{getrandbits(128):032x}",
        traceparent=trace.decode() if _TRACEPARENT.fullmatch(trace) else "",
        length=int(length) if length.isdigit() else -1,
    )
