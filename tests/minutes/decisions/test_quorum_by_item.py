"""The quorum by agenda item: it falls and rises as members leave and come back, and each vote keeps what it was."""

from typing import Any

import httpx
import pytest

from tests.minutes import facts
from tests.minutes.decisions.forms import BY_CONSENSUS, BY_HANDS
from tests.minutes.desk.forms import DESK, send
from tests.minutes.facts import BODY, organization
from tests.minutes.house import API, PAGE, Site, Told

CHAIR = f"chair:{BODY}"
WATER, GAUGES = "Water for the upper basin", "Gauges <of> the delta"
REACHED = {"members": 3, "required": 2, "present": 3}
MISSED = {"members": 3, "required": 2, "present": 1}


async def item(client: httpx.AsyncClient, title: str) -> str:
    """One more on the agenda; its id."""
    answer = await client.post(f"{API}/agenda", json={"title": {"en": title}})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def back(there: Site, n: int) -> None:
    """The delegate of this organization comes in again."""
    await there.hear([Told(facts.registration(n), 4, facts.entered(n, n, at=90))])


async def held(there: Site, client: httpx.AsyncClient) -> list[str]:
    """Adopted on the first item; two go, so on the second nothing is decided; what is put off; they come back, and it is."""
    items = [await item(client, title) for title in (WATER, GAUGES)]
    decided = {"adopted": BY_HANDS | {"item": items[0]}, "put off": BY_CONSENSUS | {"item": items[1]}}
    assert (await client.post(f"{API}/decisions", json=decided["adopted"])).status_code == 201
    for n in (0, 1):
        await there.leave(n)
    refused = await client.post(f"{API}/decisions", json=decided["put off"])
    assert (refused.status_code, refused.json()["code"]) == (409, "no-quorum")
    assert refused.json()["detail"] == "No quorum (1 of 3 members present, quorum 2): 1 missing. It can be deferred."
    put_off = await client.post(f"{API}/decisions", json=decided["put off"] | {"declared": "deferred"})
    assert put_off.json()["state"] == "deferred"
    assert (await client.get(f"{API}/quorum")).json()["missing"] == 1
    await back(there, 1)
    assert (await client.get(f"{API}/quorum")).json()["missing"] == 0
    assert (await client.post(f"{API}/decisions", json=decided["put off"])).json()["state"] == "adopted"
    return items


async def test_each_vote_keeps_the_quorum_of_its_moment_by_agenda_item(there: Site) -> None:
    async with there.client(CHAIR) as chair, there.client() as anybody:
        items = await held(there, chair)
        assert (await anybody.get(f"{API}/decisions/quorums")).status_code == 404, "not before it is published"
        await there.adjourn()
        await there.publish()
        told = (await anybody.get(f"{API}/decisions/quorums")).json()
    assert [(each["item"], each["number"]) for each in told] == [(items[0], "1"), (items[1], "2")]
    counts = [[(each["number"], each["count"], each["quorate"]) for each in on["stood"]] for on in told]
    assert counts == [
        [(1, REACHED, True)],
        [(2, MISSED, False), (3, REACHED | {"present": 2}, True)],
    ]


async def test_what_belongs_to_no_item_comes_last_and_an_item_that_was_taken_off_stays(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        items = await held(there, chair)
        await chair.post(f"{API}/decisions", json=BY_CONSENSUS)
        tag = (await chair.get(f"{API}/agenda/{items[0]}")).headers["ETag"]
        await chair.post(f"{API}/agenda/{items[0]}/withdraw", headers={"If-Match": tag})
        told = (await chair.get(f"{API}/decisions/quorums")).json()
    assert [(each["item"], each["number"]) for each in told] == [(items[1], "1"), (items[0], ""), (None, "")]


async def test_without_a_rule_there_is_nothing_to_tell(there: Site) -> None:
    await there.hear([Told(BODY, 2, facts.formed(3, None))])
    async with there.client(CHAIR) as chair:
        await chair.post(f"{API}/decisions", json=BY_CONSENSUS)
        assert (await chair.get(f"{API}/decisions/quorums")).json() == []
        assert (await chair.get(f"{API}/quorum")).json()["missing"] is None


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("By agenda item", "Members present: 3 of 3 (quorum 2).", "One member was missing", "Reached")),
        ("fa", ("به تفکیک بند دستور جلسه", "اعضای حاضر: ۱ از ۳ (حد نصاب ۲).", "یک عضو کم بود", "به دست آمد")),
        ("ar", ("بحسب بنود جدول الأعمال", "الأعضاء الحاضرون: ", "نقص عضو واحد", "مكتمل")),
    ],
)
async def test_everybody_reads_it_by_item_on_the_page_and_in_the_files(
    there: Site, language: str, told: tuple[str, ...]
) -> None:
    async with there.client(CHAIR) as chair:
        await held(there, chair)
    await there.adjourn()
    await there.publish()
    async with there.client() as anybody:
        page = (await anybody.get(f"{PAGE}?lang={language}")).text
        plain = (await anybody.get(f"{PAGE}.md?lang={language}")).text
        brief = (await anybody.get(f"{PAGE}.html?lang={language}&part=summary")).text
    section = page[page.index('id="quorum-by-item"') :]
    assert section.index(WATER) < section.index('href="#decision-1"') < section.index("Gauges &lt;of&gt; the delta")
    for words in told:
        assert words in section, words
        assert words.split(":")[0] in plain, words
        assert words.split(":")[0] in brief, words


async def test_the_desk_says_how_many_are_missing_and_the_form_stands(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        second = (await _two(chair))[1]
        for n in (0, 1):
            await there.leave(n)
        typed = {"text_en": "A gauge is built.", "adoption": "consensus", "question": "substantive", "item": second}
        refused = await send(chair, DESK, "/decisions", typed)
        assert refused.status_code == 409
        assert "1 of 3 members present, quorum 2: one more must come in" in refused.text
        assert f'value="{second}" selected' in refused.text, "the item is still chosen"
        await there.hear([Told(facts.registration(0), 4, facts.entered(0, 0, at=90))])
        assert (await send(chair, DESK, "/decisions", typed)).status_code == 303
        desk = (await chair.get(f"{DESK}?lang=en")).text
        assert "2 of 3 members present, quorum 2" in desk[desk.index(f'id="item-{second}"') :]


async def test_a_vote_by_name_says_how_many_are_missing(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        for n in (0, 1):
            await there.leave(n)
        voted: dict[str, Any] = {f"ballot_{organization(n)}": "in_favour" for n in range(3)}
        typed = {"text_en": "A gauge is built.", "adoption": "roll_call", "question": "substantive", **voted}
        refused = await send(chair, f"{DESK}/votes", "", typed)
        assert (refused.status_code, "one more must come in" in refused.text) == (409, True)


async def _two(chair: httpx.AsyncClient) -> list[str]:
    return [await item(chair, title) for title in (WATER, GAUGES)]
