"""Saved under the load of a demo, put on a machine that has nothing: verify is clean there, and the demo goes on."""

import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plenary.running import Installation
from tests.waiting import PATIENCE

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

MOMENTS = (1, 150)
"""So many mails lie in the folder when a backup is made: people register, wait and are told at that moment."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation through which a demo was led, while backups of it were made: `backup-<mails>` beside its data."""
    here = Installation(tmp_path_factory.mktemp("saved") / "data")
    here.start()
    try:
        demo = here.begin("demo")
        for mails in MOMENTS:
            _wait_for_mails(here.data / "mails", mails)
            status, said = here.plenary("backup", str(here.data.with_name(f"backup-{mails}")))
            assert status == 0, said
            assert demo.poll() is None, "the demo ended before the backup did"
        said, _ = demo.communicate()
        assert demo.returncode == 0, said
        yield here
    finally:
        here.stop()


def _wait_for_mails(folder: Path, many: int) -> None:
    until = time.monotonic() + PATIENCE
    while len(list(folder.glob("*.eml"))) < many:
        assert time.monotonic() < until, "no mails came"
        time.sleep(0.01)


@pytest.mark.parametrize("mails", MOMENTS)
def test_what_was_saved_under_load_is_of_one_moment_and_goes_on_elsewhere(
    running: Installation, tmp_path: Path, mails: int
) -> None:
    there = Installation(tmp_path / "machine" / "data")
    status, said = there.plenary("restore", str(running.data.with_name(f"backup-{mails}")))
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


def test_who_asked_while_it_was_saved_was_answered(running: Installation) -> None:
    lines = (running.data / "stderr").read_text().splitlines()
    told = [json.loads(line) for line in lines]
    assert [line for line in told if line["level"] in {"ERROR", "CRITICAL"}] == []
    assert [line for line in told if line.get("status", 0) >= 500] == []


def test_a_backup_is_for_its_user_alone_and_its_manifest_names_every_file(running: Installation) -> None:
    backup = running.data.with_name(f"backup-{MOMENTS[0]}")
    assert [path for path in (backup, *backup.rglob("*")) if path.stat().st_mode & 0o077] == []
    told = json.loads((backup / "manifest.json").read_text())
    files = {path.relative_to(backup).as_posix() for path in backup.rglob("*") if path.is_file()}
    assert files == {*told["files"], "manifest.json"}
    assert {"registration.db", "notifications.db", "minutes.db", "log.db", "key.json"} <= files
    assert told["kind"] == "files"
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["plenary"])
    assert told["versions"]["log.db"].startswith("form 1, SQLite 3.")


def test_an_installation_that_stands_is_saved_too(running: Installation, tmp_path: Path) -> None:
    backup = running.data.with_name(f"backup-{MOMENTS[-1]}")
    standing, again = Installation(tmp_path / "standing"), tmp_path / "again"
    assert standing.plenary("restore", str(backup))[0] == 0
    status, said = standing.plenary("backup", str(again))
    assert status == 0, said
    shutil.rmtree(standing.data)
    assert standing.plenary("restore", str(again))[0] == 0
    _, said = standing.plenary("verify", "--wait", "0")  # what waited at that moment waits, since nothing runs
    assert "1..n, and n is its document's" in said
