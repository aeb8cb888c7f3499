"""Of somebody who was erased no registration keeps the name by which lists were sorted."""

from pathlib import Path

from services.registration.erasure.work import erase_all
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from services.registration.people.passes import LATE
from shared.flow import Read
from shared.settings import Settings
from tests.registration.facts import person
from tests.registration.house import Ahead, come, erase, house, opened, registrations
from tests.world.facts import known
from tests.world.service import hearing

TRACES = (b"Unheard Ofname", b"unheard ofname")


async def test_the_name_of_who_was_erased_stands_in_no_file_any_more(tmp_path: Path) -> None:
    def left() -> bool:
        files = [path.read_bytes() for path in tmp_path.glob("registration.db*")]
        return any(trace in content for trace in TRACES for content in files)

    async with house(tmp_path) as service:
        await opened(service, range(2), delegate=3)
        await service.run(record_person, person(2, name="Unheard Ofname"))
        for n in range(3):
            await come(service, n)
        assert {each.sorted_as for each in await registrations(service)} == {"person 0", "person 1", "unheard ofname"}
    assert left()
    async with house(tmp_path) as service:
        async with hearing(service):
            await erase(service, known("person 2"))
        await erase_all(service, Settings(data=tmp_path))
        assert {each.sorted_as for each in await registrations(service)} == {"person 0", "person 1", ""}
        assert (await Read(service.store).one(Person, known("person 2"))).spreads, "what is on its way may come yet"
        service.clock = Ahead(LATE)
        await erase_all(service, Settings(data=tmp_path))
        assert not (await Read(service.store).one(Person, known("person 2"))).spreads, "and it is done with"
    async with house(tmp_path) as service:
        await service.run(record_person, person(3))
    assert not left()
