"""`python -m chaos`: attack an installation of its own, read everything, say which laws held. Exit status 1 if one did not."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from chaos.book import Book
from chaos.client import Client
from chaos.laws import LAWS
from chaos.look import look, settle
from chaos.seen import Seen
from chaos.targets import Target
from chaos.targets.compose import Composed
from chaos.targets.embedded import Embedded
from chaos.visitors import Crowd

SHOWN = 5
QUIET = 900.0
"""Seconds for everything to come to rest after the last visitor."""


async def strikes(target: Target, crowd: Crowd, kills: int, seed: int) -> int:
    """So many, spread over the visitors; those that are left when all have come are not made up for. Returns how many."""
    chance = Random(f"strikes {seed}")
    turns = sorted(chance.uniform(0, crowd.many * 0.95) for _ in range(kills))
    for number, turn in enumerate(turns, 1):
        while crowd.left < turn:  # noqa: ASYNC110  what is counted is told by nobody
            await asyncio.sleep(0.02)
        await asyncio.sleep(chance.uniform(0, 0.3))
        what = await target.strike(chance)
        print(f"{number:4} of {kills}: {what}, {crowd.left:,} of {crowd.many:,} visitors through", flush=True)
    return len(turns)


async def attack(target: Target, book: Book, given: argparse.Namespace) -> tuple[Seen, list[str]]:
    """Let them come while it is struck; then wait until all is quiet, and read everything."""
    client = Client(target.url, await target.start(), book)
    crowd = Crowd(client, book, given.visitors, given.seed)
    await crowd.announce()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(strikes(target, crowd, given.kills, given.seed))
        tasks.create_task(crowd.come())
    restless = await settle(client, crowd.gathering, QUIET)
    seen = await look(client, target, crowd.gathering)
    status, said = await target.verify()
    outside = await target.faults()
    outside += [f"still moving after {QUIET:g} s: {restless}"] if restless else []
    outside += [f"verify: {said[-2000:]}"] if status else []
    return seen, outside


def judge(book: Book, seen: Seen, outside: list[str]) -> int:
    """Print each law and what broke it; returns how many do not hold."""
    broken = 0
    findings = [(str(law.__doc__).partition("\n")[0], list(law(book, seen))) for law in LAWS]
    for sentence, faults in [
        *findings,
        ("Nothing died by itself, all came to rest, `plenary verify` is clean.", outside),
    ]:
        broken += bool(faults)
        print(f"{'✗' if faults else '✓'} {sentence}")
        for fault in faults[:SHOWN]:
            print(f"    {fault}")
        if len(faults) > SHOWN:
            print(f"    and {len(faults) - SHOWN} more")
    return broken


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m chaos", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same choices (1)")
    parser.add_argument("--kills", type=int, default=20, help="how often something is killed (20)")
    parser.add_argument("--visitors", type=int, default=1000, help="how many come (1000)")
    parser.add_argument("--target", choices=("embedded", "compose"), default="embedded")
    parser.add_argument(
        "--data", type=Path, help="where the embedded installation lies; default: a directory of its own"
    )
    return parser.parse_args()


async def main() -> int:
    """The whole attack; the exit status."""
    given = _arguments()
    print(f"seed {given.seed}: {given.visitors:,} visitors, {given.kills} kills, {given.target}", flush=True)
    with tempfile.TemporaryDirectory(prefix="plenary-chaos-") as folder:
        data = given.data or Path(folder) / "data"
        target: Target = Composed() if given.target == "compose" else Embedded(data)
        book, began = Book(), time.monotonic()
        try:
            seen, outside = await attack(target, book, given)
        finally:
            await target.end()
        print(
            f"{book.answers:,} answers in {time.monotonic() - began:.0f} s; {len(seen.registrations):,} registrations"
        )
        return 1 if judge(book, seen, outside) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
