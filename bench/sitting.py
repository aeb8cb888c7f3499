"""Minutes of two hundred agenda items, on the embedded default, one worker: read, searched, rendered, and set on paper.

Each item was taken up under a quorum rule and spoken on; on every second somebody brought something forward, and on every fourth
something was decided; sixty delegates were there.

`python -m bench.sitting` prints these rows alone. Who reads is signed in, so that everything is made anew each time; the paper
is asked for in each language, and while it is set somebody else reads.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.client import HTTPConnection
from statistics import median, quantiles
from uuid import UUID, uuid4

from bench.record import SLUG, serving
from bench.rows import Row, show
from shared.auth import Keys
from shared.locale import LANGUAGES

ITEMS, DECISIONS, READINGS = 200, 50, 100
SLOWEST, LONGEST_PAPER = 100.0, 5_000.0
"""Milliseconds: p99 of a reading, and a paper."""


def sitting_rows() -> list[Row]:
    """Of each reading p99, one reader; the slowest paper; and the longest that somebody waited meanwhile."""
    gathering = uuid4()
    with serving(gathering, decisions=DECISIONS, items=ITEMS) as (port, _, settings):
        token = Keys.open(settings.key_path, issuer=settings.issuer).issue(uuid4(), ["observer"], timedelta(hours=1))
        reader = _Reader(port, {"Authorization": f"Bearer {token}"})
        read = [_row(what, [reader.wait(path) for _ in range(READINGS + 1)]) for what, path in _paths(gathering)]
        return read + _paper(reader, f"/minutes/v1/minutes/{gathering}")


def _paths(gathering: UUID) -> list[tuple[str, str]]:
    here = f"/minutes/v1/minutes/{gathering}"
    read = [(f"{what} read", f"{here}/{what}") for what in ("agenda", "statements", "contributions", "decisions")]
    return [("read", here), *read, ("searched", "/minutes/?q=river"), ("rendered", f"/minutes/{SLUG}?lang=fa")]


def _row(what: str, waits: list[float]) -> Row:
    waits = waits[1:]  # the first one reads the template, too
    slowest = quantiles(waits, n=100)[98]
    name = f"minutes of {ITEMS} items, {what}: p99"
    usual = round(median(waits), 1)
    return Row(
        name,
        round(slowest, 1),
        "ms",
        "p50",
        usual,
        round(slowest / usual, 1),
        f"<= {SLOWEST:.0f} ms",
        slowest <= SLOWEST,
    )


def _paper(reader: "_Reader", other: str) -> list[Row]:
    """Set anew in each language, since nobody asked for it before; `other` is what somebody else reads meanwhile."""
    beside, taken, waits = _Reader(reader.port, reader.headers), list[float](), list[float]()
    with ThreadPoolExecutor(1) as pool:
        for language in LANGUAGES:
            setting = pool.submit(reader.wait, f"/minutes/{SLUG}.pdf?lang={language}")
            while not setting.done():
                waits.append(beside.wait(other))
            taken.append(setting.result())
    name, slowest, longest = f"minutes of {ITEMS} items", max(taken), max(waits)
    return [
        Row(f"{name}, on paper", round(slowest), "ms", "", None, None, "<= 5 s", slowest <= LONGEST_PAPER),
        Row(
            f"{name}, on paper: another waits", round(longest, 1), "ms", "", None, None, "<= 100 ms", longest <= SLOWEST
        ),
    ]


class _Reader:
    """One connection."""

    def __init__(self, port: int, headers: dict[str, str]) -> None:
        self.port, self.headers = port, headers
        self._connection = HTTPConnection("127.0.0.1", port)

    def wait(self, path: str) -> float:
        """Milliseconds until the whole answer is there."""
        began = time.perf_counter()
        self._connection.request("GET", path, headers=self.headers)
        with self._connection.getresponse() as answer:
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
        return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    show(sitting_rows())
