"""The page of a list of speakers, as a browser without scripts uses it; and what the room reads of it."""

import re

import httpx
import pytest

from tests.minutes.desk.forms import DESK
from tests.minutes.facts import BODY
from tests.minutes.house import API, Site
from tests.minutes.test_meeting import ITEM, put
from tests.world.facts import known

CHAIR = f"chair:{BODY}"
PAGE, ROOM = f"{DESK}/speakers", f"{DESK}/speakers/room"


async def forms(client: httpx.AsyncClient, page: str, step: str) -> list[tuple[str, dict[str, str]]]:
    """Where the forms of a step lead, and what they carry unseen."""
    found = re.findall(
        rf'<form[^>]* action="([^"]*/{step})"[^>]*>(.*?)</form>', (await client.get(page)).text, re.DOTALL
    )
    hidden = r'<input type="hidden" name="(\w+)" value="([^"]*)"'
    return [(action, dict(re.findall(hidden, inside))) for action, inside in found]


async def presses(client: httpx.AsyncClient, page: str, step: str, nth: int = 0, **typed: str) -> httpx.Response:
    """One of the buttons of this step."""
    action, form = (await forms(client, page, step))[nth]
    return await client.post(action, data=form | typed)


async def with_three(client: httpx.AsyncClient) -> str:
    """A list that was opened by its page, with three who wait."""
    page = f"{PAGE}/{(await put(client, 'agenda', ITEM))['id']}"
    assert (await presses(client, page, "open")).status_code == 303
    for n in range(3):
        added = await presses(client, page, "add", person=str(known(f"person {n}")), purpose="statement")
        assert added.status_code == 303
    return page


async def names(client: httpx.AsyncClient, page: str) -> list[str]:
    """Those who wait, in their order."""
    return re.findall(r'data-called="([^"]*)"', (await client.get(page)).text)


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((CHAIR,), 200)])
async def test_it_is_for_who_keeps_the_minutes(there: Site, roles: tuple[str, ...], status: int) -> None:
    async with there.client(*roles) as client:
        assert [(await client.get(path)).status_code for path in (PAGE, ROOM)] == [status, status]


async def test_they_are_put_on_moved_speak_and_are_taken_off_by_buttons(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        page = await with_three(chair)
        zero, one, two = await names(chair, page)
        assert (await presses(chair, page, "move", nth=0)).status_code == 303
        assert await names(chair, page) in ([one, zero, two], [zero, two, one])
        first = (await names(chair, page))[0]
        assert (await presses(chair, page, "begin")).status_code == 303
        shown = (await chair.get(page)).text
        assert re.search(rf'id="floor".*?{first}', shown, re.DOTALL)
        assert (await presses(chair, page, "take-off", nth=1, reason="Was called away.")).status_code == 303
        assert len(await names(chair, page)) == 1
        assert (await presses(chair, page, "begin")).status_code == 303
        assert (await presses(chair, page, "end")).status_code == 303
        ended = (await chair.get(page)).text
        assert ended.count("/statements/new?item=") == 2
        assert "Nobody speaks now." in ended
        [found] = (await chair.get(f"{API}/speakers")).json()
        assert [each["reason"] for each in found["asked"] if each["state"] == "taken_off"] == ["Was called away."]


async def test_a_form_that_is_sent_twice_adds_once_and_one_that_is_late_says_so(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        page = await with_three(chair)
        [(action, form)] = await forms(chair, page, "add")
        typed = form | {"person": str(known("person 0")), "purpose": "point_of_order"}
        moves = await forms(chair, page, "move")
        assert [(await chair.post(action, data=typed)).status_code for _ in range(2)] == [303, 303]
        assert len(await names(chair, page)) == 4
        late = await chair.post(moves[0][0], data=moves[0][1])
        assert (late.status_code, "Somebody else changed this list" in late.text) == (412, True)
        nobody = await presses(chair, page, "add", person="", purpose="statement")
        assert (nobody.status_code, "Please fill this in." in nobody.text) == (422, True)
        begin = (await forms(chair, page, "begin"))[0]
        assert [(await chair.post(begin[0], data=begin[1])).status_code for _ in range(2)] == [303, 303]
        over = (await forms(chair, page, "end"))[0]
        assert [(await chair.post(over[0], data=over[1])).status_code for _ in range(2)] == [303, 303]
        again = await chair.post(begin[0], data=begin[1] | {"key": "another"})
        assert (again.status_code, "do not wait any more" in again.text) == (409, True)


async def test_a_closed_list_offers_what_it_still_takes_and_a_limit_is_shown(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        page = await with_three(chair)
        assert (await presses(chair, page, "limit", limit="180")).status_code == 303
        assert (await presses(chair, page, "limit", limit="5")).status_code == 422
        assert (await presses(chair, page, "close")).status_code == 303
        text = (await chair.get(page)).text
        assert "3 min" in text
        assert 'value="statement"' not in text
        assert 'value="right_of_reply"' in text
        assert (await presses(chair, page, "open")).status_code == 303


async def test_the_room_reads_who_speaks_and_the_next_three_and_goes_on_by_itself(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        assert "No list of speakers is open." in (await chair.get(ROOM)).text
        page = await with_three(chair)
        first, *rest = await names(chair, page)
        await presses(chair, page, "begin")
        room = (await chair.get(f"{ROOM}?lang=fa")).text
        assert 'dir="rtl"' in room
        assert 'http-equiv="refresh"' in room
        assert [room.index(first) < room.index(each) for each in rest] == [True, True]
        await there.erase(0)
        assert "یکی از شرکت‌کنندگان" in (await chair.get(ROOM)).text
        await there.adjourn()
        assert "No list of speakers is open." in (await chair.get(f"{ROOM}?lang=en")).text


async def test_without_an_agenda_it_says_what_to_do(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        assert f"{DESK}/agenda" in (await chair.get(PAGE)).text
