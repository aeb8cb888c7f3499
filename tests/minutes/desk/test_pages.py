"""The desk: who sees it, who is present, and what a decision goes through there."""

import re

import pytest

from tests.minutes import facts
from tests.minutes.desk.forms import CONSENSUS, DESK, HANDS, TEXT, hidden, recorded, send
from tests.minutes.facts import BODY
from tests.minutes.house import API, PAGE, Site, tell
from tests.world.facts import known

CHAIR = f"chair:{BODY}"


@pytest.mark.parametrize(
    ("roles", "status"),
    [
        ((), 401),
        (("observer",), 403),
        ((f"focal-point:{facts.organization(0)}",), 403),
        ((f"chair:{known('another body')}",), 404),
        ((CHAIR,), 200),
        (("secretariat",), 200),
    ],
)
async def test_the_desk_is_for_the_chair_of_the_body_and_the_secretariat(
    there: Site, roles: tuple[str, ...], status: int
) -> None:
    async with there.client("secretariat") as secretary:
        one = await recorded(secretary)
    async with there.client(*roles) as client:
        assert (await client.get(DESK)).status_code == status
        assert (await client.get(f"{DESK}/counts")).status_code == status
        assert (await client.get(one)).status_code == status
        for path in (f"{DESK}/decisions", f"{one}/correct", f"{one}/withdraw"):
            assert (await client.post(path, data={"key": "a"})).status_code == (422 if status == 200 else status), path
        for step in ("approve", "publish"):
            expected = 428 if status == 200 else status
            assert (await client.post(f"{DESK}/steps/{step}", data={"key": "a"})).status_code == expected


async def test_what_is_not_there_is_not_found(there: Site) -> None:
    elsewhere = f"/minutes/gatherings/{known('nothing')}"
    async with there.client("secretariat") as secretary:
        assert (await secretary.get(elsewhere)).status_code == 404
        assert (await secretary.get(f"{DESK}/decisions/{known('nothing')}")).status_code == 404
        assert (await secretary.post(f"{DESK}/steps/burn", data={"key": "a"})).status_code == 404


async def test_who_is_present_and_whether_there_is_a_quorum(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        page = (await chair.get(DESK)).text
        assert "The quorum is there" in page
        assert "2 of 3 members are needed" in page
        assert 'class="mark-line"' in page
        assert "Robin Example 0" in page
        assert "Ministry of Waters 0 · came at 09:00" in page
        assert re.search(r'class="big">6</span><span>inside, of 6 who were let in', page)
        await there.leave(0)
        await there.leave(1)
        counts = (await chair.get(f"{DESK}/counts")).text
        assert "<html" not in counts
        assert "One member is missing" in counts
        assert "left at 10:00" in counts
        assert 'hx-trigger="every 5s"' in counts
        await there.adjourn()
        afterwards = (await chair.get(f"{DESK}/counts")).text
        assert "hx-trigger" not in afterwards
        assert 'class="big">3</span><span>delegates were present' in afterwards
        assert "members are missing" not in afterwards, "what counts is the quorum of each decision"


async def test_a_larger_room_is_folded_and_a_hall_says_how_many_more(
    there: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.minutes.desk.queries.LISTED", 5)
    for n in range(10, 18):
        await there.hear(tell(facts.registration(n), facts.confirmed(n, 0), facts.entered(n, 0)))
    async with there.client(CHAIR) as chair:
        page = (await chair.get(DESK)).text
    assert "8 more" in page
    assert "6 more are not listed here." in page


async def test_without_a_rule_no_picture_is_drawn(there: Site) -> None:
    await there.hear([*tell(BODY, facts.formed(3), facts.formed(3, None))][1:])
    async with there.client(CHAIR) as chair:
        page = (await chair.get(DESK)).text
    assert "No rule asks for one" in page
    assert "mark-line" not in page


async def test_a_decision_is_recorded_with_digits_of_any_script_and_once(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        form = await hidden(chair, DESK) | HANDS
        for _ in range(2):
            answer = await chair.post(f"{DESK}/decisions", data=form)
            assert (answer.status_code, answer.headers["location"]) == (303, f"{DESK}?done=record")
        [made] = (await chair.get(f"{API}/decisions")).json()
        assert (made["votes"], made["quorum"]["present"]) == ({"in_favour": 2, "against": 1, "abstaining": 0}, 3)
        page = (await chair.get(answer.headers["location"])).text
    assert "The decision is recorded." in page
    assert "Record decision 2" in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"adoption": "consensus"}, "Please write what was decided"),
        (TEXT, "Please choose one from the list"),
        ({**TEXT, "adoption": "shouting"}, "Please choose one from the list"),
        ({**TEXT, "adoption": "recorded_vote", "against": "1"}, "Please use digits only"),
        ({**TEXT, "adoption": "recorded_vote", "in_favour": "-1", "against": "1"}, "Please use digits only"),
        ({**CONSENSUS, "against": "3"}, "counts no votes"),
        ({**CONSENSUS, "text_ar": "a\u2028b"}, "Please check this entry"),
    ],
)
async def test_what_is_wrong_is_said_and_all_that_was_typed_is_kept(
    there: Site, typed: dict[str, str], said: str
) -> None:
    async with there.client(CHAIR) as chair:
        answer = await send(chair, DESK, "/decisions", typed)
        assert answer.status_code == 422
        assert said in answer.text
        for name, value in typed.items():
            kept = rf'name="{name}"[^>]*(value="{value}"|>\s*{re.escape(value)}\s*</textarea>)'
            assert re.search(kept, answer.text) or name == "adoption", name
        assert (await chair.get(f"{API}/decisions")).json() == []


async def test_without_a_quorum_nothing_is_decided_and_nothing_is_lost(there: Site) -> None:
    await there.leave(0)
    await there.leave(1)
    async with there.client(CHAIR) as chair:
        answer = await send(chair, DESK, "/decisions", HANDS)
    assert answer.status_code == 409
    assert "There is no quorum at this moment" in answer.text
    assert TEXT["text_fa"] in answer.text
    assert 'name="in_favour" type="text" value="۲"' in answer.text


async def test_a_decision_is_corrected_and_withdrawn_with_a_reason(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        one = await recorded(chair)
        assert TEXT["text_fa"] in (await chair.get(one)).text
        same = await send(chair, one, "/correct", {**CONSENSUS, "reason": "None."})
        assert (same.status_code, "This is what the decision says already" in same.text) == (422, True)
        why = await send(chair, one, "/correct", HANDS)
        assert (why.status_code, 'value="۲"' in why.text) == (422, True)
        done = await send(chair, one, "/correct", {**HANDS, "reason": "It was put to the vote."})
        assert done.headers["location"] == f"{DESK}?done=correct"
        assert "Corrected: <bdi>It was put to the vote.</bdi>" in (await chair.get(DESK)).text
        assert (await send(chair, one, "/withdraw", {})).status_code == 422
        gone = await send(chair, one, "/withdraw", {"why": "Not ours to take."})
        assert gone.headers["location"] == f"{DESK}?done=withdraw"
        assert "Withdrawn: <bdi>Not ours to take.</bdi>" in (await chair.get(DESK)).text
        assert "<form class" not in (await chair.get(one)).text


async def test_a_text_in_another_language_survives_a_correction(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        text = {"en": "The council meets.", "fr": "Le conseil se réunit."}
        made = (await chair.post(f"{API}/decisions", json={"text": text, "adoption": "consensus"})).json()
        one = f"{DESK}/decisions/{made['id']}"
        typed = {"text_en": "The council meets in May.", "text_fr": text["fr"], "adoption": "consensus"}
        await send(chair, one, "/correct", {**typed, "reason": "The month was missing."})
        assert (await chair.get(f"{API}/decisions")).json()[0]["text"] == text | {"en": typed["text_en"]}


async def test_whoever_was_slower_sees_both_and_can_apply_the_own_again(there: Site) -> None:
    async with there.client(CHAIR) as slow, there.client("secretariat") as fast:
        one = await recorded(slow)
        seen = await hidden(slow, one)
        await send(fast, one, "/correct", {**HANDS, "reason": "It was put to the vote."})
        mine = {**CONSENSUS, "text_en": "Mine.", "reason": "Mine, too."}
        answer = await slow.post(f"{one}/correct", data=seen | mine)
        assert answer.status_code == 412
        for told in ("<ins>Mine.</ins>", f"<del>{TEXT['text_en']}</del>", "<del>By show of hands</del>", "Mine, too."):
            assert told in answer.text
        assert f"<ins>{TEXT['text_fa']}" not in answer.text
        gone = await slow.post(f"{one}/withdraw", data=seen | {"why": "No."})
        assert (gone.status_code, "Somebody else changed this meanwhile" in gone.text) == (412, True)


async def test_the_gaps_are_listed_and_the_record_is_approved_and_published(there: Site) -> None:
    async with there.client(CHAIR) as chair, there.client() as anybody:
        one = await recorded(chair)
        assert re.search("Decision 1 has no text in: .?العربية", (await chair.get(DESK)).text)
        await there.erase(0)
        early = await send(chair, DESK, "/steps/approve", {"version": "2"})
        assert (early.status_code, "after the gathering has adjourned" in early.text) == (409, True)
        await there.adjourn()
        page = (await chair.get(DESK)).text
        assert "The name of one delegate is not on record." in page
        stale = await chair.post(f"{DESK}/steps/approve", data={"key": "a", "version": "1"})
        assert (stale.status_code, "Somebody else changed this meanwhile" in stale.text) == (412, True)
        assert (await send(chair, DESK, "/steps/approve", {})).headers["location"] == f"{DESK}?done=approve"
        assert "with the names of 3 delegates" in (await chair.get(DESK)).text
        assert (await anybody.get(PAGE)).status_code == 404
        assert (await send(chair, DESK, "/steps/publish", {})).headers["location"] == f"{DESK}?done=publish"
        assert (await anybody.get(PAGE)).status_code == 200
        assert "everybody reads what it said before" in (await chair.get(one)).text


async def test_before_the_session_nothing_is_recorded(there: Site) -> None:
    later = known("later")
    await there.hear(tell(later, facts.announced(None)))
    async with there.client("secretariat") as secretary:
        page = (await secretary.get(f"/minutes/gatherings/{later}")).text
        assert "while the gathering is in session" in page
        assert f'href="/registration/gatherings/{later}/overview"' in page
        refused = await secretary.post(f"/minutes/gatherings/{later}/decisions", data=CONSENSUS)
        assert (refused.status_code, "not in session" in refused.text) == (409, True)


@pytest.mark.parametrize("language", ["fa", "ar"])
async def test_the_desk_reads_from_right_to_left(there: Site, language: str) -> None:
    async with there.client("secretariat") as secretary:
        one = await recorded(secretary)
        for page in (DESK, one):
            text = (await secretary.get(f"{page}?lang={language}")).text
            assert f'<html lang="{language}" dir="rtl">' in text
