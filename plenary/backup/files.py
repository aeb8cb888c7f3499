"""Backup and restore of an installation of one process: four SQLite files, the mails, what people brought, and the key."""

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from plenary.backup import moment, paper
from plenary.backup.manifest import Manifest, empty, written
from plenary.client import Failure
from plenary.place import BROUGHT, HALF, make, must_be_free
from services import NAMES
from services.lineage import must_be_whole
from shared.errors import PlenaryError
from shared.settings import Settings
from shared.store.sqlite.file import hold

TRIES: Final = 5
"""A mail or a file may go while it is copied (somebody was erased): then it is another moment, and all is copied anew."""

KEY: Final = "key.json"


def places(settings: Settings) -> dict[str, Path]:
    """Name in a backup -> the file. Raises `Failure` where a store or the log is a server's."""
    servers = [name for name in NAMES if urlsplit(settings.store_urls.get(name, "")).scheme.startswith("mongodb")]
    if settings.events_url or servers:
        raise Failure(
            "Stores and log of this installation are servers. Of the composed deployment: `plenary backup --compose` (or "
            "`plenary restore --compose`) on the machine of its containers. Of others: stop the services, and save all by their "
            "own means."
        )
    urls = {name: settings.store_urls.get(name, "") for name in NAMES}
    stores = {f"{name}.db": Path(url.removeprefix("sqlite:///")) for name, url in urls.items() if url}
    return {f"{name}.db": settings.data / f"{name}.db" for name in (*NAMES, "log")} | stores


def back_up(settings: Settings, to: Path) -> Manifest:
    """Copy all of one moment into the directory, while it runs or stands. Raises `Failure` if anything is not saved."""
    found = places(settings)
    must_all_be_there(settings, found)
    target = empty(to)
    for _ in range(TRIES):
        try:
            return _copied(settings, found, target)
        except FileNotFoundError:
            for path in sorted(target.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
    raise Failure(
        "Mails or files were taken away while they were copied, again and again. Stop the installation, or try again."
    )


def must_all_be_there(settings: Settings, found: Mapping[str, Path]) -> None:
    """Raises `Failure` that names what there is not, or is not whole."""
    missing = [str(path.absolute()) for path in (*found.values(), settings.key_path) if not path.is_file()]
    if missing:
        raise Failure(
            f"There is no whole installation in {settings.data.absolute()}: {', '.join(missing)} is missing. "
            "Nothing was saved. Let PLENARY_DATA name its directory."
        )
    try:
        for path in found.values():
            must_be_whole(path, accept=False)
    except PlenaryError as broken:
        raise Failure(broken.detail) from broken


def copy_bare(settings: Settings, to: Path) -> None:
    """Stores, log and key alone, of one moment, into the directory: enough to run on. Raises `Failure` as `back_up` does."""
    found = places(settings)
    must_all_be_there(settings, found)
    _copy(settings, found, empty(to), {})


def _copied(settings: Settings, found: Mapping[str, Path], target: Path) -> Manifest:
    at, versions = _copy(settings, found, target, _folders(settings))
    return written(target, "files", versions, at)


def _copy(
    settings: Settings, found: Mapping[str, Path], target: Path, folders: Mapping[str, Path]
) -> tuple[datetime, dict[str, str]]:
    """With what lies in these folders; returns the moment, and the version of each file of SQLite."""
    try:
        with moment.Moment(found, lambda: _names(folders)) as taken:
            at, versions = datetime.now(UTC), {name: moment.version(each) for name, each in taken.readings.items()}
            for name, reading in taken.readings.items():
                with paper.private(target / name):
                    pass
                if wrong := moment.copied(reading, target / name):
                    raise Failure(f"{found[name]} is damaged ({wrong}); restore an older backup.")
        for name in sorted(taken.seen):
            folder, _, file = name.partition("/")
            paper.copy(folders[folder] / file, target / name)
        paper.copy(settings.key_path, target / KEY)
    except moment.Broken as error:
        raise Failure(f"The files cannot be copied: {error}. Nothing was saved.") from error
    return at, versions


def _folders(settings: Settings) -> dict[str, Path]:
    """Name in a backup -> the directory of many files: the mails, and what people brought."""
    return {"mails": settings.data / "mails", "files": settings.data / settings.files}


def _names(folders: Mapping[str, Path]) -> frozenset[str]:
    """All that is ours in them, and whole; what is on its way belongs to no document yet."""
    return frozenset(
        f"{name}/{each.name}"
        for name, path in folders.items()
        if path.is_dir()
        for each in path.glob("*.eml" if name == "mails" else BROUGHT)
    )


def restore(settings: Settings, backup: Path) -> Manifest:
    """Put a backup in a place where nothing is. Raises `Failure` for anything else, and then nothing was put anywhere.

    All of it is copied beside first; the log takes its place last, and without it no installation starts.
    """
    found = places(settings)
    made = Manifest.read(backup, "files")
    if missing := sorted({*found, KEY} - made.files.keys()):
        raise Failure(f"{backup} has no {', '.join(missing)}: these settings name something that it was not made of.")
    _must_be_empty(settings, found)
    make(settings.data)
    must_be_free(settings)
    half = settings.data / HALF
    shutil.rmtree(half, ignore_errors=True)  # of a restore that was killed
    for name in made.files:
        paper.copy(backup / name, half / name)
    release = hold(found["log.db"], "event log")
    try:
        for name in sorted(made.files, key=lambda name: name == "log.db"):
            target = _place(settings, found, name)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.move(half / name, target)
        shutil.rmtree(half)
        for path in {settings.data, *filter(Path.is_dir, _folders(settings).values())}:
            paper.settle(path)
    finally:
        release()
    return made


def _place(settings: Settings, found: Mapping[str, Path], name: str) -> Path:
    """Where something of a backup belongs here."""
    folder, _, file = name.partition("/")
    if file and folder in _folders(settings):
        return _folders(settings)[folder] / file
    return settings.key_path if name == KEY else found.get(name, settings.data / name)


def _must_be_empty(settings: Settings, found: Mapping[str, Path]) -> None:
    files = [path.with_name(path.name + part) for path in found.values() for part in ("", "-wal")]
    folders = _folders(settings)
    full = [path for name, path in folders.items() if path.is_file() or _names({name: path})]
    there = [*(path for path in (*files, settings.key_path) if path.exists()), *full]
    if there:
        raise Failure(
            f"{there[0].absolute()} is there already, and nothing is written over. Let PLENARY_DATA name an empty directory, "
            f"or move {settings.data.absolute()} away (`plenary reset` deletes what is in it)."
        )
