"""The operator's guide knows every setting, and no other."""

import re
from pathlib import Path

import pytest

from shared.settings import Settings

GUIDE = Path(__file__).parents[2] / "docs" / "operations.md"
NAMES = [name for name, _, _ in Settings.table()]


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_explained_to_operators(name: str) -> None:
    assert f"`{name}`" in GUIDE.read_text("utf-8")


def test_the_guide_names_no_setting_that_is_not_there() -> None:
    named = set(re.findall(r"\bPLENARY_[A-Z_]+[A-Z]\b", GUIDE.read_text("utf-8")))
    stores = {name for name in named if re.fullmatch(r"PLENARY_[A-Z]+_STORE_URL(_FILE)?", name)}
    assert {name for name in named - stores if name.removesuffix("_FILE") not in NAMES} == set()
