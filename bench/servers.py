"""The processes that are measured, and their fresh data."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from services.process import open_store
from services.registration import SERVICE
from services.registration.model import Gathering, Person
from services.registration.model.commands import DraftGathering, MoveGathering, RecordPerson
from shared.settings import Settings
from shared.store import Stored

SPACE = UUID("0f4ea8bd-1c04-4a7f-9f5f-5f2d2b3a6b10")
GATHERING = uuid5(SPACE, "gathering")
NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


def person(n: int) -> UUID:
    """The n-th made-up person."""
    return uuid5(SPACE, f"person {n}")


@contextmanager
def running(
    arguments: list[str], port: int, path: str, environment: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A server that answers at `path`; ended at the end."""
    environment = {**os.environ, **environment}
    process = subprocess.Popen([sys.executable, *arguments], env=environment, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while not _answers(port, path):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{arguments} did not start")
            time.sleep(0.02)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _answers(port: int, path: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=1):
            return True
    except OSError:
        return False


async def prepare(settings: Settings, people: int, seats: int) -> None:
    """An open gathering with so many seats, and people who may register, straight in the store."""
    store = await open_store(settings, SERVICE)
    gathering, _ = Gathering.draft(_gathering(seats))
    move = MoveGathering(id=GATHERING, at=NOW, gathering=GATHERING)
    gathering.announce()
    gathering.open()
    assert move.gathering == gathering.id
    documents: list[Stored[Gathering] | Stored[Person]] = [Stored(gathering)]
    for n in range(people):
        entity = Person(person(n))
        entity.record(_person(n))
        documents.append(Stored(entity))
    for start in range(0, len(documents), 2000):
        await store.commit(documents[start : start + 2000])
    await store.close()


def _gathering(seats: int) -> DraftGathering:
    return DraftGathering(
        id=GATHERING,
        at=NOW,
        gathering=GATHERING,
        gathering_kind="conference",
        title={"en": "River basins"},
        venue={"en": "Hall"},
        mode="in_person",
        starts_at=NOW + timedelta(days=30),
        ends_at=NOW + timedelta(days=31),
        time_zone="UTC",
        capacity={"delegate": seats},
        body=None,
    )


def _person(n: int) -> RecordPerson:
    return RecordPerson(
        id=person(n),
        at=NOW,
        person=person(n),
        name=f"Person {n}",
        email=f"person{n}@example.org",
        fingerprint=person(n),
        language="en",
        calendar="gregorian",
        digits="latin",
        time_zone="UTC",
        organization=None,
        position=None,
    )


def memory_mib(pid: int) -> float:
    """Resident memory of a process."""
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")
