"""No number is given twice and none is left out: many at once, killed wherever it can be, and once a letter is forgotten."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from services.registration import SERVICE
from services.registration.erasure.work import erase_all
from services.registration.letters.handlers import draw_up, make_void
from services.registration.letters.model import Letter
from services.registration.people.handlers import record_person
from shared.flow.service import Service
from shared.settings import Settings
from tests.registration.facts import person
from tests.registration.house import erase, house
from tests.registration.invitations.facts import EARLY, of, of_all, who
from tests.registration.letters.facts import SIGNER, draws, invited, voids
from tests.waiting import until
from tests.world.crash import Crash, Fuse, World

AT_ONCE = range(1, 9)
YEAR = EARLY.year


async def letters(service: Service) -> list[Letter]:
    page = await service.store.find(Letter, {}, sort="place", limit=100)
    return [each.entity for each in page.items]


def numbers(*some: int) -> list[str]:
    return [f"{YEAR}/{n}" for n in some]


async def test_of_many_who_number_at_once_each_has_the_next_number(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await invited(service, len(AT_ONCE))
        commands = [draws(of(n)) for n in AT_ONCE]
        made = await asyncio.gather(*(service.run(draw_up, each) for each in [*commands, *commands]))
        assert [each.number for each in await letters(service)] == numbers(*AT_ONCE)
        assert {each.entity.number for each in made} == {*numbers(*AT_ONCE)}, "asked twice, it is the same letter"


async def test_another_letter_for_an_invitation_says_which_it_replaces_and_two_at_once_replace_two(
    tmp_path: Path,
) -> None:
    async with house(tmp_path) as service:
        await invited(service)
        first = (await service.run(draw_up, draws())).entity
        await service.run(make_void, voids(first.id))
        await asyncio.gather(*(service.run(draw_up, draws()) for _ in range(2)))
        one, two, three = await letters(service)
        assert (one.id, one.replaces) == (first.id, None)
        assert (two.replaces, three.replaces) == (one.id, two.id)
        assert three.sheet
        assert two.number in three.sheet.replaces
        other = (await service.run(draw_up, draws(of_all()))).entity
        assert other.replaces is None, "it is for another invitation"


@pytest.mark.parametrize("point", ["run.decided", "run.committed"])
async def test_whenever_it_dies_the_letter_has_one_number(point: str, tmp_path: Path) -> None:
    async with World.open(tmp_path, SERVICE) as world:
        service = world.start("registration")
        await invited(service)
        await world.settle()
        await world.kill(service)
        fuse, command = Fuse(point), draws()
        dying = world.start("registration", fuse=fuse)
        with suppress(Crash):
            await world.run(dying, draw_up, command)

        async def gone() -> bool:
            return fuse.blown

        await until(gone)
        await world.kill(dying)
        again = world.start("registration")
        await world.run(again, draw_up, command)
        await world.run(again, draw_up, draws(of_all()))
        assert [each.number for each in await letters(again)] == numbers(1, 2)


async def test_of_who_was_erased_nothing_is_left_in_any_file_but_the_number_which_nobody_has_again(
    tmp_path: Path,
) -> None:
    def left(*traces: str) -> bool:
        files = [path.read_bytes() for path in tmp_path.glob("registration.db*")]
        return any(trace.encode() in content for trace in traces for content in files)

    async with house(tmp_path) as service:
        await invited(service, 2)
        for n in (1, 2):
            await service.run(draw_up, draws(of(n)))
        assert left("Dear Person 1")
        for each in (who(1), who(SIGNER)):
            await erase(service, each)
        assert await erase_all(service, Settings(data=tmp_path)) == 2
        stub, other = await letters(service)
        assert (stub.number, stub.sheet, stub.gone) == (*numbers(1), None, True)
        assert other.sheet
        assert (other.number, other.sheet.signed, other.sheet.post) == (*numbers(2), [], [])
        await service.run(record_person, person("another", position="Chair"))
        after = (await service.run(draw_up, draws(of(2), signer=who("another")))).entity
        assert after.number == f"{YEAR}/3"
    async with house(tmp_path):
        pass
    assert not left("Person 1", "Secretary General", "Person signer", "شخص امضاکننده")
