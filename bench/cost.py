"""What a request costs beside a bare route, in turns that alternate: processor time of the server, rate, latency.

`python -m bench.cost [mongo] [TREE…]` prints one line for each turn's median: of the bare route, of this tree, and of each
other working tree of the project that is named, so that a change of 5 % shows: compare the processor time. `mongo`: on a
server that speaks MongoDB's protocol.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from statistics import median
from uuid import uuid4

from bench.mongo import mongo_url
from bench.rows import Row
from bench.servers import ROOT, processor_ms
from bench.sides import Bare, Load, Plenary, bare, plenary

ROUNDS = 5
MANY, ALONE = 1_000, 300
"""Requests in a turn of 32 clients, and of one."""
CHAIN = 400

SQLITE = "FastAPI, SQLite insert FULL"
MONGO = "FastAPI, motor insert_one"
PYMONGO = "FastAPI, PyMongo insert_one"

Turn = Callable[[], Load]


def turns(*sides: Turn, rounds: int = ROUNDS) -> list[list[Load]]:
    """A B A B …, so that a machine whose speed drifts is fair to all; the first round only warms up."""
    found = [[side() for side in sides] for _ in range(rounds + 1)][1:]
    return [list(loads) for loads in zip(*found, strict=True)]


def registering(side: Plenary | Bare, n: int, clients: int) -> Turn:
    """So many registrations; the people are entered before, and a turn begins when they were heard of: that is not its cost."""

    def turn() -> Load:
        asked = side.registrations(n)
        side.quiet()
        return side.load(asked, clients)

    return turn


def row(name: str, loads: Sequence[Sequence[Load]], figure: str, peer: str, bar: float) -> Row:
    """Ours beside the peer's, the median of the ratios turn by turn; of a rate more is better."""
    ours, theirs = ([getattr(load, figure) for load in side] for side in loads)
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    more = figure == "rate"
    value, other = round(median(ours), 2), round(median(theirs), 2)
    met = ratio >= bar if more else ratio <= bar
    unit = "1/s" if more else "ms"
    return Row(name, value, unit, peer, other, round(ratio, 2), f"{'>=' if more else '<='} {bar} x", met)


def embedded_rows() -> list[Row]:
    """On SQLite, beside one insert a request."""
    with bare("sqlite") as theirs, plenary() as ours:
        many = turns(registering(ours, MANY, 32), registering(theirs, MANY, 32))
        alone = turns(registering(ours, ALONE, 1), registering(theirs, ALONE, 1))
        doors = turns(lambda: passing(ours, MANY), registering(theirs, MANY, 32))
        return [
            row("register, embedded: processor, 32 clients", many, "processor", SQLITE, 2.0),
            row("register, embedded: rate, 32 clients", many, "rate", SQLITE, 0.8),
            row("register, embedded: processor, one client", alone, "processor", SQLITE, 2.7),
            row("register, embedded: p50, one client", alone, "p50", SQLITE, 2.2),
            row("register, embedded: p99, one client", alone, "p99", SQLITE, 2.2),
            row("pass the door, embedded: processor, 32 clients", doors, "processor", SQLITE, 2.0),
            chain_row(theirs),
        ]


def passing(side: Plenary, n: int) -> Load:
    """So many passes of people who are registered before."""
    registered = side.ask(side.registrations(n // 2))["ids"]
    return side.load(side.passes(registered), 32)


def chain_row(theirs: Bare) -> Row:
    """One process with all services: from the request until the mail is written, it is heard of everywhere, and all is quiet."""
    with plenary(()) as ours:
        loads = turns(lambda: chained(ours), registering(theirs, MANY, 32), rounds=3)
    return row("register, the whole chain, embedded: processor", loads, "processor", SQLITE, 6.5)


def chained(side: Plenary) -> Load:
    """So many registrations and all that follows from them."""
    mails = side.mails()
    asked = side.registrations(CHAIN)
    side.quiet(mails)
    before = processor_ms(side.pid)
    load = side.load(asked, 32)
    side.quiet(mails + len(asked))
    return Load(load.rate, load.p50, load.p99, (processor_ms(side.pid) - before) / len(asked))


def mongo_rows(url: str, database: str) -> list[Row]:
    """On a server that speaks MongoDB's protocol, our store in `database`; beside one insert a request, and no store."""
    with bare("mongo", url) as theirs, bare("none") as nothing, plenary(store=database) as ours:
        many = turns(registering(ours, MANY, 32), registering(theirs, MANY, 32), registering(nothing, MANY, 32))
        alone = turns(registering(ours, ALONE, 1), registering(theirs, ALONE, 1))
    return [
        row("register, MongoDB's protocol: rate, 32 clients", many[:2], "rate", MONGO, 0.8),
        row("register, MongoDB's protocol: rate, 32 clients", many[::2], "rate", "FastAPI, no store", 0.5),
        row("register, MongoDB's protocol: p50, one client", alone, "p50", MONGO, 2.5),
        row("register, MongoDB's protocol: p99, one client", alone, "p99", MONGO, 2.5),
    ]


def pymongo_rows(url: str, database: str) -> list[Row]:
    """The same by the driver that follows motor (`PLENARY_MONGO_DRIVER=pymongo`), beside a bare route by either."""
    with bare("mongo", url) as motor, bare("pymongo", url) as theirs, plenary(store=database, driver="pymongo") as ours:
        many = turns(registering(ours, MANY, 32), registering(motor, MANY, 32), registering(theirs, MANY, 32))
        alone = turns(registering(ours, ALONE, 1), registering(motor, ALONE, 1), registering(theirs, ALONE, 1))
    return [
        row("register, MongoDB's protocol, PyMongo: rate, 32 clients", many[:2], "rate", MONGO, 0.8),
        row("register, MongoDB's protocol, PyMongo: rate, 32 clients", many[::2], "rate", PYMONGO, 0.8),
        row("register, MongoDB's protocol, PyMongo: p50, one client", alone[:2], "p50", MONGO, 2.5),
        row("register, MongoDB's protocol, PyMongo: p50, one client", alone[::2], "p50", PYMONGO, 2.5),
    ]


@contextmanager
def _sides(trees: Sequence[Path], url: str) -> Iterator[dict[str, Plenary | Bare]]:
    with ExitStack() as stack:
        sides: dict[str, Plenary | Bare] = {"bare": stack.enter_context(bare("mongo" if url else "sqlite", url))}
        for tree in (ROOT, *trees):
            store = f"{url}/{uuid4().hex[:12]}" if url else ""
            sides[tree.name] = stack.enter_context(plenary(store=store, tree=tree))
        yield sides


def main(named: Sequence[str]) -> None:
    """Compare trees."""
    trees = [Path(each).resolve() for each in named if each != "mongo"]
    with mongo_url() if "mongo" in named else nullcontext("") as url, _sides(trees, url) as sides:
        for clients, n in ((32, MANY), (1, ALONE)):
            loads = turns(*(registering(side, n, clients) for side in sides.values()))
            for name, of in zip(sides, loads, strict=True):
                cost, rate, p50 = (median(getattr(each, what) for each in of) for what in ("processor", "rate", "p50"))
                beside = median(a.processor / b.processor for a, b in zip(of, loads[0], strict=True))
                print(f"{name:12} {clients:2} clients  {cost:.3f} ms {beside:.2f} x  {rate:.0f}/s  p50 {p50:.2f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
