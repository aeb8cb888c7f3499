"""Markdown, read by a library that did not write it (the reference's own tests pass there): what is typed is never markup."""

from html import unescape
from re import sub

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from services.minutes.exports.markdown import markdown, plain
from services.minutes.exports.sheet import Fact, Heading, Items, Line, Note, Said
from services.minutes.record.reader import Words
from tests.minutes.exports.sheets import ENGLISH, EVERYTHING, PERSIAN, sheet


def rendered(text: str) -> str:
    """As GitHub and its like render it: tables and struck text beside what CommonMark has."""
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


signs = st.text(st.sampled_from("ab1.)-+=#*_`[]()<>!&;~|\\:/\"' \n\tسآ\u200c"), min_size=1, max_size=40)


@given(typed=st.one_of(signs, st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)))
@example("1. no list")
@example("a\n===")
@example("- - -")
@example("<script>alert(1)</script>")
@example("&amp; [a](http://x) ![i](y) `c`")
def test_what_is_typed_is_shown_as_it_was_typed(typed: str) -> None:
    lines = [" ".join(line.split()) for line in typed.splitlines() if line.strip()]
    shown = rendered(plain(typed)).strip()
    text = unescape(sub(r"</?p>|<br ?/?>", "", shown))
    assert [" ".join(line.split()) for line in text.splitlines() if line.strip()] == lines
    assert not sub(r"</?p>|<br />", "", shown).count("<")


def test_each_block_is_what_it_is() -> None:
    html = rendered(markdown(sheet(*EVERYTHING)).decode())
    for told in (
        '<div lang="en" dir="ltr">',
        "<h1>Shared river basins</h1>",
        "<h2>Agenda</h2>",
        '<h3><span lang="fa" dir="rtl">سیلاب</span> (late)</h3>',
        "<strong>Statement of \u2068نسرین\u2069 (1)</strong> · <em>as said</em>",
        '<span lang="fa" dir="rtl">رود بالا می‌آید<br />\nو ما آماده‌ایم</span>',
        "<del>The river *rises* &lt;b&gt;now&lt;/b&gt;</del>",
        "<strong>Venue</strong>: The river",
        "</div>",
    ):
        assert told in html, told
    assert html.count("<blockquote>") == 3
    assert html.count("<li>") == 4


@pytest.mark.parametrize(
    "block",
    [
        Heading(PERSIAN, 2, "a\nb"),
        Line("a\nb", "c"),
        Note("a\nb"),
        Items([PERSIAN]),
        Fact("a", PERSIAN),
        Said(ENGLISH, struck=True),
    ],
)
def test_words_of_several_lines_break_no_block(block: Heading | Line | Note | Items | Fact | Said) -> None:
    after = Said(Words("en", "ltr", "what follows"))
    assert "\n<p>what follows</p>" in rendered(markdown(sheet(block, after)).decode())


def test_empty_lines_part_paragraphs_each_in_its_language() -> None:
    words = PERSIAN._replace(text="یکم\nدنباله\n \nدوم")
    html = rendered(markdown(sheet(Said(words), Said(words, struck=True, within=True))).decode())
    assert '<p><span lang="fa" dir="rtl">یکم<br />\nدنباله</span></p>' in html
    assert html.count('<span lang="fa" dir="rtl">دوم</span>') == 2
    assert html.count("<blockquote>") == 1


def test_an_address_is_a_link_and_stays_what_it_is() -> None:
    html = rendered(plain("see https://a.example/r_(b)#c*d, and <b>"))
    assert html == '<p>see <a href="https://a.example/r_(b)#c*d">https://a.example/r_(b)#c*d</a>, and &lt;b&gt;</p>\n'
