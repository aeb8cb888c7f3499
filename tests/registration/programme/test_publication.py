"""A programme is published: what is different since then is told at once, and only what somebody must know."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.programme.handlers import publish_programme
from services.registration.programme.model import OVER, Part, PartState
from services.registration.programme.publication import Programme, PublishProgramme
from shared.contracts.programme import ProgrammePublished
from shared.errors import Conflict
from shared.flow import Read
from shared.store import Stored
from tests.registration.facts import draft, message
from tests.registration.house import house, opened
from tests.registration.programme.test_programme import OPENING
from tests.world.facts import GATHERING, MORNING

HOUR = timedelta(hours=1)
IDS = [uuid4() for _ in range(3)]


def of(state: GatheringState = GatheringState.OPEN) -> Gathering:
    gathering, _ = Gathering.draft(draft())
    gathering.state = state
    return gathering


def part(n: int, **other: Any) -> Part:
    return Part(id=IDS[n], facts=OPENING.model_copy(update={"title": {"en": f"Session {n}"}, **other}))


def publish(it: Programme, *parts: Part, state: GatheringState = GatheringState.OPEN) -> ProgrammePublished | None:
    return it.publish(PublishProgramme(**message(), gathering=GATHERING), parts, of(state))


def test_the_first_time_tells_nobody_and_the_next_all_that_moved_at_once() -> None:
    it = Programme(id=GATHERING)
    first = publish(it, part(0), part(1))
    assert first is not None
    assert (first.number, first.material, first.moved, first.withdrawn, first.added) == (1, False, None, None, None)
    assert publish(it, part(0), part(1)) is None
    later = {"starts_at": MORNING + HOUR, "ends_at": MORNING + 2 * HOUR}
    second = publish(it, part(0, **later), part(2))
    assert second is not None
    assert (second.number, second.material) == (2, True)
    assert [second.moved, second.withdrawn, second.added] == [
        dict.fromkeys(("en", "fa", "ar"), f"Session {n}") for n in range(3)
    ]
    third = publish(it, part(0, **later, title={"en": "Opening session"}), part(2), part(1))
    assert third is not None
    assert (third.material, third.moved, third.withdrawn) == (False, None, None)


@pytest.mark.parametrize("state", [GatheringState.DRAFT, *OVER])
def test_nobody_relies_on_the_programme_of_a_draft_or_of_what_is_over(state: GatheringState) -> None:
    with pytest.raises(Conflict):
        publish(Programme(id=GATHERING), part(0), state=state)


SESSION = st.tuples(st.integers(0, 2), st.integers(0, 2))


@given(st.lists(st.lists(SESSION, max_size=3, unique_by=lambda each: each[0]), max_size=6))
def test_whatever_is_published_is_what_it_was_before_with_what_was_told(versions: list[list[tuple[int, int]]]) -> None:
    it, before = Programme(id=GATHERING), dict[int, int]()
    for n, version in enumerate(versions):
        now = dict(version)
        parts = [part(which, room={"en": f"Hall {hall}"}) for which, hall in now.items()]
        told = publish(it, *parts)
        assert it.is_as(parts)
        if told and n:
            named = [(text or {}).get("en", "") for text in (told.moved, told.withdrawn, told.added)]
            moved = [which for which in now if which in before and now[which] != before[which]]
            for text, those in zip(named, (moved, {*before} - {*now}, {*now} - {*before}), strict=True):
                assert {each for each in text.split(" · ") if each} == {f"Session {each}" for each in those}
            assert told.material == bool(moved or {*before} - {*now})
        before = now


async def test_of_a_programme_with_many_withdrawn_sessions_all_that_stand_are_published(tmp_path: Path) -> None:
    """1,100 were withdrawn, and begin before the one that stands."""
    async with house(tmp_path) as service:
        await opened(service, [], guest=1)
        withdrawn = [Part(id=uuid4(), facts=OPENING, state=PartState.WITHDRAWN) for _ in range(1_100)]
        late = part(0, starts_at=MORNING + HOUR, ends_at=MORNING + 2 * HOUR)
        await service.store.commit([Stored(each) for each in [*withdrawn, late]])
        await service.run(publish_programme, PublishProgramme(**message(), gathering=GATHERING))
        it = await Read(service.store).one(Programme, GATHERING)
        assert [each.part for each in it.parts] == [late.id]
