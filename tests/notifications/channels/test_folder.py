"""The folder: whole files or none, durably, and nothing left of who was erased."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from services.notifications.channels import Trouble
from services.notifications.channels.folder import Folder
from tests.notifications.channels.test_message import ID, mail
from tests.notifications.house import LETTERHEAD, parsed


async def test_a_mail_becomes_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "mails", LETTERHEAD)
    assert (await folder.send(mail())).trouble is None
    [file] = (tmp_path / "mails").iterdir()
    assert file.name == f"{ID}.eml"
    assert parsed(file.read_bytes())["Subject"] == "Your registration"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


async def test_a_repeat_replaces_the_file(tmp_path: Path) -> None:
    folder = Folder(tmp_path, LETTERHEAD)
    for _ in range(3):
        await folder.send(mail())
    assert len(list(tmp_path.iterdir())) == 1


async def test_data_is_on_the_disk_before_the_name_and_then_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noting(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*args: Any) -> Any:
            done.append(name)
            return real(*args)

        return noted

    monkeypatch.setattr(os, "fsync", noting("fsync", os.fsync))
    monkeypatch.setattr(Path, "replace", noting("replace", Path.replace))
    await Folder(tmp_path, LETTERHEAD).send(mail())
    assert done == ["fsync", "replace", "fsync"]


async def test_a_write_that_fails_leaves_the_former_mail_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path, LETTERHEAD)
    await folder.send(mail())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = await folder.send(mail(subject="Another"))
    assert answer.trouble is Trouble.TECHNICAL
    assert answer.said == "the folder does not take it: No space left on device"
    assert parsed((tmp_path / f"{ID}.eml").read_bytes())["Subject"] == "Your registration"


async def test_a_file_that_has_its_name_and_may_not_be_on_the_disk_is_not_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []

    def fails_at_the_folder(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) > 1:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails_at_the_folder)
    answer = await Folder(tmp_path, LETTERHEAD).send(mail())
    assert answer.trouble is Trouble.LOST
    assert [file.name for file in tmp_path.iterdir()] == [f"{ID}.eml"]


async def test_a_bad_address_is_refused_as_a_server_would(tmp_path: Path) -> None:
    answer = await Folder(tmp_path, LETTERHEAD).send(replace(mail(), to_address="nobody"))
    assert answer.trouble is Trouble.REFUSED
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
async def cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that was killed when it had written a mail and not yet given it its name."""

    def killed(*_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            Folder(tmp_path, LETTERHEAD)._write([(ID, b"half a mail")])
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"half a mail"]


@pytest.mark.usefixtures("cut_off")
async def test_the_repeat_after_a_kill_takes_up_what_lies_there(tmp_path: Path) -> None:
    await Folder(tmp_path, LETTERHEAD).send(mail())
    assert [file.name for file in tmp_path.iterdir()] == [f"{ID}.eml"]


@pytest.mark.usefixtures("cut_off")
async def test_nothing_is_left_of_a_mail_that_was_cut_off_to_an_erased_recipient(tmp_path: Path) -> None:
    assert await Folder(tmp_path, LETTERHEAD).forget(ID)
    assert list(tmp_path.iterdir()) == []


async def test_nothing_is_left_of_an_erased_recipient(tmp_path: Path) -> None:
    folder = Folder(tmp_path, LETTERHEAD)
    await folder.send(mail())
    assert await folder.forget(ID)
    assert await folder.forget(ID)
    assert list(tmp_path.iterdir()) == []


async def test_a_file_that_cannot_be_taken_away_is_told_and_ends_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / f"{ID}.eml").mkdir()  # unlink refuses it, root or not
    assert not await Folder(tmp_path, LETTERHEAD).forget(ID)
    assert [record.getMessage() for record in caplog.records] == ["the mail of an erased person cannot be taken away"]
