"""The states of a final statement: each is entered by one event, nothing adopted is overwritten, and the events say all."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary.verify.facts import Told, unlike
from services.minutes.final_statement import amending
from services.minutes.final_statement.amendments import AmendmentState
from services.minutes.final_statement.commands import (
    AcceptAmendment,
    AdoptFinalStatement,
    CorrectFinalStatement,
    LeaveOutParagraph,
    MergeAmendment,
    MoveParagraph,
    RejectAmendment,
)
from services.minutes.final_statement.model import FinalStatement, FinalStatementState
from services.minutes.final_statement.paragraphs import MOST_LANGUAGES
from shared.contracts import Event
from shared.contracts.final_statements import (
    AmendmentAccepted,
    AmendmentMerged,
    AmendmentProposed,
    AmendmentRejected,
    FinalStatementAdopted,
    FinalStatementCorrected,
    FinalStatementDrafted,
    FinalStatementOpened,
)
from shared.errors import Conflict, Invalid, Refused
from tests.minutes.final_statement.facts import (
    DAILY,
    MEASURE,
    PUBLISH,
    as_it_is,
    asks,
    drafted,
    opened,
    paragraph,
    proposes,
    wordings,
    writes,
)
from tests.plenary.told import record
from tests.world.facts import MORNING, known

State = FinalStatementState
ENTERED: dict[Any, type[Event]] = {
    State.DRAFT: FinalStatementDrafted,
    State.UNDER_AMENDMENT: FinalStatementOpened,
    State.ADOPTED: FinalStatementAdopted,
    AmendmentState.PROPOSED: AmendmentProposed,
    AmendmentState.ACCEPTED: AmendmentAccepted,
    AmendmentState.REJECTED: AmendmentRejected,
    AmendmentState.MERGED: AmendmentMerged,
}
A, B = (proposes(name).id for name in ("a", "b"))

STEPS: dict[str, Callable[[FinalStatement], Any]] = {
    "write": lambda it: it.write(writes(2, PUBLISH, new=True)),
    "rewrite": lambda it: it.write(writes(1, {"en": f"{MEASURE['en']} {len(it.amendments)}"})),
    "translate": lambda it: it.write(writes(1, {"fa": f"{MEASURE['fa']} {len(it.paragraphs)}"})),
    "move": lambda it: it.move(asks(MoveParagraph, paragraph=paragraph(2), before=paragraph(1))),
    "leave out": lambda it: it.leave_out(asks(LeaveOutParagraph, paragraph=paragraph(1))),
    "open": lambda it: it.open(MORNING),
    "propose a": lambda it: amending.propose(it, proposes("a")) if not it.amendment(A) else None,
    "propose b": lambda it: amending.propose(it, proposes("b", "delete", {})) if not it.amendment(B) else None,
    "accept a": lambda it: amending.accept(it, asks(AcceptAmendment, amendment=A)),
    "accept a over": lambda it: amending.accept(it, asks(AcceptAmendment, amendment=A, over=True)),
    "accept b": lambda it: amending.accept(it, asks(AcceptAmendment, amendment=B)),
    "reject a": lambda it: amending.reject(it, asks(RejectAmendment, amendment=A, reason="No.")),
    "merge a": lambda it: amending.merge(it, asks(MergeAmendment, amendment=A, into=B)),
    "merge b": lambda it: amending.merge(it, asks(MergeAmendment, amendment=B, into=A)),
    "adopt": lambda it: it.adopt(asks(AdoptFinalStatement, path="/minutes/here/final-statement")),
    "correct": lambda it: it.correct(
        asks(
            CorrectFinalStatement,
            paragraph=paragraph(1),
            text={"en": f"Corrected {len(it.versions)}"},
            reason="A slip.",
        )
    ),
}


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=14))
def test_whatever_is_asked_each_state_is_entered_by_its_event_and_nothing_adopted_is_lost(asked: list[str]) -> None:
    it = drafted()
    events: list[Any] = [FinalStatementDrafted.of(it, gathering=it.id)]
    for name in asked:
        before = as_it_is(it)
        try:
            event = STEPS[name](it)
        except Refused:
            assert as_it_is(it) == before, "a refusal changes nothing"
            continue
        if event is None:
            assert as_it_is(it) == before, "what is so already is not told again"
            continue
        events.append(event)
        if it.state is not before["state"]:
            assert isinstance(event, ENTERED[it.state])
        known_as = {each.id: each.state for each in before["amendments"]}
        [*entered] = [each.state for each in it.amendments if each.state is not known_as.get(each.id)]
        assert all(isinstance(event, ENTERED[state]) for state in entered)
        assert it.versions[: len(before["versions"])] == before["versions"], "no version is written over"
        if before["state"] is State.ADOPTED:
            assert isinstance(event, FinalStatementCorrected)
            assert len(it.versions) == len(before["versions"]) + 1
    if it.adopted:
        assert it.published[-1].paragraphs == it.paragraphs
        assert [each.number for each in it.published] == list(range(1, len(it.published) + 1))
        assert not any(each.open for each in it.amendments)
    told = Told()
    for sequence, event in enumerate(events, 1):
        told.hear(record(it.id, sequence, event))
    assert list(unlike(it, told, None)) == [], "the document says what its events say"


def test_an_amendment_to_an_older_wording_overwrites_nothing_unseen() -> None:
    it = opened()
    amending.propose(it, proposes("a"))
    it.write(writes(1, {"en": "Calls upon each state to measure its rivers every week;"}))
    with pytest.raises(Conflict) as moved:
        STEPS["accept a"](it)
    assert moved.value.slug == "paragraph-moved"
    event = STEPS["accept a over"](it)
    assert event.over
    [one] = it.amendments
    assert (one.against, one.was, one.became) == (
        MEASURE["en"],
        "Calls upon each state to measure its rivers every week;",
        DAILY["en"],
    )


@pytest.mark.parametrize(
    ("words", "late"), [(DAILY["en"], []), ("Calls upon each state to measure every week;", ["fa"])]
)
def test_words_that_are_edited_when_it_is_accepted_take_no_translation_away(words: str, late: list[str]) -> None:
    it = opened()
    amending.propose(it, proposes("a", text=DAILY | {"fa": "هر روز بسنجد؛"}))
    amending.propose(it, proposes("b", "insert", DAILY | {"fa": "هر روز بسنجد؛"}))
    for name in ("a", "b"):
        amending.accept(it, asks(AcceptAmendment, name, amendment=proposes(name).id, text={"en": words}))
    for one in it.paragraphs[1:]:
        assert one.text == {"en": words, "fa": "هر روز بسنجد؛"}
        assert one.outdated("en") == late, "a translation says what was proposed, not what was agreed upon"


def test_of_two_amendments_to_one_paragraph_the_second_sees_the_first() -> None:
    it = opened()
    amending.propose(it, proposes("a"))
    amending.propose(it, proposes("b", "delete", {}))
    STEPS["accept a"](it)
    with pytest.raises(Conflict) as moved:
        STEPS["accept b"](it)
    assert moved.value.slug == "paragraph-moved"
    assert it.paragraph(paragraph(1)) is not None


def test_a_paragraph_more_stands_behind_the_one_that_was_named() -> None:
    it = opened(PUBLISH)
    amending.propose(it, proposes("c", "insert", {"en": "In between."}))
    amending.propose(it, proposes("d", "insert", {"en": "First of all."}, n=None))
    for name in ("c", "d"):
        amending.accept(it, asks(AcceptAmendment, name, amendment=proposes(name).id))
    assert wordings(it)[1:] == ["First of all.", MEASURE["en"], "In between.", PUBLISH["en"]]


def test_a_language_whose_source_moved_is_outdated_until_it_is_written_or_said_to_hold() -> None:
    it = drafted()
    STEPS["rewrite"](it)
    assert it.paragraphs[1].outdated("en") == ["fa"]
    it.write(writes(1, {}, holds=["fa"]))
    assert it.paragraphs[1].outdated("en") == []
    it.write(writes(1, {"en": "Again.", "fa": "دوباره."}))
    assert it.paragraphs[1].outdated("en") == []


def test_what_is_adopted_is_corrected_with_a_reason_alone_and_what_it_said_stays() -> None:
    it = opened()
    amending.propose(it, proposes("a"))
    with pytest.raises(Conflict) as still:
        STEPS["adopt"](it)
    assert still.value.slug == "amendments-open"
    STEPS["accept a"](it)
    STEPS["adopt"](it)
    for step in ("rewrite", "leave out", "move", "propose b"):
        with pytest.raises(Conflict):
            STEPS[step](it)
    with pytest.raises(Invalid) as silent:
        it.correct(asks(CorrectFinalStatement, paragraph=paragraph(1), text=MEASURE, reason=" "))
    assert silent.value.errors[0]["field"] == "reason"
    STEPS["correct"](it)
    assert [each.paragraphs[1].text["en"] for each in it.versions] == [MEASURE["en"], DAILY["en"], "Corrected 2"]
    assert [each.reason for each in it.published] == ["", "A slip."]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (proposes("x", "replace", MEASURE), "text"),
        (proposes("x", "replace", {"fa": "دیگر"}), "text"),
        (proposes("x", "delete", DAILY), "text"),
        (proposes("x", n=9), "paragraph"),
        (proposes("x", "delete", {}, n=None), "paragraph"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(asked: Any, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        amending.propose(opened(), asked)
    assert refused.value.errors[0]["field"] == field


def test_nothing_is_merged_into_itself_or_into_what_is_decided() -> None:
    it = opened()
    amending.propose(it, proposes("a"))
    for into in (A, B, known("nothing")):
        with pytest.raises(Invalid):
            amending.merge(it, asks(MergeAmendment, amendment=A, into=into))
    amending.propose(it, proposes("b", "delete", {}))
    STEPS["merge a"](it)
    assert (it.amendments[0].state, it.amendments[0].into) == (AmendmentState.MERGED, B)
    with pytest.raises(Conflict) as decided:
        STEPS["reject a"](it)
    assert decided.value.slug == "decided"


def test_a_text_has_so_many_languages_altogether_and_keeps_those_that_it_has() -> None:
    it = opened()
    some = {f"q{chr(ord('a') + n)}": "So." for n in range(MOST_LANGUAGES - 2)}
    it.write(writes(0, some))
    before = as_it_is(it)
    insert = proposes("c", "insert", PUBLISH | {"de": "Noch eine."})
    amending.propose(it, insert)
    for more in (
        lambda: it.write(writes(1, {"de": "Noch eine."})),
        lambda: amending.accept(it, asks(AcceptAmendment, amendment=insert.id)),
    ):
        with pytest.raises(Conflict) as refused:
            more()
        assert refused.value.slug == "full"
    assert it.paragraphs == before["paragraphs"]
    assert it.write(writes(1, {"qa": "So.", "en": "Calls upon each state."}))
    amending.reject(it, asks(RejectAmendment, amendment=insert.id))
    STEPS["adopt"](it)
    with pytest.raises(Conflict) as corrected:
        it.correct(asks(CorrectFinalStatement, paragraph=paragraph(1), text={"de": "Noch eine."}, reason="A slip."))
    assert corrected.value.slug == "full"
