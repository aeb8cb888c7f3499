"""What is compared: Plenary as shipped, and bare routes. Both stay up while their turns alternate.

Only HTTP is spoken to them, so that the code of another tree (an older one) can stand beside this one.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

import httpx
import orjson

from bench.servers import ROOT, processor_ms, running
from shared.auth import Keys
from shared.settings import Settings
from tests.ports import free_port

NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Load:
    """What one turn showed: requests a second, latencies (ms), and the processor time of the server for each request (ms)."""

    rate: float
    p50: float
    p99: float
    processor: float


@dataclass(frozen=True)
class Asked:
    """A POST."""

    path: str
    body: dict[str, Any]


@dataclass
class Side:
    """A server and how it is spoken to."""

    port: int
    pid: int
    headers: dict[str, str] = field(default_factory=dict)

    def load(self, asked: Sequence[Asked], clients: int) -> Load:
        """One turn: all of these, over so many connections. Raises if one is refused."""
        before = processor_ms(self.pid)
        told = self.ask(asked, clients)
        each = (processor_ms(self.pid) - before) / len(asked)
        latencies = sorted(told["latencies_ms"])
        return Load(len(asked) / told["seconds"], median(latencies), latencies[int(len(latencies) * 0.99)], each)

    def ask(self, asked: Sequence[Asked], clients: int = 32) -> dict[str, Any]:
        """What `bench.load` says, a process of its own; `ids` are those of the answers."""
        wanted = [
            {"path": each.path, "body": each.body, "headers": {**self.headers, "Idempotency-Key": uuid4().hex}}
            for each in asked
        ]
        arguments = [sys.executable, "-m", "bench.load", str(self.port), str(clients)]
        done = subprocess.run(arguments, input=orjson.dumps(wanted), stdout=subprocess.PIPE, check=True, cwd=ROOT)
        told: dict[str, Any] = orjson.loads(done.stdout)
        if told["failed"]:
            raise RuntimeError(f"{told['failed']} requests failed: {told['failures']}")
        return told


@dataclass
class Bare(Side):
    """A bare route."""

    def registrations(self, n: int) -> list[Asked]:
        """So many, which nobody asked before."""
        path = f"/gatherings/{uuid4()}/registrations"
        return [Asked(path, {"person": str(uuid4()), "category": "delegate"}) for _ in range(n)]

    def quiet(self) -> None:
        """It does nothing but what it is asked."""


@dataclass
class Plenary(Side):
    """An installation with one hot gathering, open, and as many people as are asked for."""

    data: Path = Path()
    gathering: str = ""

    def registrations(self, n: int) -> list[Asked]:
        """So many, of people who are entered for it before."""
        form = {"email": "", "language": "en"}
        people = [{**form, "name": f"Visitor {k}", "email": f"{uuid4().hex}@example.org"} for k in range(n)]
        ids = self.ask([Asked("/registration/v1/people", each) for each in people])["ids"]
        path = f"/registration/v1/gatherings/{self.gathering}/registrations"
        return [Asked(path, {"person": id, "category": "delegate"}) for id in ids]

    def passes(self, registrations: Sequence[str]) -> list[Asked]:
        """Each of them comes in, then each goes out."""
        at = (NOW + timedelta(days=1)).isoformat()
        return [
            Asked(f"/registration/v1/registrations/{id}/{way}", {"scan": str(uuid4()), "passed_at": at})
            for way in ("entries", "exits")
            for id in registrations
        ]

    def announce(self) -> None:
        """Draft the gathering, announce and open it."""
        url = f"http://127.0.0.1:{self.port}/registration/v1/gatherings"
        with httpx.Client(headers=self.headers) as client:
            answer = client.post(url, json=_GATHERING)
            for step in ("announce", "open"):
                self.gathering, version = answer.raise_for_status().json()["id"], answer.headers["ETag"]
                answer = client.post(f"{url}/{self.gathering}/{step}", headers={"If-Match": version})
            answer.raise_for_status()

    def mails(self) -> int:
        """How many lie in the folder."""
        return sum(1 for _ in self.data.rglob("*.eml"))

    def quiet(self, mails: int = 0) -> None:
        """Wait until so many mails are written and no service has anything left to hear."""
        while self.mails() < mails:
            time.sleep(0.02)
        lags = ["?"]
        while any(lags):
            time.sleep(0.5)
            health = httpx.get(f"http://127.0.0.1:{self.port}/health/ready", headers=self.headers).json()
            lags = [service["lag"] for service in health["services"].values()]


_GATHERING = {
    "title": {"en": "River basins"},
    "venue": {"en": "Hall"},
    "starts_at": NOW.isoformat(),
    "ends_at": (NOW + timedelta(days=2)).isoformat(),
    "time_zone": "UTC",
    "capacity": {"delegate": 1_000_000},
}


@contextmanager
def plenary(
    services: Sequence[str] = ("registration",), store: str = "", tree: Path = ROOT, driver: str = "motor"
) -> Iterator[Plenary]:
    """A fresh installation, one process: the services that are named, none for all; `driver` speaks to a `store` of MongoDB's."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        port, settings = free_port(), Settings(data=Path(folder))
        environment = {
            "PLENARY_DATA": folder,
            "PLENARY_PORT": str(port),
            "PLENARY_LIMIT_CALLER": "1000000:1000000",  # on, and never reached
            **({"PLENARY_REGISTRATION_STORE_URL": store, "PLENARY_MONGO_DRIVER": driver} if store else {}),
        }
        started = running(["-m", "services", *services], port, "/health/live", environment, tree)
        process = stack.enter_context(started)
        token = Keys.open(settings.key_path, issuer=settings.issuer).issue(uuid4(), ["secretariat"], timedelta(hours=1))
        side = Plenary(port, process.pid, {"Authorization": f"Bearer {token}"}, Path(folder))
        side.announce()
        yield side


@contextmanager
def bare(kind: str, store: str = "") -> Iterator[Bare]:
    """The same requests to a bare route: `sqlite`, `mongo` (by motor), `pymongo` or `none`."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        port = free_port()
        arguments = ["-m", "uvicorn", "bench.peers:app", "--port", str(port), "--no-access-log", "--loop", "uvloop"]
        environment = {"PEER": kind, "PEER_STORE": store or str(Path(folder) / "peer.db")}
        yield Bare(port, stack.enter_context(running(arguments, port, "/openapi.json", environment)).pid)
