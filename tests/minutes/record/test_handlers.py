"""What becomes of minutes with what they hear and are asked, on a real store."""

import pytest

from services.minutes.record.handlers import approve_minutes, publish_minutes
from services.minutes.record.model import ApproveMinutes, Minutes, PublishMinutes
from shared.errors import Stale
from tests.minutes import facts
from tests.minutes.facts import minute
from tests.minutes.house import House, tell
from tests.world.facts import GATHERING, known


async def test_minutes_are_drawn_up_opened_and_closed_with_the_gathering(here: House) -> None:
    gathering = tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned())
    states = []
    for told in gathering:
        await here.hear([told])
        stored = await here.store.get(Minutes, GATHERING)
        assert stored is not None
        states.append((stored.entity.opened_at, stored.entity.closed_at))
    assert states == [(None, None), (minute(5), None), (minute(5), minute(500))]
    assert here.events(GATHERING) == ["minutes.drawn-up.v1", "minutes.opened.v1", "minutes.closed.v1"]


async def test_what_is_heard_twice_happens_once(here: House) -> None:
    gathering = tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned())
    await here.hear(gathering)
    before = await here.store.get(Minutes, GATHERING)
    await here.hear([*gathering, *gathering])
    after = await here.store.get(Minutes, GATHERING)
    assert before is not None
    assert after is not None
    assert (after.version, after.entity) == (before.version, before.entity)


async def test_minutes_open_even_if_the_announcement_was_never_acted_upon(here: House) -> None:
    await here.hear(tell(GATHERING, facts.convened()))
    assert here.events(GATHERING) == ["minutes.drawn-up.v1", "minutes.opened.v1"]


async def test_minutes_are_approved_and_published_against_what_was_seen(here: House) -> None:
    await here.hear(tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned()))
    approve = ApproveMinutes(id=known("approve"), at=minute(600), gathering=GATHERING)
    with pytest.raises(Stale):
        await here.run(approve_minutes, approve, expected=(Minutes, GATHERING, 2))
    approved = await here.run(approve_minutes, approve, expected=(Minutes, GATHERING, 3))
    publish = PublishMinutes(id=known("publish"), at=minute(601), gathering=GATHERING)
    published = await here.run(publish_minutes, publish, expected=(Minutes, GATHERING, approved.version))
    again = PublishMinutes(id=known("publish again"), at=minute(602), gathering=GATHERING)
    assert (await here.run(publish_minutes, again)).entity.published_at == published.entity.published_at == minute(601)
    assert here.events(GATHERING)[-2:] == ["minutes.approved.v1", "minutes.published.v1"]
