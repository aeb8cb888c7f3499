"""What a client leaves unfinished costs little and ends: heads without end, half heads, bodies that trickle, readers who stop.

Raw sockets against our server in this process, and once against an installation with its own. Patience is shortened, where a
test has to outlast it.
"""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import orjson
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from services.server import HEAD, Connection, server
from shared.http.problems import KINDS
from shared.settings import Settings
from tests.waiting import PATIENCE

SHORT = 0.2
MIB = 1_048_576


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connection, "patience", SHORT)


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Says the path of a GET; of anything else the length of its body, or at `/refused` nothing of it; `/long` is 8 MiB."""
    size = 0
    if scope["method"] != "GET" and scope["path"] != "/refused":
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            size, more = size + len(message["body"]), message["more_body"]
    body = b"x" * 8 * MIB if scope["path"] == "/long" else f"{scope['path']} {size}".encode()
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@asynccontextmanager
async def served(settings: Settings | None = None, what: ASGIApp = app) -> AsyncIterator[int]:
    """The port of our server with that app."""
    up = asyncio.Event()
    serving = server(what, settings or Settings(port=0), up.set)
    task = asyncio.create_task(serving.serve())
    await up.wait()
    try:
        yield serving.servers[0].sockets[0].getsockname()[1]
    finally:
        serving.should_exit = True
        await task


class Raw:
    """A connection that says what it likes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def say(self, said: bytes) -> bool:
        """Whether it could be said."""
        try:
            self.writer.write(said)
            await self.writer.drain()
        except ConnectionError:
            return False
        return True

    async def answer(self) -> bytes:
        """All until the other side closes."""
        async with asyncio.timeout(PATIENCE):
            return await self.reader.read()

    async def answer_while(self, said: bytes) -> bytes:
        """The same, while this is said again and again."""
        answer = asyncio.create_task(self.answer())
        while not answer.done() and await self.say(said):
            await asyncio.sleep(0.01)
        return await answer

    async def status(self) -> int:
        """Of the one answer, which must have a length."""
        async with asyncio.timeout(PATIENCE):
            head = await self.reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", head)
            assert length
            await self.reader.readexactly(int(length[1]))
        return int(head.split()[1])


@asynccontextmanager
async def raw(port: int) -> AsyncIterator[Raw]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Raw(reader, writer)
    finally:
        writer.transport.abort()


def problem(answer: bytes) -> dict[str, Any]:
    """The problem that this answer is; the connection ends with it."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"content-type: application/problem+json" in head, answer[:300]
    assert b"connection: close" in head
    told: dict[str, Any] = orjson.loads(body)
    assert int(head.split()[1]) == told["status"]
    assert told["title"] == KINDS["bad-request"].title
    return told


START = b"GET / HTTP/1.1\r\nHost: x\r\n"
ENDLESS = {
    "one header": (START + b"X-Long: ", b"x" * 4096),
    "many headers": (START, b"X-Some: x\r\n" * 400),
    "the address": (b"GET /", b"x" * 4096),
    "empty lines": (b"", b"\r\n" * 2048),
    "a trailer": (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Long: ", b"x" * 4096),
    "the size of a chunk": (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"x" * 4096),
}


@pytest.mark.parametrize("what", ENDLESS)
async def test_what_has_no_end_is_cut_off(what: str, short: None) -> None:
    begun, more = ENDLESS[what]
    async with served() as port, raw(port) as flood:
        assert await flood.say(begun)
        with suppress(ConnectionError):
            answer = await flood.answer_while(more)
            assert not answer or problem(answer)["status"] == 431
        async with raw(port) as other:
            assert await other.say(START + b"\r\n")
            assert await other.status() == 200


@pytest.mark.parametrize("what", ["one header", "many headers"])
async def test_headers_that_are_too_large_are_a_problem(what: str) -> None:
    begun, more = ENDLESS[what]
    async with served() as port, raw(port) as in_parts, raw(port) as at_once:
        await in_parts.say(begun)
        for _ in range(HEAD // len(more) + 2):
            await in_parts.say(more)
        await at_once.say(begun + more * (HEAD // len(more) + 1) + b"\r\n\r\n")
        for each in (in_parts, at_once):
            assert problem(await each.answer())["status"] == 431


async def test_a_head_that_is_large_but_not_too_large_is_taken_again_and_again() -> None:
    async with served() as port, raw(port) as browser:
        for _ in range(3):
            await browser.say(START + b"Cookie: " + b"x" * (HEAD - 200) + b"\r\n\r\n")
            assert await browser.status() == 200


async def test_a_body_may_be_far_larger_than_a_head() -> None:
    async with served() as port, raw(port) as sender:
        await sender.say(b"POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n" + b"x" * 4_000_000)
        assert await sender.status() == 200
        await sender.say(b"POST /chunks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(5000):
            await sender.say(b"8\r\nxxxxxxxx\r\n")
        await sender.say(b"0\r\n\r\n")
        assert await sender.status() == 200


async def test_what_is_no_http_is_a_problem() -> None:
    async with served() as port, raw(port) as stranger:
        await stranger.say(b"no HTTP at all\r\n\r\n")
        assert problem(await stranger.answer())["status"] == 400


@pytest.mark.parametrize("said", [b"GET", START, START + b"X-Half: ", b"\r\n"])
async def test_half_a_head_is_not_waited_for(said: bytes, short: None) -> None:
    async with served() as port, raw(port) as client:
        await client.say(said)
        assert problem(await client.answer())["status"] == 408


async def test_who_says_nothing_is_not_waited_for(short: None) -> None:
    async with served() as port, raw(port) as client:
        assert await client.answer() == b""


async def test_a_head_that_trickles_gains_no_time_by_it(short: None) -> None:
    async with served() as port, raw(port) as client:
        await client.say(START + b"X: ")
        assert problem(await client.answer_while(b"x"))["status"] == 408


async def test_after_an_answer_the_next_head_has_its_time_too(short: None) -> None:
    async with served() as port, raw(port) as client:
        await client.say(START + b"\r\n")
        assert await client.status() == 200
        await client.say(START)
        assert problem(await client.answer())["status"] == 408


async def test_a_body_that_was_answered_already_is_not_waited_for(short: None) -> None:
    async with served() as port, raw(port) as client:
        await client.say(b"POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        assert await client.status() == 200
        with suppress(ConnectionError):  # it is closed with something unread
            assert await client.answer_while(b"x") == b""


async def test_who_does_not_take_the_answer_is_left(short: None) -> None:
    async with served() as port, raw(port) as client:
        client.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.writer.transport.pause_reading()  # type: ignore[attr-defined]
        await client.say(b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n")
        async with asyncio.timeout(PATIENCE):
            while await client.say(b"x"):
                await asyncio.sleep(0.02)
