"""Texts of Project Fluent: plural forms, digits, what is isolated, and that nothing goes wrong in silence."""

from pathlib import Path

import pytest

from shared.contracts.people import Digits
from shared.locale import Texts

WAITING = {
    "en": """
hello = Good day, { $name }.
waiting = { $before ->
    [0] Nobody waits before you.
    [one] One person waits before you.
   *[other] { $before } people wait before you.
}
""",
    "ar": """
hello = مرحبًا { $name }.
waiting = { $before ->
    [zero] لا أحد ينتظر قبلك.
    [one] ينتظر قبلك شخص واحد.
    [two] ينتظر قبلك شخصان.
    [few] ينتظر قبلك { $before } أشخاص.
    [many] ينتظر قبلك { $before } شخصًا.
   *[other] ينتظر قبلك { $before } شخص.
}
""",
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """A package of its own for each test, since what was read once is kept."""
    name = f"says_{request.node.originalname}"
    (tmp_path / name / "texts").mkdir(parents=True)
    (tmp_path / name / "__init__.py").touch()
    for language, texts in WAITING.items():
        (tmp_path / name / "texts" / f"{language}.ftl").write_text(texts, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return name


def texts(package: str, language: str = "en", digits: Digits = "latin") -> Texts:
    return Texts(language, digits, package)


def test_arabic_has_six_plural_forms(package: str) -> None:
    said = {n: texts(package, "ar", "arabic")("waiting", before=n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)}
    assert said == {
        0: "لا أحد ينتظر قبلك.",
        1: "ينتظر قبلك شخص واحد.",
        2: "ينتظر قبلك شخصان.",
        3: "ينتظر قبلك ٣ أشخاص.",
        10: "ينتظر قبلك ١٠ أشخاص.",
        11: "ينتظر قبلك ١١ شخصًا.",
        99: "ينتظر قبلك ٩٩ شخصًا.",
        100: "ينتظر قبلك ١٠٠ شخص.",
        102: "ينتظر قبلك ١٠٢ شخص.",
        103: "ينتظر قبلك ١٠٣ أشخاص.",
    }


def test_a_number_has_the_readers_digits_whatever_the_language(package: str) -> None:
    assert texts(package, "en", "persian")("waiting", before=1234) == "۱۲۳۴ people wait before you."
    assert texts(package, "ar", "latin")("waiting", before=1234) == "ينتظر قبلك 1234 شخصًا."


def test_a_name_of_the_other_direction_is_isolated(package: str) -> None:
    assert texts(package, "ar")("hello", name="Noor (IHE)") == "مرحبًا \u2068Noor (IHE)\u2069."
    assert texts(package, "ar")("hello", name="نور") == "مرحبًا نور."
    assert texts(package)("hello", name="نور") == "Good day, \u2068نور\u2069."


def test_what_is_inserted_is_not_read_as_a_text(package: str) -> None:
    assert texts(package)("hello", name="{ $before } {0}") == "Good day, { $before } {0}."


def test_a_missing_text_or_variable_is_an_error_and_not_a_gap(package: str) -> None:
    with pytest.raises(KeyError):
        texts(package)["nothing"]
    with pytest.raises(KeyError):
        texts(package)("nothing")
    with pytest.raises(ValueError, match=r"hello.*name"):
        texts(package)["hello"]
    with pytest.raises(ValueError, match=r"hello.*name"):
        texts(package)("hello", nobody="x")


def test_a_broken_file_is_named(package: str, tmp_path: Path) -> None:
    (tmp_path / package / "texts" / "en.ftl").write_text("fine = yes\nbroken = { $name\n", "utf-8")
    with pytest.raises(ValueError, match=r"en\.ftl.*broken"):
        texts(package)
