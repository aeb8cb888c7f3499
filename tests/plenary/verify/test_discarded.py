"""What an operator discarded is no fault of anybody: mirrors, notifications and the door are checked without it."""

from pathlib import Path
from typing import Any

import pytest

from services.minutes.attendance.model import Attendance
from services.notifications.mirrors import STANDINGS
from shared.contracts import Event
from shared.contracts.registrations import PersonEntered, RegistrationCancelled
from tests.plenary.verify.installation import broken, said
from tests.story.chain import everybody_registered
from tests.story.house import House, house
from tests.story.test_poisoned import known, undecodable


async def discarded(here: House, *names: str) -> int:
    """Every dead letter of these services is given up; returns how many."""
    many = 0
    async with here.client("secretariat") as secretary:
        for name in names:
            path = f"/{name}/v1/dead-letters"
            for letter in (await secretary.get(path)).json():
                tag = (await secretary.get(f"{path}/{letter['id']}")).headers["ETag"]
                answer = await secretary.post(f"{path}/{letter['id']}/discard", headers={"If-Match": tag})
                assert answer.json()["cleared"], answer.text
                many += 1
    await here.settle()
    return many


async def test_a_record_of_nobody_that_nobody_could_read_is_no_fault_once_it_was_discarded(tmp_path: Path) -> None:
    async with house(tmp_path) as here:
        log = here.service("minutes").log
        await log.append([undecodable("plenary.registrations", known("bad"), 1)])
        await log.append([undecodable("plenary.people", known("bad"), 1)])
        await here.settle()
        assert "no dead letter" in said(await broken(tmp_path))
        assert await discarded(here, "registration", "notifications", "minutes") > 0
    assert said(await broken(tmp_path)) == ""


def refusing(kind: type[Any], refused: type[Event]) -> Any:
    """A mirror of this kind that cannot hear one type of event, as a fault in a release would make it."""
    hear = kind.hear

    def refuse(mirror: Any, event: Event | None) -> None:
        if isinstance(event, refused):
            raise ValueError("a fault")
        hear(mirror, event)

    return refuse


@pytest.mark.parametrize(
    ("service", "kind", "refused"),
    [
        ("minutes", Attendance, PersonEntered),
        ("notifications", STANDINGS[RegistrationCancelled.topic.name], RegistrationCancelled),
    ],
)
async def test_an_event_that_was_discarded_is_missed_neither_in_the_mirror_nor_among_what_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, service: str, kind: type[Any], refused: type[Event]
) -> None:
    async with everybody_registered(tmp_path) as chain:
        here = chain.house
        await chain.move(chain.path, "close", "convene")
        with monkeypatch.context() as faulty:
            faulty.setattr(kind, "hear", refusing(kind, refused))
            await chain.passes(0, "entries")
            await chain.cancel(2)
            await here.settle()
            assert await discarded(here, service) == 1
        await chain.passes(0, "exits")
        await here.settle()
    assert said(await broken(tmp_path)) == ""
