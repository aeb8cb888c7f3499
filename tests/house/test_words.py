"""Each thing is called by its one word, in three languages (docs/words.md)."""

import re
from functools import cache

import pytest

from shared.locale import LANGUAGES
from tests.house.texts import HOUSE, PACKAGES, folder, said


@cache
def words() -> tuple[list[dict[str, list[str]]], list[str]]:
    """Of docs/words.md: for each thing its forms by language, and what is not said."""
    tables = (HOUSE / "docs" / "words.md").read_text("utf-8").split("| not | but |")
    rows = [
        [[form.strip() for form in cell.split("·")] for cell in line.strip("|").split("|")]
        for table in tables
        for line in re.findall(r"^(\|.*\|)$", table, re.MULTILINE)
        if not line.startswith(("|---", "| English"))
    ]
    things = [dict(zip(LANGUAGES, row, strict=False)) for row in rows if len(row) == 4]
    return things, [form for row in rows if len(row) == 2 for form in row[0]]


@cache
def without_vowels(text: str) -> str:
    """Without the signs of Arabic vowels."""
    return re.sub("[\u064b-\u0652\u0670]", "", text)


def has(text: str, form: str) -> bool:
    """Whether a form is said: in English as a word of its own, else at the beginning or in the middle of one."""
    plain, form = without_vowels(text), without_vowels(form)
    if form.isascii():
        return bool(re.search(rf"(?<![\w@.-]){re.escape(form)}(?![\w@-])", plain, re.IGNORECASE))
    return form in plain


@pytest.mark.parametrize("package", PACKAGES)
def test_texts_say_each_thing_by_its_word(package: str) -> None:
    things, _ = words()
    wrong = [
        f"{key}, {language}: {thing[language][0]} for {thing['en'][0]}"
        for key, text in said(package, "en").items()
        for thing in things
        if any(has(text.words, form) for form in thing["en"])
        for language in LANGUAGES
        if not any(has(said(package, language)[key].words, form) for form in thing[language])
    ]
    assert wrong == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_text_uses_a_word_that_stands_for_another(package: str) -> None:
    _, never = words()
    assert len(never) > 5
    for language in LANGUAGES:
        for key, text in said(package, language).items():
            assert [form for form in never if has(text.words, form)] == [], f"{package}, {language}: {key}"


@pytest.mark.parametrize("package", PACKAGES)
def test_arabic_counts_a_hundred_otherwise_than_eleven(package: str) -> None:
    """The accusative (شخصًا) is that of 11 to 99: where it stands as the form of all others, 100 is said wrongly."""
    told = (folder(package) / "texts" / "ar.ftl").read_text("utf-8")
    assert re.findall(r"\*\[other\].*\{ ?\$\w+ ?\} \w+[\u064b]ا(?!\w).*", told) == []
