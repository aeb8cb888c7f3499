"""A contribution alone: what is answered, and what becomes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.contributions.model import (
    DISPOSALS,
    AnswerContribution,
    Contribution,
    ContributionState,
    DisposeOfContribution,
    MakeContribution,
    WithdrawContribution,
)
from shared.contracts.contributions import Disposal, Origin, Proposal
from shared.errors import Conflict, Invalid
from tests.minutes.facts import minute
from tests.world.facts import GATHERING, known

ID = known("contribution")


def made(words: str = "Measure the river together.", **about: object) -> MakeContribution:
    facts = Proposal.model_validate({"contribution_kind": "suggestion", "said_in": "en", **about})
    return MakeContribution(id=ID, at=minute(30), gathering=GATHERING, facts=facts, words=words)


def dispose(disposal: Disposal, n: int = 0, reason: str = "It costs more than it gives.") -> DisposeOfContribution:
    return DisposeOfContribution(
        id=known(f"d{n}"), at=minute(40 + n), contribution=ID, disposal=disposal, reason=reason
    )


def answer(n: int, words: str = "We have the instruments.") -> AnswerContribution:
    origin = Origin(said_in="en", organizations=[known("organization 1")])
    return AnswerContribution(id=known(f"a{n}"), at=minute(40 + n), contribution=ID, origin=origin, words=words)


def withdrawal(n: int = 0) -> WithdrawContribution:
    return WithdrawContribution(id=known(f"w{n}"), at=minute(60 + n), contribution=ID, reason="Said in error.")


STEPS = [*DISPOSALS, "answer", "withdraw"]


@given(st.lists(st.sampled_from(STEPS), max_size=8))
def test_every_state_is_entered_by_one_event_and_what_is_taken_back_is_left_alone(steps: list[str]) -> None:
    contribution, event = Contribution.made(made())
    assert (contribution.state, event.type) == (ContributionState.OPEN, "contribution.made.v1")
    for n, step in enumerate(steps):
        known_as = contribution.state
        if known_as is ContributionState.WITHDRAWN:
            with pytest.raises(Conflict):
                _do(contribution, step, n)
            assert contribution.state is known_as
            continue
        told = _do(contribution, step, n)
        if step == "answer":
            assert (told, contribution.state) == ("contribution.answered.v1", known_as)
        else:
            name = "withdrawn" if step == "withdraw" else step
            assert (told, contribution.state.value) == (f"contribution.{name.replace('_', '-')}.v1", name)
    done = steps[: steps.index("withdraw")] if "withdraw" in steps else steps
    assert [each.state.value for each in contribution.disposed] == [each for each in done if each in DISPOSALS]
    assert len(contribution.answers) == done.count("answer")


def _do(contribution: Contribution, step: str, n: int) -> str:
    """Do it, and say the type of what was told."""
    if step == "answer":
        return contribution.answer(answer(n)).type
    if step == "withdraw":
        return contribution.withdraw(withdrawal(n)).type
    return contribution.dispose(dispose(step, n)).type  # type: ignore[arg-type]


def test_what_is_declined_is_declined_with_a_reason_and_only_an_action_is_one() -> None:
    contribution, _ = Contribution.made(made())
    with pytest.raises(Invalid):
        contribution.dispose(dispose("declined", reason=" "))
    with pytest.raises(Invalid):
        contribution.dispose(
            DisposeOfContribution(id=known("x"), at=minute(1), contribution=ID, disposal="kept", action=known("action"))
        )
    assert contribution.state is ContributionState.OPEN


def test_neither_words_nor_reasons_are_in_an_event() -> None:
    contribution, first = Contribution.made(made("Unrepeatable."))
    told = [
        first,
        contribution.answer(answer(0, "Unspeakable.")),
        contribution.dispose(dispose("declined", reason="Unwritable.")),
        contribution.withdraw(withdrawal()),
    ]
    said = "".join(each.model_dump_json() for each in told)
    assert not any(word in said for word in ("Unrepeatable", "Unspeakable", "Unwritable", "in error"))


def test_somebody_several_together_or_nobody_may_bring_it_forward() -> None:
    for people, organizations in (([], []), ([known("p")], []), ([known("p"), known("q")], [known("o")])):
        _, event = Contribution.made(made(people=people, organizations=organizations))
        assert (event.people, event.organizations) == (people, organizations)
    with pytest.raises(Invalid):
        Contribution.made(made(" "))
