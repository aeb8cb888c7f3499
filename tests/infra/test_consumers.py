"""The consumers of `docs/consumers`, each as it stands, beside an installation on a real Kafka: they agree with each other."""

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from plenary.client import token
from shared.settings import Settings
from tests.clients.tools import MODULES
from tests.containers import kafka
from tests.plenary.running import Installation
from tests.waiting import eventually

pytestmark = [pytest.mark.containers, pytest.mark.timeout(300)]

EXAMPLES = Path("docs/consumers").absolute()
SEATS, PEOPLE = 2, 4
GATHERING = {
    "title": {"en": "River basins"},
    "venue": {"en": "Hall"},
    "starts_at": "2035-03-21T09:00:00+03:30",
    "ends_at": "2035-03-21T17:00:00+03:30",
    "time_zone": "Asia/Tehran",
    "capacity": {"delegate": SEATS},
}
STATES = {"promoted": "confirmed"}
"""The last word of an event -> the state that it enters, where it is another."""

Seats = dict[str, tuple[str, int | None]]
"""Registration -> where it stands, and its seat."""


class Secretary:
    """Somebody who registers people, and is asked how things stand."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.path = self.post("/v1/gatherings", GATHERING).headers["Location"].removeprefix("/registration")
        for step in ("announce", "open"):
            self.move(self.path, step)
        for n in range(PEOPLE):
            made = self.post("/v1/people", {"name": f"Robin {n}", "email": f"robin{n}@example.org"}).json()
            self.post(f"{self.path}/registrations", {"person": made["id"], "category": "delegate"})

    def post(self, path: str, form: Any = None, **headers: str) -> httpx.Response:
        answer = self.client.post(f"/registration{path}", json=form, headers=headers)
        assert answer.is_success, answer.text
        return answer

    def move(self, path: str, step: str) -> None:
        tag = self.client.get(f"/registration{path}").headers["ETag"]
        self.post(f"{path}/{step}", **{"If-Match": tag})

    def seats(self) -> Seats:
        there = self.client.get(f"/registration{self.path}/registrations", params={"limit": 100}).json()
        return {each["id"]: (each["state"], each["seat"]) for each in there}

    async def cancel_one(self) -> None:
        """Somebody with a seat, which the first who waits has then."""
        someone = next(id for id, (_, seat) in self.seats().items() if seat is not None)
        self.move(f"/v1/registrations/{someone}", "cancel")
        await eventually(lambda: [state for state, _ in self.seats().values()].count("confirmed") == SEATS)


@pytest.fixture(scope="module")
def brokers(docker_engine: None) -> Iterator[str]:
    with kafka() as server:
        yield server.url.removeprefix("kafka://")


@pytest.fixture(scope="module")
def installation(brokers: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    made = Installation(tmp_path_factory.mktemp("consumers") / "data")
    made.environ["PLENARY_EVENTS_URL"] = f"kafka://{brokers}?replication=1"
    made.start()
    yield made
    made.stop()


@pytest.fixture
def secretary(installation: Installation) -> Iterator[Secretary]:
    who = {"Authorization": f"Bearer {token(Settings(data=installation.data))}"}
    with httpx.Client(base_url=installation.environ["PLENARY_URL"], headers=who, timeout=30) as client:
        yield Secretary(client)


def of(known: Seats, read: dict[str, list[Any]]) -> Seats:
    """What a consumer holds of the registrations that somebody asks about."""
    return {id: (STATES.get(state, state), seat) for id, (_, state, seat) in read.items() if id in known}


def python(folder: Path) -> dict[str, list[Any]]:
    with suppress(sqlite3.OperationalError), sqlite3.connect(folder / "seats.db") as db:  # not made yet
        return {id: rest for id, *rest in db.execute("select id, sequence, state, seat from seats")}
    return {}


def javascript(folder: Path) -> dict[str, list[Any]]:
    kept = folder / "seats.json"
    read = json.loads(kept.read_text()) if kept.exists() else {}
    return {id: [each["sequence"], each["state"], each["seat"]] for id, each in read.items()}


@pytest.mark.parametrize(
    ("name", "program", "held"), [("consumer.py", sys.executable, python), ("consumer.mjs", "node", javascript)]
)
async def test_who_keeps_the_seats_has_them_right_and_goes_on_after_a_kill(
    name: str, program: str, held: Any, secretary: Secretary, brokers: str, tmp_path: Path
) -> None:
    if program == "node" and not (MODULES / "kafkajs").exists():
        pytest.skip("kafkajs is not installed: `make clients` does it")
    shutil.copy(EXAMPLES / name, tmp_path)
    (tmp_path / "node_modules").symlink_to(MODULES)
    for again in (False, True):
        if again:
            await secretary.cancel_one()
        reading = await asyncio.create_subprocess_exec(program, name, brokers, cwd=tmp_path, stdout=subprocess.DEVNULL)
        try:
            await eventually(lambda: of(secretary.seats(), held(tmp_path)) == secretary.seats())
            assert reading.returncode is None, "it reads on"
        finally:
            with suppress(ProcessLookupError):  # it ended by itself
                reading.kill()
            await reading.wait()


async def test_a_shell_and_the_feed_tell_the_same(
    secretary: Secretary, installation: Installation, brokers: str, tmp_path: Path
) -> None:
    if shutil.which("kcat") is None:
        pytest.skip("kcat is not installed")
    await secretary.cancel_one()
    environ = os.environ | {"TOKEN": token(Settings(data=installation.data))}

    def told(*command: object) -> list[list[str]]:
        """Registration, sequence and type, line by line."""
        read = [*map(str, command)]
        done = subprocess.run(read, env=environ, cwd=tmp_path, check=True, capture_output=True, text=True)
        return [line.split()[:3] for line in done.stdout.splitlines()]

    def states(lines: list[list[str]]) -> dict[str, str]:
        last = {id: type.split(".")[1] for id, _, type in lines if id in secretary.seats()}
        return {id: STATES.get(word, word) for id, word in last.items()}

    shell = ("sh", EXAMPLES / "consumer.sh", brokers)
    there = {id: state for id, (state, _) in secretary.seats().items()}
    await eventually(lambda: states(told(*shell)) == there)
    feed = told(sys.executable, EXAMPLES / "feed.py", installation.environ["PLENARY_URL"])
    assert sorted(feed) == sorted(told(*shell))
