"""Who is not expected: let in with a reason, once, into a free place alone; and told why not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx

from services.registration.door import handlers
from services.registration.door.model import Admit
from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from shared.contracts.registrations import PersonEntered, RegistrationConfirmed
from shared.flow import Read
from tests.registration.door.test_pages import NOW, TODAY, TONIGHT
from tests.registration.house import Site, count_of, site
from tests.world.service import hearing, settled

NEW = {"name": "Sara Delta", "email": "sara@example.org", "category": "guest", "walk_in": "brought", "note": "Driver."}


@dataclass(frozen=True)
class Door:
    """A gathering of today, and who keeps its door."""

    here: Site
    keeper: httpx.AsyncClient
    gathering: str

    @property
    def page(self) -> str:
        return f"{self.gathering.replace('/v1', '')}/door/walk-in"

    async def let_in(self, key: str = "tap", **other: str) -> httpx.Response:
        return await self.keeper.post(self.page, data=NEW | {"key": key} | other)

    async def there(self) -> list[Registration]:
        return [stored.entity for stored in (await self.here.service.store.find(Registration, {})).items]


@asynccontextmanager
async def door(folder: Path, **other: Any) -> AsyncIterator[Door]:
    async with site(folder) as here, hearing(here.service):
        times = {"starts_at": TODAY, "ends_at": TONIGHT, "time_zone": "UTC"}
        path = await here.gathering("announce", "open", **times | other)
        async with here.client(f"checkin:{path.rpartition('/')[2]}", sub=uuid4()) as keeper:
            keeper.headers["Accept-Language"] = "en"
            yield Door(here, keeper, path)


async def test_somebody_new_is_let_in_once_into_a_free_place_and_counted(tmp_path: Path) -> None:
    async with door(tmp_path) as at:
        for _ in range(2):
            done = await at.let_in()
            assert done.status_code == 303
        shown = (await at.keeper.get(done.headers["location"].removeprefix("/registration"))).text
        assert "Sara Delta" in shown
        assert "came unexpected" in shown
        [one] = await at.there()
        assert (one.seat, one.inside, one.walked_in, one.note, one.admitted) == (1, True, "brought", "Driver.", None)
        assert await count_of(at.here.service) == 1
        async with at.here.client("secretariat") as secretary:
            listed = await secretary.get(at.page.replace("door/walk-in", "registrations"), params={"lang": "en"})
            assert "brought along · <bdi>Driver.</bdi>" in listed.text, "the note is for the secretariat"


async def test_the_entry_says_why_and_nothing_of_what_was_typed(tmp_path: Path) -> None:
    async with door(tmp_path) as at:
        person, gathering = UUID(await at.here.person(1)), UUID(at.gathering.rpartition("/")[2])
        where: dict[str, Any] = {"gathering": gathering, "person": person, "category": "guest"}
        said: dict[str, Any] = {"scan": uuid4(), "walk_in": "brought", "note": "Driver.", "by_secretariat": True}
        change = await handlers.admit(Admit(id=uuid4(), at=NOW, **where, **said), Read(at.here.service.store))
        placed, entered = change.events
        assert isinstance(placed, RegistrationConfirmed)
        assert isinstance(entered, PersonEntered)
        assert (placed.admitted, entered.walk_in) == ("approved", "brought")
        assert "Driver" not in placed.model_dump_json() + entered.model_dump_json()


async def test_where_no_place_is_free_or_somebody_waits_nobody_is_let_in(tmp_path: Path) -> None:
    async with door(tmp_path, capacity={"guest": 1}) as at:
        await at.here.register(at.gathering, await at.here.person(1), "guest")
        waits = (await at.here.register(at.gathering, await at.here.person(2), "guest")).json()
        full = await at.let_in()
        assert (full.status_code, "No place is free" in full.text, 'value="Sara Delta"' in full.text) == (
            409,
            True,
            True,
        )
        again = await at.let_in("again", registration=waits["id"])
        assert (again.status_code, "No place is free" in again.text) == (409, True)
        assert not any(each.inside for each in await at.there())
        assert await count_of(at.here.service) == 2, "who is turned away is not entered"


async def test_who_is_on_the_list_without_a_place_is_let_in_but_not_whom_the_secretariat_refused(
    tmp_path: Path,
) -> None:
    async with door(tmp_path) as at, at.here.client("secretariat") as secretary:
        ids = []
        for n in range(2):
            async with at.here.client("person", sub=UUID(await at.here.person(n))) as own:
                made = await own.post(f"{at.gathering}/registrations", json={"category": "press"})
                ids.append(made.json()["id"])
        path = f"/v1/registrations/{ids[0]}"
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        await secretary.post(f"{path}/reject", json={"reason": "other"}, headers=tag)
        refused = await at.let_in("one", registration=ids[0])
        assert (refused.status_code, "did not accept this person" in refused.text) == (409, True)
        assert "Person 1" in (await at.keeper.get(at.page, params={"registration": ids[1]})).text
        assert (await at.let_in("two", registration=ids[1])).status_code == 303
        inside = [each for each in await at.there() if each.inside]
        assert [(str(each.id), each.category) for each in inside] == [(ids[1], "press")]


async def test_a_known_address_is_whose_it_is_and_what_is_wrong_loses_nothing(tmp_path: Path) -> None:
    async with door(tmp_path) as at:
        wrong = await at.let_in(email="sara", walk_in="", name="")
        assert wrong.status_code == 422
        assert all(f'id="{field}-error"' in wrong.text for field in ("name", "email", "walk_in"))
        assert 'value="Driver."' in wrong.text
        switched = await at.keeper.post(at.page, params={"lang": "fa"}, data=NEW | {"speaks": "en"})
        assert (switched.status_code, 'value="Sara Delta"' in switched.text) == (200, True)
        person = await at.here.person(7)
        assert (await at.let_in("known", email="p7@example.org")).status_code == 303
        assert [str(each.person) for each in await at.there()] == [person]
        assert await count_of(at.here.service, Person) == 1


async def test_on_another_day_and_at_another_door_nobody_is_entered(tmp_path: Path) -> None:
    tomorrow = {"starts_at": "2090-01-01T09:00:00Z", "ends_at": "2090-01-01T18:00:00Z"}
    async with door(tmp_path, **tomorrow) as at, at.here.client(f"checkin:{uuid4()}") as elsewhere:
        early = await at.let_in()
        assert (early.status_code, "another day" in early.text) == (409, True)
        assert await count_of(at.here.service) == 0
        assert (await elsewhere.get(at.page)).status_code == 404
        assert (await elsewhere.post(at.page, data=NEW)).status_code == 404
        assert (await at.keeper.get(at.page, params={"registration": str(uuid4())})).status_code == 404


async def test_at_the_door_who_was_entered_twice_has_one_place(tmp_path: Path) -> None:
    """Registered under the id of the duplicate, and let in by the address of the one that is kept."""
    async with door(tmp_path) as at, at.here.client("secretariat") as secretary:
        duplicate, kept = await at.here.person(1), await at.here.person(2)
        await at.here.register(at.gathering, duplicate, "guest")
        tag = {"If-Match": (await secretary.get(f"/v1/people/{duplicate}")).headers["ETag"]}
        merged = await secretary.post(f"/v1/people/{duplicate}/merge", json={"into": kept}, headers=tag)
        assert merged.status_code == 200
        await settled(at.here.service)
        assert (await at.let_in("known", email="p2@example.org")).status_code == 303
        assert [(str(each.person), each.inside) for each in await at.there()] == [(duplicate, True)]
