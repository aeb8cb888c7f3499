"""At the desk a decision says what it brings about; the desk, the published record and its files say what became of it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from tests.minutes.decisions.test_effects import ENDS, told
from tests.minutes.desk.forms import CONSENSUS, DESK, recorded, send
from tests.minutes.facts import BODY
from tests.minutes.house import API, PAGE, Site
from tests.minutes.publication.test_files import words_of
from tests.minutes.publication.test_voted import FILES
from tests.world.facts import GATHERING

OFF = CONSENSUS | {"effect_kind": "postpone", "effect_target": f"gathering:{GATHERING}"}
MEETING = CONSENSUS | {
    "effect_kind": "call_meeting",
    "effect_target": f"body:{BODY}",
    "effect_starts_at": "2030-04-21T09:00",
    "effect_ends_at": "2030-04-21T12:00",
}
SAID = {
    "pending": "It waits for an office of the body that decided",
    "confirmed": "is being carried out",
    "refused": "It was refused: The hall is closed.",
    "lapsed": "It lapsed before anybody had answered",
    "carried_out": "carried out on",
    "failed": "could not be carried out: the gathering was cancelled.",
}


async def test_what_it_brings_about_is_typed_with_the_decision(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        one = await recorded(secretary, MEETING)
        page = (await secretary.get(DESK)).text
        assert "A meeting of River Basin Council is called for" in page
        assert SAID["pending"] in page
        form = (await secretary.get(one)).text
        assert 'value="2030-04-21T09:00"' in form, "by the clocks of the venue"
        [decision] = (await secretary.get(f"{API}/decisions")).json()
        assert decision["effect"]["starts_at"] == "2030-04-21T05:30:00Z"
        corrected = await send(secretary, one, "/correct", CONSENSUS | {"reason": "It calls nothing."})
        assert corrected.status_code == 303, corrected.text
        assert "A meeting of" not in (await secretary.get(DESK)).text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"effect_target": ""}, "effect_target"),
        ({"effect_target": "gathering:x"}, "effect_target"),
        ({"effect_kind": "dissolve"}, "effect_kind"),
        ({"effect_starts_at": "2030-04-21T09:00"}, "effect_ends_at"),
        ({"effect_starts_at": "soon"}, "effect_starts_at"),
        ({"effect_mode": "online"}, "effect_mode"),
        ({"effect_planned_for": "1408"}, "effect_planned_for"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    there: Site, typed: dict[str, str], field: str
) -> None:
    async with there.client("secretariat") as secretary:
        answer = await send(secretary, DESK, "/decisions", OFF | typed)
        assert answer.status_code == 422
        assert f'id="{field}-error"' in answer.text
        assert "The council meets again in spring." in answer.text


@dataclass
class Read:
    """Where it is read, and in which words."""

    desk: str
    record: str
    files: dict[str, str]


async def read(there: Site, stands: str) -> Read:
    async with there.client("secretariat") as secretary:
        await recorded(secretary, OFF)
        [decision] = (await secretary.get(f"{API}/decisions")).json()
        ends: Any = ENDS[stands]
        await there.hear(told(decision["id"], *ends))
        desk = (await secretary.get(DESK)).text
    await there.adjourn()
    await there.publish()
    async with there.client() as anybody:
        files = {kind: words_of(kind, (await anybody.get(f"{PAGE}.{kind}?lang=en")).content) for kind in FILES}
        return Read(desk, (await anybody.get(f"{PAGE}?lang=en")).text, files)


@pytest.mark.parametrize("stands", ["carried_out", "failed"])
async def test_what_became_of_it_stands_on_the_desk_in_the_record_and_in_every_file(there: Site, stands: str) -> None:
    it = await read(there, stands)
    assert "Effect: “Shared river basins” is postponed." in it.desk
    for said in (it.desk, it.record, *it.files.values()):
        assert SAID[stands] in " ".join(said.split())


@pytest.mark.parametrize("stands", SAID)
async def test_each_way_in_which_it_can_stand_is_said(there: Site, stands: str) -> None:
    async with there.client("secretariat") as secretary:
        await recorded(secretary, OFF)
        [decision] = (await secretary.get(f"{API}/decisions")).json()
        ends: Any = ENDS[stands]
        await there.hear(told(decision["id"], *ends))
        assert SAID[stands] in (await secretary.get(DESK)).text


async def test_what_was_carried_out_stays_although_its_decision_was_withdrawn(there: Site) -> None:
    async with there.client("secretariat") as secretary:
        one = await recorded(secretary, OFF)
        [decision] = (await secretary.get(f"{API}/decisions")).json()
        ends: Any = ENDS["carried_out"]
        await there.hear(told(str(UUID(decision["id"])), *ends))
        await send(secretary, one, "/withdraw", {"why": "A mistake."})
        assert "and stays so, although the decision does not say so any more" in (await secretary.get(DESK)).text
