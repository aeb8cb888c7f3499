"""Whether enough members are inside, by what the door told; on a real store."""

import pytest

from services.minutes.decisions.handlers import record_decision
from shared.contracts.bodies import BodyFormed
from shared.contracts.decisions import QuorumCount, Votes
from shared.contracts.organizations import OrganizationMerged
from shared.contracts.registrations import Admitted, RegistrationPromoted
from shared.errors import Conflict
from tests.minutes import facts
from tests.minutes.facts import BODY, decide
from tests.minutes.house import House, Told, tell
from tests.world.facts import GATHERING


async def test_the_quorum_falls_when_a_member_leaves_and_a_vote_is_refused(here: House) -> None:
    await here.convene()
    assert await here.quorum() == QuorumCount(members=3, required=2, present=3)
    await here.leave(0)
    await here.run(record_decision, decide("one", "show_of_hands", Votes(2, 0)))
    await here.leave(1)
    assert await here.quorum() == QuorumCount(members=3, required=2, present=1)
    with pytest.raises(Conflict) as refused:
        await here.run(record_decision, decide("two", "show_of_hands", Votes(1, 0)))
    assert refused.value.slug == "no-quorum"


async def test_guests_and_strangers_make_no_quorum(here: House) -> None:
    await here.hear(tell(BODY, facts.formed(3)) + tell(GATHERING, facts.announced(), facts.convened()))
    for n, of, category in ((1, 1, "guest"), (2, 77, "delegate"), (3, None, "delegate")):
        told = tell(facts.registration(n), facts.confirmed(n, of, category), facts.entered(n, of, category))
        await here.hear(told)
    assert await here.quorum() == QuorumCount(members=3, required=2, present=0)


async def test_a_delegate_whom_nobody_approved_makes_no_quorum(here: House) -> None:
    """An open category lets in whoever confirms an address: that shows who somebody is, not for whom they speak."""
    await here.hear(tell(BODY, facts.formed(3)) + tell(GATHERING, facts.announced(), facts.convened()))
    ways: tuple[Admitted, ...] = ("open", "approved", "invited")
    for n, admitted in enumerate(ways):
        told = tell(facts.registration(n), facts.confirmed(n, n, admitted=admitted), facts.entered(n, n))
        await here.hear(told)
    assert await here.quorum() == QuorumCount(members=3, required=2, present=2)
    for of in range(2):
        promoted = facts.said(RegistrationPromoted, 9 + of, 0, seat=9, ticket=9, admitted=("open", "approved")[of])
        await here.hear(tell(facts.registration(9 + of), promoted, facts.entered(9 + of, 0)))
        assert await here.quorum() == QuorumCount(members=3, required=2, present=2 + of)


async def test_large_delegations_count_once_and_hide_nobody(here: House) -> None:
    await here.hear(tell(BODY, facts.formed(4)) + tell(GATHERING, facts.announced(), facts.convened()))
    crowd = [(n, 0 if n < 250 else 1 if n < 500 else n % 3 + 1) for n in range(506)]
    told = [tell(facts.registration(n), facts.confirmed(n, of), facts.entered(n, of)) for n, of in crowd]
    await here.hear([each for one in told for each in one])
    assert await here.quorum() == QuorumCount(members=4, required=3, present=4)


async def test_without_a_body_or_a_rule_there_is_no_quorum_and_a_vote_stands(here: House) -> None:
    await here.hear(tell(GATHERING, facts.announced(None), facts.convened()))
    assert await here.quorum() is None
    stored = await here.run(record_decision, decide("one", "show_of_hands", Votes(1, 2)))
    assert stored.entity.state == "rejected"


async def test_delegates_of_an_organization_that_was_merged_make_the_one_that_is_kept_present(here: House) -> None:
    """Also over two steps, and whether the body is told of it already or not."""
    await here.convene()
    merged = [OrganizationMerged(organization=facts.organization(n), into=facts.organization(n + 1)) for n in (0, 1)]
    await here.hear([Told(each.organization, 2, each) for each in merged])
    await here.leave(2)
    assert await here.quorum() == QuorumCount(members=3, required=2, present=3)
    alone = BodyFormed.of(facts.formed(3), members=[facts.organization(2)])
    await here.hear([Told(BODY, 2, alone)])
    assert await here.quorum() == QuorumCount(members=1, required=1, present=1)
    await here.leave(0)
    await here.leave(1)
    assert await here.quorum() == QuorumCount(members=1, required=1, present=0)
