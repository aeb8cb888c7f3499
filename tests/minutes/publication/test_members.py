"""People who are members of the body themselves stand on the record by name; whoever else came is counted."""

import pytest

from tests.minutes import facts
from tests.minutes.facts import BODY
from tests.minutes.house import API, PAGE, Site, Told, tell
from tests.minutes.publication.test_files import words_of
from tests.world.facts import known

MEMBERS = (known("person 13"), known("person 14"))


@pytest.fixture
async def panel(there: Site) -> Site:
    """Two experts are members of the body for themselves; one of them is noted, and so is a guest."""
    told = facts.formed(3).model_copy(update={"people": [*MEMBERS, MEMBERS[0]]})
    await there.hear([Told(BODY, 2, told)])
    for n in (13, 14, 15):
        await there.hear(tell(known(f"person {n}"), facts.recorded(n)))
    async with there.client("secretariat") as secretary:
        for n in (13, 15):
            form = {"person": str(known(f"person {n}")), "state": "present"}
            assert (await secretary.post(f"{API}/roll", json=form)).status_code == 200
    return there


async def test_a_member_is_named_and_a_guest_is_counted(panel: Site) -> None:
    async with panel.client() as anybody, panel.client("observer") as observer:
        before = (await observer.get(f"{PAGE}?lang=en")).text
        await panel.adjourn()
        await panel.publish()
        page = (await anybody.get(f"{PAGE}?lang=en")).text
    assert "4 other people were present." in before, "the three who are no delegates, and the guest"
    [list_of] = page.partition("<h3>Members of the body</h3>")[2].partition("</ul>")[:1]
    named = facts.recorded(13).name
    assert (list_of.count("<li>"), named in list_of) == (1, True)
    assert facts.recorded(15).name not in page
    await panel.erase(13)


@pytest.mark.process
@pytest.mark.parametrize("kind", ["md", "docx", "html", "pdf"])
async def test_on_paper_and_in_files_they_stand_below_their_body(panel: Site, kind: str) -> None:
    await panel.adjourn()
    await panel.publish()
    async with panel.client() as anybody:
        whole = words_of(kind, (await anybody.get(f"{PAGE}.{kind}?lang=en")).content)
        summary = words_of(kind, (await anybody.get(f"{PAGE}.{kind}?lang=en&part=summary")).content)
    present = whole.partition("Present")[2]
    assert present.index("River Basin Council") < present.index(facts.recorded(13).name)
    assert facts.recorded(13).name not in summary
