"""The cards of *Today*: minutes that wait to be approved or published."""

import pytest

from services.minutes.record.model import Minutes, State
from shared.store import Stored
from tests.minutes import facts
from tests.minutes.desk.forms import DESK
from tests.minutes.facts import BODY
from tests.minutes.house import API, Site
from tests.world.facts import known
from tests.world.site import changed

APPROVE, PUBLISH = "/minutes/cards/to-approve", "/minutes/cards/to-publish"


async def test_minutes_go_from_card_to_card(there: Site) -> None:
    async with there.client("secretariat") as secretary:

        async def cards() -> list[bool]:
            return [DESK in (await secretary.get(card)).text for card in (APPROVE, PUBLISH)]

        assert await cards() == [False, False], "the meeting goes on"
        assert "All approved minutes are published." in (await secretary.get(PUBLISH)).text
        await there.adjourn()
        assert await cards() == [True, False]
        await changed(secretary, API, "approve")
        assert await cards() == [False, True]
        await changed(secretary, API, "publish")
        assert await cards() == [False, False]


async def test_a_card_counts_all_and_shows_those_that_wait_longest(there: Site) -> None:
    old = [Minutes(id=known(f"old {n}"), state=State.APPROVED, closed_at=facts.minute(n)) for n in range(5)]
    await there.store.commit([Stored(each) for each in reversed(old)])
    async with there.client("secretariat") as secretary:
        card = (await secretary.get(PUBLISH)).text
    assert '<span class="chip brand">5</span>' in card
    assert [card.count(f"/gatherings/{each.id}") for each in old] == [2, 1, 1, 0, 0]


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((f"chair:{BODY}",), 403)])
async def test_cards_are_the_secretariats(there: Site, roles: tuple[str, ...], status: int) -> None:
    async with there.client(*roles) as client:
        for card in (APPROVE, PUBLISH):
            assert (await client.get(card)).status_code == status
