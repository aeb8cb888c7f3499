"""A broken page of a store, as a client, an operator and the next start meet it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plenary.client import Answered, Client
from shared.http.problems import KINDS
from shared.settings import Settings
from tests.contract.test_damage import break_table
from tests.plenary.running import Installation
from tests.story.chain import registered
from tests.story.house import house

INDEX, ASKS = "gatherings/by/starts_at", "/registration/v1/gatherings"
"""Met by who asks for all gatherings, and not by the start."""


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """An installation that was ended, and then an index of its store of registration was broken."""
    async with house(tmp_path / "data") as here, here.client("secretariat") as secretary:
        await registered(here, secretary)
    break_table(tmp_path / "data" / "registration.db", INDEX)
    return tmp_path / "data"


async def test_damage_is_told_as_such_and_readiness_says_so_from_then_on(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with house(data) as here, here.client("secretariat") as secretary:
        assert (await secretary.get("/health/ready")).json()["services"]["registration"]["store"] == "ok"
        for _ in range(2):
            answer = await secretary.get(ASKS)
            problem = answer.json()
            assert (answer.status_code, problem["type"]) == (KINDS["damaged"].status, "/problems/damaged")
            assert problem["detail"].startswith("Damaged: registration.db cannot be read any more")
            assert "Retry-After" not in answer.headers, "asking again is no use"
        ready = await secretary.get("/health/ready")
        assert (ready.status_code, ready.json()["status"]) == (503, "unavailable")
        assert ready.json()["services"]["registration"]["store"].startswith("Damaged: registration.db ")
        assert ready.json()["services"]["minutes"]["store"] == "ok"
        [told] = [vars(record) for record in caplog.records if record.levelname == "CRITICAL"]
        assert told["file"] == data / "registration.db"
        assert (await secretary.get("/registration/v1/people")).status_code == 200, "what is whole is answered"


async def test_a_document_that_cannot_be_read_is_damage_of_its_own_and_the_store_is_well(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        with closing(sqlite3.connect(tmp_path / "registration.db")) as db:
            damaged = "UPDATE people SET body = json_remove(body, '$.version') WHERE id = ?"
            db.execute(damaged, (chain.people[3],))
            db.commit()
        answer = await secretary.get(f"/registration/v1/people/{chain.people[3]}")
        assert (answer.status_code, answer.json()["type"]) == (500, "/problems/damaged")
        assert "Retry-After" not in answer.headers
        assert (await secretary.get(f"/registration/v1/people/{chain.people[4]}")).status_code == 200
        assert (await secretary.get("/registration/health/ready")).status_code == 200
        [told] = [vars(record) for record in caplog.records if record.levelname == "ERROR"]
        assert chain.people[3] in told["reason"]


def test_a_start_that_meets_damage_says_so_and_ends(data: Path) -> None:
    break_table(data / "registration.db", "people")
    status, told = Installation(data).plenary("up")
    assert status == 1
    assert "plenary: Damaged: registration.db cannot be read any more" in told
    assert "Traceback" not in told


async def test_the_command_status_shows_it(data: Path) -> None:
    here = Installation(data)
    here.start()
    try:
        assert here.plenary("status")[0] == 0
        async with Client(Settings.read(here.environ)) as client:
            with pytest.raises(Answered, match="Damaged"):
                await client.get(ASKS)
        status, told = here.plenary("status")
        assert status == 1
        assert "registration   store Damaged: registration.db cannot be read any more" in told
    finally:
        here.stop()
