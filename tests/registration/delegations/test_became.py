"""What became of those who are named: in words on the page, in numbers that agree with the quota, in few looks for many."""

import html
import re
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from services.registration.delegations import queries
from services.registration.delegations.queries import became
from services.registration.entries.merging import called
from services.registration.invitations.coming import Became, counted
from services.registration.invitations.handlers import invite, name_delegates
from services.registration.invitations.model import Invitation
from services.registration.people.model import Person
from services.registration.registrations.handlers import withdraw as withdraw_registration
from shared.contracts.registrations import registration_id
from shared.flow.service import Service
from tests.counted import CountedStore
from tests.registration.facts import gives_up
from tests.registration.house import erase, house
from tests.registration.invitations.facts import invites_all, names, of_all, who
from tests.registration.invitations.test_answering import Guest, invited
from tests.registration.invitations.test_places import begun
from tests.registration.invitations.test_twice_by import merged
from tests.world.service import hearing, settled

TABLE = "\n".join(f"{name}\t{name.lower()}@example.org" for name in ("Ana", "Bo", "Cy", "Di"))


async def seen(service: Service, store: Any = None) -> dict[int, Became]:
    """What the page is told, by the number of the person."""
    store = store or service.store
    stored = await store.get(Invitation, of_all())
    assert stored
    found = await became(store, stored.entity, await called(store, Person, stored.entity.delegates))
    assert [*found] == stored.entity.delegates
    assert sum(counted(found.values()).values()) == len(stored.entity.delegates)
    return {n: found[who(n)] for n in range(80) if who(n) in found}


def rows(page: str) -> dict[str, list[str]]:
    """Name -> the words that stand beside it."""
    found = re.findall(
        r"<b><bdi>([^<]*)</bdi></b>.*?<span class=\"row\"><span class=\"chip [^>]*>([^<]*)</span>(.*?)</td>",
        page,
        re.DOTALL,
    )
    return {name: [html.unescape(chip), *re.findall(r'class="hint">([^<]*)<', more)] for name, chip, more in found}


def bar(page: str) -> dict[str, int]:
    return {text: int(number) for number, text in re.findall(r"</svg>(\d+) ([^<]+)</li>", page)}


async def registration(guest: Guest, name: str) -> str:
    """The address of somebody's registration, for the secretariat."""
    async with guest.here.client("secretariat") as secretary:
        people = {each["name"]: each["id"] for each in (await secretary.get("/v1/people")).json()}
    gathering = (await guest.now())["gathering"]
    return f"/v1/registrations/{registration_id(UUID(gathering), UUID(people[name]))}"


async def test_the_page_says_of_each_what_became_of_them_and_its_numbers_agree_with_the_quota(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=5) as guest:
        assert (await guest.posts("delegates", {"table": TABLE})).status_code == 303
        before = await guest.page()
        assert bar(before) == {"Being registered": 4}
        async with hearing(guest.here.service):
            await settled(guest.here.service)
            page = await guest.page()
            assert rows(page) == {
                "Ana": ["Confirmed"],
                "Bo": ["Confirmed"],
                "Cy": ["Waiting", "next in line"],
                "Di": ["Waiting", "one before"],
            }
            assert bar(page) == {"Confirmed": 2, "Waiting": 2}
            assert '<span class="num">4 / 5</span>' in page
            async with guest.here.client("secretariat") as secretary:
                path = await registration(guest, "Ana")
                tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
                assert (await secretary.post(f"{path}/cancel", headers=tag)).status_code == 200
            await settled(guest.here.service)
            after = await guest.page()
            assert rows(after)["Ana"] == ["Not coming"]
            assert rows(after)["Di"] in (["Waiting", "next in line"], ["Waiting", "one before"])
            assert sum(bar(after).values()) == len((await guest.now())["delegates"]) == 4
            assert "until somebody else is named instead" in after


async def test_it_is_not_said_why_somebody_does_not_come(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 5), delegate=4)
        await service.run(invite, invites_all(4, 1))
        await service.run(name_delegates, names(1, 2, 3))
        await settled(service)
        await service.run(withdraw_registration, gives_up(2))
        await settled(service)
        assert await seen(service) == {1: Became("place"), 2: Became("away"), 3: Became("place")}


async def test_who_was_merged_or_erased_is_told_under_the_id_by_which_they_were_named(tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 6), delegate=4)
        await service.run(invite, invites_all(4, 1))
        await service.run(name_delegates, names(2, 3))
        await settled(service)
        await merged(service, 2, 5)
        await erase(service, who(3))
        await settled(service)
        found = await seen(service)
        assert found[2] == Became("place")
        assert 3 in found


@pytest.mark.parametrize("many", [3, 60])
async def test_as_many_looks_are_taken_for_sixty_as_for_three(many: int, tmp_path: Path) -> None:
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, many + 1), delegate=1)
        await service.run(invite, invites_all(many, 1))
        await service.run(name_delegates, names(*range(1, many + 1)))
        await settled(service)
        stored = await service.store.get(Invitation, of_all())
        assert stored
        people = await called(service.store, Person, stored.entity.delegates)
        store = CountedStore(service.store)
        found = await became(store, stored.entity, people)
        assert sum(each.word == "waits" for each in found.values()) == many - 1
        assert sorted(each.before for each in found.values() if each.before is not None) == [*range(many - 1)]
        assert sum(store.faults.calls.values()) == 2


async def test_of_who_waits_far_behind_it_is_not_said_how_many_wait_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "LINE", 2)
    async with house(tmp_path) as service, hearing(service):
        await begun(service, range(1, 5), delegate=1)
        await service.run(invite, invites_all(4, 1))
        await service.run(name_delegates, names(1, 2, 3, 4))
        await settled(service)
        assert [each.before for each in (await seen(service)).values()] == [None, 0, 1, None]
