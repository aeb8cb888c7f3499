"""A record that nobody can read, as an operator meets it: listed, shown, replayed, discarded; and the tail of a topic."""

import json
import signal
from pathlib import Path
from uuid import uuid4

import pytest

from shared.contracts.registry import TOPICS
from shared.log import ProducerRecord
from shared.log.embedded.log import EmbeddedLog
from tests.plenary.running import Installation

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


async def poisoned(data: Path) -> str:
    """A log with one record that is no event; returns its key."""
    data.mkdir()
    log = await EmbeddedLog.open(data / "log.db")
    await log.ensure(TOPICS)
    key = str(uuid4())
    await log.append([ProducerRecord("plenary.registrations", key.encode(), b"no event")])
    await log.close()
    return key


async def test_a_dead_letter_is_listed_shown_replayed_and_discarded(tmp_path: Path) -> None:
    here = Installation(tmp_path / "data")
    key = await poisoned(here.data)
    here.start()
    try:
        listed = _listed(here, 3)  # notifications and minutes keep a mirror; registration hears its own topic
        assert all("plenary.registrations" in line and "refused at" in line for line in listed)
        assert here.plenary("verify")[0] == 1
        for line in listed:
            letter = line.split()[0]
            status, said = here.plenary("dlq", "show", letter)
            assert (status, json.loads(said)["key"]) == (0, key)
            status, said = here.plenary("dlq", "replay", letter)
            assert (status, "It still waits" in said) == (1, True)
            assert here.plenary("dlq", "discard", "--yes", letter) == (0, "Nothing waits any more.\n")
        assert here.plenary("dlq", "list") == (0, "Nothing is behind.\n")
        assert here.plenary("verify")[0] == 0
        status, said = here.plenary("dlq", "show", str(uuid4()))
        assert (status, "see `plenary dlq list`" in said) == (1, True)
    finally:
        here.stop()


async def test_letters_of_many_pages_are_all_listed(tmp_path: Path) -> None:
    here = Installation(tmp_path / "data")
    await poisoned(here.data)
    log = await EmbeddedLog.open(here.data / "log.db")
    await log.append([ProducerRecord("plenary.organizations", b"no id", b"") for _ in range(101)])
    await log.close()
    here.start()
    try:
        _listed(here, 3 + 2 * 101)  # of organizations registration and minutes hear
    finally:
        here.stop()


def _listed(here: Installation, wanted: int) -> list[str]:
    """The dead letters, as soon as all services have met the record."""
    for _ in range(20):
        lines = here.plenary("dlq", "list")[1].splitlines()
        if len(lines) == wanted:
            return lines
    raise AssertionError(f"not {wanted} dead letters: {lines}")


def test_the_tail_of_a_topic_shows_what_is_there_and_what_comes(tmp_path: Path) -> None:
    here = Installation(tmp_path / "data")
    here.start()
    try:
        assert here.plenary("import", "organizations", "samples/organizations.csv")[0] == 0
        tail = here.begin("events", "tail", "plenary.organizations", "-n", "2")
        assert tail.stdout
        last = {json.loads(tail.stdout.readline())["subject"] for _ in range(2)}
        assert len(last) == 2
        table = tmp_path / "one.csv"
        table.write_text("code,name_en,kind\nNEW-ONE,A new authority,authority\n")
        assert here.plenary("import", "organizations", str(table)) == (
            0,
            "1 rows: 1 created, 0 changed, 0 unchanged.\n",
        )
        assert json.loads(tail.stdout.readline())["data"]["code"] == "NEW-ONE"
        tail.send_signal(signal.SIGINT)
        assert (tail.communicate()[0], tail.returncode) == ("", 0)
    finally:
        here.stop()


def test_an_installation_ends_in_order_though_somebody_listens(tmp_path: Path) -> None:
    here = Installation(tmp_path / "data")
    here.start()
    try:
        assert here.plenary("import", "organizations", "samples/organizations.csv")[0] == 0
        tail = here.begin("events", "tail", "plenary.organizations", "-n", "1")
        assert tail.stdout
        assert tail.stdout.readline()
        table = tmp_path / "one.csv"
        table.write_text("code,name_en,kind\nNEW-ONE,A new authority,authority\n")
        assert here.plenary("import", "organizations", str(table))[0] == 0
        assert "NEW-ONE" in tail.stdout.readline()
    finally:
        assert here.stop() == 0
    assert (tail.communicate()[0], tail.returncode) == ("", 0)
    assert '"level":"ERROR"' not in (here.data / "stderr").read_text()
