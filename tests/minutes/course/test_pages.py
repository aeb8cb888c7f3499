"""The card of the item in hand, on each page where it stands, as a browser without scripts uses it; and what is read later."""

import json

import httpx
import pytest

from services.minutes.publication.content import canonical, content_of
from services.minutes.publication.queries import account_of
from services.minutes.record.model import Minutes
from shared.flow import Read
from tests.minutes import facts
from tests.minutes.course.test_api import CHAIR, asks, items
from tests.minutes.desk.forms import DESK
from tests.minutes.facts import BODY
from tests.minutes.house import API, PAGE, Site, Told
from tests.minutes.speakers.test_pages import ROOM, forms, presses
from tests.world.facts import GATHERING, known

COURSE = f"{DESK}/course"
PAGES = {"desk": DESK, "taker": f"{DESK}/taker", "speakers": f"{DESK}/speakers", "course": COURSE}


async def in_hand(client: httpx.AsyncClient) -> str | None:
    item: str | None = (await client.get(f"{API}/course")).json()["in_hand"]
    return item


async def card(client: httpx.AsyncClient, page: str = DESK, language: str = "en") -> str:
    """The card alone."""
    text = (await client.get(f"{page}?lang={language}")).text
    return text[(start := text.index('<section class="card" id="course"')) : text.index("</section>", start)]


@pytest.mark.parametrize("where", PAGES)
async def test_an_item_is_taken_up_closed_and_a_mistake_taken_back_where_the_card_stands(
    there: Site, where: str
) -> None:
    page = PAGES[where]
    async with there.client(CHAIR) as chair:
        first, second = await items(chair)
        assert "No item is in hand." in await card(chair, page)
        taken = await presses(chair, page, "take-up", item=first)
        assert (taken.status_code, taken.headers["Location"].partition("#")[0]) == (303, page)
        assert f'value="{second}" selected' in await card(chair, page), "what comes next is likely to be the next"
        assert "3 of 3 members present, quorum 2" in await card(chair, page)
        await presses(chair, page, "take-up", item=second)
        assert await in_hand(chair) == second
        assert "It was taken up by mistake" in await card(chair, page)
        assert (await presses(chair, page, "undo")).status_code == 303
        assert await in_hand(chair) == first
        assert (await presses(chair, page, f"close/{first}")).status_code == 303
        assert "It was closed by mistake" in await card(chair, page)


async def test_a_form_that_is_sent_twice_or_late_does_nothing_again_and_says_so(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        first, second = await items(chair)
        [(action, form)] = await forms(chair, DESK, "take-up")
        assert [(await chair.post(action, data=form | {"item": first})).status_code for _ in range(2)] == [303, 303]
        [(undo, seen)] = await forms(chair, DESK, "undo")
        [(close, closing)] = await forms(chair, DESK, f"close/{first}")
        await presses(chair, DESK, "take-up", item=second)
        late = await chair.post(undo, data=seen)
        assert (late.status_code, "Somebody else changed this meanwhile" in late.text) == (412, True)
        gone = await chair.post(close, data=closing)
        assert (gone.status_code, "not in hand any more" in gone.text) == (409, True)
        nothing = await chair.post(action, data=form | {"key": "another", "item": ""})
        unknown = await chair.post(action, data=form | {"key": "other", "item": str(facts.organization(0))})
        assert (nothing.status_code, unknown.status_code, await in_hand(chair)) == (422, 409, second)


async def test_before_and_after_the_session_nothing_is_offered_and_what_was_stays(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        first, second = await items(chair)
        [(action, form)] = await forms(chair, DESK, "take-up")
        await asks(chair, first, "take-up")
        await there.adjourn()
        assert "/course/take-up" not in (await chair.get(DESK)).text
        late = await chair.post(action, data=form | {"item": second})
        assert (late.status_code, "while the session goes on" in late.text) == (409, True)
        assert "Water" in (await chair.get(COURSE)).text


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ("Dealt with", "3 of 3 members present", "Taken up", "One member was missing")),
        ("fa", ("بررسی شد،", "۳ عضو از ۳ عضو حاضر", "آغاز بررسی", "یک عضو کم بود")),
        ("ar", ("نُظر فيه", "الأعضاء الحاضرون", "بدء النظر", "نقص عضو واحد")),
    ],
)
async def test_everybody_reads_when_each_item_was_dealt_with_and_how_the_quorum_stood(
    there: Site, language: str, says: tuple[str, ...]
) -> None:
    async with there.client(CHAIR) as chair, there.client() as anybody:
        first, second = await items(chair)
        await asks(chair, first, "take-up")
        for n in (0, 1):
            await there.leave(n)
        await asks(chair, second, "take-up")
        await asks(chair, second, "close")
        await there.adjourn()
        await there.publish()
        page = (await anybody.get(f"{PAGE}?lang={language}")).text
        files = [(await anybody.get(f"{PAGE}.{end}?lang={language}")).text for end in ("md", "html")]
        brief = (await anybody.get(f"{PAGE}.md?lang={language}&part=summary")).text
        decisions = (await anybody.get(f"{PAGE}.md?lang={language}&part=decisions")).text
        for end in ("pdf", "docx"):
            assert (await anybody.get(f"{PAGE}.{end}?lang={language}")).status_code == 200
    for words in says:
        for text in (page, *files, brief):
            assert words in text, words
    assert says[0] not in decisions
    section = page[page.index('id="quorum-by-item"') :]
    assert section.index("Water") < section.index("Gauges"), "an item without a vote stands there, too"


async def test_what_was_taken_up_is_part_of_what_is_kept_of_the_record(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        first, _ = await items(chair)
        await asks(chair, first, "take-up")
        await asks(chair, first, "close")
        [one] = (await chair.get(f"{API}/course")).json()["taken"]
    read = Read(there.store)
    told = json.loads(canonical(content_of(await account_of(read, await read.one(Minutes, GATHERING)))))
    assert [each.get("taken", []) for each in told["items"]] == [
        [{"taken_up_at": one["taken_up_at"], "closed_at": one["closed_at"], "quorum": one["quorum"]}],
        [],
    ]


async def test_the_room_reads_the_item_in_hand_unless_somebody_speaks_on_another(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        first, second = await items(chair)
        await asks(chair, first, "take-up")
        room = (await chair.get(f"{ROOM}?lang=fa")).text
        assert "در دست بررسی از" in room
        assert "Water" in room
        await chair.post(f"{API}/speakers/{second}/open", json={})
        await chair.post(f"{API}/speakers/{second}/add", json={"person": str(known("person 0"))})
        assert "Gauges" not in (await chair.get(f"{ROOM}?lang=en")).text
        [waits] = (await chair.get(f"{API}/speakers/{second}")).json()["line"]
        await chair.post(f"{API}/speakers/{second}/{waits}/begin")
        speaks = (await chair.get(f"{ROOM}?lang=en")).text
        assert ("Gauges" in speaks, "In hand since" in speaks) == (True, False)


async def test_a_decision_begins_on_the_item_in_hand(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        _, second = await items(chair)
        for page in (DESK, f"{DESK}/votes"):
            assert f'value="{second}" selected' not in await _deciding(chair, page)
        await asks(chair, second, "take-up")
        for page in (DESK, f"{DESK}/votes"):
            assert f'value="{second}" selected' in await _deciding(chair, page)


async def _deciding(client: httpx.AsyncClient, page: str) -> str:
    """The field of the item, in the form of a decision."""
    text = (await client.get(page)).text
    return text[(start := text.index('id="item"')) : text.index("</select>", start)]


async def test_the_minute_taker_goes_on_with_the_item_in_hand_and_hears_of_another(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        first, second = await items(chair)
        await asks(chair, second, "take-up")
        page = (await chair.get(f"{DESK}/taker?lang=en")).text
        typing = page[page.index('id="item"') :]
        assert f'value="{second}" selected' in typing[: typing.index("</select>")]
        around = page[(at := page.index('data-around="') + 13) : page.index('"', at)]
        news = (await chair.get(f"{DESK}/taker/news", params={"around": around})).text
        assert 'id="course"' not in news
        await asks(chair, first, "take-up")
        news = (await chair.get(f"{DESK}/taker/news", params={"around": around, "lang": "en"})).text
        assert "Water" in news[news.index('id="course"') :]


async def test_without_a_rule_of_the_body_the_card_says_times_alone(there: Site) -> None:
    await there.hear([Told(BODY, 2, facts.formed(3, None))])
    async with there.client(CHAIR) as chair:
        [first] = await items(chair, "Water")
        await asks(chair, first, "take-up")
        assert "quorum" not in (await card(chair)).lower()
