"""The pages of a final statement, as a browser without scripts keeps them."""

import re
from typing import Any

import httpx
import pytest

from tests.minutes.desk.forms import DESK
from tests.minutes.facts import BODY
from tests.minutes.final_statement.facts import DAILY, MEASURE, PUBLISH, RECALLING
from tests.minutes.final_statement.test_api import FINAL, do, drafted
from tests.minutes.house import Site
from tests.world.facts import GATHERING

HERE = f"{DESK}/final-statement"
CHAIR = f"chair:{BODY}"


async def press(client: httpx.AsyncClient, page: str, ending: str, **typed: Any) -> httpx.Response:
    """Send the form of a page whose address ends so, with what is hidden in it and what is typed."""
    return await press_of(client, (await client.get(page)).text, ending, **typed)


async def press_of(client: httpx.AsyncClient, page: str, ending: str, **typed: Any) -> httpx.Response:
    """The same of a page that is there."""
    return await client.post(_form(page, ending)[0], data=_hidden(page, ending) | typed)


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((CHAIR,), 200)])
async def test_the_pages_are_for_who_keeps_the_minutes(there: Site, roles: tuple[str, ...], status: int) -> None:
    async with there.client("secretariat") as secretary:
        [_, measure, _] = await drafted(secretary)
    async with there.client(*roles) as client:
        for path in ("", f"/paragraphs/{measure}", "/amendments/new"):
            assert (await client.get(f"{HERE}{path}")).status_code == status


async def test_it_is_begun_written_and_put_in_order_by_forms(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        assert (await press(chair, HERE, "/draft", authoritative="fa")).status_code == 303
        empty = await press(chair, HERE, "/write", part="operative", text_en="Only English.")
        assert (empty.status_code, "Only English." in empty.text) == (422, True)
        for words in ("یکم", "دوم"):
            assert (await press(chair, HERE, "/write", part="operative", text_fa=words)).status_code == 303
        page = (await chair.get(HERE)).text
        assert page.index("یکم") < page.index("دوم")
        moved = await press(chair, HERE, "/move", before="")
        assert moved.status_code == 303
        page = (await chair.get(HERE)).text
        assert page.index("دوم") < page.index("یکم")
        assert 'lang="fa" dir="rtl"' in page


async def test_a_language_whose_source_moved_is_marked_until_somebody_says_that_it_holds(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        [_, measure, _] = await drafted(chair)
        one = f"{HERE}/paragraphs/{measure}"
        await press(chair, one, "/write", text_en=DAILY["en"], text_fa=MEASURE["fa"])
        page = (await chair.get(one)).text
        assert re.search(r"<del>.*month.*</del>.*<ins>.*day.*</ins>", page)
        assert "Outdated" in (await chair.get(HERE)).text
        held = await press(chair, one, "/write", text_en=DAILY["en"], text_fa=MEASURE["fa"], holds_fa="yes")
        assert held.status_code == 303
        assert "Outdated" not in (await chair.get(HERE)).text


async def test_an_amendment_is_noted_compared_and_decided(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        [_, measure, publish] = await drafted(chair)
        assert (await press(chair, HERE, "/open")).status_code == 303
        form = f"{HERE}/amendments/new?paragraph={measure}"
        same = await press(chair, form, measure, amendment_kind="replace", text_en=MEASURE["en"], by="")
        assert (same.status_code, "This is what it says already" in same.text) == (422, True)
        noted = await press(chair, form, measure, amendment_kind="replace", text_en=DAILY["en"], by="")
        one = f"{HERE}/amendments/{noted.headers['location'].rpartition('amendment-')[2]}"
        page = (await chair.get(one)).text
        assert re.search(r"<del>.*month.*</del>.*<ins>.*day.*</ins>", page)
        await do(chair, f"/paragraphs/{measure}/write", {"text": {"en": "Asks each state to measure;"}})
        unseen = await press(chair, one, "/accept", text_en=DAILY["en"])
        assert (unseen.status_code, "Nothing was written over" in unseen.text) == (409, True)
        seen = await press(chair, one, "/accept", text_en=DAILY["en"], over="yes")
        assert seen.status_code == 303
        form = f"{HERE}/amendments/new?paragraph={publish}"
        noted = await press(chair, form, publish, amendment_kind="delete", by="")
        two = f"{HERE}/amendments/{noted.headers['location'].rpartition('amendment-')[2]}"
        assert (await press(chair, two, "/reject", reason="It is needed.")).status_code == 303
        assert "It is needed." in (await chair.get(two)).text
        text = (await chair.get(FINAL)).json()["paragraphs"]
        assert [each["text"]["en"] for each in text] == [RECALLING["en"], DAILY["en"], PUBLISH["en"]]


async def test_pressed_twice_and_late_nothing_is_done_twice_or_over(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        await drafted(chair)
        late = (await chair.get(HERE)).text
        hidden = _hidden(late, "/open")
        assert [(await chair.post(f"{HERE}/open", data=hidden)).status_code for _ in range(2)] == [303, 303]
        await press(chair, HERE, "/write", part="operative", text_en="One more.")
        adopted = await chair.post(f"{HERE}/adopt", data={**hidden, "key": "late", "decision": ""})
        assert (adopted.status_code, "Somebody changed the text meanwhile" in adopted.text) == (412, True)
        assert (await press(chair, HERE, "/adopt", decision="")).status_code == 303
    assert there.events(GATHERING)[-1:] == ["final-statement.adopted.v1"]


async def test_what_is_adopted_is_corrected_as_a_version_with_what_differs(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        [_, measure, _] = await drafted(chair)
        await press(chair, HERE, "/open")
        await press(chair, HERE, "/adopt", decision="")
        one = f"{HERE}/paragraphs/{measure}"
        silent = await press(chair, one, "/correct", text_en=DAILY["en"], text_fa=MEASURE["fa"], reason="")
        assert silent.status_code == 422
        assert (await press(chair, one, "/correct", **_texts(), reason="A slip.")).status_code == 303
        page = (await chair.get(HERE)).text
        assert "A slip." in page
        assert re.search(r"<del>.*month.*</del>.*<ins>.*day.*</ins>", page)


def _texts() -> dict[str, str]:
    return {f"text_{tag}": words for tag, words in DAILY.items()}


async def test_the_words_of_an_acceptance_are_bounded_and_needed(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        [_, measure, _] = await drafted(chair)
        await do(chair, "/open")
        noted = await press(chair, f"{HERE}/amendments/new?paragraph={measure}", measure, **_proposal())
        one = f"{HERE}/amendments/{noted.headers['location'].rpartition('amendment-')[2]}"
        for words in ("w" * 4_001, "It rings \a.", ""):
            refused = await press(chair, one, "/accept", text_en=words)
            assert (refused.status_code, 'aria-invalid="true"' in refused.text) == (422, True), words[:9]
        rejected = await press(chair, one, "/reject", reason="no\aline")
        assert DAILY["en"] in rejected.text.partition("<textarea")[2], (
            "a form that was not sent says what it said before"
        )
        assert (await press(chair, one, "/accept", text_en=DAILY["en"])).status_code == 303


async def test_what_was_typed_for_a_paragraph_that_is_gone_is_shown_and_can_be_put_elsewhere(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        [_, measure, _] = await drafted(chair)
        await do(chair, "/open")
        pages = [f"{HERE}/paragraphs/{measure}", f"{HERE}/amendments/new?paragraph={measure}"]
        writing, proposing = [(await chair.get(page)).text for page in pages]
        await do(chair, f"/paragraphs/{measure}/leave-out", {})
        typed = {"text_en": "Typed in vain?", "text_fa": "بیهوده؟"}
        late = [
            await chair.post(f"{pages[0]}/write", data=_hidden(writing, "/write") | typed),
            await chair.post(f"{pages[0]}/write", data=_hidden(writing, "/write") | typed | {"text_en": ""}),
            await chair.post(pages[1], data=_hidden(proposing, measure) | _proposal() | typed),
        ]
        assert [each.status_code for each in late] == [409, 409, 409]
        assert all("does not stand in the text any more" in each.text and "بیهوده؟" in each.text for each in late)
        assert "Typed in vain?" in late[0].text
        inserted = _proposal() | typed | {"amendment_kind": "insert"}
        assert (await press_of(chair, late[2].text, "/new", **inserted)).status_code == 303
        assert (await press_of(chair, late[0].text, "/write", part="operative", **typed)).status_code == 303
        assert (await chair.get(pages[0])).status_code == 404


async def test_a_language_that_came_meanwhile_is_not_taken_away_by_who_did_not_see_it(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        [_, measure, _] = await drafted(chair)
        one = f"{HERE}/paragraphs/{measure}"
        mine = _hidden((await chair.get(one)).text, "/write") | _texts()
        await do(chair, f"/paragraphs/{measure}/write", {"text": {"de": "Misst die Flüsse jeden Monat;"}})
        late = await chair.post(f"{one}/write", data=mine)
        assert (late.status_code, "Misst die Flüsse" in late.text) == (412, True)
        assert (await press_of(chair, late.text, "/write", **_texts())).status_code == 303
        text = (await chair.get(FINAL)).json()["paragraphs"][1]["text"]
        assert text == DAILY | {"de": "Misst die Flüsse jeden Monat;"}


def _proposal() -> dict[str, str]:
    return {"amendment_kind": "replace", "text_en": DAILY["en"], "by": ""}


def _form(page: str, ending: str) -> tuple[str, str]:
    forms = re.findall(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', page, re.DOTALL)
    [found] = [each for each in forms if each[0].endswith(ending)][:1]
    return str(found[0]), str(found[1])


def _hidden(page: str, ending: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', _form(page, ending)[1]))
