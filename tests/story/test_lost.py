"""A store or a log that is gone, empty or older than the others is noticed at the start; what belongs together starts."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.__main__ import SERVICES
from services.lineage import MARKS, Lost, Marks, partition
from services.process import Process
from shared.settings import Settings
from tests.plenary.running import Installation
from tests.story.chain import registered
from tests.story.house import House, house
from tests.waiting import until

STORES = ("registration", "notifications", "minutes")
FILES = (*STORES, "log")


@dataclass(frozen=True)
class Copies:
    """The data of an installation at three moments, each as `kill -9` leaves it."""

    older: Path
    newer: Path
    newest: Path
    """Since `newer` somebody went through the door, which the others hear and publish nothing of."""


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    folder = tmp_path_factory.mktemp("moments")
    made = Copies(folder / "older", folder / "newer", folder / "newest")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("shared.flow.consume.ACKNOWLEDGE", 0.01)
        patch.setattr("services.lineage.EVERY", 0.01)
        asyncio.run(_live(folder / "data", made))
    return made


async def _live(data: Path, made: Copies) -> None:
    async with house(data) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        await _copied(here, made.older)
        await chain.cancel(2)
        await chain.move(chain.path, "close", "convene")
        await _copied(here, made.newer)
        await chain.passes(0, "entries")
        await _copied(here, made.newest)


async def _copied(here: House, to: Path) -> None:
    """When nothing moves, and it is noted how far the log is."""
    await here.settle()
    await until(lambda: _noted(here))
    shutil.copytree(here.folder, to)


async def _noted(here: House) -> bool:
    for service in here.process.services.values():
        stored = await service.store.get(Marks, MARKS)
        taken = stored.entity.taken if stored else {}
        if any(taken.get(partition(*one), 0) < end for one, end in service.sender.ends.items()):
            return False
    return True


def files(data: Path, name: str) -> list[Path]:
    return sorted(data.glob(f"{name}.db*"))


def remove(data: Path, name: str) -> None:
    for file in files(data, name):
        file.unlink()


def empty(data: Path, name: str) -> None:
    remove(data, name)
    (data / f"{name}.db").touch()


def replaced_by(older: Path) -> Callable[[Path, str], None]:
    def replace(data: Path, name: str) -> None:
        remove(data, name)
        for file in files(older, name):
            shutil.copy(file, data)

    return replace


async def said(data: Path, **settings: bool) -> str:
    """Why it does not start; empty where it does."""
    async with Process.open(Settings(data=data, **settings), list(SERVICES.values())) as process:
        work = asyncio.create_task(process.work())
        begun = asyncio.create_task(process.compared.wait())
        await asyncio.wait({work, begun}, return_when=asyncio.FIRST_COMPLETED)
        for task in (work, begun):
            task.cancel()
        [ended, _] = await asyncio.gather(work, begun, return_exceptions=True)
        assert isinstance(ended, (Lost, asyncio.CancelledError)), ended
        return ended.detail if isinstance(ended, Lost) else ""


@pytest.fixture
def data(tmp_path: Path, copies: Copies) -> Path:
    """A copy of `newer` to be damaged."""
    return Path(shutil.copytree(copies.newer, tmp_path / "data"))


@pytest.mark.parametrize("how", [remove, empty], ids=["removed", "empty"])
@pytest.mark.parametrize("name", STORES)
async def test_a_store_that_is_gone_is_named_and_nothing_starts(
    data: Path, name: str, how: Callable[[Path, str], None]
) -> None:
    how(data, name)
    told = await said(data)
    assert told.startswith(f"The store of {name} ({data}/{name}.db) is gone or empty, and the log is not: "), told
    assert "put back what belongs together" in told
    assert told.count("The ") == 1


@pytest.mark.parametrize("how", [remove, empty], ids=["removed", "empty"])
async def test_a_log_that_is_gone_is_named_and_nothing_starts(data: Path, how: Callable[[Path, str], None]) -> None:
    how(data, "log")
    told = await said(data)
    assert told.startswith(f"The log ({data}/log.db) is gone, or older than the stores: "), told
    assert told.count("The ") == 1


@pytest.mark.parametrize("name", STORES)
async def test_an_older_copy_of_a_store_is_named(data: Path, copies: Copies, name: str) -> None:
    replaced_by(copies.older)(data, name)
    told = await said(data)
    assert told.startswith(f"The store of {name} ({data}/{name}.db) is older than the log: "), told
    assert told.count("The ") == 1


async def test_an_older_copy_of_the_log_is_named(data: Path, copies: Copies) -> None:
    replaced_by(copies.older)(data, "log")
    assert (await said(data)).startswith(
        f"The log ({data}/log.db) is gone, or older than the stores: registration knows"
    )


@pytest.mark.parametrize("name", ["notifications", "minutes"])
async def test_an_older_copy_of_a_store_that_only_heard_something_since_is_named(
    tmp_path: Path, copies: Copies, name: str
) -> None:
    data = Path(shutil.copytree(copies.newest, tmp_path / "data"))
    replaced_by(copies.newer)(data, name)
    assert "is older than the log: it is done with event" in await said(data)


@pytest.mark.parametrize("name", FILES)
async def test_a_write_ahead_log_that_was_cut_off_is_noticed(data: Path, name: str) -> None:
    for file in (data / f"{name}.db-wal", data / f"{name}.db-shm"):
        file.unlink()
    assert await said(data)


@pytest.mark.parametrize("name", FILES)
async def test_what_is_left_of_a_file_that_was_moved_away_is_not_destroyed(data: Path, name: str) -> None:
    away = (data / f"{name}.db").rename(data / "elsewhere")
    with pytest.raises(Lost, match=f"{name}.db is gone or empty, and {name}.db-wal beside it still holds"):
        await said(data)
    away.rename(data / f"{name}.db")
    assert await said(data) == ""


@pytest.mark.parametrize("name", FILES)
async def test_a_loss_that_is_accepted_is_told_once_and_not_asked_about_again(
    data: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    remove(data, name)
    assert await said(data, accept_loss=True) == ""
    [told] = {record.message for record in caplog.records if record.levelname == "ERROR"}
    assert told == "a loss is accepted"
    assert await said(data) == ""
    caplog.clear()
    assert await said(data, accept_loss=True) == ""
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("name", STORES)
async def test_documents_that_cannot_be_read_are_not_taken_for_lost_ones(data: Path, name: str) -> None:
    with closing(sqlite3.connect(data / f"{name}.db")) as db:
        for (kind,) in db.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '% body TEXT NOT NULL)'").fetchall():
            db.execute(f"UPDATE \"{kind}\" SET body = json_remove(body, '$.version')")
        db.commit()
    assert await said(data) == ""


@pytest.mark.parametrize("moment", ["older", "newer", "newest"])
async def test_what_is_of_one_moment_starts_and_starts_again(tmp_path: Path, copies: Copies, moment: str) -> None:
    data = Path(shutil.copytree(getattr(copies, moment), tmp_path / "data"))
    assert [await said(data) for _ in range(3)] == ["", "", ""]


async def test_a_fresh_installation_starts(tmp_path: Path) -> None:
    assert await said(tmp_path / "new") == ""


@pytest.mark.parametrize("name", FILES)
def test_the_command_refuses_with_one_sentence_on_stderr(data: Path, name: str) -> None:
    remove(data, name)
    status, told = Installation(data).plenary("up")
    assert status == 1
    what = f"The store of {name}" if name in STORES else "The log"
    assert told.startswith(f"plenary: {what} ({data}/{name}.db) is gone"), told
    assert len(told.splitlines()) == 1


def test_the_command_starts_again_what_was_killed_or_ended(data: Path) -> None:
    here = Installation(data)
    for end in (here.kill, here.stop, here.kill):
        here.start()
        end()
    here.start()
    assert here.stop() == 0
