"""A final statement is one document, and a document has an end: nothing that was taken is ever lost to it."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cache, partial
from typing import Any
from uuid import uuid4

import pytest

from services.minutes.final_statement import amending, kept
from services.minutes.final_statement.commands import (
    AcceptAmendment,
    AdoptFinalStatement,
    CorrectFinalStatement,
    RejectAmendment,
)
from services.minutes.final_statement.forms import LONGEST
from services.minutes.final_statement.model import MOST_VERSIONS, FinalStatement
from services.minutes.final_statement.paragraphs import MOST
from shared.errors import Conflict
from shared.store import LARGEST, Stored
from shared.store.codec import decode, encode
from tests.minutes.final_statement.facts import asks, drafted, opened, paragraph, proposes, writes

PATH = "/minutes/here/final-statement"


def stored(it: FinalStatement) -> Stored[FinalStatement]:
    return Stored(it)


def size(it: FinalStatement) -> int:
    """Bytes of the document."""
    return len(encode(stored(it)).body)


def long(letters: int) -> dict[str, str]:
    """In three languages."""
    return {tag: letter * letters for tag, letter in {"en": "r", "fa": "ر", "ar": "ن"}.items()}


def until_refused(steps: Iterable[Callable[[], Any]]) -> tuple[int, str]:
    """How many were taken, and why the next was not."""
    done = 0
    for step in steps:
        try:
            step()
        except Conflict as refused:
            return done, refused.slug
        done += 1
    return done, ""


def filled(letters: int, most: int = MOST) -> FinalStatement:
    """With so many paragraphs of so many letters in each language, as many of them as are taken."""
    return deepcopy(written(letters, most))


@cache  # with each paragraph all are weighed
def written(letters: int, most: int) -> FinalStatement:
    it = drafted()
    writing = [writes(n, long(letters), new=True) for n in range(2, most)]
    _, why = until_refused([partial(it.write, each) for each in writing])
    assert why in {"", "too-large"}
    return it


def corrected(it: FinalStatement, n: int, text: dict[str, str]) -> None:
    it.correct(asks(CorrectFinalStatement, n, paragraph=paragraph(2), text=text, reason="A slip."))


def test_a_long_statement_is_corrected_as_often_as_versions_are_kept_and_each_can_be_read() -> None:
    it = filled(1_000)
    assert len(it.paragraphs) == MOST
    it.open(asks(AdoptFinalStatement).at)
    it.adopt(asks(AdoptFinalStatement, path=PATH))
    for n in range(MOST_VERSIONS - 2):
        corrected(it, n, {"en": f"Correction {n}."})
    assert size(it) < LARGEST
    again = decode(FinalStatement, encode(stored(it)).whole).entity
    assert [len(each.paragraphs) for each in again.versions] == [MOST] * MOST_VERSIONS
    assert [each.paragraphs[2].text["en"] for each in again.published[1:]] == [f"Correction {n}." for n in range(98)]
    assert again.versions == it.versions
    with pytest.raises(Conflict) as full:
        corrected(it, 99, {"en": "One more."})
    assert full.value.slug == "full"


def test_what_has_no_room_is_refused_while_it_is_written_and_what_was_taken_is_adopted() -> None:
    it = filled(LONGEST)
    taken = len(it.paragraphs)
    assert 50 < taken < MOST
    before = list(it.paragraphs)
    with pytest.raises(Conflict, match="say it shorter"):
        it.write(writes(MOST, long(LONGEST), new=True))
    assert it.paragraphs == before, "a refusal changes nothing"
    it.open(asks(AdoptFinalStatement).at)
    for n in range(2, taken):
        it.write(writes(n, {"en": "s" * LONGEST, "fa": "س" * LONGEST, "ar": "س" * LONGEST}))
    it.adopt(asks(AdoptFinalStatement, path=PATH))
    assert size(it) < LARGEST
    assert [len(each.paragraphs) for each in it.versions] == [taken, taken], "both can be read whole"


def test_who_is_refused_can_say_it_shorter() -> None:
    it = filled(LONGEST)
    it.write(writes(2, {"en": "Short.", "fa": "", "ar": ""}))
    assert it.write(writes(MOST, {"en": "Another."}, new=True))


def test_corrections_end_with_a_refusal_and_not_with_a_document_that_cannot_be_kept() -> None:
    it = filled(LONGEST)
    it.open(asks(AdoptFinalStatement).at)
    it.adopt(asks(AdoptFinalStatement, path=PATH))
    texts = [{tag: f"{n} {words[: LONGEST - 9]}" for tag, words in long(LONGEST).items()} for n in range(MOST_VERSIONS)]
    made, why = until_refused(partial(corrected, it, n, text) for n, text in enumerate(texts))
    assert why in {"full", "too-large"}
    assert made > 20, "there is room for corrections that was kept for them"
    assert size(it) < LARGEST


def test_amendments_have_room_too_or_are_refused_with_what_to_do() -> None:
    it = filled(LONGEST, 60)
    it.open(asks(AdoptFinalStatement).at)
    asked = [proposes(n, "insert", long(LONGEST), n=2) for n in range(500)]
    made, why = until_refused(partial(amending.propose, it, each) for each in asked)
    assert (made > 20, why) == (True, "too-large")
    accepted = [asks(AcceptAmendment, n, amendment=each.id) for n, each in enumerate(asked[:made])]
    taken, why = until_refused(partial(amending.accept, it, each) for each in accepted)
    assert why == "too-large"
    for n in range(taken, made):
        amending.reject(it, asks(RejectAmendment, n, amendment=asked[n].id, reason="There is no room."))
    it.adopt(asks(AdoptFinalStatement, path=PATH))
    assert size(it) < LARGEST


def test_each_version_keeps_what_it_says_otherwise_alone() -> None:
    it = opened()
    it.adopt(asks(AdoptFinalStatement, path=PATH))
    assert [len(each.paragraphs) for each in it.kept] == [2, 0]
    it.correct(asks(CorrectFinalStatement, paragraph=paragraph(1), text={"en": "Again."}, reason="A slip."))
    assert [[one.id for one in each.paragraphs] for each in it.kept][2] == [paragraph(1)]


def test_what_an_earlier_release_kept_whole_is_read_and_goes_on() -> None:
    it = opened()
    it.adopt(asks(AdoptFinalStatement, path=PATH))
    now: dict[str, Any] = dict(encode(stored(it)).whole)
    whole = [
        {"number": each.number, "at": now["opened_at"], "reason": "", "paragraphs": now["paragraphs"]}
        for each in it.versions
    ]
    earlier = {name: value for name, value in now.items() if name != "kept"} | {"versions": whole, "schema": 1}
    read = decode(FinalStatement, earlier).entity
    assert [each.paragraphs for each in read.versions] == [each.paragraphs for each in it.versions]
    read.correct(asks(CorrectFinalStatement, paragraph=paragraph(1), text={"en": "Again."}, reason="A slip."))
    assert [each.paragraphs[1].text["en"] for each in read.published][-1] == "Again."


def test_the_bounds_leave_room_for_what_stands_round_the_words() -> None:
    """Ids and times: of each paragraph, amendment and version."""
    order = MOST_VERSIONS * MOST * len(f'"{uuid4()}",')
    assert kept.ROOM < kept.ROOM_ADOPTED < LARGEST - order - 500 * 1_000
