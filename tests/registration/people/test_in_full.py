"""A person in full: title, names in two scripts, on the badge and in the passport, and the place within the organization."""

import json
from dataclasses import replace
from pathlib import Path

from services.registration.people.commands import CorrectPerson
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import message, person
from tests.registration.house import house, site
from tests.registration.people.test_search import names

FULL = {"title": "Dr", "badge": "Leyla K.", "passport": "KARIMI LEILA", "precedence": 2}


def test_the_name_in_the_passport_is_remembered_and_leaves_registration_with_nothing() -> None:
    asked = person(1, **FULL)
    entry = Person(asked.person)
    told = entry.record(asked)
    assert told
    assert (told.title, told.precedence) == ("Dr", 2)
    assert entry.record(replace(asked, passport="KARIMI LEYLA")), "that is a change, too"
    assert [(each.field, each.old, each.new) for each in entry.history[1:]] == [
        ("passport", "KARIMI LEILA", "KARIMI LEYLA")
    ]
    said = json.dumps(told.model_dump(mode="json")) + json.dumps(entry.state().model_dump(mode="json"))  # type: ignore[union-attr]
    assert "KARIMI" not in said
    assert "Leyla K." not in said
    entry.erase()
    assert entry == Person(asked.person, erased=True, spreads=True)


def test_what_a_table_does_not_say_stays_and_nobody_writes_their_own_passport_away() -> None:
    asked = person(1, **FULL)
    entry = Person(asked.person)
    entry.record(asked)
    assert entry.record(replace(person(1), partial=True)) is None
    assert entry.record(replace(person(1, title="H.E."), partial=True))
    own = CorrectPerson(
        **message(), person=asked.person, name=asked.name, title="Dr", language="fa", calendar="solar_hijri",
        digits="persian", time_zone="Asia/Tehran",
    )  # fmt: skip
    assert entry.correct(own)
    assert (entry.title, entry.badge, entry.passport, entry.precedence) == ("Dr", None, "KARIMI LEILA", 2)
    assert entry.addressed == "Dr Person 1"


async def test_without_a_name_in_the_other_script_the_passport_finds_somebody(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await service.run(record_person, person(1, name="لیلا کریمی", passport="KARIMI LEYLA"))
        await service.run(record_person, person(2, name="کریم", name_also="Karim", passport="LEYLANI KARIM"))
        assert await names(service, "leyla") == ["لیلا کریمی"]
        assert await names(service, "karim") == ["لیلا کریمی", "کریم"]
        assert await names(service, "leylani") == [], "the name in the other script comes before that of the passport"


async def test_all_of_it_is_entered_on_a_page_and_by_a_table(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        form = await form_of(secretary, "/people/new?lang=fa")
        typed = {"name": "لیلا کریمی", "email": "leyla@example.org", "title": "دکتر", "passport": "KARIMI LEYLA"}
        wrong = await send(secretary, "/people/new", form, **typed, precedence="first")
        assert (wrong.status_code, 'value="KARIMI LEYLA"' in wrong.text) == (422, True)
        made = await send(secretary, "/people/new", form, **typed, precedence="۳", language="fa")
        assert made.status_code == 303, made.text
        page = (await secretary.get(made.headers["Location"].removeprefix("/registration"))).text
        assert "دکتر لیلا کریمی" in page
        table = "email,name,title,precedence\nleyla@example.org,لیلا کریمی,,۱\n".encode()
        done = await secretary.post("/v1/imports/people", content=table, headers={"Content-Type": "text/csv"})
        assert done.json()["changed"] == 1, done.text
        [found] = (await secretary.get("/v1/people?q=leyla")).json()
        assert {name: found[name] for name in FULL} == {
            "title": "دکتر", "badge": None, "passport": "KARIMI LEYLA", "precedence": 1,
        }  # fmt: skip
