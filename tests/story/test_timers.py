"""A timer that fails in the end waits for an operator, as a record does: listed, shown and replayed over HTTP."""

from datetime import timedelta
from pathlib import Path

import pytest

from services.registration.registrations.model import Registration
from shared.flow import Change, Due, Read
from tests.story.house import house
from tests.story.test_form import announced, typed

LETTERS = "/registration/v1/dead-letters"


async def fall(command: Due, read: Read) -> Change[Registration]:
    raise ZeroDivisionError


async def test_a_timer_that_failed_in_the_end_is_listed_shown_and_replayed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain, service = await announced(here, secretary), here.service("registration")
        await typed(here, chain, "nobody@example.org")
        with monkeypatch.context() as patch:
            patch.setitem(service.definition.timers, Registration, fall)
            await here.passes(days=1)
            for n in range(20):
                await service.timers.fire(here.clock() + n * timedelta(minutes=6))
        [letter] = (await secretary.get(LETTERS)).json()
        assert (letter["topic"], letter["reason"]) == ("due/registrations", "ZeroDivisionError")
        shown = await secretary.get(f"{LETTERS}/{letter['id']}")
        assert (shown.status_code, shown.json()["record"]) == (200, None)
        assert (await secretary.post(f"{LETTERS}/{letter['id']}/replay")).json()["cleared"]
        await here.passes(minutes=1)
        [withdrawn] = (await secretary.get(f"{chain.path}/registrations")).json()
        assert withdrawn["state"] == "withdrawn"
        assert (await secretary.get(LETTERS)).json() == []
