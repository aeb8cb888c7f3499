"""`make bench`: each figure beside its limit and its peer, measured in turn in one run; `bench/results.json` holds the same.

The app is measured as shipped (sign-in, limits, logs and metrics on), one worker. `BENCH_MONGO_URL` names a server that speaks
MongoDB's protocol; without it one is started in a container (in memory, which favours the peer), and where no Docker engine
answers those rows are left out and said to be.

`python -m bench cost` measures only what a request costs (the rows of `bench.cost`, some minutes), and writes nothing.
"""

import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from uuid import uuid4

import orjson

from bench.cost import embedded_rows, mongo_rows, pymongo_rows
from bench.growth import growth_rows
from bench.mongo import mongo_url
from bench.pages import page_rows
from bench.published import published_rows
from bench.rows import Row, show
from bench.servers import memory_mib, running
from bench.sitting import sitting_rows
from services import NAMES
from tests.ports import free_port

RESULTS = Path(__file__).with_name("results.json")


def memory_row(name: str, arguments: list[str], bar: float, environment: dict[str, str] | None = None) -> Row:
    """Resident memory of a process that has nothing to do."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        settings = {"PLENARY_DATA": folder, "PLENARY_PORT": str(port), **(environment or {})}
        with running(["-m", "services", *arguments], port, "/health/ready", settings) as process:
            value = memory_mib(process.pid)
    return Row(name, round(value, 1), "MiB", "", None, None, f"<= {bar:.0f} MiB", value <= bar)


def _stores(url: str) -> dict[str, str]:
    return {f"PLENARY_{service.upper()}_STORE_URL": fresh(url) for service in NAMES}


def fresh(url: str) -> str:
    """A database that nobody used yet."""
    return f"{url}/{uuid4().hex[:12]}"


def costs() -> list[Row]:
    """What a request costs, on either store."""
    found = embedded_rows()
    for rows in (mongo_rows, pymongo_rows):
        with mongo_url() as url:  # each has a server of its own: what lies there already slows the local stand-in
            if not url:
                print("no Docker engine answers: the rows on MongoDB's protocol are left out")
                return found
            found += rows(url, fresh(url))
    return found


def idle() -> list[Row]:
    """Resident memory of each service, and of all in one process."""
    with mongo_url() as url:
        each = [memory_row(f"idle, {service}", [service], 110, _stores(url)) for service in NAMES] if url else []
    return [*each, memory_row("idle, all in one, embedded", [], 180)]


def main(only: list[str]) -> int:
    """Measure, print, write (all of it, or nothing); 1 if a bar is missed that nobody explained."""
    if only not in ([], ["cost"]):
        sys.exit(__doc__)
    found = costs()
    if not only:
        found += [*idle(), *published_rows(), *sitting_rows(), *page_rows(), *growth_rows()]
        RESULTS.write_bytes(orjson.dumps([asdict(row) for row in found], option=orjson.OPT_INDENT_2) + b"\n")
    show(found)
    return 0 if all(row.met or row.why for row in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
