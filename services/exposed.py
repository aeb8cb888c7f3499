"""Files of the installation that others on the machine can read: named at the start, with the command that closes them.

Whatever we make is for us alone; a copy, a restored backup or a mount may not be. A file that is not ours, or lies on a file
system that is mounted read-only (a secret in a container), is its giver's business: nobody here can close it.
"""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from shared.settings import Settings

log = logging.getLogger(__name__)

OTHERS = 0o077
"""What a group or anybody may: nothing of it."""


def warn(settings: Settings) -> None:
    """One warning for each file or directory."""
    for path, mode in open_to_others(settings):
        told = {"file": str(path.absolute()), "mode": f"{mode:04o}", "do": f"chmod go= {path.absolute()}"}
        log.warning("others on this machine can read a file of the installation", extra=told)


def open_to_others(settings: Settings) -> Iterator[tuple[Path, int]]:
    """Each file or directory that somebody else can read, with its mode."""
    yield from ((path, mode) for path in _kept(settings) if path.exists() and (mode := _mode(path)) & OTHERS)


def _kept(settings: Settings) -> Iterator[Path]:
    """The directory, and what of it holds secrets or people."""
    yield settings.data
    yield settings.key_path
    yield from (settings.data / name for name in ("mails", "plenary.log", settings.files))
    urls = [Path(url.removeprefix("sqlite:///")) for url in settings.store_urls.values() if url.startswith("sqlite:")]
    for database in [*sorted(settings.data.glob("*.db")), *urls]:
        yield from (database.with_name(database.name + part) for part in ("", "-wal", "-shm"))


def _mode(path: Path) -> int:
    """The permissions, 0 where we could not change them."""
    found = path.stat()
    ours = found.st_uid == os.geteuid() and not os.statvfs(path).f_flag & os.ST_RDONLY
    return stat.S_IMODE(found.st_mode) if ours else 0
