"""The failure drill: each part of the composed deployment goes away under a light load and comes back.

`python -m bench.drill` brings up a project of its own, stops and kills each part for a minute in turn, and writes the table
in `docs/reliability.md`. `--seconds 10` is the short form, `--only kafka` one part, `--print` leaves the file alone.
"""

import argparse
import asyncio
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.composed import HERE, Composed, named, well
from bench.tables import replace_between, table
from bench.visitors import Books, Visitors
from services import NAMES

PARTS = ("kafka", *(f"mongo-{service}" for service in NAMES), *NAMES)
CALM = 300.0
"""Seconds for everything to catch up."""


@dataclass(slots=True)
class Row:
    """One part, gone and back."""

    part: str
    how: str
    away: float
    answered: Counter[str]
    refused: Counter[str]
    missing: set[str]
    caught_up: float
    """Seconds from the command that started it again until every service is ready, the minutes show every registration as it
    stands, and everybody has the mail about it."""
    wrong: list[str]
    """Whatever should not be: odd answers, lost registrations, containers that ended by themselves, what `verify` found."""

    def cells(self) -> list[str]:
        """The row of the table."""
        answers = "; ".join(f"{service} {self.answered[service]} / {self.refused[service]}" for service in NAMES)
        missing = ", ".join(sorted(self.missing)) or "-"
        found = "; ".join(self.wrong) or "clean"
        return [self.part, self.how, f"{self.away:.0f} s", answers, missing, f"{self.caught_up:.0f} s", found]


HEAD = ["part", "how", "away", "answered / refused while away", "readiness said", "all told after", "verify"]


async def drill(composed: Composed, part: str, how: str, seconds: float, per_second: float) -> Row:
    """Let `part` go (`stop` or `kill`) for so long under a light load, start it again, and look at everything."""
    async with Visitors(composed.urls, await composed.token()) as visitors:
        await visitors.announce(seats=int(seconds * per_second / 2) + 5)
        stop = asyncio.Event()
        load = asyncio.create_task(visitors.come(per_second, stop))
        try:
            await asyncio.sleep(2)
            fallen = await composed.fallen()
            before = _counted(visitors.books)
            missing = await _away(composed, part, how, seconds)
            after = _counted(visitors.books)
            began = time.monotonic()
            await composed.compose("start", part)
            await asyncio.sleep(2)
            stop.set()
            await asyncio.wait_for(load, CALM)
        finally:
            load.cancel()
        await calm(composed, visitors)
        caught_up = time.monotonic() - began
        wrong = [*visitors.books.odd, *await visitors.lost(), *dict.fromkeys([*fallen, *await composed.fallen()])]
    answered, refused = after[0] - before[0], after[1] - before[1]
    return Row(part, how, seconds, answered, refused, missing, caught_up, wrong)


def _counted(books: Books) -> tuple[Counter[str], Counter[str]]:
    return Counter(books.answered), Counter(books.refused)


async def _away(composed: Composed, part: str, how: str, seconds: float) -> set[str]:
    """Take it away for so long; returns what readiness named meanwhile."""
    await composed.compose(how, part)
    until = time.monotonic() + seconds
    missing: set[str] = set()
    while time.monotonic() < until:
        missing |= named(await composed.readiness())
        await asyncio.sleep(min(1.0, max(0.0, until - time.monotonic())))
    return missing


async def calm(composed: Composed, visitors: Visitors) -> None:
    """Wait until everything answers, and every registration came to its end everywhere. Raises `TimeoutError` after `CALM`."""
    async with asyncio.timeout(CALM):
        while not well(await composed.readiness()) or await visitors.unheard():  # noqa: ASYNC110  nothing to wait on
            await asyncio.sleep(0.5)


async def verified(composed: Composed) -> list[str]:
    """Ask `plenary verify` from a container; empty if every invariant holds."""
    status, said = await composed.plenary("verify")
    return [] if status == 0 else [f"verify: {said[-600:]}"]


async def run(composed: Composed, parts: Sequence[str], ways: Sequence[str], seconds: float) -> list[Row]:
    """The whole table, one row after the other."""
    rows = []
    for part in parts:
        for how in ways:
            row = await drill(composed, part, how, seconds, per_second=2)
            row.wrong += await verified(composed)
            rows.append(row)
            print(" | ".join(rows[-1].cells()), flush=True)
    return rows


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.drill", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long each part is away (60)")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; may be repeated")
    parser.add_argument("--ways", nargs="+", choices=("stop", "kill"), default=["stop", "kill"])
    parser.add_argument("--port", type=int, default=8089, help="the gateway's port meanwhile (8089)")
    parser.add_argument("--print", action="store_true", help="leave docs/reliability.md alone")
    return parser.parse_args()


async def main() -> int:
    """Bring up, drill, write, remove; exit status 1 if anything was wrong."""
    given = _arguments()
    composed = Composed("plenary-drill", given.port, {"PLENARY_SMTP_URL": "smtp://mailpit:1025"})
    try:
        await composed.up()
        rows = await run(composed, given.only or PARTS, given.ways, given.seconds)
    finally:
        await composed.down()
    if not given.print:
        said = f"Run {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, `python -m bench.drill --seconds {given.seconds:g}`.\n\n"
        replace_between(HERE / "docs/reliability.md", "drill", said + table(HEAD, [row.cells() for row in rows]))
    return 1 if any(row.wrong for row in rows) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
