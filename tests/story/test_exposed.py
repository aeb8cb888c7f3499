"""What the installation keeps is for its owner alone; where it is not, the start names the file and what closes it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from plenary.cli import _logs
from services.__main__ import SERVICES
from services.process import Process
from shared.settings import Settings
from tests.story.chain import registered
from tests.story.house import house

KEPT = ["", "key.json", "registration.db", "notifications.db", "minutes.db", "log.db", "mails", "plenary.log", "files"]


@pytest.fixture(autouse=True)
def lenient() -> Iterator[None]:
    """The usual umask: whoever does not ask for more gets files that everybody can read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


async def warned(settings: Settings, caplog: pytest.LogCaptureFixture) -> dict[str, str]:
    """File -> what to do about it, of one start."""
    caplog.clear()
    async with Process.open(settings, list(SERVICES.values())):
        told = [vars(record) for record in caplog.records if "can read" in record.message]
    assert {each["levelname"] for each in told} <= {"WARNING"}
    return {each["file"]: each["do"] for each in told}


async def test_what_the_installation_makes_is_for_its_owner_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    data = tmp_path / "data"
    async with house(data) as here, here.client("secretariat") as secretary:
        await registered(here, secretary)
        made = [data, *data.rglob("*")]
        assert {file.name for file in made} >= {"data", *KEPT[1:7], "log.db-wal", "minutes.db-shm"}
        holding = [file for file in made if ".lock" not in file.name]  # a lock says nothing
        assert [file for file in holding if stat.S_IMODE(file.stat().st_mode) & 0o077] == []
    assert await warned(Settings(data=data), caplog) == {}


@pytest.mark.parametrize("name", KEPT)
async def test_a_file_that_others_can_read_is_named_with_what_closes_it(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(data=tmp_path / "data")
    assert await warned(settings, caplog) == {}
    path = settings.data / name if name else settings.data
    if name in {"mails", "files"}:
        path.mkdir(mode=0o700)
    path.touch(mode=0o600)
    path.chmod(path.stat().st_mode | 0o044)
    found = await warned(settings, caplog)
    assert found.pop(str(path)) == f"chmod go= {path}"
    assert all(file.startswith(f"{path}-") for file in found), "what SQLite keeps beside it"
    path.chmod(path.stat().st_mode & ~0o077)
    assert await warned(settings, caplog) == {}


async def test_a_key_and_a_store_that_lie_elsewhere_are_looked_at_too(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    key, store = tmp_path / "secret", tmp_path / "other.db"
    urls = {"minutes": f"sqlite:///{store}"}
    settings = Settings(data=tmp_path / "data", key_file=str(key), store_urls=urls)
    assert await warned(settings, caplog) == {}
    key.chmod(0o644)
    store.chmod(0o640)
    told = await warned(settings, caplog)
    assert (told[str(key)], told[str(store)]) == (f"chmod go= {key}", f"chmod go= {store}")


async def test_a_secret_that_is_not_ours_to_close_is_no_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data=tmp_path / "data", key_file=str(tmp_path / "secret"))
    await warned(settings, caplog)
    settings.key_path.chmod(0o444)
    assert await warned(settings, caplog) != {}
    mounted = os.statvfs(tmp_path)
    read_only = os.statvfs_result((*mounted[:8], os.ST_RDONLY, mounted[9]))
    with monkeypatch.context() as patch:
        patch.setattr("os.statvfs", lambda _: read_only)
        assert await warned(settings, caplog) == {}
    monkeypatch.setattr("os.geteuid", lambda: settings.key_path.stat().st_uid + 1)
    assert await warned(settings, caplog) == {}


def test_the_log_file_of_a_terminal_is_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with _logs(Settings(data=tmp_path)):
        assert stat.S_IMODE((tmp_path / "plenary.log").stat().st_mode) == 0o600
