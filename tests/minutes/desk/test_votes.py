"""A vote by name at the desk: a table of the members, whose totals follow; and what everybody reads of it."""

import io
import re

import pytest
from pypdf import PdfReader

from shared.contracts.bodies import Majority
from tests.minutes.desk.forms import DESK, TEXT, hidden, recorded, send
from tests.minutes.facts import BODY, organization, ruled
from tests.minutes.house import API, PAGE, Site, Told
from tests.world.facts import known

VOTES = {f"ballot_{organization(n)}": vote for n, vote in enumerate(("in_favour", "against", "in_favour"))}
ROLL_CALL = {**TEXT, "adoption": "roll_call", **VOTES}


async def test_whoever_is_not_inside_is_taken_for_absent(there: Site) -> None:
    await there.leave(0)
    async with there.client(f"chair:{BODY}") as chair:
        page = (await chair.get(f"{DESK}/votes")).text
    chosen = re.findall(r'name="ballot_([^"]+)" value="([^"]+)" required checked', page)
    assert chosen == [(str(organization(0)), "absent")]
    assert page.count('type="radio" name="ballot_') == 3 * 5


async def test_a_vote_by_name_is_recorded_shown_and_corrected(there: Site) -> None:
    await there.hear([Told(BODY, 2, ruled(substantive=Majority("two_thirds")))])
    async with there.client("secretariat") as secretary, there.client() as anybody:
        made = await send(secretary, f"{DESK}/votes", "", ROLL_CALL)
        assert made.status_code == 303, made.text
        one = re.findall(rf'href="({DESK}/decisions/[^"]+)"', (await secretary.get(DESK)).text)[0]
        stood = (await secretary.get(one)).text
        assert re.search(rf'name="ballot_{organization(1)}" value="against" required checked', stood)
        changed = {**ROLL_CALL, f"ballot_{organization(0)}": "abstaining", "reason": "Counted again."}
        answer = await send(secretary, one, "/correct", changed)
        assert answer.status_code == 303, answer.text
        [decision] = (await secretary.get(f"{API}/decisions")).json()
        assert (decision["state"], decision["votes"]["abstaining"]) == ("rejected", 1)
        await there.adjourn()
        await there.publish()
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        for told in ("How each member voted", "Two thirds were needed: 2 in favour.", "Abstaining (1)", "By roll call"):
            assert told in page, told
        paper = PdfReader(io.BytesIO((await anybody.get(f"{PAGE}.pdf?lang=en")).content))
        text = " ".join(" ".join(each.extract_text() for each in paper.pages).split())
        assert "Abstaining (1)" in text
        assert "Ministry of Waters 1" in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({f"ballot_{organization(2)}": ""}, "Please choose one from the list"),
        ({f"ballot_{organization(2)}": "perhaps"}, "Please choose one from the list"),
        ({"declared": "rejected"}, "The rule of the body says what this vote came to"),
        ({"adoption": "consensus"}, "Please choose one from the list"),
        ({"text_en": "", "text_fa": ""}, "Please write what was decided"),
    ],
)
async def test_what_is_wrong_of_a_vote_is_said_and_every_vote_is_kept(
    there: Site, typed: dict[str, str], said: str
) -> None:
    await there.hear([Told(BODY, 2, ruled(substantive=Majority()))])
    async with there.client("secretariat") as secretary:
        refused = await send(secretary, f"{DESK}/votes", "", ROLL_CALL | typed)
        assert (refused.status_code, said in refused.text) == (422, True), refused.text
        assert refused.text.count(" required checked") >= 2
        assert (await secretary.get(f"{API}/decisions")).json() == []


async def test_without_a_quorum_no_vote_is_recorded_and_none_is_lost(there: Site) -> None:
    await there.leave(0)
    await there.leave(1)
    async with there.client("secretariat") as secretary:
        refused = await send(secretary, f"{DESK}/votes", "", ROLL_CALL)
        assert (refused.status_code, "There is no quorum" in refused.text) == (409, True)
        assert refused.text.count(" required checked") == 3
        deferred = await send(secretary, DESK, "/decisions", {**TEXT, "adoption": "consensus", "declared": "deferred"})
        assert deferred.status_code == 303, "it can be left for later"


async def test_a_rule_is_chosen_by_what_the_vote_is_about(there: Site) -> None:
    await there.hear([Told(BODY, 2, ruled(procedural=Majority("absolute")))])
    hands = {**TEXT, "adoption": "show_of_hands", "in_favour": "1", "against": "0"}
    async with there.client("secretariat") as secretary:
        await recorded(secretary, hands)
        await recorded(secretary, hands | {"question": "procedural"})
        states = [each["state"] for each in (await secretary.get(f"{API}/decisions")).json()]
        assert states == ["adopted", "rejected"]


async def test_a_reservation_is_recorded_once_until_approval_and_read_by_everybody(there: Site) -> None:
    typed = {"member": str(organization(2)), "words": "Not in winter.\r\nNor at night.", "said_in": "en"}
    async with there.client("secretariat") as secretary, there.client() as anybody:
        one = await recorded(secretary)
        for odd, field in (
            ({"member": str(known("stranger"))}, "member"),
            ({"words": ""}, "words"),
            ({"said_in": "xx"}, "said_in"),
        ):
            refused = await send(secretary, one, "/reserve", typed | odd)
            assert (refused.status_code, f'id="{field}-error"' in refused.text) == (422, True), field
        form = await hidden(secretary, one) | typed
        for _ in range(2):
            assert (await secretary.post(f"{one}/reserve", data=form)).status_code == 303
        [decision] = (await secretary.get(f"{API}/decisions")).json()
        [reservation] = decision["reservations"]
        assert (reservation["member"], reservation["words"]) == (str(organization(2)), "Not in winter.\nNor at night.")
        assert "Not in winter." in (await secretary.get(DESK)).text
        await there.adjourn()
        await there.publish()
        public = (await anybody.get(f"{PAGE}?lang=en")).text
        assert all(told in public for told in ("Reservation of", "Not in winter."))
        assert "/reserve" not in (await secretary.get(one)).text
        late = await secretary.post(f"{one}/reserve", data=await hidden(secretary, one) | typed)
        assert late.status_code == 409


async def test_neither_words_of_a_reservation_nor_of_an_objection_are_in_an_event(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/decisions", json={"text": {"en": "It is so."}, "adoption": "consensus"})
        path, tag = f"{API}/decisions/{made.json()['id']}", {"If-Match": made.headers["ETag"]}
        form = {"member": str(organization(0)), "words": "Only by day.", "said_in": "en"}
        answer = await secretary.post(f"{path}/reservations", json=form, headers=tag)
        assert answer.status_code == 200, answer.text
        stranger = await secretary.post(
            f"{path}/reservations", json=form | {"member": str(known(9))}, headers={"If-Match": answer.headers["ETag"]}
        )
        assert stranger.status_code == 422
        rejected = await secretary.post(
            f"{API}/decisions", json={"text": {"en": "No."}, "adoption": "consensus", "declared": "rejected"}
        )
        refused = await secretary.post(
            f"{API}/decisions/{rejected.json()['id']}/reservations",
            json=form,
            headers={"If-Match": rejected.headers["ETag"]},
        )
        assert (refused.status_code, refused.json()["code"]) == (409, "not-adopted")
    entries = [entry for document in there.said.values() for entry in document.outbox]
    assert "decision.reserved.v1" in {entry.type for entry in entries}
    assert not any(b"Only by day" in (entry.data or b"") for entry in entries)
