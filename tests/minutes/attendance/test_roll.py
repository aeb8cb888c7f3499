"""The roll: who is there, where there was no door; who is not, and who speaks for them. Each fact with its source."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.minutes.attendance.model import Attendance
from services.minutes.attendance.roll import THERE, Noted, NotePresence, note_id
from shared.contracts.decisions import QuorumCount
from shared.errors import Conflict, Invalid
from tests.minutes import facts
from tests.minutes.desk.forms import DESK, hidden
from tests.minutes.facts import BODY, minute
from tests.minutes.house import API, PAGE, Site, Told, tell
from tests.paper import read
from tests.world.facts import GATHERING, MORNING, known

ANA, BEN = known("person 0"), known("person 1")
TIMES = st.none() | st.sampled_from([minute(10), minute(20)])
ASKED = st.builds(
    NotePresence,
    id=st.uuids(),
    at=st.just(minute(30)),
    gathering=st.just(GATHERING),
    person=st.just(ANA),
    state=st.sampled_from([None, "present", "left", "absent", "excused", "represented"]),
    represented_by=st.sampled_from([None, ANA, BEN]),
    arrived_at=TIMES,
    left_at=TIMES,
)


@settings(max_examples=60)
@given(st.lists(ASKED, max_size=6), st.booleans())
def test_what_is_noted_is_what_was_said_last_and_never_what_cannot_be(asked: list[NotePresence], seen: bool) -> None:
    noted = Noted(id=note_id(GATHERING, ANA), gathering=GATHERING, person=ANA, since=MORNING)
    registered = Attendance(known("registration"), gathering=GATHERING, person=ANA, category="delegate", counts=True)
    if seen:
        registered.hear(facts.entered(0, 0))
    for each in asked:
        before = len(noted.history)
        try:
            changed = noted.note(each, registered, MORNING)
        except (Conflict, Invalid):
            assert len(noted.history) == before
            continue
        assert (noted.state, noted.represented_by) == (each.state, each.represented_by)
        assert len(noted.history) == before + changed
        assert not seen or noted.state is None
        assert noted.represented_by is None or (noted.state == "represented" and noted.represented_by != ANA)
        assert (noted.arrived_at is None and noted.left_at is None) or noted.state in THERE
        if noted.state in THERE:
            assert noted.seen().inside is (noted.state == "present")


async def meets(there: Site) -> None:
    """As the house has it, but two delegates whom no door saw; one of them is of another member than those inside."""
    told = tell(BODY, facts.formed(5))[0]
    told.sequence = 2
    for home, n in ((3, 13), (4, 14)):
        await there.hear(
            tell(facts.organization(home), facts.listed(home))
            + tell(known(f"person {n}"), facts.recorded(n))
            + tell(facts.registration(n), facts.confirmed(n, home))
        )
    await there.hear([told])


async def note(client: Any, n: int, state: str, **other: Any) -> tuple[int, str]:
    answer = await client.post(f"{API}/roll", json={"person": str(known(f"person {n}")), "state": state} | other)
    return answer.status_code, answer.json().get("code", "")


async def test_who_is_noted_as_present_counts_as_who_came_by_the_door_until_they_leave(there: Site) -> None:
    await meets(there)
    assert await there.quorum() == QuorumCount(members=5, required=3, present=3)
    async with there.client(f"chair:{BODY}") as chair:
        assert await note(chair, 13, "present", arrived_at=minute(40).isoformat()) == (200, "")
        assert await there.quorum() == QuorumCount(members=5, required=3, present=4)
        assert "Robin Example 13" in (await chair.get(f"{DESK}?lang=en")).text
        assert await note(chair, 13, "left", left_at=minute(50).isoformat()) == (200, "")
        assert await there.quorum() == QuorumCount(members=5, required=3, present=3)
        assert await note(chair, 0, "excused") == (409, "at-the-door")
        assert await note(chair, 9, "excused") == (422, "")
        await there.hear([Told(facts.registration(13), 2, facts.entered(13, 3))])
        assert await note(chair, 13, "absent") == (409, "at-the-door"), "what the door sees later counts before it"
        assert await there.quorum() == QuorumCount(members=5, required=3, present=4)


async def test_the_record_tells_apologies_and_who_spoke_for_whom_and_nothing_of_who_is_erased(there: Site) -> None:
    await meets(there)
    async with there.client("secretariat") as secretary, there.client() as anybody:
        assert await note(secretary, 13, "represented", represented_by=str(ANA)) == (200, "")
        assert await note(secretary, 14, "excused") == (200, "")
        for n, category in ((15, "press"), (16, "delegate")):
            here = tell(facts.registration(n), facts.confirmed(n, 0, category))
            await there.hear(tell(known(f"person {n}"), facts.recorded(n)) + here)
        assert await note(secretary, 15, "excused") == (200, "")
        assert await note(secretary, 16, "represented") == (200, "")
        await there.adjourn()
        assert await note(secretary, 14, "absent") == (200, ""), "as long as it is a draft"
        assert (await secretary.post(f"{API}/roll/{known('person 14')}/strike")).json()["state"] is None
        assert await note(secretary, 14, "excused") == (200, "")
        await there.publish()
        assert await note(secretary, 14, "present") == (409, "already-approved")
        page = (await anybody.get(f"{PAGE}?lang=en")).text.replace("\n", " ")
        for told in ("Apologies", "represented by", "Robin Example 13", "Robin Example 14"):
            assert told in page, told
        assert "Robin Example 15" not in page, "as of those who came, delegates alone are named"
        assert (page.count("represented by"), "— represented</li>" in page) == (1, True), "nobody knows by whom"
        paper = read((await anybody.get(f"{PAGE}.pdf?lang=en")).content).text
        assert (paper.count("represented by"), "Robin Example 15" in paper) == (1, False)
        assert ("Robin Example 14" in paper, "excused" in paper) == (True, True)
        await there.hear([Told(known("person 14"), 2, None)])
        there.clock.passes(seconds=5)
        assert "Robin Example 14" not in (await anybody.get(f"{PAGE}?lang=en")).text


async def test_the_minute_taker_notes_many_at_once_and_one_in_full(there: Site) -> None:
    await meets(there)
    roll, three, four = f"{DESK}/roll", known("person 13"), known("person 14")
    async with there.client("secretariat") as secretary:
        page = (await secretary.get(f"{roll}?lang=fa")).text
        assert ("در ورودی دیده شد" in page, f"state_{three}" in page, f"state_{ANA}" in page) == (True, True, False)
        typed = {"person": [str(three), str(four)], f"state_{three}": "present", f"state_{four}": "excused"}
        assert (await secretary.post(roll, data=await hidden(secretary, roll) | typed)).status_code == 303
        found = {each["person"]: each["state"] for each in (await secretary.get(f"{API}/roll")).json()}
        assert found == {str(three): "present", str(four): "excused"}
        one = f"{roll}/{three}"
        wrong = {"state": "excused", "arrived_at": "2030-03-21T10:00"}
        answer = await secretary.post(f"{one}?lang=en", data=await hidden(secretary, one) | wrong)
        assert (answer.status_code, "only of who was there" in answer.text) == (422, True)
        right = {"state": "present", "arrived_at": "2030-03-21T10:00"}
        assert (await secretary.post(one, data=await hidden(secretary, one) | right)).status_code == 303
        other = str(facts.organization(0))
        assert await note(secretary, 13, "present", organization=other) == (200, "")
        assert (await secretary.post(one, data=await hidden(secretary, one) | right)).status_code == 303
        [late, _] = sorted((await secretary.get(f"{API}/roll")).json(), key=lambda each: each["arrived_at"] is None)
        assert (late["arrived_at"], late["organization"]) == ("2030-03-21T06:30:00Z", other), "no page asks for whom"
        assert (await secretary.get(f"{roll}/{known('nobody')}")).status_code == 404
    for roles, status in (((), 401), (("observer",), 403), ((f"chair:{known('another')}",), 404)):
        async with there.client(*roles) as client:
            assert (await client.get(roll)).status_code == status


async def states(client: Any) -> dict[str, str | None]:
    return {each["person"]: each["state"] for each in (await client.get(f"{API}/roll")).json()}


async def test_the_roll_notes_what_was_changed_on_the_page_and_undoes_nobody_s_note(there: Site) -> None:
    await meets(there)
    roll, three, four = f"{DESK}/roll", f"{known('person 13')}", f"{known('person 14')}"
    async with there.client("secretariat") as secretary:
        for n, state in ((13, "present"), (14, "excused")):
            assert await note(secretary, n, state) == (200, "")
        page = (await secretary.get(roll)).text
        was = {f"was_{three}": "present", f"was_{four}": "excused"}
        assert [f'name="{each}" value="{state}"' in page for each, state in was.items()] == [True, True]
        await secretary.post(f"{API}/roll/{four}/strike")
        seen = {"person": [three, four], f"state_{three}": "present", f"state_{four}": "excused", **was}
        assert (await secretary.post(roll, data=await hidden(secretary, roll) | seen)).status_code == 303
        assert await states(secretary) == {three: "present", four: None}, "what was not touched undoes nothing"
        touched = seen | {f"state_{each}": "absent" for each in (three, four)}
        moved = await secretary.post(f"{roll}?lang=en", data=await hidden(secretary, roll) | touched)
        assert (moved.status_code, "Somebody else changed this meanwhile" in moved.text) == (412, True)
        assert moved.text.count('value="absent" selected') == 2, "what was chosen is kept"
        assert await states(secretary) == {three: "present", four: None}, "nothing of it was noted"


async def test_before_it_has_begun_apologies_are_noted_and_nobody_is_there(there: Site) -> None:
    other = known("another gathering")
    await there.hear(tell(other, facts.announced().model_copy(update={"gathering": other})))
    async with there.client("secretariat") as secretary:
        path = f"/minutes/v1/minutes/{other}/roll"
        for state, status in (("excused", 200), ("present", 409)):
            answer = await secretary.post(path, json={"person": str(ANA), "state": state})
            assert answer.status_code == status, answer.text
