"""The file for a word processor, read again, and by another program that knows its format."""

import shutil
import subprocess
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from services.minutes.exports.sheet import Fact, Heading, Items, Line, Said, Sheet
from services.minutes.exports.word import strong, word
from services.minutes.record.reader import Words
from tests.minutes.exports.sheets import ENGLISH, EVERYTHING, PERSIAN, sheet


def paragraphs(it: Sheet) -> list[tuple[str, str, bool]]:
    """Style, words and whether it begins on the right, of each paragraph."""
    return [
        (each.style.name or "" if each.style else "", each.text, from_the_right(each))
        for each in Document(BytesIO(word(it))).paragraphs
    ]


def from_the_right(paragraph: Paragraph) -> bool:
    return paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None


def test_headings_and_lists_are_real_and_each_paragraph_begins_where_its_language_does() -> None:
    found = paragraphs(sheet(*EVERYTHING))
    assert found[:4] == [
        ("Title", "Shared river basins", False),
        ("Subtitle", "Minutes · Published", False),
        ("Quote", "Corrected once.", False),
        ("Normal", f"Venue: {ENGLISH.text}", False),
    ]
    assert ("Heading 1", "Agenda", False) in found
    assert ("Heading 2", "سیلاب · late", True) in found
    assert ("Normal", "رود بالا می‌آید", True) in found
    assert ("Normal", "و ما آماده‌ایم", True) in found
    assert ("Normal", "Statement of نسرین (1) · as said", False) in found
    assert [style for style, *_ in found].count("List Bullet") == 2


def test_each_run_has_its_direction_and_language() -> None:
    runs = [
        (run.text, run.font.rtl, run.font.strike)
        for paragraph in Document(BytesIO(word(sheet(*EVERYTHING)))).paragraphs
        for run in paragraph.runs
    ]
    assert ("نسرین", True, None) in runs
    assert ("Statement of ", None, None) in runs
    assert (ENGLISH.text, None, True) in runs


def test_a_sheet_from_right_to_left_begins_on_the_right() -> None:
    document = Document(BytesIO(word(sheet(Line("گفتار"), language="fa", direction="rtl"))))
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert all(map(from_the_right, document.paragraphs))
    properties = [each.tag for each in document.sections[0]._sectPr]
    assert properties.index(qn("w:cols")) < properties.index(qn("w:bidi")) < properties.index(qn("w:docGrid"))
    assert document.core_properties.language == "fa"


@pytest.mark.parametrize("letter", ["\x01", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_has_no_place_for_is_left_out(letter: str) -> None:
    """One name with such a character, and nobody could have had the file."""
    typed = Words("en", "ltr", f"A{letter}na")
    blocks = (Heading(typed, 2), Line(typed.text, typed.text), Said(typed), Items([typed]), Fact(typed.text, typed))
    file = Document(BytesIO(word(replace(sheet(*blocks), title=typed, site=typed.text, under=typed.text))))
    assert [each.text.replace("Ana", "") for each in file.paragraphs] == ["", "", "", " · ", "", "", ": "]
    assert (file.core_properties.title, file.core_properties.author) == ("Ana", "Ana")


def test_the_same_content_gives_the_same_bytes() -> None:
    assert word(sheet(*EVERYTHING)) == word(sheet(*EVERYTHING))


@pytest.mark.parametrize(("text", "direction"), [("1. رود", "rtl"), ("(a رود", "ltr"), ("123", "auto"), ("", "auto")])
def test_the_first_letter_decides(text: str, direction: str) -> None:
    assert strong(text, "auto") == direction


def test_two_hundred_items_take_less_than_five_seconds_of_work() -> None:
    item = (Heading(PERSIAN, 3), Line("a speaker", "as said"), Said(PERSIAN), Said(ENGLISH), Items([ENGLISH]))
    began = time.process_time()
    word(sheet(*item * 200))
    assert time.process_time() - began < 5


@pytest.mark.process
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there to open it")
def test_another_program_opens_it(tmp_path: Path) -> None:
    (tmp_path / "minutes.docx").write_bytes(word(sheet(*EVERYTHING)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "minutes.docx")], check=True, capture_output=True, timeout=100)
    text = (tmp_path / "minutes.txt").read_text(encoding="utf-8-sig")
    assert "Shared river basins" in text
    assert "رود بالا می‌آید" in text
