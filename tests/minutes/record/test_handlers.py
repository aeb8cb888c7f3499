"""What becomes of minutes with what they hear and are asked, on a real store."""

import json

import pytest

from services.minutes.record.handlers import publish_minutes
from services.minutes.record.model import ApproveMinutes, Minutes, PublishMinutes, State
from services.minutes.record.review import approve_minutes
from shared.contracts.addresses import numbered, slug_of
from shared.contracts.decisions import DecisionWithdrawn
from shared.errors import Stale
from tests.minutes import facts
from tests.minutes.facts import minute
from tests.minutes.house import House, Told, tell
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
        await here.run(approve_minutes, approve, expected=(Minutes, GATHERING, {2}))
    approved = await here.run(approve_minutes, approve, expected=(Minutes, GATHERING, {3}))
    publish = PublishMinutes(id=known("publish"), at=minute(601), gathering=GATHERING)
    published = await here.run(publish_minutes, publish, expected=(Minutes, GATHERING, {approved.version}))
    again = PublishMinutes(id=known("publish again"), at=minute(602), gathering=GATHERING)
    assert (await here.run(publish_minutes, again)).entity.published_at == published.entity.published_at == minute(601)
    assert here.events(GATHERING)[-2:] == ["minutes.approved.v1", "minutes.published.v1"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ({"en": "River Basins 7"}, "river-basins-7"),
        ({"en": "  The council's São Paulo meeting — (2nd)  "}, "the-councils-sao-paulo-meeting-2nd"),
        ({"fa": "حوضه‌ها"}, ""),
        ({"en": "word " * 30}, "-".join(["word"] * 12)),
    ],
)
def test_an_address_is_made_of_the_english_title(title: dict[str, str], slug: str) -> None:
    assert slug_of(title) == slug


def test_an_address_is_none_of_another_page() -> None:
    assert (numbered("docs", 1), numbered("rivers", 1), numbered("rivers", 3)) == ("docs-1", "rivers", "rivers-3")


async def test_gatherings_of_one_title_have_an_address_each(here: House) -> None:
    others = [known(f"gathering {n}") for n in range(3)]
    await here.hear([told for each in others for told in tell(each, facts.announced())])
    slugs = {stored.entity.slug for each in others if (stored := await here.store.get(Minutes, each))}
    assert slugs == {"shared-river-basins", "shared-river-basins-2", "shared-river-basins-3"}


async def test_published_minutes_are_corrected_with_their_decisions_and_others_are_not(here: House) -> None:
    await here.hear(tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned()))
    decision = known("a decision")
    withdrawn = DecisionWithdrawn(decision=decision, gathering=GATHERING, number=1, withdrawn_at=minute(700))
    await here.hear([Told(decision, 1, withdrawn)])
    approved = await here.run(approve_minutes, ApproveMinutes(id=known("approve"), at=minute(600), gathering=GATHERING))
    assert approved.entity.state is State.APPROVED
    await here.run(publish_minutes, PublishMinutes(id=known("publish"), at=minute(601), gathering=GATHERING))
    await here.hear([Told(decision, 2, withdrawn)])
    stored = await here.store.get(Minutes, GATHERING)
    assert stored is not None
    assert (stored.entity.state, stored.entity.corrected_at) == (State.CORRECTED, minute(700))
    [*_, told] = here.said[GATHERING].outbox
    assert (told.type, json.loads(told.data or b"")["what"]) == ("minutes.corrected.v1", "withdrawn")
