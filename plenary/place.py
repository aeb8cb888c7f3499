"""The directory of an installation of one process: what it keeps there, and whether somebody is at work on it."""

from pathlib import Path
from typing import Final

from plenary.client import Failure
from services import NAMES
from shared.errors import Unavailable
from shared.settings import Settings
from shared.store.sqlite.file import HELD, hold

HALF: Final = "restoring"
"""Where a restore puts things until all are there."""

COPY: Final = "rehearsal"
"""Where the copy lies on which the coming days are rehearsed, as long as that takes."""

OURS: Final = (
    *("key.json", "spent", "mails", "plenary.log", HALF, COPY, f"{COPY}.lock", f"{COPY}.lock-journal"),
    *(f"{name}.db{part}" for name in (*NAMES, "log") for part in ("", "-wal", "-shm", ".lock", ".lock-journal")),
)
"""What an installation keeps in its data directory."""

BROUGHT: Final = f"{'?' * 36}.{'?' * 36}"
"""How a file is called that somebody brought: under two ids. The directory may be another's, and have more in it."""


def ours(settings: Settings) -> list[Path]:
    """What of it is there, with the files that people brought."""
    there = (path for name in OURS if (path := settings.data / name).exists())
    return sorted([*there, *(settings.data / settings.files).glob(f"{BROUGHT[:37]}*")])


def must_be_free(settings: Settings) -> None:
    """Raises `Failure` if an installation runs there."""
    try:
        hold(settings.data / "log.db", "event log")()
    except Unavailable as held:
        if held.slug != HELD:
            raise Failure(held.detail) from held
        raise Failure(f"An installation runs on {settings.data.absolute()} already; end it first.") from held


def make(data: Path) -> None:
    """The directory, for its user alone."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = f"{data.absolute()} cannot be a directory of data ({error.strerror})"
        raise Failure(f"{reason}. Set PLENARY_DATA to another.") from error
