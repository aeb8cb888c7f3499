"""A paragraph alone: whoever types, however often it is sent and however late, nothing that was answered is lost."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.paragraphs.model import Paragraph, ParagraphState, WriteParagraph
from shared.contracts.paragraphs import About
from shared.errors import Conflict, Invalid, Stale
from tests.minutes.facts import minute
from tests.world.facts import GATHERING, known

PAGES = [known("page 0"), known("page 1")]


def typed(words: str = "The river", writer: UUID = PAGES[0], revision: int = 1, **more: Any) -> WriteParagraph:
    about: dict[str, Any] = {
        "said_in": "en",
        **{name: more.pop(name) for name in ("mark", "speaker", "item") if name in more},
    }
    more = {"seen": 0, "named": "", **more}
    return WriteParagraph(
        id=known(f"{words} {writer} {revision}"),
        at=minute(30 + revision),
        paragraph=known("paragraph"),
        gathering=GATHERING,
        facts=About.model_validate(about),
        words=words,
        writer=writer,
        revision=revision,
        **more,
    )


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(1, 6), st.integers(0, 6)), max_size=12))
def test_whoever_types_whatever_comes_twice_or_late_nobody_overwrites_what_they_have_not_seen(
    sent: list[tuple[int, int, int]],
) -> None:
    paragraph, _ = Paragraph.typed(typed("0 at 1"), "b")
    for who, revision, seen in sent:
        asked = typed(f"{who} at {revision}", PAGES[who], revision, seen=seen)
        before = (paragraph.writer, paragraph.revision, paragraph.words)
        if paragraph.knows(asked):
            assert (who, revision) <= (PAGES.index(paragraph.writer), paragraph.revision)
            continue
        try:
            paragraph.write(asked)
        except Stale:
            assert (paragraph.writer, paragraph.revision, paragraph.words) == before
            continue
        assert paragraph.words == asked.words
        assert paragraph.revision > before[1]
        assert asked.writer == before[0] or asked.seen == before[1]


def test_each_state_has_one_event_and_nothing_is_typed_in_what_is_settled_or_struck() -> None:
    paragraph, begun = Paragraph.typed(typed(), "b")
    assert paragraph.write(typed("The river carries less.", revision=2)) is None
    changed = paragraph.write(typed("The river carries less.", revision=3, mark="suggestion"))
    assert changed
    settled = paragraph.settle(minute(50))
    struck = Paragraph.typed(typed(), "c")[0]
    assert [each.type for each in (begun, changed, settled, struck.strike(minute(51)))] == [
        "paragraph.typed.v1",
        "paragraph.changed.v1",
        "paragraph.settled.v1",
        "paragraph.struck.v1",
    ]
    for over, code in ((paragraph, ParagraphState.SETTLED), (struck, ParagraphState.STRUCK)):
        steps: list[Any] = [
            lambda over=over: over.write(typed("More.", revision=9)),
            lambda over=over: over.strike(minute(60)),
        ]
        for step in [*steps, lambda over=over: over.settle(minute(60))]:
            with pytest.raises(Conflict) as refused:
                step()
            assert refused.value.slug == code


@pytest.mark.parametrize(("mark", "why"), [(None, "unmarked"), ("decision", "by-form")])
def test_what_has_no_mark_is_not_settled_and_a_decision_has_its_form(mark: str | None, why: str) -> None:
    paragraph, _ = Paragraph.typed(typed(mark=mark), "b")
    with pytest.raises(Conflict) as refused:
        paragraph.settle(minute(50))
    assert refused.value.slug == why
    assert paragraph.state is ParagraphState.TYPED


def test_the_words_and_a_name_that_is_not_on_record_are_in_no_event() -> None:
    paragraph, begun = Paragraph.typed(typed("Unrepeatable.", named="Nobody Known"), "b")
    changed = paragraph.write(typed("Unspeakable.", revision=2, named="Nobody Known", mark="statement"))
    said = [each.model_dump_json() for each in (begun, changed, paragraph.settle(minute(50))) if each]
    assert len(said) == 3
    assert not any(word in each for each in said for word in ("Unrepeatable", "Unspeakable", "Nobody"))
    assert paragraph.told == "Nobody Known: Unspeakable."


def test_a_paragraph_has_words() -> None:
    with pytest.raises(Invalid):
        Paragraph.typed(typed(" "), "b")
    with pytest.raises(Invalid):
        Paragraph.typed(typed(), "b")[0].write(typed(" ", revision=2))
