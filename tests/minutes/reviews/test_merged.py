"""Approvers who were entered twice, and approvers who are erased."""

import json
from uuid import UUID

import pytest

from services.minutes.record.model import ApproveMinutes, CirculateMinutes, Minutes, State
from services.minutes.record.review import approve_minutes, circulate_minutes
from services.minutes.reviews.model import Review, review_id
from shared.contracts.minutes import MinutesCirculated
from shared.contracts.people import PersonRecorded
from shared.contracts.reviews import ReviewAsked
from shared.errors import Conflict
from tests.minutes import facts
from tests.minutes.facts import minute
from tests.minutes.house import House, Told
from tests.world.facts import GATHERING, known

FIRST, SECOND, THIRD = (known(f"person {n}") for n in range(3))


async def merge(here: House, n: int, into: UUID, sequence: int = 2) -> None:
    event = PersonRecorded.model_validate({**vars(facts.recorded(n)), "same_as": into})
    await here.hear([Told(known(f"person {n}"), sequence, event)])


async def circulated(here: House, approver: UUID) -> Minutes:
    command = CirculateMinutes(
        id=known(("circulate", approver)),
        at=minute(600),
        gathering=GATHERING,
        comments_until=minute(9_000),
        approvers=(approver,),
    )
    minutes: Minutes = (await here.run(circulate_minutes, command)).entity
    return minutes


async def asked(here: House, approver: UUID, changed: tuple[UUID, ...] = ()) -> None:
    """What circulation says, as it is heard."""
    event = MinutesCirculated(
        gathering=GATHERING,
        comments_until=minute(9_000),
        approvers=[approver],
        round=2 if changed else 1,
        circulated_at=minute(600),
        changed=list(changed),
    )
    await here.hear([Told(GATHERING, 5 if changed else 4, event)])


def approval(person: UUID) -> ApproveMinutes:
    return ApproveMinutes(
        id=known(("approve", person)), at=minute(601), gathering=GATHERING, person=person, text="0" * 64
    )


async def test_whoever_was_merged_before_is_named_as_who_they_are(here: House) -> None:
    """Also where they were merged twice."""
    await here.convene()
    await here.adjourn()
    await merge(here, 0, SECOND)
    await merge(here, 1, THIRD)
    assert (await circulated(here, FIRST)).approvers == [THIRD]


@pytest.mark.parametrize("changed", [(), (FIRST,)])
async def test_whoever_was_merged_meanwhile_is_asked_to_approve(here: House, changed: tuple[UUID, ...]) -> None:
    await here.convene()
    await here.adjourn()
    await circulated(here, FIRST)
    await merge(here, 0, SECOND)
    await merge(here, 1, THIRD)
    await asked(here, FIRST, changed)
    stored = await here.store.get(Review, review_id(GATHERING, THIRD))
    assert stored
    assert stored.entity.facts.approves
    [told] = [entry for entry in here.said[stored.id].outbox if entry.type == ReviewAsked.type]
    assert json.loads(told.data or b"{}")["again"] is bool(changed)


@pytest.mark.parametrize("person", [FIRST, SECOND])
async def test_either_id_gives_the_approval(here: House, person: UUID) -> None:
    await here.convene()
    await here.adjourn()
    await circulated(here, FIRST)
    await merge(here, 0, SECOND)
    approved = (await here.run(approve_minutes, approval(person))).entity
    assert (approved.state, approved.approvals[0].person) == (State.APPROVED, FIRST)
    with pytest.raises(Conflict, match="somebody else"):
        await here.run(approve_minutes, approval(THIRD))


async def test_an_erased_stranger_is_no_erased_approver(here: House) -> None:
    await here.convene()
    await here.adjourn()
    await circulated(here, FIRST)
    for n in (0, 1):
        await here.erase(n)
    with pytest.raises(Conflict, match="somebody else"):
        await here.run(approve_minutes, approval(SECOND))
