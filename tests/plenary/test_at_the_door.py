"""An installation whose door is beset: what it costs, and what the others notice of it."""

import asyncio
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from tests.plenary.running import Installation

MIB = 1_048_576
IDLE = 300
HALF = b"GET / HTTP/1.1\r\nHost: x\r\nX-Half: "


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    made = Installation(tmp_path_factory.mktemp("door") / "data")
    made.start()
    yield made
    made.stop()


def _memory(pid: int) -> float:
    """What a process holds, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _seconds(pid: int) -> float:
    """What a process has used of the processor."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


@contextmanager
def connected(address: tuple[str, int], count: int, said: bytes = b"") -> Iterator[list[socket.socket]]:
    """So many connections that said this and nothing more."""
    with ExitStack() as stack:
        made = [stack.enter_context(socket.create_connection(address)) for _ in range(count)]
        for each in made:
            each.sendall(said)
        yield made


async def _asked(url: str, times: int) -> list[float]:
    """The seconds of so many answers, one after the other."""
    took = []
    async with httpx.AsyncClient(base_url=url) as client:
        for _ in range(times):
            since = time.perf_counter()
            assert (await client.get("/health/live")).status_code == 200
            took.append(time.perf_counter() - since)
    return sorted(took)


def _flood(address: tuple[str, int], most: int) -> int:
    """Say a header without end; returns how many bytes were taken before the door was shut."""
    said, part = 0, b"x" * 65_536
    with socket.create_connection(address) as flood, suppress(ConnectionError, TimeoutError):
        flood.settimeout(30)
        flood.sendall(b"GET / HTTP/1.1\r\nX: ")
        while said < most:
            flood.sendall(part)
            said += len(part)
    return said


@pytest.mark.slow  # as long as a head is waited for
async def test_hundreds_of_connections_harm_nobody_and_end(
    here: Installation, record_property: Callable[[str, object], None]
) -> None:
    """Of half of them nothing is heard, and of the others half a head."""
    address = ("127.0.0.1", int(here.environ["PLENARY_PORT"]))
    before = _memory(here.pid)
    with connected(address, IDLE) as idle, connected(address, IDLE, HALF) as halves:
        took = await _asked(here.environ["PLENARY_URL"], 100)
        held = _memory(here.pid) - before
        for each in (*idle, *halves):
            each.settimeout(60)
            assert (b" 408 " in await asyncio.to_thread(each.recv, 65_536)) is (each in halves)
    worst, usual = took[-1] * 1000, took[50] * 1000
    record_property("seen", f"{2 * IDLE} connections: {held:.1f} MiB, others wait {usual:.1f} ms, one {worst:.1f} ms")
    assert held < 32


async def test_headers_without_end_cost_next_to_nothing(
    here: Installation, record_property: Callable[[str, object], None]
) -> None:
    address = ("127.0.0.1", int(here.environ["PLENARY_PORT"]))
    memory, seconds = _memory(here.pid), _seconds(here.pid)
    floods = [asyncio.to_thread(_flood, address, 50 * MIB) for _ in range(4)]
    flooding = asyncio.gather(*floods)
    took = await _asked(here.environ["PLENARY_URL"], 100)
    said = await flooding
    held, used = _memory(here.pid) - memory, _seconds(here.pid) - seconds
    usual = took[50] * 1000
    record_property("seen", f"{sum(said) // MIB} MiB said: {held:.1f} MiB, {used:.2f} s, others wait {usual:.1f} ms")
    assert held < 32
    assert used < 3


FORMS = ("OPTIONS *", "GET *", "GET http://x", "GET http://x/health/live", "CONNECT x:443", "GET //")


@pytest.mark.parametrize("asked", FORMS)
def test_every_form_of_an_address_is_answered(here: Installation, asked: str) -> None:
    address = ("127.0.0.1", int(here.environ["PLENARY_PORT"]))
    with connected(address, 1, f"{asked} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()) as [client]:
        answer = b"".join(iter(lambda: client.recv(65_536), b""))
    assert int(answer.split()[1]) in {200, 400, 404}, answer
    assert b"\r\ncontent-type: application/" in answer
