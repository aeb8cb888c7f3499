"""What many paragraphs become that are settled at once: whatever order their events come in, it stands as it was said."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.minutes.actions.forms import LONGEST
from services.minutes.paragraphs.model import LONGEST_ACTION
from shared.contracts.paragraphs import ParagraphSettled
from tests.minutes.facts import BODY, minute
from tests.minutes.house import API, Site, Told
from tests.minutes.test_meeting import ITEM, STATEMENT, put, then
from tests.world.facts import GATHERING

CHAIR = f"chair:{BODY}"
SAID = [f"Said {n}." for n in range(12)]


async def typed(client: httpx.AsyncClient, words: str, **more: Any) -> dict[str, Any]:
    return await put(client, "paragraphs", {"words": words, "said_in": "en", **more})


async def settled(there: Site, client: httpx.AsyncClient, paragraphs: Sequence[dict[str, Any]]) -> None:
    """Settle these, and let the record hear of them in this order."""
    for made in paragraphs:
        assert (await then(client, f"{API}/paragraphs/{made['id']}/settle")).status_code == 200
        about = {name: made[name] for name in ("mark", "item", "turn", "said_in", "speaker", "organization")}
        told = {**about, "paragraph": made["id"], "gathering": GATHERING, "settled_at": minute(40)}
        await there.hear([Told(UUID(made["id"]), 2, ParagraphSettled.model_validate(told))])


async def words(client: httpx.AsyncClient, what: str) -> list[str]:
    return [each["words"] for each in (await client.get(f"{API}/{what}")).json()]


@pytest.mark.parametrize(("mark", "what"), [("statement", "statements"), ("criticism", "contributions")])
async def test_settled_in_any_order_they_stand_as_they_were_said(there: Site, mark: str, what: str) -> None:
    async with there.client(CHAIR) as chair:
        item = (await put(chair, "agenda", ITEM))["id"]
        made = [await typed(chair, each, mark=mark, item=item) for each in SAID]
        await settled(there, chair, [*made[6:], *reversed(made[:6])])
        assert await words(chair, what) == SAID


async def test_a_statement_by_hand_has_a_place_of_its_own_among_those_that_were_typed(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        first = await typed(chair, "First.", mark="statement")
        third = await typed(chair, "Third.", mark="statement")
        second = await typed(chair, "Second.", mark="statement", behind=first["id"])
        await settled(there, chair, [second, first])
        await put(chair, "statements", {**STATEMENT, "words": "By hand."})
        await settled(there, chair, [third])
        await put(chair, "statements", {**STATEMENT, "words": "By hand again."})
        found = await words(chair, "statements")
        assert sorted(found) == sorted(["First.", "Second.", "Third.", "By hand.", "By hand again."])
        assert found[:2] == ["First.", "Second."]
        assert found.index("Second.") < found.index("Third.") < found.index("By hand again.")


async def test_an_action_is_told_without_the_name_of_who_is_not_on_record(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        made = await typed(secretary, "Publish the gauges.", mark="action", named="Nobody Known")
        await settled(there, secretary, [made])
        [action] = (await secretary.get("/minutes/v1/actions")).json()
        assert action["text"] == {"en": "Publish the gauges."}, (
            "what is to be done stands on the log, and nobody's name"
        )


async def test_an_action_is_settled_as_long_as_its_own_form_lets_it_be(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        for length, status, code in ((LONGEST_ACTION, 200, None), (LONGEST_ACTION + 1, 409, "too-long")):
            made = await typed(chair, "w" * length, mark="action")
            answer = await then(chair, f"{API}/paragraphs/{made['id']}/settle")
            assert (answer.status_code, answer.json().get("code")) == (status, code)
    assert LONGEST_ACTION == LONGEST
