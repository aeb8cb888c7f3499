"""Who is found by what is typed: in both scripts, by the beginning of any word, page after page, each once."""

from pathlib import Path

import pytest

from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from services.registration.people.queries import Search
from shared.flow.service import Service
from shared.store import Cursor
from tests.registration.facts import person
from tests.registration.house import erase, house, site

PEOPLE = {
    "Ángela Łukasz Øster": "آنجلا اوستر",
    "Ana Maria de la Delta": "آنا ماریا دلتا",
    "Karim Yusefi": "كريم يوسفي",
    "Karima Delta": "کریمه دلتا",
    "Ali Reza Kazemi": "علی‌رضا کاظمی",
}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ange", ["Ángela Łukasz Øster"]),
        ("LUKASZ oster", ["Ángela Łukasz Øster"]),
        ("انجلا", ["Ángela Łukasz Øster"]),
        ("delta", ["Ana Maria de la Delta", "Karima Delta"]),
        ("delta ana", ["Ana Maria de la Delta"]),
        ("کریم", ["Karim Yusefi", "Karima Delta"]),
        ("كريم", ["Karim Yusefi", "Karima Delta"]),
        ("یوسفی", ["Karim Yusefi"]),
        ("کریمة", ["Karima Delta"]),
        ("علیرضا", ["Ali Reza Kazemi"]),
        ("person-۲@", ["Karim Yusefi"]),
        ("person", list(PEOPLE)),
        ("elta", []),
        ("...", []),
    ],
)
async def test_names_are_found_in_both_scripts_by_the_beginning_of_a_word(
    asked: str, found: list[str], tmp_path: Path
) -> None:
    async with house(tmp_path) as service:
        await enter(service)
        assert await names(service, asked) == sorted(found)


async def test_pages_of_a_search_go_on_and_name_each_once(tmp_path: Path) -> None:
    """Also who has the same word twice, or other words that begin so."""
    async with house(tmp_path) as service:
        for n in range(25):
            await service.run(record_person, person(n, name=f"Maria Marta {n}", name_also="Maria Mar"))
        found, after = [], None
        while True:
            page = await Search(service.store, "mar").find(Person, {}, limit=4, after=after)
            found += [stored.id for stored in page.items]
            after = page.next
            if after is None:
                break
        assert len(found) == len(set(found)) == 25


async def test_who_was_erased_or_renamed_is_not_found_by_the_name_of_before(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await enter(service)
        gone = await service.run(record_person, person(0, name="Ana Delta"))
        await service.run(record_person, person(1, name="Other"))
        await erase(service, gone.id)
        assert await names(service, "ana") == []
        assert await names(service, "other") == ["Other"]
        erased = await service.store.get(Person, gone.id)
        assert erased
        assert erased.entity.words == []


async def test_the_list_is_searched_and_goes_on_by_cursor(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        for n in range(7):
            await here.person(n)
        seen: list[str] = []
        link: str | None = "/v1/people?q=pers&limit=3"
        while link:
            page = await secretary.get(link)
            seen += [each["name"] for each in page.json()]
            link = page.links.get("next", {}).get("url", "").removeprefix("/registration") or None
        assert sorted(seen) == [f"Person {n}" for n in range(7)]
        assert (await secretary.get("/v1/people?q=nobody")).json() == []


async def enter(service: Service) -> None:
    for n, (name, also) in enumerate(PEOPLE.items()):
        await service.run(record_person, person(n, name=name, name_also=also))


async def names(service: Service, asked: str) -> list[str]:
    after: Cursor | None = None
    page = await Search(service.store, asked).find(Person, {}, after=after)
    return sorted(stored.entity.name for stored in page.items)
