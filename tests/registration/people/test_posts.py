"""What somebody was: to be listed as they were then, also after it changed, and whatever their organization was merged into."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from services.registration.people.model import Person
from tests.registration.entries.test_pages import organization
from tests.registration.facts import person
from tests.registration.house import site
from tests.world.facts import MORNING, known

DAY = timedelta(days=1)
WAS = st.tuples(st.sampled_from([None, "Adviser", "Minister"]), st.sampled_from([None, known("A"), known("B")]))


@given(st.lists(WAS, min_size=1, max_size=8))
def test_at_any_time_they_are_told_as_they_were_then(told: list[tuple[object, object]]) -> None:
    someone = Person(known(1))
    for n, (position, home) in enumerate(told):
        someone.record(replace(person(1, position=position, organization=home), at=MORNING + n * DAY))
    first = next((n for n, each in enumerate(told) if any(each)), 0)
    for n, was in enumerate(told):
        if n >= first:
            assert someone.was(MORNING + n * DAY) == was
    assert all(each.until for each in someone.posts[:-1])


def test_a_merged_organization_is_no_change_of_what_they_are() -> None:
    someone = Person(known(1))
    someone.record(person(1, position="Adviser", organization=known("A")))
    someone.move(known("B"), MORNING + DAY)
    assert {someone.was(MORNING + n * DAY) for n in range(3)} == {("Adviser", known("B"))}
    someone.record(replace(person(1, position="Minister", organization=known("B")), at=MORNING + 2 * DAY))
    someone.move(known("C"), MORNING + 3 * DAY)
    assert someone.was(MORNING) == ("Adviser", known("C"))
    assert someone.was(MORNING + 3 * DAY) == ("Minister", known("C"))


async def test_who_registered_is_listed_as_they_were_when_it_began(tmp_path: Path) -> None:
    """Here it begins later than every change: they are what they are now; the page of the person tells of before."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        gathering, home = await here.gathering("announce", "open"), await organization(here)
        form = {"name": "Ana", "email": "ana@example.org", "position": "Adviser", "organization": home}
        made = await secretary.post("/v1/people", json=form)
        assert (await here.register(gathering, made.json()["id"])).status_code == 201
        path, tag = f"/v1/people/{made.json()['id']}", {"If-Match": made.headers["ETag"]}
        done = await secretary.put(path, json=form | {"position": "Minister"}, headers=tag)
        assert done.status_code == 200, done.text
        posts = (await secretary.get(f"{path}/posts")).json()
        assert [(each["position"], each["until"] is None) for each in posts] == [("Adviser", False), ("Minister", True)]
        assert "Minister" in (await secretary.get(f"{gathering.removeprefix('/v1')}/registrations?lang=en")).text
        shown = (await secretary.get(path.removeprefix("/v1"))).text
        assert shown.index("Minister") < shown.index("Adviser · Delta Authority")
