"""The secretariat cannot decide yet: what is on hold holds nothing, and is approved, rejected or taken up again later."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.registration.registrations.admission import approve, hold, reject, release
from services.registration.registrations.handlers import cancel, withdraw
from services.registration.registrations.model import RegistrationState
from services.registration.roster.work import work
from shared.errors import Conflict
from shared.flow.service import Service
from tests.registration.facts import approves, asks, gives_up, holds, rejects, releases
from tests.registration.house import come, site
from tests.registration.let_in import Step, events, itself, now, opened_house
from tests.registration.registrations.test_approval import asks_for_press, decided
from tests.registration.roster.test_pages import boxes, english, followed

State = RegistrationState


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Service]:
    async with opened_house(tmp_path) as service:
        yield service


async def test_what_is_on_hold_holds_nothing_and_is_decided_later(here: Service) -> None:
    await itself(here, 0, "press")
    held = (await here.run(hold, holds(0, "incomplete", "no letter"))).entity
    assert (held.state, held.reason, held.note, held.claims) == (State.ON_HOLD, "incomplete", "no letter", ())
    assert (await here.run(hold, holds(0, "incomplete", "no letter"))).entity == held
    await here.run(hold, holds(0, "being_checked"))
    assert await itself(here, 0, "press") == await now(here, 0), "who asks again waits on"
    let_in = (await here.run(approve, approves(0))).entity
    assert (let_in.state, let_in.admitted, let_in.reason, let_in.note) == (State.CONFIRMED, "approved", None, "")
    assert await events(here, 0) == ["applied", "held", "held", "confirmed"]


async def test_from_hold_it_is_rejected_taken_up_again_withdrawn_or_cancelled(here: Service) -> None:
    ways: list[tuple[Step, State]] = [
        ((reject, rejects(0)), State.REJECTED),
        ((release, releases(1)), State.PENDING),
        ((withdraw, gives_up(2)), State.WITHDRAWN),
        ((cancel, gives_up(3)), State.CANCELLED),
    ]
    for n, ((handler, command), state) in enumerate(ways):
        await itself(here, n, "press")
        await here.run(hold, holds(n))
        await here.run(handler, command)
        assert (await now(here, n)).state is state
    assert (await now(here, 1)).to_be_approved
    assert await events(here, 1) == ["applied", "held", "applied"]
    assert (await here.run(release, releases(1))).entity.to_be_approved, "asked twice, nothing more happens"


async def test_nothing_else_is_put_on_hold_and_the_door_passes_nobody_over_the_secretariat(here: Service) -> None:
    await come(here, 0, "press")
    with pytest.raises(Conflict):
        await here.run(hold, holds(0))
    await itself(here, 1, "press")
    held = (await here.run(hold, holds(1))).entity
    with pytest.raises(Conflict) as refusal:
        held.begin(asks(1, "press"), by_secretariat=False)
    assert refusal.value.slug == "on-hold"
    assert (await come(here, 1, "press")).state is State.WAITLISTED, "whom the secretariat registers is let in"


async def test_the_page_puts_those_on_hold_who_were_chosen_and_takes_up_again_all_that_are(tmp_path: Path) -> None:
    async with site(tmp_path) as here, english(here) as secretary:
        path = await here.gathering("announce", "open")
        list_ = path.replace("/v1", "") + "/registrations"
        for n in (1, 2):
            await asks_for_press(here, path, n)
        form = {"chosen": boxes((await secretary.get(list_)).text), "verdict": "hold", "key": "hold"}
        asks = (await secretary.post(list_, data=form)).text
        assert "Put 2 registrations on hold?" in asks
        assert 'value="being_checked"' in asks
        assert 'value="not_eligible"' not in asks, "that is no reason to wait"
        done = await secretary.post(list_, data=form | {"sure": "1", "reason": "being_checked"})
        assert "2 registrations were put on hold" in (await secretary.get(followed(done))).text
        shown = (await secretary.get(list_, params={"state": "on_hold"})).text
        assert "Being looked into" in shown
        form = {"chosen": boxes(shown), "verdict": "release", "key": "release"}
        done = await secretary.post(list_, data=form)
        assert "2 registrations are to be decided again" in (await secretary.get(followed(done))).text


async def test_of_many_at_once_and_by_the_api_with_a_reason_that_fits(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        for n in (1, 2):
            one = await asks_for_press(here, path, n)
        form = {"verdict": "hold", "standing": "to_be_approved", "reason": "not_eligible"}
        wrong = await secretary.post(f"{path}/registrations/many", json=form)
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "reason")
        await secretary.post(f"{path}/registrations/many", json=form | {"reason": "places_limited"})
        await work(here.service)
        held = (await secretary.get(f"{path}/registrations", params={"state": "on_hold"})).json()
        assert [each["reason"] for each in held] == ["places_limited"] * 2
        assert (await decided(secretary, one, "release")).json()["reason"] == "to_be_approved"
        said = await decided(secretary, one, "hold", {"reason": "incomplete", "note": "no letter"})
        assert (said.json()["state"], said.json()["note"]) == ("on_hold", "no letter")
