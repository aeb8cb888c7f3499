"""People who were entered twice: whatever is asked in whatever order, both ids mean one person, who has one place."""

import asyncio
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.registration.entries.merging import kept_id
from services.registration.erasure.work import erase_all
from services.registration.merging.handlers import merge_people
from services.registration.people.commands import CorrectPerson, MergePerson
from services.registration.people.handlers import correct_person, record_person
from services.registration.people.model import Person
from services.registration.registrations.handlers import cancel, register
from services.registration.registrations.model import Registration
from services.registration.roster.queries import Asked, page, shown
from shared.contracts.people import PEOPLE
from shared.errors import Conflict, Invalid, NotFound
from shared.flow import Read
from shared.flow.service import Service
from shared.settings import Settings
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import asks, gives_up, message, person
from tests.registration.house import Site, come, erase, erase_whole, house, opened, registrations, site
from tests.world.facts import GATHERING, known
from tests.world.records import everything
from tests.world.service import hearing

PEOPLE_HERE = 4
someone = st.integers(0, PEOPLE_HERE - 1)
step = st.tuples(st.sampled_from(["merge", "come", "leave", "correct", "record", "erase"]), someone, someone)


def id_of(n: int) -> UUID:
    return known(f"person {n}")


def merge(duplicate: int, kept: int) -> MergePerson:
    return MergePerson(**message(), person=id_of(duplicate), into=id_of(kept))


def correct(n: int, name: str) -> CorrectPerson:
    habits: dict[str, Any] = {"language": "en", "digits": "latin", "time_zone": "UTC"}
    return CorrectPerson(**message(), person=id_of(n), name=name, calendar="gregorian", **habits)


async def the(service: Service, n: int) -> Person:
    return await Read(service.store).one(Person, id_of(n))


async def root(service: Service, id: UUID) -> UUID:
    return await kept_id(Read(service.store), Person, id)


async def test_under_either_id_there_is_one_person_with_one_place(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(2), delegate=2)
        first = await come(service, 0)
        async with hearing(service):
            await service.run(merge_people, merge(0, 1))
        for n in range(2):
            again = await come(service, n)
            assert (again.id, again.seat) == (first.id, first.seat), "the one that is there"
        [only] = await shown(service.store, await registrations(service), "en")
        assert only.name == "Person 1", "it is shown under the one that is kept"
        assert (only.registration.person, only.registration.sorted_as) == (id_of(0), "person 1")
        for q in ("person 1", "per"):
            assert [each.id for each in (await page(service.store, Asked(GATHERING, q), 10)).items] == [first.id]
        await service.run(cancel, gives_up(0))
        assert (await come(service, 1)).id == first.id, "asked for again, it begins anew in the same document"


async def test_two_who_both_have_a_place_are_not_merged_before_one_gives_it_up(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(2), delegate=2)
        for n in range(2):
            await come(service, n)
        with pytest.raises(Conflict) as refused:
            await service.run(merge_people, merge(0, 1))
        assert refused.value.slug == "both-registered"
        await service.run(cancel, gives_up(0))
        await service.run(merge_people, merge(0, 1))
        assert await root(service, id_of(0)) == id_of(1)


async def test_whatever_names_the_alias_is_for_the_one_that_is_kept(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        for n in range(2):
            await service.run(record_person, person(n))
        async with hearing(service):
            await service.run(merge_people, merge(0, 1))
            await service.run(correct_person, correct(0, "Said by the old id"))
        assert ((await the(service, 0)).name, (await the(service, 1)).name) == ("Person 0", "Said by the old id")
        table = await service.run(record_person, person(0, person=known("new"), by_address=True))
        assert (table.id, table.entity.name) == (id_of(1), "Said by the old id"), "an old table changes nothing"
        with pytest.raises(Conflict) as exists:
            await service.run(record_person, person(0, person=known("new"), by_address=True, new=True))
        assert exists.value.slug == "exists"
        moved = await service.run(record_person, person(1, email="person-0@example.org"))
        assert (moved.entity.email, moved.entity.lent) == ("person-0@example.org", True), "the alias's address"
        back = await service.run(record_person, person(1))
        assert (back.entity.email, back.entity.lent) == ("person-1@example.org", False)
        noted = [each.field for each in back.entity.history]
        assert "aliases" in noted


async def take(service: Service, what: str, n: int, other: int) -> None:
    with suppress(Conflict, Invalid, NotFound):
        match what:
            case "merge":
                await service.run(merge_people, merge(n, other))
            case "come":
                await service.run(register, asks(n))
            case "leave":
                await service.run(cancel, gives_up(n))
            case "correct":
                await service.run(correct_person, correct(n, f"Corrected {other}"))
            case "record":
                await service.run(record_person, person(n, email=f"person-{other}@example.org"))
            case "erase":
                await erase(service, await root(service, id_of(n)))


async def must_hold(service: Service) -> None:
    """Everything of an erased person is gone, under each id; each address is one person's; nobody has two places."""
    people = [stored.entity for stored in (await service.store.find(Person, {}, limit=100)).items]
    roots = {each.id: await root(service, each.id) for each in people}
    erased = {each.id: each.erased for each in people}
    addresses: dict[str, set[UUID]] = {}
    for each in people:
        assert erased[roots[each.id]] <= each.erased, "whoever is erased is erased whole"
        if each.erased:
            assert (each.name, each.email, each.fingerprint, each.history) == ("", "", None, [])
        else:
            addresses.setdefault(each.email, set()).add(roots[each.id])
        if roots[each.id] != each.id:
            kept = next(one for one in people if one.id == roots[each.id])
            assert each.id in kept.aliases
            assert each.term_1 is None
    assert all(len(holders) == 1 for holders in addresses.values()), addresses
    standing = Counter(roots[each.person] for each in await registrations(service) if each.stands)
    assert set(standing.values()) <= {1}, standing


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@example([("merge", 0, 1), ("merge", 1, 2), ("erase", 0, 0)])
@given(st.lists(step, min_size=3, max_size=8))
def test_whatever_is_asked_in_whatever_order_it_is_one_person(steps: list[tuple[str, int, int]]) -> None:
    """Each step is heard before the next, the erasing of aliases is not."""

    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with house(Path(folder)) as service:
                await opened(service, range(PEOPLE_HERE), delegate=PEOPLE_HERE)
                for each in steps:
                    async with hearing(service):
                        await take(service, *each)
                await erase_all(service, Settings(data=Path(folder)))
                await must_hold(service)
                await erase_whole(service, Path(folder))

    asyncio.run(story())


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(st.lists(step, max_size=10))
@example([("come", 0, 0), ("merge", 0, 1), ("come", 1, 0)])
@example([("come", 0, 0), ("merge", 0, 1), ("merge", 1, 2), ("come", 2, 0)])
@example([("merge", 1, 0), ("merge", 2, 0), ("come", 1, 0), ("come", 2, 0)])
def test_of_people_it_is_the_same_if_all_is_heard_only_at_the_end(steps: list[tuple[str, int, int]]) -> None:
    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with house(Path(folder)) as service:
                await opened(service, range(PEOPLE_HERE), delegate=PEOPLE_HERE)
                await asyncio.gather(*(take(service, *each) for each in steps[:4]))
                for each in steps[4:]:
                    await take(service, *each)
                async with hearing(service):
                    pass
                await erase_all(service, Settings(data=Path(folder)))
                await must_hold(service)

    asyncio.run(story())


async def test_of_somebody_who_was_merged_and_erased_nothing_is_left_in_any_file(tmp_path: Path) -> None:
    traces = [b"person-0@example.org", b"Person 0", str(known("person-0@example.org")).encode(), b"Kept Name"]

    def left(pattern: str) -> list[bytes]:
        files = [path.read_bytes() for path in tmp_path.glob(pattern)]
        return [trace for trace in traces if any(trace in content for content in files)]

    async with house(tmp_path) as service:
        for n in range(2, 30):
            await service.run(record_person, person(n))
        for n in range(2):
            await service.run(record_person, person(n, name=("Person 0", "Kept Name")[n]))
        async with hearing(service):
            await service.run(merge_people, merge(0, 1))
    assert left("registration.db*")
    async with house(tmp_path) as service:
        async with hearing(service):
            await erase(service, id_of(1))
            await erase_whole(service, tmp_path)
        tombs = {record.key for record in await everything(service.log, PEOPLE.name) if record.value is None}
        assert tombs == {str(id_of(n)).encode() for n in range(2)}, "both ids are told to be erased"
    async with house(tmp_path) as service:
        await service.run(record_person, person(40))
    assert left("registration.db*") == []


async def two(here: Site) -> tuple[str, str]:
    return await here.person("kept"), await here.person("old")


async def asked(client: httpx.AsyncClient, duplicate: str, kept: str) -> httpx.Response:
    path = f"/v1/people/{duplicate}"
    tag = {"If-Match": (await client.get(path)).headers["ETag"]}
    return await client.post(f"{path}/merge", json={"into": kept}, headers=tag)


async def test_under_the_old_id_the_one_that_is_kept_is_answered_to_those_who_may(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        kept, old = await two(here)
        assert (await asked(secretary, old, kept)).json() == {"id": old, "merged_into": kept}
        assert (await secretary.get(f"/v1/people/{old}")).json()["id"] == kept
        assert [each["id"] for each in (await secretary.get("/v1/people")).json()] == [kept]
        for q in ("person", "pold@", "pkept@"):
            found = [each["id"] for each in (await secretary.get(f"/v1/people?q={q}")).json()]
            assert found == ([] if q == "pold@" else [kept]), q
        page = await secretary.get(f"/people/{old}")
        assert (page.status_code, page.headers["Location"]) == (308, f"/registration/people/{kept}")
        async with here.client("person", sub=UUID(old)) as own:
            assert (await own.get(f"/v1/people/{old}")).json()["id"] == kept
            assert (await own.get(f"/v1/people/{kept}")).status_code == 404
            assert (await own.post(f"/v1/people/{old}/merge", json={"into": kept})).status_code == 403


async def test_own_registrations_are_those_of_each_own_id(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        kept, old = await two(here)
        made = (await here.register(path, old)).json()["id"]
        async with hearing(here.service):
            assert (await asked(secretary, old, kept)).status_code == 200
        for id in (kept, old):
            async with here.client("person", sub=UUID(id)) as own:
                assert [each["id"] for each in (await own.get("/v1/registrations")).json()] == [made]
        tag = {"If-Match": (await secretary.get(f"/v1/registrations/{made}")).headers["ETag"]}
        async with here.client("person", sub=UUID(kept)) as own:
            assert (await own.post(f"/v1/registrations/{made}/withdraw", headers=tag)).status_code == 200


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_on_the_page_it_is_said_what_follows_and_what_stands_in_the_way(language: str, tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        gathering = await here.gathering("announce", "open")
        kept, old = await two(here)
        made = [(await here.register(gathering, each)).json()["id"] for each in (kept, old)]
        path = f"/people/{kept}/merge"
        assert f"?with={old}" in (await secretary.get(f"{path}?q=old&lang={language}")).text
        form = await form_of(secretary, f"{path}?with={old}&lang={language}")
        refused = await send(secretary, path, form)
        assert (refused.status_code, 'role="alert"' in refused.text) == (409, True)
        tag = {"If-Match": (await secretary.get(f"/v1/registrations/{made[1]}")).headers["ETag"]}
        assert (await secretary.post(f"/v1/registrations/{made[1]}/cancel", headers=tag)).status_code == 200
        async with hearing(here.service):
            done = await send(secretary, path, await form_of(secretary, f"{path}?with={old}"))
        assert (done.status_code, done.headers["Location"]) == (303, f"/registration/people/{kept}")
        assert "Person kept" in (await secretary.get(f"/people/{kept}?lang={language}")).text


async def test_a_role_is_not_moved_by_merging(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        kept, _ = await two(here)
        facts = {"name": "Noor", "email": "noor@example.org", "office": "observer"}
        holder = (await secretary.post("/v1/team/grants", json=facts)).json()["holders"][0]["person"]
        refused = await asked(secretary, holder, kept)
        assert (refused.status_code, refused.json()["code"]) == (409, "has-roles")


async def test_a_registration_of_the_alias_is_that_of_the_kept_one_before_it_is_heard(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await opened(service, range(2), delegate=2)
        await come(service, 0)
        await service.run(merge_people, merge(0, 1))
        stored = await service.store.get(Registration, asks(0).registration)
        assert stored
        assert (await shown(service.store, [stored.entity], "en"))[0].name == "Person 1"
