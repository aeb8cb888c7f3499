"""Which characters a text that comes in may hold."""

import pytest

from shared.text import one_line, paragraphs


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x7f", "\u2028", "\ud800", "\ufffe", "\uffff"])
def test_what_no_file_can_hold_is_refused_on_a_line_and_in_paragraphs(letter: str) -> None:
    for read in (one_line, paragraphs):
        with pytest.raises(ValueError, match="control character"):
            read(f"A{letter}na")


def test_lines_break_in_paragraphs_alone() -> None:
    text = "سیل\u200cها\r\nRivers\n\tFloods \ufffd \U0001f30a"
    assert paragraphs(text) == text
    for line in ("a\nb", "a\tb", "a\rb"):
        with pytest.raises(ValueError, match="line break"):
            one_line(line)
