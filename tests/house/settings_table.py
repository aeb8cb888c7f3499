"""The table of settings in `docs/operations.md`: `python -m tests.house.settings_table` writes it."""

from pathlib import Path

from bench.tables import replace_between, table
from shared.settings import Settings

OPERATIONS = Path(__file__).parents[2] / "docs/operations.md"


def settings_table() -> str:
    """As it should stand between the marks."""
    rows = [[f"`{name}`", f"`{default}`" if default else "", meaning] for name, default, meaning in Settings.table()]
    return table(["setting", "default", "meaning"], rows)


if __name__ == "__main__":
    replace_between(OPERATIONS, "settings", settings_table())
