"""What was decided before somebody was erased, and written after all was gone through, goes as well."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from services.registration.answers.handlers import answer
from services.registration.answers.model import Answer, Answers
from services.registration.erasure.work import erase_all
from services.registration.letters.handlers import draw_up
from services.registration.letters.model import Letter
from services.registration.people.passes import LATE
from shared.flow import Change, Read
from shared.flow.service import Service
from shared.settings import Settings
from tests.registration.answers.test_answers import SECRET, asked, registration
from tests.registration.facts import message
from tests.registration.house import Ahead, erase, house
from tests.registration.invitations.facts import who
from tests.registration.letters.facts import draws, invited


async def overtaken(service: Service, folder: Path, handler: Any, command: Any, person: UUID) -> Any:
    """Between the decision and its being written the person is erased, and all is gone through. What is written."""

    async def late(command: Any, read: Read) -> Change[Any]:
        change: Change[Any] = await handler(command, read)
        await erase(service, person)
        assert await erase_all(service, Settings(data=folder)) == 1
        return change

    return (await service.run(late, command)).entity


async def gone_through(service: Service, folder: Path) -> list[int]:
    """How many people were gone through at once, just before the time is over, after it, and then."""
    found = []
    for ahead in (timedelta(), LATE - timedelta(minutes=1), LATE, LATE):
        service.clock = Ahead(ahead)
        found.append(await erase_all(service, Settings(data=folder)))
    return found


async def test_a_letter_that_is_written_after_its_person_was_erased_is_forgotten_all_the_same(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await invited(service)
        made = await overtaken(service, tmp_path, draw_up, draws(), who(1))
        assert made.sheet
        assert await gone_through(service, tmp_path) == [0, 0, 1, 0]
        letter = await Read(service.store).one(Letter, made.id)
        assert (letter.sheet, letter.gone, letter.number) == (None, True, made.number)


async def test_first_answers_that_are_written_after_their_person_was_erased_go_all_the_same(tmp_path: Path) -> None:
    async with asked(tmp_path) as own:
        service, of = own.here.service, UUID(await registration(own))
        said = Answer(**message(), registration=of, said={"passport": [SECRET]}, by="person")
        made = await overtaken(service, tmp_path, answer, said, UUID(own.person))
        assert SECRET in str(made)
        assert await gone_through(service, tmp_path) == [0, 0, 1, 0]
        assert SECRET not in str(await Read(service.store).one(Answers, made.id))
