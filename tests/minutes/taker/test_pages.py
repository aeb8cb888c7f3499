"""The minute taker's page, as a browser without scripts uses it; and what its script is told."""

import re
from uuid import uuid4

import httpx
import pytest

from services.minutes.taker.queries import sheet_of
from tests.minutes.desk.forms import DESK
from tests.minutes.facts import BODY
from tests.minutes.house import API, Site
from tests.minutes.test_meeting import ITEM, put
from tests.world.facts import GATHERING, known

CHAIR = f"chair:{BODY}"
TAKER = f"{DESK}/taker"
TYPED = {"words": "The river carries less.\r\n\r\nWe measure apart.", "said_in": "en", "mark": "", "said_by": ""}


async def form_of(client: httpx.AsyncClient, page: str = TAKER, action: str = TAKER) -> dict[str, str]:
    """What the form that is sent there carries unseen."""
    text = (await client.get(page)).text
    [form] = re.findall(rf'<form[^>]* action="{re.escape(action)}"[^>]*>(.*?)</form>', text, re.DOTALL)[:1]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


async def types(client: httpx.AsyncClient, page: str = TAKER, **typed: str) -> httpx.Response:
    """Fill in the form, and press its first button."""
    return await client.post(TAKER, data=await form_of(client, page) | TYPED | typed)


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((CHAIR,), 200)])
async def test_it_is_for_who_keeps_the_minutes_and_kept_by_no_cache(
    there: Site, roles: tuple[str, ...], status: int
) -> None:
    async with there.client(*roles) as client:
        answers = [await client.get(f"{TAKER}{path}") for path in ("", "/news")]
        assert [each.status_code for each in answers] == [status, status]
        assert {each.headers["Cache-Control"] for each in answers} == {"no-store"}
        refused = await client.post(TAKER, data={"key": "a"})
        assert refused.status_code == (422 if status == 200 else status)


async def test_what_is_typed_stands_on_its_item_by_whom_it_was_said(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        item = (await put(chair, "agenda", ITEM))["id"]
        for name in ("Robin Example 0 · Ministry of Waters 0", "robin example 0", "Passer By"):
            kept = await types(chair, item=item, said_by=name)
            assert kept.status_code == 303
            assert f"item={item}" in kept.headers["Location"]
        found = (await chair.get(f"{API}/paragraphs")).json()
        assert [(each["item"], each["speaker"], each["named"]) for each in found] == [
            (item, str(known("person 0")), ""),
            (item, str(known("person 0")), ""),
            (item, None, "Passer By"),
        ]
        page = (await chair.get(TAKER)).text
        assert page.count("We measure apart.") == 3


async def test_a_paragraph_is_gone_on_with_and_nobody_overwrites_what_they_have_not_seen(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        await types(chair, said_by="Robin Example 0", mark="suggestion")
        [first] = (await chair.get(f"{API}/paragraphs")).json()
        there_now = f"{TAKER}?paragraph={first['id']}"
        mine, theirs = [await form_of(chair, there_now) for _ in range(2)]
        label = "Robin Example 0 · Ministry of Waters 0"
        kept = await chair.post(
            TAKER, data={**theirs, **TYPED, "words": "Theirs.", "said_by": label, "mark": "solution"}
        )
        assert kept.status_code == 303
        late = await chair.post(TAKER, data={**mine, **TYPED, "words": "Mine."})
        assert late.status_code == 412
        assert "<del>Theirs.</del>" in late.text
        assert "<ins>Mine.</ins>" in late.text
        again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', late.text))
        assert (await chair.post(TAKER, data={**again, **TYPED, "words": "Mine."})).status_code == 303
        [last] = (await chair.get(f"{API}/paragraphs")).json()
        assert (last["id"], last["words"]) == (first["id"], "Mine.")


async def test_what_is_wrong_is_said_and_what_was_typed_stays(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        assert (await types(chair, words="")).status_code == 422
        odd = await types(chair, said_in="none", item="none", words="Stays here.")
        assert (odd.status_code, "Stays here." in odd.text) == (422, True)
        unmarked = await types(chair, then="settle", words="Kept, not settled.")
        assert (unmarked.status_code, "Say first what it is" in unmarked.text) == (409, True)
        [kept] = (await chair.get(f"{API}/paragraphs")).json()
        assert (kept["words"], kept["state"]) == ("Kept, not settled.", "typed")


async def test_all_that_has_a_mark_comes_into_the_record_by_one_button_and_a_decision_by_its_form(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        for mark in ("suggestion", "action", "decision", ""):
            await types(chair, mark=mark, words=f"As {mark}.")
        page = (await chair.get(TAKER)).text
        assert "2 paragraphs have a mark" in page
        assert "One paragraph is only noted" in page
        settled = await chair.post(f"{TAKER}/settle", data=await form_of(chair, action=f"{TAKER}/settle"))
        assert settled.status_code == 303
        found = {each["mark"]: each for each in (await chair.get(f"{API}/paragraphs")).json()}
        assert [found[mark]["state"] for mark in ("suggestion", "action", "decision")] == [
            "settled",
            "settled",
            "typed",
        ]
        deciding = f"{DESK}?paragraph={found['decision']['id']}"
        assert deciding in page.replace("#deciding", "")
        text = (await chair.get(deciding)).text
        assert "As decision." in text
        [key] = re.findall(r'id="deciding".*?name="key" value="([^"]+)"', text, re.DOTALL)
        form = {"key": key, "paragraph": found["decision"]["id"], "text_en": "As decision.", "adoption": "consensus"}
        assert [(await chair.post(f"{DESK}/decisions", data=form)).status_code for _ in range(2)] == [303, 303]
        [decision] = (await chair.get(f"{API}/decisions")).json()
        assert decision["id"] == found["decision"]["becomes"]
        assert "Decisions to record" not in (await chair.get(TAKER)).text


async def test_one_that_is_too_long_for_an_action_is_told_of_and_keeps_no_other_back(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        await types(chair, mark="action", words="w" * 2_001)
        await types(chair, mark="suggestion", words="Short.")
        refused = await chair.post(f"{TAKER}/settle", data=await form_of(chair, action=f"{TAKER}/settle"))
        assert (refused.status_code, "at most 2,000 characters" in refused.text) == (409, True)
        found = {each["mark"]: each["state"] for each in (await chair.get(f"{API}/paragraphs")).json()}
        assert found == {"action": "typed", "suggestion": "settled"}


async def test_the_script_is_told_what_is_new_and_who_came(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        page = (await chair.get(TAKER)).text
        assert re.search(r'<textarea id="words"[^>]* autocomplete="off"', page), "what is typed is kept by the script"
        [now], [around] = re.findall(r'data-now="([^"]+)"', page), re.findall(r'data-around="([^"]+)"', page)
        quiet = await chair.get(f"{TAKER}/news", params={"since": now, "around": around})
        assert not re.search(r'id="(around|gaps|paragraph-)', quiet.text)
        await types(chair, words="News.")
        news = await chair.get(f"{TAKER}/news", params={"since": now, "around": around})
        assert "News." in news.text
        assert "One paragraph is only noted" in news.text, "and what is missing by now"
        await there.leave(1)
        [kept] = (await chair.get(f"{API}/paragraphs")).json()
        form = await form_of(chair, f"{TAKER}?paragraph={kept['id']}", f"{TAKER}/{kept['id']}/strike")
        assert (await chair.post(f"{TAKER}/{kept['id']}/strike", data=form)).status_code == 303
        for since in ("no time", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-12:00"):
            assert (await chair.get(f"{TAKER}/news", params={"since": since})).status_code == 200
        news = await chair.get(f"{TAKER}/news", params={"since": "no time", "around": around})
        assert "data-struck" in news.text
        assert "left at" in news.text
        assert (await chair.post(f"{TAKER}/{uuid4()}/strike", data=form)).status_code == 404


async def test_who_asks_what_is_new_is_read_nothing_that_is_settled_and_told_the_same_of_what_is_missing(
    there: Site,
) -> None:
    async with there.client(CHAIR) as chair:
        for n in range(4):
            await types(chair, words=f"Words {n}.", mark="suggestion" if n % 2 else "")
        [*_, last] = (await chair.get(f"{API}/paragraphs")).json()
        form = await form_of(chair, f"{TAKER}?paragraph={last['id']}", f"{TAKER}/{last['id']}/settle")
        assert (await chair.post(f"{TAKER}/{last['id']}/settle", data=form)).status_code == 303
        page = (await chair.get(TAKER)).text
        [now], [around] = re.findall(r'data-now="([^"]+)"', page), re.findall(r'data-around="([^"]+)"', page)
        there.clock.passes(seconds=60)
        quiet = await chair.get(f"{TAKER}/news", params={"since": now, "around": around})
    assert not re.search(r'id="(around|gaps)', quiet.text), "what is missing is what the page says"
    whole, open = [await sheet_of(there.store, GATHERING, settled=settled) for settled in (True, False)]
    assert ([len(each.typed.paragraphs) for each in (whole, open)]) == [4, 3]
    assert (whole.typed.open(), whole.typed.unmarked()) == (open.typed.open(), open.typed.unmarked())


async def test_who_speaks_stands_beside_and_begins_a_statement_until_one_is_written(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        item = (await put(chair, "agenda", ITEM))["id"]
        quiet = (await chair.get(TAKER)).text
        assert "Nobody speaks now." in quiet
        path = f"{API}/speakers/{item}"
        await chair.post(f"{path}/open", json={})
        for n in (0, 1):
            await chair.post(f"{path}/add", json={"person": str(known(f"person {n}"))})
        first, second = (await chair.get(path)).json()["line"]
        await chair.post(f"{path}/{first}/begin")
        [around] = re.findall(r'data-around="([^"]+)"', quiet)
        news = (await chair.get(f"{TAKER}/news", params={"around": around})).text
        assert f'data-now-speaks="{first}"' in news
        [begins] = re.findall(r'class="begins" href="([^"]+)"', news)
        begun = (await chair.get(f"{TAKER}{begins.replace('&amp;', '&')}")).text
        assert 'value="Robin Example 0 · Ministry of Waters 0" dir="auto"' in begun
        assert 'name="mark" value="statement" checked' in begun
        await chair.post(f"{path}/{second}/begin")
        assert "nothing is written yet" in (await chair.get(TAKER)).text
        await types(
            chair,
            begins.replace("&amp;", "&").join([TAKER, ""]),
            item=item,
            said_by="Robin Example 0",
            mark="statement",
        )
        assert "nothing is written yet" not in (await chair.get(TAKER)).text
        await chair.post(f"{path}/{second}/end")
        assert "nothing is written yet" in (await chair.get(TAKER)).text


async def test_before_its_script_has_looked_the_page_says_nothing_of_what_is_kept(there: Site) -> None:
    """Something may still lie in this browser alone."""
    async with there.client(CHAIR) as chair:
        page = (await chair.get(f"{TAKER}?lang=en")).text
        assert 'data-all-kept="All of it is kept on the server"' in page
        assert page.count("All of it is kept on the server") == 1
