"""What the minutes service does with what it hears, on a real store."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.minutes import queries
from services.minutes.handlers import MIRRORS, approve_minutes, publish_minutes, record_decision
from services.minutes.model import ApproveMinutes, Decision, Minutes, PublishMinutes
from shared.contracts.decisions import QuorumCount, Votes
from shared.contracts.registrations import Admitted, RegistrationPromoted
from shared.errors import Conflict, Stale
from shared.flow import Read
from shared.store import Page
from tests.minutes import facts
from tests.minutes.facts import BODY, GATHERING, decide, minute
from tests.minutes.installation import Installation, Told, tell


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Installation]:
    installation = await Installation.open(tmp_path / "minutes.db")
    yield installation
    await installation.store.close()


async def in_session(here: Installation, members: int = 3) -> None:
    """A body of so many members has convened; one delegate of each is inside."""
    await here.hear(tell(BODY, facts.formed(members)) + tell(GATHERING, facts.announced(), facts.convened()))
    for n in range(members):
        await here.hear(tell(facts.registration(n), facts.confirmed(n, n), facts.entered(n, n)))


async def exit_of(here: Installation, n: int) -> None:
    await here.hear([Told(facts.registration(n), 3, facts.left(n, n))])


async def quorum(here: Installation) -> QuorumCount | None:
    return await queries.quorum(Read(here.store), GATHERING)


async def test_minutes_are_drawn_up_opened_and_closed_with_the_gathering(here: Installation) -> None:
    gathering = tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned())
    states = []
    for told in gathering:
        await here.hear([told])
        stored = await here.store.get(Minutes, GATHERING)
        assert stored is not None
        states.append((stored.entity.opened_at, stored.entity.closed_at))
    assert states == [(None, None), (minute(5), None), (minute(5), minute(500))]
    assert here.events(GATHERING) == ["minutes.drawn-up.v1", "minutes.opened.v1", "minutes.closed.v1"]


async def test_what_is_heard_twice_happens_once(here: Installation) -> None:
    gathering = tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned())
    await here.hear(gathering)
    before = await here.store.get(Minutes, GATHERING)
    await here.hear([*gathering, *gathering])
    after = await here.store.get(Minutes, GATHERING)
    assert before is not None
    assert after is not None
    assert (after.version, after.entity) == (before.version, before.entity)


async def test_minutes_open_even_if_the_announcement_was_never_acted_upon(here: Installation) -> None:
    await here.hear(tell(GATHERING, facts.convened()))
    assert here.events(GATHERING) == ["minutes.drawn-up.v1", "minutes.opened.v1"]


async def test_the_quorum_falls_when_a_member_leaves_and_a_vote_is_refused(here: Installation) -> None:
    await in_session(here)
    assert await quorum(here) == QuorumCount(members=3, required=2, present=3)
    await exit_of(here, 0)
    await here.run(record_decision, decide("one", "show_of_hands", Votes(2, 0)))
    await exit_of(here, 1)
    assert await quorum(here) == QuorumCount(members=3, required=2, present=1)
    with pytest.raises(Conflict) as refused:
        await here.run(record_decision, decide("two", "show_of_hands", Votes(1, 0)))
    assert refused.value.slug == "no-quorum"


async def test_guests_and_strangers_make_no_quorum(here: Installation) -> None:
    await here.hear(tell(BODY, facts.formed(3)) + tell(GATHERING, facts.announced(), facts.convened()))
    for n, of, category in ((1, 1, "guest"), (2, 77, "delegate"), (3, None, "delegate")):
        told = tell(facts.registration(n), facts.confirmed(n, of, category), facts.entered(n, of, category))
        await here.hear(told)
    assert await quorum(here) == QuorumCount(members=3, required=2, present=0)


async def test_a_delegate_whom_nobody_approved_makes_no_quorum(here: Installation) -> None:
    """An open category lets in whoever confirms an address: that shows who somebody is, not for whom they speak."""
    await here.hear(tell(BODY, facts.formed(3)) + tell(GATHERING, facts.announced(), facts.convened()))
    ways: tuple[Admitted, ...] = ("open", "approved", "invited")
    for n, admitted in enumerate(ways):
        told = tell(facts.registration(n), facts.confirmed(n, n, admitted=admitted), facts.entered(n, n))
        await here.hear(told)
    assert await quorum(here) == QuorumCount(members=3, required=2, present=2)
    for of in range(2):
        promoted = facts.said(RegistrationPromoted, 9 + of, 0, seat=9, ticket=9, admitted=("open", "approved")[of])
        await here.hear(tell(facts.registration(9 + of), promoted, facts.entered(9 + of, 0)))
        assert await quorum(here) == QuorumCount(members=3, required=2, present=2 + of)


async def test_large_delegations_count_once_and_hide_nobody(here: Installation) -> None:
    await here.hear(tell(BODY, facts.formed(4)) + tell(GATHERING, facts.announced(), facts.convened()))
    crowd = [(n, 0 if n < 250 else 1 if n < 500 else n % 3 + 1) for n in range(506)]
    told = [tell(facts.registration(n), facts.confirmed(n, of), facts.entered(n, of)) for n, of in crowd]
    await here.hear([each for one in told for each in one])
    assert await quorum(here) == QuorumCount(members=4, required=3, present=4)


async def test_without_a_body_or_a_rule_there_is_no_quorum_and_a_vote_stands(here: Installation) -> None:
    await here.hear(tell(GATHERING, facts.announced(None), facts.convened()))
    assert await quorum(here) is None
    stored = await here.run(record_decision, decide("one", "show_of_hands", Votes(1, 2)))
    assert stored.entity.state == "rejected"


async def test_nothing_is_decided_while_the_body_is_unknown(here: Installation) -> None:
    await here.hear(tell(GATHERING, facts.announced(), facts.convened()))
    with pytest.raises(Conflict) as refused:
        await here.run(record_decision, decide("one"))
    assert refused.value.slug == "body-unknown"


async def test_decisions_are_numbered_without_a_gap_whoever_records_them(here: Installation) -> None:
    await in_session(here)
    stored = await asyncio.gather(*(here.run(record_decision, decide(n)) for n in range(12)))
    assert sorted(each.entity.number for each in stored) == list(range(1, 13))


async def test_a_decision_asked_twice_is_recorded_once_even_after_the_session(here: Installation) -> None:
    await in_session(here)
    first = await here.run(record_decision, decide("one"))
    await here.hear([Told(GATHERING, 3, facts.adjourned())])
    again = await here.run(record_decision, decide("one"))
    assert (again.id, again.version) == (first.id, first.version)
    with pytest.raises(Conflict) as refused:
        await here.run(record_decision, decide("two"))
    assert refused.value.slug == "not-in-session"


async def test_minutes_are_approved_and_published_against_what_was_seen(here: Installation) -> None:
    await here.hear(tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned()))
    approve = ApproveMinutes(id=facts.known("approve"), at=minute(600), gathering=GATHERING)
    with pytest.raises(Stale):
        await here.run(approve_minutes, approve, expected=(Minutes, GATHERING, 2))
    approved = await here.run(approve_minutes, approve, expected=(Minutes, GATHERING, 3))
    publish = PublishMinutes(id=facts.known("publish"), at=minute(601), gathering=GATHERING)
    published = await here.run(publish_minutes, publish, expected=(Minutes, GATHERING, approved.version))
    again = PublishMinutes(id=facts.known("publish again"), at=minute(602), gathering=GATHERING)
    assert (await here.run(publish_minutes, again)).entity.published_at == published.entity.published_at == minute(601)
    assert here.events(GATHERING)[-2:] == ["minutes.approved.v1", "minutes.published.v1"]


HISTORY: list[list[Told]] = [
    tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned()),
    tell(BODY, facts.formed(2), facts.formed(3)),
    tell(facts.organization(0), facts.listed(0)),
    tell(facts.known("person 0"), facts.recorded(0), facts.recorded(0, "fa")),
    tell(facts.known("person 1"), facts.recorded(1), None),
    tell(
        facts.registration(0), facts.confirmed(0, 0), facts.entered(0, 0), facts.left(0, 0), facts.entered(0, 0, at=90)
    ),
    tell(facts.registration(1), facts.confirmed(1, 1), facts.entered(1, 1)),
    tell(facts.registration(2), facts.confirmed(2, 2), facts.entered(2, 2), facts.left(2, 2)),
]
"""What each aggregate published, in order; between them there is none."""


async def _state_after(order: list[int], again: set[int]) -> dict[str, Any]:
    """Everything that the service knows after it heard the aggregates in turns; records in `again` come twice."""
    with TemporaryDirectory() as folder:
        here = await Installation.open(Path(folder) / "minutes.db")
        waiting = [list(told) for told in HISTORY]
        for step, which in enumerate(order):
            told = waiting[which].pop(0)
            await here.hear([told, told] if step in again else [told])
        state: dict[str, Any] = {"quorum": await quorum(here), "said": here.events(GATHERING)}
        kinds: list[type[Any]] = [Minutes, Decision, *MIRRORS.values()]
        for kind in kinds:
            page: Page[Any] = await here.store.find(kind, {})
            state[kind.kind] = [(asdict(stored.entity), stored.sequence, stored.version) for stored in page.items]
        await here.store.close()
        return state


TURNS = [which for which, told in enumerate(HISTORY) for _ in told]


@settings(max_examples=40, deadline=None)
@given(st.permutations(TURNS), st.sets(st.integers(0, len(TURNS) - 1)))
def test_any_interleaving_of_topics_ends_in_the_same_state(order: list[int], again: set[int]) -> None:
    assert asyncio.run(_state_after(order, again)) == asyncio.run(_state_after(TURNS, set()))
