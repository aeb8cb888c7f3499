"""What may be wrong with a row of an imported table: each has a code of its own, and its words in every language by that."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.history.columns import COMMITMENT_COLUMNS, STATEMENT_COLUMNS
from services.registration.imports.columns import EDITION_COLUMNS, ORGANIZATION_COLUMNS, PERSON_COLUMNS
from shared.imports.table import Column
from shared.imports.wrong import Wrong
from shared.locale import LANGUAGES
from tests.house.tables import IN, REFUSED, named, told_of
from tests.house.texts import said

COLUMNS = (*PERSON_COLUMNS, *ORGANIZATION_COLUMNS, *EDITION_COLUMNS, *STATEMENT_COLUMNS, *COMMITMENT_COLUMNS)
PACKAGES = pytest.mark.parametrize("package", IN)


@PACKAGES
def test_a_code_means_one_thing(package: str) -> None:
    codes = sorted(each.code for each in named(package))
    rules = REFUSED.get("shared.web", set()) | REFUSED.get(package, set())
    assert codes, "nothing was found"
    assert len(set(codes)) == len(codes), "two sentences have one code"
    assert not set(codes) & rules, "a rule has this code"
    assert package == "shared.web" or not set(codes) & {each.code for each in named("shared.web")}
    assert [each for each in codes if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", each)] == []


@PACKAGES
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_code_has_its_text_and_none_is_left_over(package: str, language: str) -> None:
    texts = said(package, language)
    assert {key for key in texts if key.startswith("row_")} == told_of(package)
    for each in named(package):
        assert texts[f"row_{each.code}"].inserted == each.inserted, each
    for code in REFUSED.get(package, ()):
        assert not texts[f"row_{code}"].inserted, "a refusal brings no values"


@PACKAGES
def test_a_sentence_inserts_the_values_that_are_given(package: str) -> None:
    for each in named(package):
        assert each.gaps in (None, each.inserted), each


@given(st.sampled_from(COLUMNS), st.text(min_size=1, max_size=40) | st.from_regex(r"[0-9۰-۹-]{1,12}", fullmatch=True))
def test_whatever_a_cell_says_its_column_takes_it_or_names_what_is_wrong(column: Column, cell: str) -> None:
    """Another error of a column would be nobody's, and the table not be looked at."""
    with suppress(Wrong):
        assert column.check(cell)
