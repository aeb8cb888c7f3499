"""The operator's guide knows every setting as the program does, and no other."""

import re
from pathlib import Path

import pytest

from shared.settings import Settings

GUIDE = Path(__file__).parents[2] / "docs" / "operations.md"
TABLE = Settings.table()
NAMES = {name for name, _, _ in TABLE}


@pytest.mark.parametrize(("name", "default", "meaning"), TABLE, ids=[name for name, _, _ in TABLE])
def test_every_setting_is_explained_to_operators(name: str, default: str, meaning: str) -> None:
    shown = f"`{default}`" if default else ""
    assert f"| `{name}` | {shown} | {meaning} |" in GUIDE.read_text("utf-8")


def test_the_guide_names_no_setting_that_is_not_there() -> None:
    named = set(re.findall(r"\bPLENARY_[A-Z_]+[A-Z]\b", GUIDE.read_text("utf-8")))
    known = {name for name in named if name in NAMES or name.removesuffix("_FILE") in NAMES}
    assert {name for name in named - known if not re.fullmatch(r"PLENARY_[A-Z]+_STORE_URL(_FILE)?", name)} == set()
