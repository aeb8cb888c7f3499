"""The commands without an installation: what they teach, and what they say where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from plenary.cli import main
from plenary.client import SECRETARIAT
from shared.auth import Keys
from shared.store.sqlite.file import hold


def plenary(data: Path, *words: str, answer: str = "") -> Result:
    url = "http://127.0.0.1:9"  # nobody answers there
    return CliRunner().invoke(main, words, input=answer, env={"PLENARY_DATA": str(data), "PLENARY_URL": url})


def commands(group: click.Group, *path: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        found.append((*path, name))
        if isinstance(command, click.Group):
            found += commands(command, *path, name)
    return found


ALL = commands(main)


def test_every_command_of_the_house_is_there() -> None:
    named = {" ".join(path) for path in ALL}
    assert named >= {
        "up",
        "demo",
        "import",
        "token",
        "sign-in",
        "status",
        "verify",
        "reset",
        "backup",
        "restore",
        "doctor",
    }
    assert named >= {"events read", "events tail", "dlq list", "dlq show", "dlq replay", "dlq discard"}


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_says_what_it_does(path: tuple[str, ...], tmp_path: Path) -> None:
    told = plenary(tmp_path, *path, "--help")
    assert told.exit_code == 0
    assert "Usage:" in told.output
    if path not in {("events",), ("dlq",)}:
        assert f"plenary {' '.join(path)}" in told.output.partition("Example")[2], "an example shows the command"


def test_the_first_help_shows_the_first_steps(tmp_path: Path) -> None:
    told = plenary(tmp_path, "--help").output
    assert "plenary up" in told
    assert "plenary demo" in told


@pytest.mark.parametrize("words", [("status",), ("demo",), ("token",), ("sign-in",), ("dlq", "list")])
def test_without_an_installation_a_command_says_so_and_makes_none(words: tuple[str, ...], tmp_path: Path) -> None:
    told = plenary(tmp_path, *words)
    assert told.exit_code == 1
    assert "There is no installation in" in told.output
    assert not list(tmp_path.iterdir())


def test_where_nobody_answers_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plenary.remote.PATIENCE", 0.3)  # it asks a second time
    Keys.open(tmp_path / "key.json", issuer="plenary")
    told = plenary(tmp_path, "status")
    assert told.exit_code == 1
    assert "Nobody answers at http://127.0.0.1:9" in told.output


def test_verify_without_stores_says_so(tmp_path: Path) -> None:
    told = plenary(tmp_path, "verify")
    assert told.exit_code == 1
    assert told.output.startswith(f"Error: There is no log in {tmp_path}; ")


def test_a_token_is_of_the_installations_own_key(tmp_path: Path) -> None:
    keys = Keys.open(tmp_path / "key.json", issuer="plenary")
    secretary = keys.verify(plenary(tmp_path, "token").output.strip())
    assert (secretary.id, secretary.roles) == (SECRETARIAT, frozenset({"secretariat"}))
    door = f"checkin:{SECRETARIAT}"
    assert keys.verify(plenary(tmp_path, "token", "--role", door).output.strip()).roles == frozenset({door})
    refused = plenary(tmp_path, "token", "--role", "emperor")
    assert (refused.exit_code, "no role emperor" in refused.output) == (2, True)


def test_a_broken_key_is_named_whoever_meets_it(tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text('{"kty": "OKP"')
    for words in (["token"], ["sign-in"], ["status"]):
        told = plenary(tmp_path, *words)
        assert (told.exit_code, f"Error: {tmp_path}/key.json does not hold" in told.output) == (1, True), told.output


def test_a_broken_key_ends_the_start_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text('{"kty": "OKP"')
    environment = {**os.environ, "PLENARY_DATA": str(tmp_path), "PLENARY_PORT": "0"}
    started = [sys.executable, "-m", "services", "minutes"]
    told = subprocess.run(started, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert told.returncode == 1
    assert told.stderr.startswith(f"plenary: {tmp_path}/key.json does not hold the key of an installation"), told.stderr


def test_a_command_that_only_asks_loads_no_service() -> None:
    asked = "import sys, plenary.cli; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True)
    loaded = told.stdout.split()
    assert "plenary.cli" in loaded
    assert {"fastapi", "jinja2", "uvicorn", "pymongo", "aiokafka", "services.process"}.isdisjoint(loaded)


def test_an_unknown_setting_is_named(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["status"], env={"PLENARY_DATA": str(tmp_path), "PLENARY_SMPT_URL": "x"})
    assert told.exit_code == 2
    assert "PLENARY_SMPT_URL" in told.output


def test_reset_asks_refuses_while_an_installation_runs_and_deletes_only_what_is_ours(tmp_path: Path) -> None:
    Keys.open(tmp_path / "key.json", issuer="plenary")
    (tmp_path / "mails").mkdir()
    for name in (
        "log.db",
        "minutes.db-wal",
        "mails/one.eml",
        "notes.txt",
        "key.json.copy",
        "mails-of-2025",
        "log.db.bak",
    ):
        (tmp_path / name).write_text("")
    assert plenary(tmp_path, "reset", answer="n\n").exit_code == 1
    release = hold(tmp_path / "log.db", "event log")
    refused = plenary(tmp_path, "reset", "--yes")
    assert "An installation runs on" in refused.output
    assert (tmp_path / "mails/one.eml").exists()
    release()
    assert plenary(tmp_path, "reset", "--yes").exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"notes.txt", "key.json.copy", "mails-of-2025", "log.db.bak"}


def test_a_second_one_on_the_same_data_says_so_and_stops(tmp_path: Path) -> None:
    release = hold(tmp_path / "log.db", "event log")
    told = plenary(tmp_path, "up")
    release()
    assert told.exit_code == 1
    assert told.output == f"Error: An installation runs on {tmp_path} already; end it first.\n"


def test_data_that_cannot_be_a_directory_or_a_log_are_named_and_nobody_is_blamed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = plenary(tmp_path / "file", "up")
    assert (told.exit_code, "Set PLENARY_DATA to another." in told.output) == (1, True)
    (tmp_path / "log.db.lock").mkdir()
    told = plenary(tmp_path, "up")
    assert told.exit_code == 1
    assert "unable to open database file" in told.output
    assert "already" not in told.output


def test_a_host_that_is_not_ours_is_named_with_its_setting(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["up"], env={"PLENARY_DATA": str(tmp_path), "PLENARY_HOST": "192.0.2.1"})
    assert told.exit_code == 1
    assert "192.0.2.1, port 8000, cannot be listened on" in told.output
    assert "PLENARY_HOST" in told.output
