"""The API of decisions: what is taken, and what is refused."""

import pytest

from shared.contracts.bodies import Majority
from tests.minutes.decisions.forms import BY_CONSENSUS, BY_HANDS, DECISION
from tests.minutes.facts import BODY, organization, ruled
from tests.minutes.house import API, Site, Told
from tests.world.facts import known


async def test_a_decision_says_what_the_minutes_knew_of_the_quorum(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        first = await secretary.post(f"{API}/decisions", json=BY_HANDS)
        assert first.json()["quorum"] == {"members": 3, "required": 2, "present": 3}
        await there.leave(0)
        await there.leave(1)
        quorum = (await secretary.get(f"{API}/quorum")).json()
        assert (quorum["count"]["present"], quorum["quorate"]) == (1, False)
        refused = await secretary.post(f"{API}/decisions", json=BY_HANDS)
        assert (refused.status_code, refused.json()["code"]) == (409, "no-quorum")


async def test_a_decision_may_have_paragraphs(there: Site) -> None:
    text = {"en": "The council meets:\n\n1.\tin spring;\r\n2.\tin the delta."}
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/decisions", json=BY_CONSENSUS | {"text": text})
        assert (made.status_code, made.json()["text"]) == (201, text)


async def test_the_same_key_records_one_decision(there: Site) -> None:
    async with there.client("secretariat", **{"Idempotency-Key": "resolution-1"}) as secretary:
        first = await secretary.post(f"{API}/decisions", json=BY_CONSENSUS)
        again = await secretary.post(f"{API}/decisions", json=BY_CONSENSUS)
        other = await secretary.post(f"{API}/decisions", json=BY_HANDS)
        assert first.json() == again.json()
        assert other.status_code == 422
        assert len((await secretary.get(f"{API}/decisions")).json()) == 1


@pytest.mark.parametrize(
    "form",
    [
        {**BY_CONSENSUS, "adoption": "shouting"},
        {**BY_CONSENSUS, "votes": {"in_favour": 1, "against": 0}},
        {**BY_HANDS, "votes": {"in_favour": -1, "against": 0}},
        {**BY_HANDS, "votes": {"in_favour": 1, "against": 0, "confused": 3}},
        {**BY_HANDS, "votes": {"in_favour": True, "against": 0}},
        {**BY_HANDS, "votes": {"in_favour": "1", "against": 0}},
        {**BY_CONSENSUS, "text": {"en": "The council\x00 meets."}},
        {**BY_CONSENSUS, "text": {"en": "The council\u2028meets."}},
        {**DECISION, "adoption": "recorded_vote"},
        {"text": {}, "adoption": "consensus"},
        {"text": {"en": "  "}, "adoption": "consensus"},
        {"text": {"../en": "x"}, "adoption": "consensus"},
        {**BY_CONSENSUS, "number": 7},
    ],
)
async def test_what_cannot_be_a_decision_is_refused(there: Site, form: dict[str, object]) -> None:
    async with there.client("secretariat") as secretary:
        refused = await secretary.post(f"{API}/decisions", json=form)
        assert refused.status_code == 422
        assert refused.json()["errors"]


CORRECTED = BY_HANDS | {"votes": {"in_favour": 1, "against": 2}, "reason": "The votes were counted again."}


async def test_a_correction_after_publication_is_told_with_what_was_said_before(there: Site) -> None:
    async with there.client(f"chair:{BODY}") as chair, there.client() as anybody:
        made = await chair.post(f"{API}/decisions", json=BY_HANDS)
        path = f"{API}/decisions/{made.json()['id']}"
        await there.adjourn()
        await there.publish()
        assert (await chair.post(f"{path}/correct", json=CORRECTED)).status_code == 428
        tag = {"If-Match": made.headers["ETag"]}
        corrected = await chair.post(f"{path}/correct", json=CORRECTED, headers=tag)
        assert (corrected.status_code, corrected.json().get("state")) == (200, "rejected"), corrected.text
        assert (await chair.post(f"{path}/withdraw", json={"reason": "x"}, headers=tag)).status_code == 412
        [before] = (await anybody.get(path)).json()["earlier"]
        assert (before["state"], before["votes"]["in_favour"]) == ("adopted", 2)


async def test_decisions_of_another_body_or_other_minutes_are_not_there(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client(f"chair:{known('other')}") as other:
        made = await secretary.post(f"{API}/decisions", json=BY_HANDS)
        tag, id = {"If-Match": made.headers["ETag"]}, made.json()["id"]
        for step, form in (("correct", CORRECTED), ("withdraw", {"reason": "x"})):
            assert (await other.post(f"{API}/decisions/{id}/{step}", json=form, headers=tag)).status_code == 404
            stranger = f"{API}/decisions/{known('nothing')}/{step}"
            assert (await secretary.post(stranger, json=form, headers=tag)).status_code == 404


async def test_what_is_withdrawn_twice_is_withdrawn(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/decisions", json=BY_HANDS)
        path = f"{API}/decisions/{made.json()['id']}"
        for _ in range(2):
            tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
            gone = await secretary.post(f"{path}/withdraw", json={"reason": "Not ours to take."}, headers=tag)
            assert (gone.status_code, gone.json()["state"], gone.json()["reason"]) == (
                200,
                "withdrawn",
                "Not ours to take.",
            )


async def test_a_roll_call_says_how_each_member_voted_and_what_it_came_to(there: Site) -> None:
    ballots = [
        {"member": str(organization(n)), "vote": vote} for n, vote in enumerate(("in_favour", "against", "in_favour"))
    ]
    form = DECISION | {"adoption": "roll_call", "ballots": ballots}
    async with there.client("secretariat") as secretary:
        made = (await secretary.post(f"{API}/decisions", json=form)).json()
        assert (made["state"], made["votes"]) == ("adopted", {"in_favour": 2, "against": 1, "abstaining": 0})
        assert made["ballots"] == ballots
        for odd in (ballots[:2], [*ballots[:2], ballots[0]], [*ballots[:2], {**ballots[2], "vote": "perhaps"}]):
            assert (await secretary.post(f"{API}/decisions", json=form | {"ballots": odd})).status_code == 422


async def test_the_rule_of_the_body_decides_and_the_chair_where_there_is_none(there: Site) -> None:
    await there.hear([Told(BODY, 2, ruled(substantive=Majority("two_thirds")))])
    votes = {"in_favour": 3, "against": 2}
    async with there.client("secretariat") as secretary:

        async def state(**more: object) -> str:
            made = await secretary.post(f"{API}/decisions", json=BY_HANDS | {"votes": votes} | more)
            return str(made.json().get("state", made.status_code))

        assert await state() == "rejected"
        assert await state(declared="adopted") == "422"
        assert await state(question="procedural") == "adopted"
        assert await state(question="procedural", declared="rejected") == "rejected"
        assert await state(adoption="secret_ballot", votes={"in_favour": 4, "against": 2}) == "adopted"
        assert await state(adoption="consensus", votes=None, declared="deferred") == "deferred"
