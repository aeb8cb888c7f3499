"""The client of the benchmarks: prepared requests over keep-alive connections, as lean as Python allows.

Run as a process of its own, so that it shares no interpreter with what it measures:
`python -m bench.load PORT CONNECTIONS < requests.json` prints `{seconds, latencies_ms, ids, failures}`.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from typing import Any, cast

import orjson


def request(path: str, body: Any, headers: dict[str, str]) -> bytes:
    """A POST as it goes over the wire."""
    data = orjson.dumps(body)
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json"]
    lines += [f"Content-Length: {len(data)}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


class Client(asyncio.Protocol):
    """One connection: the next request leaves when the answer to the last one is complete."""

    def __init__(self, queue: list[bytes], latencies: list[float], bodies: list[bytes], failures: list[bytes]) -> None:
        self._queue = queue
        self._latencies = latencies
        self._bodies = bodies
        self._failures = failures
        self._buffer = b""
        self._began = 0.0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._next()

    def _next(self) -> None:
        if not self._queue:
            self._transport.close()
            self.done.set_result(None)
            return
        self._began = time.perf_counter()
        self._transport.write(self._queue.pop())

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self._buffer[:end].lower()
        at = head.find(b"content-length:")
        length = int(head[at + 15 : head.find(b"\r\n", at) if head.find(b"\r\n", at) > 0 else None])
        if len(self._buffer) < end + 4 + length:
            return
        self._latencies.append(time.perf_counter() - self._began)
        if not head.startswith(b"http/1.1 2"):
            self._failures.append(self._buffer[:400])
        else:
            self._bodies.append(self._buffer[end + 4 :])
        self._buffer = b""
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(exc or ConnectionResetError())


async def load(port: int, connections: int, requests: Sequence[bytes]) -> dict[str, Any]:
    """Send all requests over so many connections."""
    queue, latencies = list(reversed(requests)), list[float]()
    bodies, failures = list[bytes](), list[bytes]()
    loop = asyncio.get_running_loop()
    began = time.perf_counter()
    clients = [
        (await loop.create_connection(lambda: Client(queue, latencies, bodies, failures), "127.0.0.1", port))[1]
        for _ in range(connections)
    ]
    await asyncio.gather(*(client.done for client in clients))
    seconds = time.perf_counter() - began
    return {
        "seconds": seconds,
        "ids": [orjson.loads(body)["id"] for body in bodies],
        "latencies_ms": [latency * 1000 for latency in latencies],
        "failures": [failure.decode("utf-8", "replace") for failure in failures[:3]],
        "failed": len(failures),
    }


def main() -> None:
    """Read the requests from standard input, print the result."""
    import uvloop

    port, connections = int(sys.argv[1]), int(sys.argv[2])
    wanted = [request(each["path"], each["body"], each["headers"]) for each in orjson.loads(sys.stdin.buffer.read())]
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        result = runner.run(load(port, connections, wanted))
    sys.stdout.buffer.write(orjson.dumps(result))


if __name__ == "__main__":
    main()
