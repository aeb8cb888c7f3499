"""Under load nothing ends: many register at once while every sweep looks as often as it can, at stores that are odd at times."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from services import process
from shared.store import Store
from tests.faulty import Fault, FaultyStore
from tests.story.chain import Chain
from tests.story.house import house
from tests.waiting import eventually

MANY, SEATS = 300, 250

LEISURE = 0.05
"""Seconds between two looks once all were answered, and after which what failed is tried again at most: forgetting is broken
twenty times, and no look helps it."""


@pytest.fixture
def stores(monkeypatch: pytest.MonkeyPatch) -> list[FaultyStore]:
    """The stores of the installation. What they say is pending was always sent by then; other answers are odd at times."""
    opened: list[FaultyStore] = []
    honest = process.open_store

    async def open_store(*asked: Any, **how: Any) -> Store:
        store = FaultyStore(await honest(*asked, **how))
        store.faults.always["pending"] = Fault.EMPTIED
        store.faults.next("forget", Fault.BROKEN, times=20)
        opened.append(store)
        return store

    monkeypatch.setattr("services.process.open_store", open_store)
    monkeypatch.setattr("shared.flow.service.SWEEP", 0.01)
    monkeypatch.setattr("shared.flow.service.TICK", 0.01)
    monkeypatch.setattr("services.registration.registrations.sweep.EVERY", 0.05)
    return opened


async def a_person(secretary: httpx.AsyncClient, n: int) -> str:
    form = {"name": f"Robin Example {n}", "email": f"p{n}@example.org", "language": "en"}
    answer = await secretary.post("/registration/v1/people", json=form)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


@pytest.mark.slow
async def test_300_register_at_once_while_sweeps_find_outboxes_emptied(
    tmp_path: Path, stores: list[FaultyStore]
) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce(capacity={"delegate": SEATS})
        people = await asyncio.gather(*(a_person(secretary, n) for n in range(1000, 1000 + MANY)))
        forms = [{"category": "delegate", "person": person} for person in people]
        before = [store.faults.calls["pending"] for store in stores]
        answers = await asyncio.gather(*(secretary.post(f"{chain.path}/registrations", json=form) for form in forms))
        assert {answer.status_code for answer in answers} == {201}, "whoever asked was answered"
        assert not here.work.done(), "the process lives"
        swept = [store.faults.calls["pending"] - once for store, once in zip(stores, before, strict=True)]
        assert any(swept), "sweeps looked while everybody asked"
        await eventually(lambda: all(store.faults.calls["pending"] > 1 for store in stores))
        failing = [each for service in here.process.services.values() for each in (await service.health())["degraded"]]
        assert [each for each in failing if each.startswith("sweep")] == []
        for loop in (each for service in here.process.services.values() for each in service._loops):
            loop._every = max(loop._every, LEISURE)
        for loop in (each for service in here.process.services.values() for each in service.sender.loops):
            loop._longest = LEISURE
        for store in stores:
            del store.faults.always["pending"]
        await here.settle(mails=False)
        seats = sorted(answer.json()["seat"] for answer in answers if answer.json()["seat"])
        assert seats == list(range(1, SEATS + 1))
