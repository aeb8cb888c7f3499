"""The HTTP server: uvicorn, with a bound on what a client may leave unfinished.

Its parser keeps what is no whole header yet, without end, and copies it for each part that comes; and it waits for the rest for
ever. So here a head has `HEAD` bytes and `PATIENCE` seconds, and so has whatever else the app never sees (trailers, the size of
a chunk, the rest of a body that was answered already). What is refused here is a problem, as all refusals are.
"""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Generator
from itertools import chain
from typing import Any, Final
from uuid import uuid4

import httptools
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from shared.http.problems import KINDS, Problem
from shared.settings import Settings

HEAD: Final = 32_768
"""Bytes of a request line and headers, as many as the gateway takes (four times 8 kB)."""
PATIENCE: Final = 10.0
"""Seconds in which a head has to be there; six times as many, in which a reader takes something of what waits for it."""
GRACE: Final = 3
"""Seconds that requests in flight have to end."""


class Connection(HttpToolsProtocol):
    """uvicorn's, with those bounds."""

    patience = PATIENCE

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._unseen = 0
        """Bytes since the app was given something."""
        self._refused = False
        self._owed: asyncio.TimerHandle | None = None
        """Runs while nothing is answered and a head is not there."""
        self._stuck: asyncio.TimerHandle | None = None
        """Runs while nothing is taken of an answer."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        _cancel(self._owed)
        _cancel(self._stuck)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._refused:
            return
        self._unseen += len(data)
        super().data_received(data)
        if self._unseen > HEAD:
            self._refuse(431, f"The headers are larger than {HEAD} bytes.")
        elif self._owed is None and (self.cycle is None or self.cycle.response_complete):
            self._wait()

    def on_headers_complete(self) -> None:
        if len(self.url) + sum(map(len, chain.from_iterable(self.headers))) + 4 * len(self.headers) > HEAD:
            raise httptools.HttpParserError("too large, though it came in one piece")
        _cancel(self._owed)
        self._owed, self._unseen = None, 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._unseen = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._unseen = 0
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  its words are for uvicorn's log
        """The parser takes no more; what is too large is refused by who fed it."""
        if self._unseen <= HEAD:
            self._refuse(400, "The request cannot be read as HTTP.")

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stuck = self.loop.call_later(6 * self.patience, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        _cancel(self._stuck)

    def _wait(self) -> None:
        self._owed = self.loop.call_later(self.patience, self._late)

    def _late(self) -> None:
        """Who began a head is told; who said nothing, or is still at a body that was answered already, is not."""
        if self._unseen and not self._refused:
            self._refuse(408, f"The headers did not come within {self.patience:g} seconds.")
        else:
            self.transport.close()

    def _refuse(self, status: int, detail: str) -> None:
        """Answer, then let what still comes go unread for a while: to close at once could take the answer away."""
        _cancel(self._owed)
        self._refused = True
        if self.cycle is not None and not self.cycle.response_complete:
            self.transport.close()  # it asked for something before this, and is being answered
            return
        self.transport.write(STATUS_LINE[status] + _problem(status, detail))
        self.transport.write_eof()
        self._wait()


def _cancel(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()


def _problem(status: int, detail: str) -> bytes:
    """Headers and body, as `shared.http.problems` has them where there is a request."""
    id = uuid4().hex
    title = KINDS["bad-request"].title
    told = Problem(
        type="/problems/bad-request", title=title, status=status, detail=detail, instance=f"urn:plenary:request:{id}"
    )
    body = told.model_dump_json(exclude_defaults=True)
    lines = ("content-type: application/problem+json", f"content-length: {len(body)}", f"x-correlation-id: {id}")
    return "\r\n".join((*lines, "cache-control: no-store", "connection: close", "", body)).encode()


class Server(uvicorn.Server):
    """uvicorn, with the signals left to us: first stop taking requests, then let the loops end. Says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def server(app: ASGIApp, settings: Settings, ready: Callable[[], None]) -> Server:
    """For this app, at the address of the settings. `ready` is told once, when requests are taken."""
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=Connection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        timeout_graceful_shutdown=GRACE,
    )
    return Server(config, ready)
