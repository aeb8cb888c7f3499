"""A real fault between the store and its server: a proxy that reads MongoDB's messages and loses what a test says."""

import asyncio
import contextlib
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import urlsplit

Hook = Callable[[], Awaitable[object]]


class Fault(Enum):
    """What happens to one write command."""

    ANSWER_LOST = "the server does it, and its answer is lost"
    REQUEST_LOST = "the server never hears of it"
    LATE = "the connection breaks, and the server hears of it after the next write"


@dataclass
class Proxy:
    """Faults are taken one for each write command (`insert`, `update`, `findAndModify`), in order; everything else passes."""

    upstream: tuple[str, int]
    faults: list[Fault | None] = field(default_factory=list)
    between: Hook | None = None
    """Awaited after a fault, before the store is told that its connection is gone."""
    terse: bool = False
    """The server's errors name no index any more, as some servers' do not."""
    writes: int = 0
    late: list[bytes] = field(default_factory=list)
    port: int = 0
    connections: set[asyncio.Task[None] | None] = field(default_factory=set)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up_reader, up_writer = await asyncio.open_connection(*self.upstream)
        self.connections.add(asyncio.current_task())
        try:
            while True:
                request = await _message(reader)
                if not await self._passed(request, up_reader, up_writer, writer):
                    break
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # either side is gone, or the test is over
        finally:
            for each in (up_writer, writer):
                each.close()
                with contextlib.suppress(ConnectionError):
                    await each.wait_closed()

    async def _passed(
        self,
        request: bytes,
        up_reader: asyncio.StreamReader,
        up_writer: asyncio.StreamWriter,
        writer: asyncio.StreamWriter,
    ) -> bool:
        """False: the connection is to be cut."""
        writing = _writes(request)
        self.writes += writing
        fault = self.faults.pop(0) if writing and self.faults else None
        if fault is Fault.LATE:
            self.late.append(request)
        elif fault is not Fault.REQUEST_LOST:
            up_writer.write(request)
            answer = await _message(up_reader)
            if fault is None:
                writer.write(_without_index(answer) if self.terse else answer)
                if writing and self.late:
                    await self._deliver(self.late.pop())
                return True
        if self.between is not None:
            await self.between()
        return False

    async def _deliver(self, request: bytes) -> None:
        reader, writer = await asyncio.open_connection(*self.upstream)
        writer.write(request)
        await _message(reader)
        writer.close()
        await writer.wait_closed()


@contextlib.asynccontextmanager
async def proxy(url: str) -> AsyncIterator[Proxy]:
    """A proxy before the server at `url`, on a loopback port of its own."""
    parts = urlsplit(url)
    between = Proxy((parts.hostname or "127.0.0.1", parts.port or 27017))
    server = await asyncio.start_server(between.serve, "127.0.0.1", 0)
    between.port = server.sockets[0].getsockname()[1]
    try:
        yield between
    finally:
        server.close()
        tasks = {task for task in between.connections if task is not None and not task.done()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks)


async def _message(reader: asyncio.StreamReader) -> bytes:
    """One message of the wire protocol: its length (little-endian, four bytes) stands first."""
    head = await reader.readexactly(4)
    (length,) = struct.unpack("<i", head)
    return head + await reader.readexactly(length - 4)


def _without_index(answer: bytes) -> bytes:
    """Same lengths, so it stays a message."""
    for name in (b"index: ", b"keyPattern", b"keyValue"):
        answer = answer.replace(name, b"-" * len(name))
    return answer


def _writes(message: bytes) -> bool:
    """The first element of an OP_MSG's body is the command: header 16, flags 4, section kind 1, document length 4, type 1."""
    return message[26:].startswith((b"insert\0", b"update\0", b"findAndModify\0"))
