"""A statement alone: what it says, and what it said before."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.statements.model import CorrectStatement, RecordStatement, Statement, WithdrawStatement
from shared.contracts.statements import Occasion, Speech
from shared.errors import Conflict, Invalid
from tests.minutes.facts import minute
from tests.world.facts import GATHERING, known


def said(words: str = "The river carries less every year.", **about: object) -> RecordStatement:
    facts = Speech.model_validate({"manner": "as_said", "said_in": "en", "speaker": known("person 0"), **about})
    return RecordStatement(
        id=known("statement"), at=minute(30), occasion=Occasion(gathering=GATHERING), facts=facts, words=words
    )


def correction(words: str, n: int = 0) -> CorrectStatement:
    facts = Speech(manner="summary", said_in="en", speaker=known("person 0"))
    return CorrectStatement(
        id=known(f"c{n}"), at=minute(40 + n), statement=known("statement"), facts=facts, words=words, reason="Misheard."
    )


def withdrawal(n: int = 0) -> WithdrawStatement:
    return WithdrawStatement(id=known(f"w{n}"), at=minute(60 + n), statement=known("statement"), reason="Not meant so.")


@given(st.lists(st.sampled_from(["correct", "withdraw"]), max_size=6))
def test_whatever_is_done_nothing_that_was_said_is_lost_and_each_state_has_one_event(steps: list[str]) -> None:
    statement, event = Statement.recorded(said("words"), "b")
    told, expected = [event.type], ["statement.recorded.v1"]
    for n, step in enumerate(steps):
        act: Any = (
            (lambda n=n: statement.correct(correction(f"words {n}", n), "b"))
            if step == "correct"
            else (lambda n=n: statement.withdraw(withdrawal(n)))
        )
        if not statement.stands:
            with pytest.raises(Conflict):
                act()
            continue
        told.append(act().type)
        expected.append(f"statement.{'corrected' if step == 'correct' else 'withdrawn'}.v1")
    assert told == expected
    corrected = [n for n, step in enumerate(steps[: _first(steps, "withdraw")]) if step == "correct"]
    assert [*(each.words for each in statement.earlier), statement.words] == [
        "words",
        *(f"words {n}" for n in corrected),
    ]
    assert statement.stands == ("withdraw" not in steps)


def _first(steps: list[str], what: str) -> int:
    return steps.index(what) if what in steps else len(steps)


def test_the_words_are_in_no_event() -> None:
    statement, recorded = Statement.recorded(said("Unrepeatable."), "b")
    corrected = statement.correct(correction("Unspeakable."), "b")
    told = [each.model_dump_json() for each in (recorded, corrected, statement.withdraw(withdrawal()))]
    assert not any(word in each for each in told for word in ("Unrepeatable", "Unspeakable", "Misheard", "Not meant"))


@pytest.mark.parametrize(
    "wrong", [said(" "), said(organization=known("organization 0"), body=known("body"))], ids=["no words", "two names"]
)
def test_a_statement_has_words_and_one_name_that_it_is_said_in(wrong: RecordStatement) -> None:
    with pytest.raises(Invalid):
        Statement.recorded(wrong, "b")


def test_a_statement_from_history_has_an_edition_a_day_and_no_place() -> None:
    occasion = Occasion.model_validate({"edition": known("edition"), "said_on": "1998-05-03"})
    facts = Speech(manner="summary", said_in="fa", organization=known("organization 0"))
    command = RecordStatement(
        id=known("old"), at=minute(0), occasion=occasion, facts=facts, words="پیش از این گفته شد."
    )
    statement, event = Statement.recorded(command, "")
    assert (event.gathering, event.edition, statement.claims) == (None, known("edition"), ())
    nowhere = RecordStatement(id=known("x"), at=minute(0), occasion=Occasion(), facts=facts, words="x")
    with pytest.raises(Invalid):
        Statement.recorded(nowhere, "")


def test_a_correction_that_corrects_nothing_is_refused() -> None:
    statement, _ = Statement.recorded(said("Words."), "b")
    statement.correct(correction("Other words."), "b")
    with pytest.raises(Invalid):
        statement.correct(correction("Other words.", 1), "b")
    assert len(statement.earlier) == 1
