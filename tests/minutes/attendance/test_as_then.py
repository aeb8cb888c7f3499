"""Who was present is listed as they were then: no later change touches it, and nothing is left of who is erased."""

from datetime import UTC, datetime

from services.minutes.publication.shelf import FRESH
from shared.contracts.people import PersonRecorded, Post
from tests.minutes import facts
from tests.minutes.desk.forms import DESK
from tests.minutes.house import API, PAGE, Site, Told
from tests.paper import read
from tests.world.facts import known

AFTER = datetime(2030, 4, 1, tzinfo=UTC)


def told(n: int, **other: object) -> PersonRecorded:
    return PersonRecorded.model_validate(facts.recorded(n).model_dump() | other)


async def test_who_was_present_stays_what_they_were_when_it_met(there: Site) -> None:
    ana = known("person 0")
    before = Post(position="Adviser", title="Dr", until=AFTER)
    promoted = told(
        0, position="Minister", title="H.E.", posts=[before, Post(position="Minister", title="H.E.", since=AFTER)]
    )
    by_hand = Post(
        id=known("post"), positions={"en": "Chair", "fa": "رئیس"}, position="Chair", since=AFTER.replace(year=2029)
    )
    await there.hear([Told(ana, 2, promoted), Told(known("person 1"), 2, told(1, position="Envoy", posts=[by_hand]))])
    await there.adjourn()
    await there.publish()
    async with there.client("secretariat") as secretary, there.client() as anybody:
        rows = (await secretary.get(f"{API}/attendance")).json()
        assert {(each["title"], each["position"]) for each in rows if each["category"] == "delegate"} == {
            ("Dr", "Adviser"), ("", "Chair"), ("", ""),
        }  # fmt: skip
        english, persian = [(await anybody.get(f"{PAGE}?lang={tag}")).text for tag in ("en", "fa")]
        assert ("Dr Robin Example 0" in english, "Adviser" in english, "Minister<" in english) == (True, True, False)
        assert "رئیس" in persian
        assert "Dr Robin Example 0" in (await secretary.get(f"{DESK}?lang=en")).text
        paper = read((await anybody.get(f"{PAGE}.pdf?lang=en")).content).text
        assert ("Dr Robin Example 0" in paper, "Adviser" in paper) == (True, True)
        await there.hear([Told(ana, 3, None)])
        there.clock.passes(seconds=FRESH)
        assert "Adviser" not in (await anybody.get(f"{PAGE}?lang=en")).text
