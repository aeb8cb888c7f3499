"""What somebody was: to be listed as they were then, also after it changed, and whatever their organization was merged into."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.people.commands import CorrectPost, EnterPost
from services.registration.people.model import Person
from shared.contracts.people import Post
from shared.errors import Invalid, NotFound
from tests.registration.entries.test_pages import fields_of, form_of, organization, send
from tests.registration.facts import message, person
from tests.registration.house import site
from tests.world.facts import MORNING, known

DAY = timedelta(days=1)
WAS = st.tuples(st.sampled_from([None, "Adviser", "Minister"]), st.sampled_from([None, known("A"), known("B")]))


def was_at(someone: Person, days: float) -> tuple[object, object]:
    """Position and organization, so many days later."""
    there = someone.was(MORNING + days * DAY)
    return there.position or None, there.organization


@given(st.lists(WAS, min_size=1, max_size=8))
def test_at_any_time_they_are_told_as_they_were_then(told: list[tuple[object, object]]) -> None:
    someone = Person(known(1))
    for n, (position, home) in enumerate(told):
        someone.record(replace(person(1, position=position, organization=home), at=MORNING + n * DAY))
    first = next((n for n, each in enumerate(told) if any(each)), 0)
    for n, was in enumerate(told):
        if n >= first:
            assert was_at(someone, n) == was
    assert all(each.until for each in someone.posts[:-1])


def test_a_merged_organization_is_no_change_of_what_they_are() -> None:
    someone = Person(known(1))
    someone.record(person(1, position="Adviser", organization=known("A")))
    someone.move(known("B"), MORNING + DAY)
    assert {was_at(someone, n) for n in range(3)} == {("Adviser", known("B"))}
    someone.record(replace(person(1, position="Minister", organization=known("B")), at=MORNING + 2 * DAY))
    someone.move(known("C"), MORNING + 3 * DAY)
    assert was_at(someone, 0) == ("Adviser", known("C"))
    assert was_at(someone, 3) == ("Minister", known("C"))


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
        shown = (await secretary.get(f"{path.removeprefix('/v1')}/posts?lang=en")).text
        assert shown.index("Minister") < shown.index("Adviser · Delta Authority")


def enter(someone: Person, n: int, **said: object) -> None:
    asked = EnterPost(**message() | {"id": known(f"post {n}")}, person=someone.id, post=Post.model_validate(said))
    assert someone.enter(asked)
    assert someone.enter(asked) is None, "asked twice it is entered once"


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00:00+00:00")


def told(someone: Person, day: str) -> str:
    there = someone.was(at(day))
    return f"{there.called('en')} {there.elsewhere or ''}".strip()


def test_what_was_entered_by_hand_counts_while_it_was_held_as_precisely_as_it_is_known() -> None:
    someone = Person(known(1))
    someone.record(person(1, position="Minister"))
    enter(
        someone,
        1,
        positions={"en": "Adviser", "fa": "مشاور"},
        elsewhere="Ministry of Streams",
        begins="2019",
        ends="2020-06",
    )
    enter(someone, 2, positions={"fa": "نماینده"}, calendar="solar_hijri", begins="1399-05")
    assert [told(someone, each) for each in ("2018-12-31", "2019-01-01", "2020-06-30", "2020-07-01", "2020-08-01")] == [
        "Minister",
        "Adviser Ministry of Streams",
        "Adviser Ministry of Streams",
        "Minister",
        "نماینده",
    ]
    assert someone.was(at("2019-05-01")).called("fa") == "مشاور"
    someone.record(replace(person(1, position="Chair"), at=at("2025-01-01")))
    assert [told(someone, each) for each in ("2024-12-31", "2025-02-01")] == ["نماینده", "Chair"], "what began last"
    event = someone.state()
    assert event
    assert len(event.posts) == 4
    someone.erase()
    assert (someone.posts, someone.history) == ([], [])


def test_a_post_is_ended_put_right_and_struck_out_and_the_history_says_so() -> None:
    someone = Person(known(1))
    someone.record(person(1))
    enter(someone, 1, positions={"en": "Adviser"}, begins="2019")
    right = CorrectPost(**message(), person=someone.id, which=known("post 1"), post=None)
    ended = Post(positions={"en": "Adviser"}, begins="2019", ends="2021")
    assert someone.put_right(replace(right, post=ended))
    assert someone.put_right(replace(right, post=ended)) is None
    assert told(someone, "2022-01-01") == ""
    assert someone.put_right(right)
    with pytest.raises(NotFound):
        someone.put_right(right)
    assert [(each.field, each.old, each.new) for each in someone.history[1:]] == [
        ("posts", "", "Adviser, 2019 – …"),
        ("posts", "Adviser, 2019 – …", "Adviser, 2019 – 2021"),
        ("posts", "Adviser, 2019 – 2021", ""),
    ]
    for wrong in (
        {"begins": "2019"},
        {"positions": {"en": "A"}, "begins": "2019", "ends": "2018"},
        {"elsewhere": "B", "ends": "1"},
    ):
        with pytest.raises(Invalid):
            enter(someone, 2, **wrong)


async def test_a_post_is_entered_on_a_page_told_in_the_readers_calendar_and_put_right(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await organization(here)
        page = f"/people/{await here.person(1)}"
        form = await form_of(secretary, f"{page}/posts/new?lang=fa")
        typed = {"positions_fa": "مشاور", "positions_en": "Adviser", "begins": "۱۳۹۸/۰۲", "ends": "1397"}
        wrong = await send(secretary, f"{page}/posts/new?lang=fa", form, **typed)
        assert (wrong.status_code, "پیش از آغازش" in wrong.text) == (422, True)
        form = fields_of(wrong.text)
        assert form["positions_fa"] == "مشاور"
        made = await send(secretary, f"{page}/posts/new", form, ends="", organization="delta")
        assert made.status_code == 303, made.text
        shown = (await secretary.get(f"{page}/posts?lang=en")).text
        assert "Adviser · Delta Authority" in shown
        assert "21 April 2019" in shown
        [post] = (await secretary.get(f"/v1{page}/posts")).json()
        edit = f"{page}/posts/{post['id']}"
        form, other = [await form_of(secretary, f"{edit}?lang=fa") for _ in range(2)]
        assert (await send(secretary, edit, form, ends="1402", strike="")).status_code == 303
        assert (await send(secretary, edit, other, ends="1403", strike="")).status_code == 412, "somebody was faster"
        assert (await secretary.get(f"/v1{page}/posts")).json()[0]["until"] == "2024-03-20T00:00:00Z"
        form = await form_of(secretary, edit)
        assert (await send(secretary, edit, form, strike="yes")).status_code == 303
        assert "No change is known" in (await secretary.get(f"{page}/posts?lang=en")).text
        assert "Positions held" in (await secretary.get(f"{page}?lang=en")).text
