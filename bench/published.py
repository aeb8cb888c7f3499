"""What a reader of published minutes costs: who has the page already, beside a page that is rendered.

And how long somebody else waits while two hundred of them come at once.

`python -m bench.published` prints the rows alone. Whoever is signed in has a frame of their own, so that is rendered each time;
everybody else's page is kept in memory, and costs hardly more than the answer that it has not changed.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPConnection
from multiprocessing import get_context
from statistics import median
from uuid import UUID, uuid4

from bench.record import serving
from bench.rows import Row, show
from bench.servers import processor_ms
from shared.auth import Keys

DECISIONS = 20
CROWD, LONGEST = 200, 200
"""Readers at once, and the milliseconds by which they may delay somebody else."""
ROUNDS, READINGS = 5, 200
BAR = 0.1


@contextmanager
def _reading() -> Iterator[Callable[[dict[str, str], int], float]]:
    """Reads the page with these headers (`{tag}` and `{token}` are filled in), and says what one reading cost the server (ms)."""
    gathering = uuid4()
    with serving(gathering, decisions=DECISIONS) as (port, pid, settings):
        token = Keys.open(settings.key_path, issuer=settings.issuer).issue(uuid4(), ["observer"], timedelta(hours=1))
        connection = HTTPConnection("127.0.0.1", port)
        known = _get(connection, gathering, {}, 200)

        def read(headers: dict[str, str], status: int) -> float:
            before = processor_ms(pid)
            told = {name: value.format(tag=known, token=token) for name, value in headers.items()}
            for _ in range(READINGS):
                _get(connection, gathering, told, status)
            return (processor_ms(pid) - before) / READINGS

        yield read


def _get(connection: HTTPConnection, gathering: UUID, headers: dict[str, str], status: int) -> str:
    """Its tag, if it has one."""
    connection.request("GET", f"/minutes/{gathering}", headers=headers)
    with connection.getresponse() as answer:
        answer.read()
        if answer.status != status:
            raise RuntimeError(f"answered {answer.status}, not {status}")
        return answer.headers["ETag"] or ""


def crowd_row() -> Row:
    """The longest that somebody waited who read something else while the crowd came: nothing is on the shelf at first."""
    gathering = uuid4()
    with (
        serving(gathering, decisions=DECISIONS) as (port, _, _),
        ProcessPoolExecutor(1, get_context("spawn")) as beside,
    ):
        beside.submit(sum, ()).result()  # the process is there
        connection = HTTPConnection("127.0.0.1", port)
        alone = max(_wait(connection, gathering) for _ in range(READINGS))
        coming, waits = beside.submit(crowd, port, f"/minutes/{gathering}"), list[float]()
        while not coming.done():
            waits.append(_wait(connection, gathering))
        answered = coming.result()
    if answered != CROWD:
        raise RuntimeError(f"{answered} of {CROWD} had an answer")
    name, longest = f"{CROWD} readers of a page at once: another waits", max(waits)
    ratio, bar = round(longest / alone, 1), f"<= {LONGEST} ms"
    return Row(name, round(longest, 1), "ms", "without them", round(alone, 1), ratio, bar, longest <= LONGEST)


def _wait(connection: HTTPConnection, gathering: UUID) -> float:
    """Milliseconds until the minutes are answered as data."""
    began = time.perf_counter()
    connection.request("GET", f"/minutes/v1/minutes/{gathering}")
    with connection.getresponse() as answer:
        answer.read()
    return (time.perf_counter() - began) * 1000


def crowd(port: int, path: str) -> int:
    """All come at once, each by a connection of its own; returns how many had the page."""

    async def one() -> bool:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        return answer.startswith(b"HTTP/1.1 200") and answer.endswith(b"</html>")

    async def all_of_them() -> int:
        return sum(await asyncio.gather(*(one() for _ in range(CROWD))))

    return asyncio.run(all_of_them())


def published_rows() -> list[Row]:
    """The rows: processor time, in turns; and the wait."""
    with _reading() as read:
        pairs = [
            (read({"If-None-Match": "{tag}"}, 304), read({"Authorization": "Bearer {token}"}, 200))
            for _ in range(ROUNDS + 1)
        ][1:]
    ratio = median(ours / theirs for ours, theirs in pairs)
    kept, rendered = (round(median(side), 3) for side in zip(*pairs, strict=True))
    name = "a published page, If-None-Match: processor"
    return [
        Row(name, kept, "ms", "rendered", rendered, round(ratio, 3), f"<= {BAR} x", ratio <= BAR),
        crowd_row(),
    ]


if __name__ == "__main__":
    show(published_rows())
