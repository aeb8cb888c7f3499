"""The programme of a gathering: whatever is asked, a session says what its events say; and its pages."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary.verify.facts import Told, unlike
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.programme.model import OVER, ChangePart, Part, PartState, PlanPart, WithdrawPart
from shared.contracts.programme import PartChanged, PartFacts
from shared.errors import Conflict, Invalid, Refused
from tests.plenary.told import record
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import draft, message
from tests.registration.house import site
from tests.world.facts import EVENING, GATHERING, MORNING
from tests.world.site import changed

OPENING = PartFacts(
    gathering=GATHERING, title={"en": "Opening"}, starts_at=MORNING, ends_at=MORNING + timedelta(hours=1)
)


def facts(**other: Any) -> PartFacts:
    return OPENING.model_copy(update=other)


STEPS: dict[str, Any] = {
    "title": facts(title={"en": "Opening session"}),
    "time": facts(ends_at=MORNING + timedelta(hours=2)),
    "room": facts(room={"en": "Hall 2"}),
    "early": facts(starts_at=MORNING - timedelta(minutes=1)),
    "late": facts(ends_at=EVENING + timedelta(minutes=1)),
    "backwards": facts(ends_at=MORNING),
    "withdraw": None,
    "over": GatheringState.HELD,
}


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_whatever_is_asked_a_session_says_what_its_events_say(asked: list[str]) -> None:
    of, told = Gathering.draft(draft())[0], Told()
    part, planned = Part.planned(PlanPart(**message(), facts=OPENING), of)
    events: list[Any] = [planned]
    for name in asked:
        step, before = STEPS[name], (part.facts, part.state)
        try:
            if isinstance(step, GatheringState):
                of.state = step
                continue
            event = (
                part.withdraw(WithdrawPart(**message(), part=part.id), of)
                if step is None
                else part.change(ChangePart(**message(), part=part.id, facts=step), of)
            )
        except Refused:
            assert (part.facts, part.state) == before, "a refusal changes nothing"
            continue
        assert before[1] is PartState.PLANNED, "what was withdrawn stays so"
        assert of.state not in OVER
        if isinstance(event, PartChanged):
            moved = any(getattr(before[0], each) != getattr(event, each) for each in ("starts_at", "ends_at", "room"))
            assert event.material == moved
        events += [event] if event else []
    for sequence, event in enumerate(events, 1):
        told.hear(record(part.id, sequence, event))
    assert list(unlike(part, told, None)) == []
    assert of.starts_at <= part.facts.starts_at < part.facts.ends_at <= of.ends_at


def test_a_session_of_a_gathering_that_was_moved_stands_outside_until_it_is_moved_too() -> None:
    of = Gathering.draft(draft())[0]
    part, _ = Part.planned(PlanPart(**message(), facts=OPENING), of)
    assert not part.outside(of)
    of.starts_at = MORNING + timedelta(hours=2)
    assert part.outside(of)
    with pytest.raises(Invalid):
        part.change(ChangePart(**message(), part=part.id, facts=facts(title={"en": "Later"})), of)
    of.state = GatheringState.CANCELLED
    with pytest.raises(Conflict):
        part.withdraw(WithdrawPart(**message(), part=part.id), of)


TYPED = {"title_en": "Opening", "title_fa": "گشایش", "starts_at": "2030-03-21T09:00", "ends_at": "2030-03-21T10:30"}


async def test_the_secretariat_puts_it_together_and_everybody_reads_it_in_order(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering("announce")
        public = path.removeprefix("/v1")
        page = f"{public}/programme"
        later = TYPED | {
            "title_en": "Rivers",
            "starts_at": "2030-03-21T11:00",
            "ends_at": "2030-03-21T12:00",
            "room_en": "Hall 2",
        }
        form = await form_of(secretary, page)
        assert (await send(secretary, page, form, **later)).status_code == 303
        assert (await send(secretary, page, form, **later)).status_code == 303, "a double press is one session"
        assert (await send(secretary, page, await form_of(secretary, page), **TYPED)).status_code == 303
        listed = (await anybody.get(f"{path}/programme")).json()
        assert [(each["title"]["en"], each["starts_at"]) for each in listed] == [
            ("Opening", "2030-03-21T05:30:00Z"),
            ("Rivers", "2030-03-21T07:30:00Z"),
        ]
        text = (await anybody.get(f"{public}?lang=en")).text
        assert text.index("09:00") < text.index("11:00")
        assert "Thursday, 21 March 2030" in text
        assert "Hall 2" in text
        one = f"{page}/{listed[1]['id']}"
        edit = await form_of(secretary, f"{page}?part={listed[1]['id']}")
        assert (await send(secretary, one, edit, title_en="Basins")).status_code == 303
        late = await send(secretary, one, edit | {"key": "another"}, title_en="Deltas")
        assert (late.status_code, "<del>Basins</del>" in late.text) == (412, True)
        wrong = await send(secretary, page, await form_of(secretary, page), **TYPED | {"ends_at": "2030-03-21T19:00"})
        assert (wrong.status_code, 'id="ends_at-error"' in wrong.text) == (422, True)
        tag = (await secretary.get(f"/v1/programme/{listed[1]['id']}")).headers["ETag"].strip('"')
        gone = {"key": "gone", "version": tag, f"reason_en_{listed[1]['id']}": "The speaker is ill."}
        assert (await secretary.post(f"{one}/withdraw", data=gone)).status_code == 303
        assert "Basins" not in (await anybody.get(public)).text
        shown = (await secretary.get(f"{page}?lang=en")).text
        assert ("Basins" in shown, "The speaker is ill." in shown) == (True, True)


async def test_who_may_and_what_is_history(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering()
        form = {
            "title": {"en": "Opening"},
            "starts_at": "2030-03-21T09:00:00+03:30",
            "ends_at": "2030-03-21T10:00:00+03:30",
        }
        made = await secretary.post(f"{path}/programme", json=form)
        one = f"/v1/programme/{made.json()['id']}"
        assert [(await anybody.get(each)).status_code for each in (one, f"{path}/programme")] == [404, 404], "a draft"
        assert (await anybody.post(f"{path}/programme", json=form)).status_code == 401
        assert (await secretary.get(f"{path.removeprefix('/v1')}/programme?part={uuid4()}")).status_code == 404
        for step in ("announce", "convene", "adjourn"):
            await changed(secretary, path, step)
        assert (await anybody.get(one)).status_code == 200
        late = await secretary.post(f"{path}/programme", json=form)
        assert (late.status_code, late.json()["code"]) == (409, "not-changeable")
        assert 'id="session"' not in (await secretary.get(f"{path.removeprefix('/v1')}/programme")).text
