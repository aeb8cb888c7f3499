"""Saved under the load of a demo, put on a machine that has nothing: verify is clean there, and the demo goes on."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.plenary.led import MOMENTS
from tests.plenary.running import Installation

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.mark.parametrize("mails", MOMENTS)
def test_what_was_saved_under_load_is_of_one_moment_and_goes_on_elsewhere(
    led: Path, tmp_path: Path, mails: int
) -> None:
    there = Installation(tmp_path / "machine" / "data")
    status, said = there.plenary("restore", str(led / f"backup-{mails}"))
    assert status == 0, said
    there.start()
    try:
        status, said = there.plenary("verify")
        assert status == 0, said
        status, said = there.plenary("demo")
        assert status == 0, said
        status, said = there.plenary("verify")
        assert (status, "319 seats held" in said, "1,176 sent" in said) == (0, True, True), said
    finally:
        there.stop()


def test_who_asked_while_it_was_saved_was_answered(led: Path) -> None:
    *before, _ = (led / "killed").read_text().split("\n")  # the last line may be half of one
    after = (led / "data" / "stderr").read_text().splitlines()
    told = [json.loads(line) for line in (*before, *after)]
    assert [line for line in told if line["level"] in {"ERROR", "CRITICAL"}] == []
    assert [line for line in told if line.get("status", 0) >= 500] == []


def test_a_backup_is_for_its_user_alone_and_its_manifest_names_every_file(led: Path) -> None:
    backup = led / f"backup-{MOMENTS[0]}"
    assert [path for path in (backup, *backup.rglob("*")) if path.stat().st_mode & 0o077] == []
    told = json.loads((backup / "manifest.json").read_text())
    files = {path.relative_to(backup).as_posix() for path in backup.rglob("*") if path.is_file()}
    assert files == {*told["files"], "manifest.json"}
    assert {"registration.db", "notifications.db", "minutes.db", "log.db", "key.json"} <= files
    assert told["kind"] == "files"
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["plenary"])
    assert told["versions"]["log.db"].startswith("form 1, SQLite 3.")


def test_an_installation_that_stands_is_saved_too(led: Path, tmp_path: Path) -> None:
    backup = led / f"backup-{MOMENTS[-1]}"
    standing, again = Installation(tmp_path / "standing"), tmp_path / "again"
    assert standing.plenary("restore", str(backup))[0] == 0
    status, said = standing.plenary("backup", str(again))
    assert status == 0, said
    shutil.rmtree(standing.data)
    assert standing.plenary("restore", str(again))[0] == 0
    _, said = standing.plenary("verify", "--wait", "0")  # what waited at that moment waits, since nothing runs
    assert "1..n, and n is its document's" in said
