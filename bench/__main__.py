"""`make bench`: each figure beside its limit and its peer, measured in turn in one run; `bench/results.json` holds the same.

The app is measured as shipped (sign-in, limits, logs and metrics on), one worker. `BENCH_MONGO_URL` names a server that speaks
MongoDB's protocol; without it one is started in a container (in memory, which favours the peer), and where no Docker engine
answers those rows are left out and said to be.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson

from bench.growth import growth_rows
from bench.mongo import mongo_url
from bench.rows import Row, show
from bench.servers import GATHERING, memory_mib, person, prepare, running
from services import NAMES
from shared.auth import Keys
from shared.settings import Settings
from tests.ports import free_port

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "3000"))
WARM = 300
CLIENTS = 32
RESULTS = Path(__file__).with_name("results.json")


@dataclass
class Load:
    """What one run of the client saw."""

    rate: float
    p50: float
    p99: float


def plenary(store_url: str, seats: int = 1_000_000, clients: int = CLIENTS, requests: int = REQUESTS) -> Load:
    """Registrations into one hot gathering of a fresh installation."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        port = free_port()
        settings = Settings(data=Path(folder), store_urls={"registration": store_url} if store_url else {})
        asyncio.run(prepare(settings, WARM + requests, seats))
        token = Keys.open(settings.key_path, issuer=settings.issuer).issue(uuid4(), ["secretariat"], timedelta(hours=1))
        environment = {
            "PLENARY_DATA": folder,
            "PLENARY_PORT": str(port),
            "PLENARY_LIMIT_CALLER": "1000000:1000000",  # on, and never reached
            **({"PLENARY_REGISTRATION_STORE_URL": store_url} if store_url else {}),
        }
        stack.enter_context(running(["-m", "services", "registration"], port, "/health/live", environment))
        path = f"/registration/v1/gatherings/{GATHERING}/registrations"
        return _measure(port, path, {"Authorization": f"Bearer {token}"}, clients, requests)


def peer(kind: str, store: str = "", clients: int = CLIENTS, requests: int = REQUESTS) -> Load:
    """The same requests to a bare route."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        port = free_port()
        arguments = ["-m", "uvicorn", "bench.peers:app", "--port", str(port), "--no-access-log", "--loop", "uvloop"]
        environment = {"PEER": kind, "PEER_STORE": store or str(Path(folder) / "peer.db")}
        stack.enter_context(running(arguments, port, "/openapi.json", environment))
        return _measure(port, f"/gatherings/{GATHERING}/registrations", {}, clients, requests)


def _measure(port: int, path: str, headers: dict[str, str], clients: int, requests: int) -> Load:
    _load(port, path, headers, clients, range(WARM))
    told = _load(port, path, headers, clients, range(WARM, WARM + requests))
    latencies = sorted(told["latencies_ms"])
    return Load(requests / told["seconds"], statistics.median(latencies), latencies[int(len(latencies) * 0.99)])


def _load(port: int, path: str, headers: dict[str, str], clients: int, numbers: range) -> dict[str, Any]:
    wanted = [
        {
            "path": path,
            "body": {"person": str(person(n)), "category": "delegate"},
            "headers": {**headers, "Idempotency-Key": uuid4().hex},
        }
        for n in numbers
    ]
    arguments = [sys.executable, "-m", "bench.load", str(port), str(clients)]
    done = subprocess.run(arguments, input=orjson.dumps(wanted), stdout=subprocess.PIPE, check=True)
    told: dict[str, Any] = orjson.loads(done.stdout)
    if told["failed"]:
        raise RuntimeError(f"{told['failed']} requests failed: {told['failures']}")
    return told


Measure = Callable[[], Load]


def in_turn(ours: Measure, theirs: Measure) -> tuple[list[Load], list[Load]]:
    """A B A B …, so that a machine whose speed drifts is fair to both."""
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def rate_row(name: str, ours: Measure, peer_name: str, theirs: Measure, bar: float) -> Row:
    """Requests a second; the median of the ratios pair by pair."""
    a, b = in_turn(ours, theirs)
    ratio = statistics.median(x.rate / y.rate for x, y in zip(a, b, strict=True))
    value, other = statistics.median(x.rate for x in a), statistics.median(y.rate for y in b)
    return Row(name, round(value), "1/s", peer_name, round(other), round(ratio, 2), f">= {bar} x", ratio >= bar)


def latency_rows(name: str, ours: Measure, peer_name: str, theirs: Measure) -> list[Row]:
    """One client alone: p50 and p99."""
    a, b = in_turn(ours, theirs)
    rows = []
    for label, bar in (("p50", 1.5), ("p99", 2.0)):
        ratio = statistics.median(getattr(x, label) / getattr(y, label) for x, y in zip(a, b, strict=True))
        value, other = (statistics.median(getattr(load, label) for load in loads) for loads in (a, b))
        row = Row(
            f"{name}, {label}",
            round(value, 2),
            "ms",
            peer_name,
            round(other, 2),
            round(ratio, 2),
            f"<= {bar} x",
            ratio <= bar,
        )
        rows.append(row)
    return rows


def memory_row(name: str, arguments: list[str], bar: float, environment: dict[str, str] | None = None) -> Row:
    """Resident memory of a process that has nothing to do."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        settings = {"PLENARY_DATA": folder, "PLENARY_PORT": str(port), **(environment or {})}
        with running(["-m", "services", *arguments], port, "/health/ready", settings) as process:
            value = memory_mib(process.pid)
    return Row(name, round(value, 1), "MiB", "", None, None, f"<= {bar:.0f} MiB", value <= bar)


def embedded_rows() -> list[Row]:
    """On SQLite, beside one insert a request."""
    name = "FastAPI, SQLite insert FULL"
    return [
        rate_row("register, embedded (SQLite FULL)", lambda: plenary(""), name, lambda: peer("sqlite"), 1.5),
        *latency_rows(
            "register unloaded, embedded",
            lambda: plenary("", clients=1, requests=500),
            name,
            lambda: peer("sqlite", clients=1, requests=500),
        ),
    ]


def mongo_rows(url: str) -> list[Row]:
    """On a server that speaks MongoDB's protocol, beside one insert a request, and beside no store at all."""
    label, name = "register, MongoDB's protocol", "FastAPI, motor insert_one"
    return [
        rate_row(label, lambda: plenary(fresh(url)), name, lambda: peer("mongo", url), 2.0),
        rate_row(label, lambda: plenary(fresh(url)), "FastAPI, no store", lambda: peer("none"), 0.5),
        *latency_rows(
            "register unloaded, MongoDB's protocol",
            lambda: plenary(fresh(url), clients=1, requests=500),
            name,
            lambda: peer("mongo", url, clients=1, requests=500),
        ),
        *(memory_row(f"idle, {service}", [service], 110, _stores(url)) for service in NAMES),
    ]


def _stores(url: str) -> dict[str, str]:
    return {f"PLENARY_{service.upper()}_STORE_URL": fresh(url) for service in NAMES}


def fresh(url: str) -> str:
    """A database that nobody used yet."""
    return f"{url}/{uuid4().hex[:12]}"


def rows() -> list[Row]:
    """All that is measured here, in the order of the table."""
    found = embedded_rows()
    with mongo_url() as url:
        if url:
            found += mongo_rows(url)
        else:
            print("no Docker engine answers: the rows on MongoDB's protocol are left out")
    return [*found, memory_row("idle, all in one, embedded", [], 180), *growth_rows()]


def main() -> int:
    """Measure, print, write; 1 if a bar is missed."""
    found = rows()
    RESULTS.write_bytes(orjson.dumps([asdict(row) for row in found], option=orjson.OPT_INDENT_2) + b"\n")
    show(found)
    return 0 if all(row.met for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
