"""Every text and what uses it, in three languages, pages and mails alike."""

import re
from pathlib import Path

import pytest

from services.notifications.rules import TEMPLATES
from services.notifications.wording.render import FRAME
from shared.locale import LANGUAGES
from tests.house.texts import PACKAGES, folder, own_words, said, templates, uses
from tests.house.told import GIVEN, TOLD

FRAME_OF_PAGES = "shared.web"


def keys(package: str) -> set[str]:
    """The texts of a package; a mail may have its own words in place of those of all mails, also for what it calls a fact."""
    own = {f"{template}-{word}" for template, rule in TEMPLATES.items() for word in (*FRAME, *rule.facts)}
    return set(said(package, "en")) - (own if package == "services.notifications.wording" else set())


@pytest.mark.parametrize("package", PACKAGES)
def test_a_text_is_there_in_every_language_and_inserts_the_same(package: str) -> None:
    english = {key: text.inserted for key, text in said(package, "en").items()}
    for language in LANGUAGES:
        assert {key: text.inserted for key, text in said(package, language).items()} == english, language


@pytest.mark.parametrize("package", PACKAGES)
def test_every_text_is_used_and_every_text_that_is_used_is_there(package: str) -> None:
    asked = [use for template in templates(package) for use in uses(template)]
    told = TOLD.get(package, set())
    named = {use.key for use in asked if not use.open}
    if package != FRAME_OF_PAGES:
        assert named <= keys(package) | keys(FRAME_OF_PAGES)
        named -= keys(FRAME_OF_PAGES)
    else:
        named |= {"errors_title", "apply_mine"}  # what the forms of the services say
    assert keys(package) == named | told
    for use in asked:
        assert not use.open or any(key.startswith(use.key) for key in told), f"say in TOLD what {use} may be"


@pytest.mark.parametrize("package", PACKAGES)
def test_a_template_inserts_what_the_text_has_a_place_for(package: str) -> None:
    texts = said(FRAME_OF_PAGES, "en") | said(package, "en")
    for use in (use for template in templates(package) for use in uses(template)):
        given = GIVEN[use.key] if use.inserted is None else use.inserted
        for key in [key for key in texts if key == use.key or (use.open and use.key and key.startswith(use.key))]:
            assert texts[key].inserted == given, f"{key} inserts {set(texts[key].inserted)}, and is given {given}"


@pytest.mark.parametrize("language", ["fa", "ar"])
@pytest.mark.parametrize("package", PACKAGES)
def test_a_date_in_digits_keeps_its_order_among_letters_from_right_to_left(package: str, language: str) -> None:
    """Else 1403-08 is shown as 08-1403, and typed so (UAX 9, W2: after such a letter digits are no European numbers)."""
    text = (folder(package) / "texts" / f"{language}.ftl").read_text("utf-8")
    told = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in told if re.search(r"(?<![\d}-])\d+-\d", line)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_says_nothing_that_the_frame_says(package: str) -> None:
    assert package == FRAME_OF_PAGES or not set(said(package, "en")) & set(said(FRAME_OF_PAGES, "en"))


@pytest.mark.parametrize(
    "template", [each for package in PACKAGES for each in templates(package)], ids=lambda it: it.stem
)
def test_a_template_has_no_words_of_its_own(template: Path) -> None:
    assert set(own_words(template)) <= {"Message-ID", "HTTP", "CSV", "XLSX"}, template
