"""Who did what at a meeting: named by its keeper, on record with the names that people have, and gone with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.publication.shelf import FRESH
from services.minutes.record.model import Approval, Minutes
from services.minutes.record.roles import NameRoles, name_roles
from shared.contracts.minutes import MeetingRoles, MinutesCirculated, MinutesRolesNamed
from shared.errors import Conflict, Invalid
from tests.minutes.desk.forms import DESK, send
from tests.minutes.facts import BODY, minute
from tests.minutes.house import API, PAGE, Site
from tests.minutes.publication.test_files import words_of
from tests.world.facts import GATHERING, known

CHAIR, OPENER = known("person 0"), known("person 2")
someone = st.sampled_from([None, CHAIR, OPENER])
roles = st.builds(
    MeetingRoles,
    chair=someone,
    acting=st.booleans(),
    opener=someone,
    rapporteur=someone,
    minute_taker=someone,
)


def name(facts: MeetingRoles, word: str = "roles") -> NameRoles:
    return NameRoles(id=known(word), at=minute(20), gathering=GATHERING, facts=facts)


@given(said=st.lists(roles, max_size=8))
def test_the_last_that_was_said_stands_and_a_repeat_says_nothing(said: list[MeetingRoles]) -> None:
    minutes = Minutes(id=GATHERING, opened_at=minute(5))
    for each in said:
        different = each != minutes.facts
        events = minutes.name(each, minute(6))
        assert [type(event) for event in events] == [MinutesRolesNamed] * different
        assert minutes.name(each, minute(7)) == []
        assert minutes.facts == each


def test_whoever_approved_other_roles_is_asked_again() -> None:
    minutes = Minutes(id=GATHERING, opened_at=minute(5), closed_at=minute(6), approvers=[CHAIR, OPENER])
    minutes.circulate(minute(7), minute(90), [CHAIR, OPENER])
    minutes.give(Approval(CHAIR, minute(8), "a"))
    said = minutes.name(MeetingRoles(chair=OPENER), minute(9))
    assert [type(each) for each in said] == [MinutesRolesNamed, MinutesCirculated]
    assert (minutes.awaited, minutes.approvals) == ([CHAIR, OPENER], [])


async def test_nobody_unknown_has_a_role_and_nobody_stands_in_for_nobody(there: Site) -> None:
    for wrong in (MeetingRoles(rapporteur=known("nobody")), MeetingRoles(acting=True)):
        with pytest.raises(Invalid):
            await there.run(name_roles, name(wrong))
    await there.run(name_roles, name(MeetingRoles(chair=CHAIR, acting=True), "well"))
    await there.adjourn()
    await there.publish()
    with pytest.raises(Conflict, match="approved already"):
        await there.run(name_roles, name(MeetingRoles(), "late"))


async def test_the_api_says_who_did_what_to_its_keeper_alone(there: Site) -> None:
    form = {"chair": str(CHAIR), "minute_taker": str(OPENER)}
    async with there.client(f"chair:{BODY}") as chair, there.client("observer") as observer:
        tag = {"If-Match": (await chair.get(API)).headers["ETag"]}
        assert (await observer.post(f"{API}/roles", json=form, headers=tag)).status_code == 403
        said = await chair.post(f"{API}/roles", json=form, headers=tag)
        assert (said.status_code, said.json()["chair"], said.json()["opener"]) == (200, str(CHAIR), None)
        assert (await chair.post(f"{API}/roles", json={}, headers=tag)).status_code == 412, "made from an older version"
        assert (await chair.get(API)).json()["minute_taker"] == str(OPENER)


@pytest.mark.process
async def test_the_record_names_them_until_they_are_erased(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        page = f"{DESK}/roles"
        assert f'href="{page}"' in (await secretary.get(DESK)).text
        wrong = await send(secretary, page, "", {"chair": "", "acting": "yes"})
        assert (wrong.status_code, "Please choose one from the list." in wrong.text) == (422, True)
        typed = {"chair": str(CHAIR), "acting": "yes", "opener": str(OPENER)}
        assert (await send(secretary, page, "", typed)).status_code == 303
        assert f'<option value="{OPENER}" selected>' in (await secretary.get(page)).text
        await there.adjourn()
        await there.publish()
        assert "approved" in (await secretary.get(page)).text
        for kind in ("md", "html", "docx", "pdf"):
            text = words_of(kind, (await anybody.get(f"{PAGE}.{kind}?lang=en")).content)
            assert all(each in text for each in ("Acting chair", "Robin Example 0", "Opened by")), kind
        shown = (await anybody.get(f"{PAGE}?lang=en")).text
        assert "<dt>Acting chair</dt>" in shown
        assert "<dt>Opened by</dt>" in shown
        await there.erase(2)
        there.clock.passes(seconds=FRESH)
        assert "<dt>Opened by</dt>" not in (await anybody.get(f"{PAGE}?lang=en")).text
