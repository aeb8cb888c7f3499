"""Who approved a draft is asked again, whatever becomes of a decision in it meanwhile."""

from datetime import timedelta

import pytest

from services.minutes.decisions.model import Decision
from services.minutes.record.handlers import ON
from services.minutes.record.model import ApproveMinutes, CirculateMinutes, Minutes, State
from services.minutes.record.review import CHANGES, approve_minutes, circulate_minutes
from shared.contracts import Event
from shared.contracts.decisions import (
    DecisionAdopted,
    DecisionCirculated,
    DecisionDeferred,
    DecisionReserved,
    Delegate,
    Motion,
    Place,
)
from tests.minutes.decisions.test_silence import UNTIL, circulate, objection
from tests.minutes.facts import minute, organization
from tests.minutes.house import House, Told
from tests.world.facts import GATHERING, MORNING, known

ID, APPROVER = known("circulated"), known("person 0")
BEFORE = MORNING - timedelta(days=1)
"""Before any record of the log was written."""


def outcomes() -> list[Event]:
    """What may become of a text that is put to silence."""
    asked = [Delegate(APPROVER, organization(0))]
    adopted, circulated = Decision.circulated(circulate(), Place(number=1), asked)
    silent = adopted.keep_silence(minute(UNTIL))
    _, deferred = Decision.circulated(circulate(), Place(number=1), asked)[0].object(objection(0, 1))
    reserved = DecisionReserved(
        decision=ID, gathering=GATHERING, reservation=known("r"), member=organization(0), reserved_at=minute(9)
    )
    motion = Motion(text={"en": "Each gauge is read daily."}, adoption="consensus")
    table = DecisionAdopted(decision=ID, gathering=GATHERING, number=1, **vars(motion))
    assert silent
    return [circulated, silent, deferred, reserved, table]


@pytest.mark.parametrize("event", outcomes(), ids=["circulated", "silence", "objection", "reservation", "table"])
async def test_an_approval_falls_with_whatever_becomes_of_a_decision(here: House, event: Event) -> None:
    await here.convene()
    await here.adjourn()
    await here.run(
        circulate_minutes,
        CirculateMinutes(
            id=known("c"), at=BEFORE, gathering=GATHERING, comments_until=minute(9_000), approvers=(APPROVER,)
        ),
    )
    approved = await here.run(
        approve_minutes,
        ApproveMinutes(id=known("a"), at=BEFORE, gathering=GATHERING, person=APPROVER, text="0" * 64),
    )
    assert approved.entity.state is State.APPROVED
    await here.hear([Told(ID, 1, event)])
    stored = await here.store.get(Minutes, GATHERING)
    assert stored
    assert (stored.entity.state, stored.entity.awaited) == (State.IN_REVIEW, [APPROVER])


def test_whatever_changes_the_record_is_heard() -> None:
    assert set(CHANGES) <= set(ON)
    assert {DecisionCirculated, DecisionAdopted, DecisionDeferred, DecisionReserved} <= set(CHANGES)
