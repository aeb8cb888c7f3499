"""The proceedings at the desk, as a browser without scripts keeps them; and what everybody reads of them."""

import re
from pathlib import Path

import pytest

from services.minutes.publication.shelf import FRESH
from tests.minutes import facts
from tests.minutes.desk.forms import DESK, hidden, send
from tests.minutes.facts import BODY
from tests.minutes.house import API, PAGE, Site, tell
from tests.minutes.publication.test_files import words_of
from tests.world.facts import known

CHAIR = f"chair:{BODY}"
ROBIN, AMAN = "Robin Example 0", "مثال النهري 2"
SAID = {"said_in": "en", "manner": "summary", "behalf": "organization", "public": "yes"}
SPOKEN = {**SAID, "speaker": str(known("person 0")), "words": "The river carries less.\r\n\r\nWe measure apart."}
SUGGESTED = {"said_in": "en", "contribution_kind": "suggestion", "words": "Measure it together."}


def links(page: str, beginning: str) -> list[str]:
    """Where a page leads, of what begins so."""
    return re.findall(rf'(?:href|action)="({re.escape(beginning)}[^"]*)"', page)


@pytest.mark.parametrize(("roles", "status"), [((), 401), (("observer",), 403), ((CHAIR,), 200)])
async def test_the_forms_are_for_who_keeps_the_minutes(there: Site, roles: tuple[str, ...], status: int) -> None:
    async with there.client(*roles) as client:
        for path in ("agenda", "statements/new", "contributions/new"):
            assert (await client.get(f"{DESK}/{path}")).status_code == status
            refused = await client.post(f"{DESK}/{path}", data={"key": "a"})
            assert refused.status_code == (422 if status == 200 else status), path


async def test_an_agenda_is_put_in_order_by_buttons_and_adopted(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        for title in ("First", "Second"):
            assert (await send(chair, f"{DESK}/agenda", "", {"title_en": title})).status_code == 303
        page = (await chair.get(f"{DESK}/agenda")).text
        assert page.index("First") < page.index("Second")
        [form] = re.findall(r'<form method="post" action="([^"]+/move)">(.*?)</form>', page)[:1]
        values = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[1]))
        assert (await chair.post(form[0], data=values)).status_code == 303
        page = (await chair.get(f"{DESK}/agenda")).text
        assert page.index("Second") < page.index("First"), "the first was moved down"
        assert (await chair.post(form[0], data={**values, "key": "another"})).status_code == 412
        assert (await send(chair, f"{DESK}/agenda", "/adopt", await _minutes(chair))).status_code == 303
        await send(chair, f"{DESK}/agenda", "", {"title_en": "Third"})
        page = (await chair.get(f"{DESK}/agenda")).text
        assert "Late item" in page
        assert "Adopt the agenda" not in page


async def _minutes(chair: object) -> dict[str, str]:
    """The version that the button of adoption was made from."""
    text = (await chair.get(f"{DESK}/agenda")).text  # type: ignore[attr-defined]
    [form] = re.findall(r'action="[^"]+/adopt">(.*?)</form>', text, re.DOTALL)
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))


async def test_what_is_wrong_is_said_and_what_was_typed_stays(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        nobody = await send(chair, f"{DESK}/statements/new", "", {**SPOKEN, "speaker": ""})
        assert nobody.status_code == 422
        assert "has none on record" in nobody.text
        assert "We measure apart." in nobody.text
        empty = await send(chair, f"{DESK}/contributions/new", "", {**SUGGESTED, "words": ""})
        assert (empty.status_code, "Please fill this in" in empty.text) == (422, True)
        untitled = await send(chair, f"{DESK}/agenda", "", {"title_en": ""})
        assert untitled.status_code == 422


async def test_what_was_said_stands_below_its_item_and_is_corrected_and_withdrawn(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        await send(chair, f"{DESK}/agenda", "", {"title_en": "Water for the upper basin"})
        [new] = links((await chair.get(DESK)).text, f"{DESK}/statements/new?item=")
        item = new.partition("item=")[2]
        assert (await send(chair, new.partition("?")[0], "", {**SPOKEN, "item": item})).status_code == 303
        page = (await chair.get(DESK)).text
        assert "1. " in page
        assert (
            page.index("Water for the upper basin</bdi>")
            < page.rindex("Ministry of Waters 0")
            < page.index("We measure apart.")
        )
        assert "Ministry of Waters 0" in page
        [one] = [each for each in links(page, f"{DESK}/statements/") if "/new" not in each]
        await send(chair, one, "/correct", {**SPOKEN, "item": item, "words": "The river carries more."})
        page = (await chair.get(DESK)).text
        assert "The river carries more." in page
        assert "<del>The river carries less." in page
        stale = await chair.post(f"{one}/withdraw", data={"key": "k", "version": "1"})
        assert stale.status_code == 412
        assert (await send(chair, one, "/withdraw", {"why": ""})).status_code == 303
        assert "<del>The river carries more.</del>" in (await chair.get(DESK)).text


async def test_who_is_noted_by_hand_can_be_chosen_as_speaker(there: Site) -> None:
    await there.hear(
        tell(known("person 13"), facts.recorded(13)) + tell(facts.registration(13), facts.confirmed(13, 0))
    )
    async with there.client("secretariat") as secretary:
        new, chosen = f"{DESK}/statements/new", f'value="{known("person 13")}"'
        assert chosen not in (await secretary.get(new)).text
        noted = await secretary.post(f"{API}/roll", json={"person": str(known("person 13")), "state": "present"})
        assert noted.status_code == 200
        assert chosen in (await secretary.get(new)).text
        assert (await send(secretary, new, "", SPOKEN | {"speaker": str(known("person 13"))})).status_code == 303


async def test_in_whose_name_the_api_says_somebody_spoke_stays_when_the_words_are_corrected(there: Site) -> None:
    other = str(facts.organization(1))
    said = {"manner": "summary", "said_in": "en", "words": "Less.", "speaker": SPOKEN["speaker"], "organization": other}
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/statements", json=said | {"public": True})
        page = f"{DESK}/statements/{made.json()['id']}"
        assert (await send(secretary, page, "/correct", SPOKEN)).status_code == 303
        assert (await secretary.get(made.headers["Location"])).json()["organization"] == other


async def test_an_address_in_what_was_said_is_a_link_and_the_contents_lead_to_each_item(there: Site) -> None:
    words = 'Slides: https://a.example/d_(1), and <a href="https://b.example">no markup</a>.'
    async with there.client("secretariat") as secretary, there.client() as anybody:
        item = (await secretary.post(f"{API}/agenda", json={"title": {"en": "Water"}})).json()["id"]
        below = {"title": {"en": "Gauges"}, "parent": item}
        assert (await secretary.post(f"{API}/agenda", json=below)).status_code == 201
        form = {"said_in": "en", "words": words, "manner": "summary", "item": item}
        assert (await secretary.post(f"{API}/statements", json=form)).status_code == 201
        decided = {"text": {"en": "It is built as https://b.example/plan says."}, "adoption": "consensus"}
        assert (await secretary.post(f"{API}/decisions", json=decided)).status_code == 201
        await there.adjourn()
        await there.publish()
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        alone = (await anybody.get(f"{PAGE}.html?lang=en")).text
    for text in (page, alone):
        assert (
            '<a href="https://a.example/d_(1)" dir="ltr" rel="nofollow noopener">https://a.example/d_(1)</a>, and'
            in text
        )
        assert ">https://b.example/plan</a> says." in text
        assert "&lt;a href=" in text, "what was typed is no markup"
    assert page.count(f'<a href="#item-{item}">') == 1
    assert re.search(r'<li><a href="#item-[^"]+">1\. ', page)
    assert not re.search(r'<li><a href="#item-[^"]+">1\.1', page), "the contents name the items, not what is below them"


@pytest.mark.process
async def test_a_summary_in_nobody_s_name_is_the_record_s_own_account(there: Site) -> None:
    told = {"said_in": "en", "words": "The room compared both gauges."}
    async with there.client("secretariat") as secretary, there.client() as anybody:
        for form in ({**told, "manner": "summary"}, {**told, "manner": "as_said", "words": "Hear, hear."}):
            assert (await secretary.post(f"{API}/statements", json=form)).status_code == 201
        await there.adjourn()
        await there.publish()
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        assert "The room compared both gauges." in page
        assert (page.count("A participant"), page.count("In summary")) == (1, 0), (
            "whose words they were is not on record"
        )
        for kind in ("md", "html", "docx", "pdf"):
            answer = await anybody.get(f"{PAGE}.{kind}?lang=en")
            text = words_of(kind, answer.content)
            assert "The room compared both gauges." in text
            assert (text.count("A participant"), "****" in text) == (1, False), kind


async def test_what_was_brought_forward_is_a_gap_until_something_becomes_of_it(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        together = {"people": [str(known("person 0"))], "organizations": [str(facts.organization(1))]}
        new = f"{DESK}/contributions/new"
        sent = await chair.post(new, data=await hidden(chair, new) | SUGGESTED | together)
        assert sent.status_code == 303
        page = (await chair.get(DESK)).text
        assert "Nobody has said what becomes of one" in page
        [one, *_] = [each for each in links(page, f"{DESK}/contributions/") if "/new" not in each]
        await send(chair, one, "/answer", {"words": "With which instruments?", "said_in": "en"})
        declined = await send(chair, one, "/dispose", {"disposal": "declined"})
        assert declined.status_code == 422
        assert "With which instruments?" in declined.text
        done = await send(chair, one, "/dispose", {"disposal": "declined", "reason": "It costs too much."})
        assert done.status_code == 303
        page = (await chair.get(DESK)).text
        assert "Nobody has said what becomes of" not in page
        assert all(each in page for each in ("It costs too much.", "Ministry of Waters 1", "Nobody is named"))


async def test_what_was_made_an_action_leads_to_it_at_the_desk_and_nowhere_else(there: Site) -> None:
    action = known("action")
    async with there.client("secretariat") as secretary, there.client() as anybody:
        made = await secretary.post(f"{API}/contributions", json={**SUGGESTED, "people": [str(known("person 0"))]})
        page = f"{DESK}/contributions/{made.json()['id']}"
        assert "/minutes/actions/" not in (await secretary.get(page)).text
        form, tag = {"disposal": "made_action", "action": str(action)}, {"If-Match": made.headers["ETag"]}
        done = await secretary.post(f"{made.headers['Location']}/dispose", json=form, headers=tag)
        assert done.status_code == 200, done.text
        assert f'href="/minutes/actions/{action}"' in (await secretary.get(page)).text
        await there.adjourn()
        await there.publish()
        assert str(action) not in (await anybody.get("/minutes/shared-river-basins")).text


async def test_what_everybody_reads_is_taken_back_with_a_reason(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/contributions", json={**SUGGESTED, "people": [str(known("person 0"))]})
        await there.adjourn()
        await there.publish()
        tag = {"If-Match": made.headers["ETag"]}
        refused = await secretary.post(f"{made.headers['Location']}/withdraw", json={}, headers=tag)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "reason")
        page = f"{DESK}/contributions/{made.json()['id']}"
        assert (await send(secretary, page, "/withdraw", {"why": ""})).status_code == 422
        assert (await send(secretary, page, "/withdraw", {"why": "Not meant so."})).status_code == 303


async def test_everybody_reads_what_is_public_and_an_erased_speaker_is_a_participant(
    there: Site, tmp_path: Path
) -> None:
    async with there.client(CHAIR) as chair, there.client() as anybody:
        await send(chair, f"{DESK}/agenda", "", {"title_en": "Water", "title_fa": "آب"})
        speaker = {**SPOKEN, "speaker": str(known("person 2"))}
        await send(chair, f"{DESK}/statements/new", "", speaker)
        await send(chair, f"{DESK}/statements/new", "", {**SPOKEN, "words": "Between us.", "public": ""})
        new = f"{DESK}/contributions/new"
        await chair.post(new, data=await hidden(chair, new) | SUGGESTED | {"people": [str(known("person 2"))]})
        await there.adjourn()
        await there.publish()
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        assert all(each in page for each in ("Water", "We measure apart.", "Measure it together.", AMAN))
        assert "Between us." not in page
        assert f"{DESK}/" not in page, "nobody is led to where it is kept"
        paper = await anybody.get(f"{PAGE}.pdf?lang=fa")
        assert paper.content[:5] == b"%PDF-"
        await there.erase(2)
        there.clock.passes(seconds=FRESH)
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        assert AMAN not in page
        assert page.count("A participant") == 2
        assert "Ministry of Waters 2" in page, "in whose name it was said stays"
    kept = b"".join(each.read_bytes() for each in tmp_path.glob("minutes.db*"))
    assert b"We measure apart." in kept
    assert AMAN.encode() not in kept
