"""What cannot be saved or restored is refused with a sentence that says what to do, exit status 1, and nothing is touched."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from plenary.backup import moment
from plenary.cli import main
from plenary.place import BROUGHT
from services.__main__ import SERVICES
from services.process import Process
from shared.contracts.registry import TOPICS
from shared.settings import Settings
from shared.store.sqlite.file import hold
from tests.world.blank import lay_all

FILES = ("registration.db", "notifications.db", "minutes.db", "log.db")


def plenary(data: Path, *words: str, **environ: str) -> Result:
    return CliRunner().invoke(main, words, env={"PLENARY_DATA": str(data), **environ})


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """An installation that stands."""
    where = tmp_path / "data"
    await lay_all(where, [*SERVICES.values()])
    async with Process.open(Settings(data=where), [*SERVICES.values()]) as process:
        await next(iter(process.services.values())).log.ensure(TOPICS)
    (where / "mails").mkdir(mode=0o700)
    (where / "mails" / "one.eml").write_text("a mail")
    (where / "files").mkdir(mode=0o700)
    (where / "files" / f"{UUID(int=1)}.{UUID(int=2)}").write_text("a file")
    (where / "files" / f"{UUID(int=1)}.{UUID(int=3)}.part").write_text("half a file")
    return where


@pytest.fixture
def backup(data: Path, tmp_path: Path) -> Path:
    told = plenary(data, "backup", str(tmp_path / "backup"))
    assert told.exit_code == 0, told.output
    return tmp_path / "backup"


def shown(path: Path) -> dict[str, bytes]:
    return {each.relative_to(path).as_posix(): each.read_bytes() for each in path.rglob("*") if each.is_file()}


@pytest.mark.parametrize("missing", [*FILES, "key.json"])
def test_where_something_is_missing_nothing_is_saved(data: Path, tmp_path: Path, missing: str) -> None:
    (data / missing).unlink()
    told = plenary(data, "backup", str(tmp_path / "backup"))
    assert told.exit_code == 1
    assert f"{data / missing} is missing. Nothing was saved." in told.output
    assert not (tmp_path / "backup").exists()


def test_an_older_backup_is_not_touched(data: Path, backup: Path) -> None:
    before = shown(backup)
    told = plenary(data, "backup", str(backup))
    assert (told.exit_code, "is not empty; name another directory" in told.output) == (1, True)
    assert shown(backup) == before


def test_a_damaged_file_is_named_and_makes_no_backup(data: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data / "minutes.db")) as file:
        pages = file.execute("PRAGMA page_count").fetchone()[0]
    broken = bytearray((data / "minutes.db").read_bytes())
    broken[4096 * (pages - 1) : 4096 * pages] = b"\xff" * 4096
    (data / "minutes.db").write_bytes(broken)
    told = plenary(data, "backup", str(tmp_path / "backup"))
    assert told.exit_code == 1
    assert "minutes.db is damaged" in told.output
    assert not (tmp_path / "backup" / "manifest.json").exists()


def test_a_file_that_never_rests_is_a_refusal(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment, "LONGEST", 0.0)
    with closing(sqlite3.connect(data / "minutes.db", isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        told = plenary(data, "backup", str(tmp_path / "backup"))
    assert (told.exit_code, "never at rest together" in told.output) == (1, True), told.output


@pytest.mark.parametrize(
    "servers",
    [{"PLENARY_EVENTS_URL": "kafka://k:9092"}, {"PLENARY_MINUTES_STORE_URL": "mongodb://m/minutes"}],
    ids=["log", "store"],
)
def test_servers_are_not_copied_as_files(data: Path, tmp_path: Path, servers: dict[str, str]) -> None:
    told = plenary(data, "backup", str(tmp_path / "backup"), **servers)
    assert (told.exit_code, "plenary backup --compose" in told.output) == (1, True)
    assert not (tmp_path / "backup").exists()


def _cut(backup: Path) -> None:
    (backup / "manifest.json").unlink()


def _changed(backup: Path) -> None:
    with (backup / "log.db").open("r+b") as file:
        file.seek(200)
        file.write(b"x")


def _without(backup: Path) -> None:
    (backup / "minutes.db").unlink()


def _newer(backup: Path) -> None:
    told = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps({**told, "plenary": "999.0.0"}))


def _elsewhere(backup: Path) -> None:
    text = (backup / "manifest.json").read_text()
    (backup / "manifest.json").write_text(text.replace("mails/one.eml", "../one.eml"))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_cut, "is no whole backup: it has no manifest.json"),
        (_changed, "is not as it was written: log.db was changed"),
        (_without, "is not as it was written: minutes.db is missing"),
        (_newer, "was made by Plenary 999.0.0, which is newer than this"),
        (_elsewhere, "which lies elsewhere"),
    ],
)
def test_what_is_no_whole_backup_is_not_restored(
    backup: Path, tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(backup)
    told = plenary(tmp_path / "there", "restore", str(backup))
    assert (told.exit_code, said in told.output) == (1, True), told.output
    assert not (tmp_path / "there").exists()


@pytest.mark.parametrize("there", [*FILES, "registration.db-wal", "key.json", "mails", "files"])
def test_nothing_is_written_over(backup: Path, tmp_path: Path, there: str) -> None:
    place = tmp_path / "there"
    place.mkdir()
    (place / there).write_bytes(b"somebody's")
    told = plenary(place, "restore", str(backup))
    assert (told.exit_code, f"{place / there} is there already" in told.output) == (1, True), told.output
    assert shown(place) == {there: b"somebody's"}


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "there").mkdir()
    release = hold(tmp_path / "there" / "log.db", "event log")
    yield tmp_path / "there"
    release()


def test_where_an_installation_begins_at_that_moment_nothing_is_restored(backup: Path, held: Path) -> None:
    told = plenary(held, "restore", str(backup))
    assert (told.exit_code, "An installation runs on" in told.output) == (1, True)
    assert not (held / "key.json").exists()


def test_a_restore_that_was_killed_is_done_again(backup: Path, tmp_path: Path) -> None:
    half = tmp_path / "there" / "restoring"
    half.mkdir(parents=True)
    shutil.copy(backup / "log.db", half / "log.db")
    told = plenary(tmp_path / "there", "restore", str(backup))
    assert told.exit_code == 0, told.output
    restored = shown(tmp_path / "there")
    assert {name: text for name, text in shown(backup).items() if name != "manifest.json"}.items() <= restored.items()
    assert not half.exists()


def test_stores_and_key_elsewhere_are_saved_and_restored_there(data: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.move(data / "minutes.db", elsewhere / "records.db")
    shutil.move(data / "key.json", elsewhere / "signing.json")
    shutil.move(data / "files", elsewhere / "brought")
    (elsewhere / "brought" / "of somebody else").write_text("not ours")
    [ours] = (elsewhere / "brought").glob(BROUGHT)
    named = {
        "PLENARY_MINUTES_STORE_URL": f"sqlite:///{elsewhere}/records.db",
        "PLENARY_KEY_FILE": f"{elsewhere}/signing.json",
        "PLENARY_FILES": f"{elsewhere}/brought",
    }
    before = shown(elsewhere)
    assert plenary(data, "backup", str(tmp_path / "backup"), **named).exit_code == 0
    shutil.rmtree(elsewhere)
    told = plenary(tmp_path / "there", "restore", str(tmp_path / "backup"), **named)
    assert told.exit_code == 0, told.output
    assert shown(elsewhere)["signing.json"] == before["signing.json"]
    assert (elsewhere / "records.db").stat().st_mode & 0o777 == 0o600
    assert [*(elsewhere / "brought").iterdir()] == [ours], "no draft, and nothing that is not ours"
    (elsewhere / "brought" / "of somebody else").write_text("not ours")
    assert plenary(tmp_path / "there", "reset", "--yes", **named).exit_code == 0
    assert [path.name for path in (elsewhere / "brought").iterdir()] == ["of somebody else"]
