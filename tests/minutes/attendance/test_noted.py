"""Whom a note by hand makes present for the quorum, and what becomes of it when they register, enter or do not come after all."""

import pytest

from services.minutes.attendance.handlers import note_presence
from services.minutes.attendance.queries import delegates_of, noted_there, quorum
from services.minutes.attendance.roll import NotePresence
from shared.contracts.registrations import (
    RegistrationApplied,
    RegistrationCancelled,
    registration_id,
)
from shared.flow import Read
from tests.minutes import facts
from tests.minutes.facts import BODY, minute
from tests.minutes.house import House, Told, tell
from tests.world.facts import GATHERING, known


async def note(here: House, n: int, of: int | None = None) -> None:
    home = None if of is None else facts.organization(of)
    said = {"gathering": GATHERING, "person": known(f"person {n}"), "organization": home}
    await here.run(note_presence, NotePresence(id=known(f"note {n}"), at=minute(20), state="present", **said))  # type: ignore[arg-type]


async def present(here: House) -> int:
    count = await quorum(Read(here.store), GATHERING)
    assert count
    return count.present


async def meets(here: House) -> None:
    told = tell(BODY, facts.formed(5)) + tell(GATHERING, facts.announced(), facts.convened())
    await here.hear(told + [each for n in range(3) for each in tell(known(f"person {n}"), facts.recorded(n))])


@pytest.mark.parametrize("category", ["press", "observer", "expert"])
async def test_only_a_delegate_who_is_noted_makes_a_member_present(here: House, category: str) -> None:
    await meets(here)
    told = tell(facts.registration(1), facts.confirmed(1, 1, category)) + tell(
        facts.registration(2), facts.confirmed(2, 2)
    )
    await here.hear(told)
    await note(here, 1)
    assert await present(here) == 0
    await note(here, 2)
    assert await present(here) == 1


async def test_who_cancelled_makes_nobody_present_whether_before_they_were_noted_or_after(here: House) -> None:
    await meets(here)
    gone = facts.said(RegistrationCancelled, 1, 1)
    await here.hear(tell(facts.registration(1), facts.confirmed(1, 1), gone))
    await here.hear(tell(facts.registration(2), facts.confirmed(2, 2)))
    await note(here, 1)
    await note(here, 2)
    assert await present(here) == 1
    await here.hear([Told(facts.registration(2), 2, facts.said(RegistrationCancelled, 2, 2))])
    assert await present(here) == 0
    assert not any(each.counts for each in await noted_there(Read(here.store), GATHERING))


async def test_who_asks_anew_counts_once_they_are_approved_and_who_came_and_cancelled_has_come(here: House) -> None:
    await meets(here)
    told = facts.confirmed(1, 1), facts.entered(1, 1), facts.said(RegistrationCancelled, 1, 1)
    await here.hear(tell(facts.registration(1), *told))
    [came] = await delegates_of(Read(here.store), GATHERING)
    assert came.counts
    await here.hear([Told(facts.registration(1), 4, facts.said(RegistrationApplied, 1, 2, reason="to_be_approved"))])
    [again] = await delegates_of(Read(here.store), GATHERING)
    assert not again.counts, "nobody approved them for the other organization"


async def test_who_is_noted_without_a_registration_and_then_enters_stands_there_once(here: House) -> None:
    await meets(here)
    await note(here, 0, of=0)
    assert len(await delegates_of(Read(here.store), GATHERING)) == 1
    own = registration_id(GATHERING, known("person 0"))
    told = facts.confirmed(0, 0), facts.entered(0, 0)
    await here.hear(tell(own, *told))
    [once] = await delegates_of(Read(here.store), GATHERING)
    assert (once.id, await present(here)) == (own, 1)
