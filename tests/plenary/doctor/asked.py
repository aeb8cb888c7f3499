"""The doctor, asked by a program."""

import json
from pathlib import Path

from click.testing import CliRunner

from plenary.cli import main

NOWHERE = "http://127.0.0.1:9"


def doctor(data: Path, *words: str, **environ: str) -> tuple[int, list[dict[str, str]]]:
    """Exit status, and the checks."""
    told = CliRunner().invoke(
        main, ["doctor", "--json", *words], env={"PLENARY_DATA": str(data), "PLENARY_URL": NOWHERE, **environ}
    )
    said, _, _ = told.output.rpartition("]")
    found: list[dict[str, str]] = json.loads(said + "]")
    return told.exit_code, found


def faults(found: list[dict[str, str]]) -> list[dict[str, str]]:
    return [each for each in found if each["state"] == "fault"]
