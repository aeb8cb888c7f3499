"""An invitation's states: each is entered by one event, and the events say who comes by it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary.verify.facts import Told, unlike
from services.registration.invitations.commands import Reply
from services.registration.invitations.model import Invitation, InvitationState
from shared.contracts import Event
from shared.contracts.invitations import (
    DelegationNamed,
    InvitationAccepted,
    InvitationDeclined,
    InvitationExpired,
    InvitationMoved,
    InvitationSent,
    InvitationSubstituted,
    InvitationTentative,
    InvitationWithdrawn,
)
from shared.errors import Conflict, Invalid, Refused
from tests.plenary.told import record
from tests.registration.invitations.facts import (
    BY,
    EARLY,
    WEEK,
    answers,
    extends,
    invitation,
    invites,
    names,
    of_organization,
    sends,
    who,
)
from tests.world.facts import MORNING

State = InvitationState
ENTERED: dict[InvitationState, type[Event]] = {
    State.PENDING: InvitationSent,
    State.ACCEPTED: InvitationAccepted,
    State.TENTATIVE: InvitationTentative,
    State.DECLINED: InvitationDeclined,
    State.SUBSTITUTED: InvitationSubstituted,
    State.EXPIRED: InvitationExpired,
    State.WITHDRAWN: InvitationWithdrawn,
}
LATE = BY + WEEK / 7
Step = Callable[[Invitation], Any]
STEPS: dict[str, Step] = {
    "accept": lambda it: it.reply(answers("accepted")),
    "accept late": lambda it: it.reply(answers("accepted", at=LATE)),
    "accept by letter": lambda it: it.reply(answers("accepted", source="letter", at=LATE)),
    "perhaps": lambda it: it.reply(answers("tentative")),
    "decline": lambda it: it.reply(answers("declined")),
    "decline late": lambda it: it.reply(answers("declined", at=LATE)),
    "send 2": lambda it: it.let_substitute(sends(2)),
    "send 3": lambda it: it.let_substitute(sends(3)),
    "send themselves": lambda it: it.let_substitute(sends(1)),
    "name 2, 3": lambda it: it.name(names(2, 3)),
    "name too many": lambda it: it.name(names(2, 3, 4, 5)),
    "replace 2 by 4": lambda it: it.name(names(4, remove=(2,))),
    "nobody": lambda it: it.name(names(remove=(2, 3, 4))),
    "expire": lambda it: it.expire(BY),
    "extend": lambda it: it.extend(extends(BY + WEEK / 2)),
    "withdraw": lambda it: it.take_back(),
    "invite again": lambda it: it.send_again(invites().facts if it.facts.person else it.facts, EARLY),
}


@given(st.booleans(), st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_whatever_is_asked_each_state_is_entered_by_its_event_which_says_who_comes(
    person: bool, asked: list[str]
) -> None:
    it, told = invitation() if person else of_organization(), Told()
    events: list[Any] = [InvitationSent.of(it, invitation=it.id, sent_at=EARLY, again=False)]
    coming: set[Any] = set()
    for name in asked:
        if name == "invite again" and it.state not in {State.EXPIRED, State.WITHDRAWN}:
            continue
        state, comes = it.state, it.comes
        try:
            made = STEPS[name](it)
        except Refused:
            assert (it.state, it.comes) == (state, comes), "a refusal changes nothing"
            continue
        new = [each for each in (made if isinstance(made, list) else [made]) if each]
        if it.state is not state:
            assert isinstance(new[0], ENTERED[it.state])
        for event in new:
            if isinstance(event, InvitationMoved):
                assert not coming & {*event.coming}
                assert coming >= {*event.freed}
                coming = coming - {*event.freed} | {*event.coming}
        events += new
        assert {*it.comes} == coming, "who comes follows from the events"
        assert len(it.comes) <= (1 if person else it.facts.quota)
        assert it.state is not State.SUBSTITUTED or it.comes == [it.substitute]
    for sequence, event in enumerate(events, 1):
        told.hear(record(it.id, sequence, event))
    assert list(unlike(it, told, None)) == [], "the document says what its events say"


def test_what_came_by_letter_counts_after_the_time_and_so_does_a_no() -> None:
    it = invitation()
    it.expire(BY)
    with pytest.raises(Conflict) as refused:
        it.reply(answers("accepted", at=LATE))
    assert refused.value.slug == "too-late"
    assert it.reply(answers("declined", at=LATE))
    assert it.reply(answers("accepted", source="letter", at=LATE))
    assert [(each.state, each.source) for each in it.answers] == [(State.DECLINED, "link"), (State.ACCEPTED, "letter")]


def test_the_first_who_are_named_say_that_the_organization_accepts() -> None:
    it = of_organization(quota=2)
    accepted, named = it.name(names(2, 3))
    assert isinstance(accepted, InvitationAccepted)
    assert isinstance(named, DelegationNamed)
    assert (accepted.coming, named.coming, named.named) == ([], [who(2), who(3)], 2)
    [replaced] = it.name(names(4, remove=(2,)))
    assert (replaced.coming, replaced.freed, it.delegates) == ([who(4)], [who(2)], [who(3), who(4)])
    with pytest.raises(Conflict) as refused:
        it.name(names(5))
    assert refused.value.slug == "quota"


def test_nobody_names_one_after_another_without_end() -> None:
    it = invitation()
    for n in range(2, 5):
        it.let_substitute(sends(n))
    with pytest.raises(Conflict) as refused:
        it.let_substitute(sends(9))
    assert refused.value.slug == "too-many"
    assert it.let_substitute(sends(2)), "who was named before may be named again"


def test_who_says_no_or_holds_a_place_is_not_told_twice_of_the_withdrawal() -> None:
    told: list[tuple[Reply | None, bool]] = [
        (None, False),
        ("accepted", True),
        ("tentative", False),
        ("declined", True),
    ]
    for reply, quiet in told:
        it = invitation()
        if reply:
            it.reply(answers(reply))
        event = it.take_back()
        assert event
        assert event.quiet is quiet, reply


def test_a_time_that_has_passed_is_refused() -> None:
    with pytest.raises(Invalid):
        Invitation.sent(invites(at=MORNING), who("invitation"))
    it = invitation()
    with pytest.raises(Invalid):
        it.extend(extends(EARLY))
    it.expire(BY)
    assert isinstance(it.extend(extends(BY + WEEK / 2, at=LATE)), InvitationSent)
    assert it.state is State.PENDING
