"""A proposal is open, then accepted or refused, once; what was accepted the gathering is, and nothing else makes it so."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.proposals import ProposalState
from services.registration.gatherings.states import CHANGEABLE, GatheringState
from services.registration.modes.model import PROPOSALS
from shared.contracts.authorities import Authority
from shared.contracts.gatherings import GatheringChanged, Mode, ModeDecided
from shared.errors import Conflict, Invalid, NotFound, Refused
from tests.registration.facts import draft
from tests.registration.modes.facts import WHY, decide, propose
from tests.world.facts import known

State = ProposalState
MODES = get_args(Mode)
STEPS = st.one_of(
    st.tuples(st.just("propose"), st.integers(1, 4), st.sampled_from(MODES)),
    st.tuples(st.just("decide"), st.integers(1, 4), st.sampled_from(["accepted", "refused"])),
    st.tuples(st.just("stand"), st.just(0), st.sampled_from([*GatheringState])),
)


def gathering(state: GatheringState = GatheringState.OPEN) -> Gathering:
    it, _ = Gathering.draft(draft())
    it.state = state
    return it


@given(st.lists(STEPS, max_size=20))
def test_whatever_is_asked_a_proposal_is_decided_once_and_the_mode_is_the_last_that_was_accepted(
    steps: list[tuple[str, int, Any]],
) -> None:
    it, known_as, mode = gathering(), dict[int, State](), "in_person"
    proposed: dict[int, str] = {}
    for step, n, what in steps:
        before = (it.mode, list(it.proposals))
        try:
            if step == "propose":
                event = propose(it, n, what)
                assert (event is None) == (n in known_as)
                proposed.setdefault(n, what)
                known_as.setdefault(n, State.OPEN)
            elif step == "decide":
                [decided, *changed] = decide(it, n, what)
                assert isinstance(decided, ModeDecided)
                assert known_as[n] is State.OPEN
                known_as[n] = State(what)
                assert [type(each) for each in changed] == [GatheringChanged] * (it.mode != before[0])
                mode = proposed[n] if what == "accepted" else mode
            else:
                it.state = what
        except Refused:
            assert (it.mode, list(it.proposals)) == before, "a refusal changes nothing"
        assert it.mode == mode
        assert {each.proposal.id: each.state for each in it.proposals} == {
            known(n): state for n, state in known_as.items()
        }


def test_an_accepted_one_is_told_with_what_it_was_and_why() -> None:
    it = gathering()
    propose(it, 1, "hybrid")
    [_, changed] = decide(it, 1, "accepted")
    assert (changed.mode, changed.was_mode, changed.was_venue, changed.material) == ("hybrid", "in_person", None, True)
    assert changed.grounds == WHY


@pytest.mark.parametrize("state", [state for state in GatheringState if state not in CHANGEABLE])
def test_what_has_begun_keeps_its_mode_and_a_refusal_is_still_noted(state: GatheringState) -> None:
    it = gathering(state)
    for n in (1, 2):
        propose(it, n)
    with pytest.raises(Conflict) as refused:
        decide(it, 1, "accepted")
    assert refused.value.slug == "not-changeable"
    assert len(decide(it, 2, "refused", decided_on="1401-03")) == 1


def test_what_makes_no_sense_is_said_at_its_field() -> None:
    it = gathering()
    wrong: tuple[tuple[str, dict[str, Any]], ...] = (
        ("mode", {"mode": "in_person"}),
        ("proposed_on", {"proposed_on": "1409"}),
        ("proposed_on", {"proposed_on": "1401-13"}),
    )
    for field, other in wrong:
        with pytest.raises(Invalid) as refused:
            propose(it, 1, **other)
        assert refused.value.errors[0]["field"] == field
    propose(it, 1, proposed_on="1401")
    with pytest.raises(Invalid):
        decide(it, 1, "refused", decided_by=Authority())
    with pytest.raises(NotFound):
        decide(it, 2, "refused")
    for n in range(2, PROPOSALS + 1):
        propose(it, n)
    with pytest.raises(Conflict):
        propose(it, PROPOSALS + 1)
