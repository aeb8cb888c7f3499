"""Several SQLite files as they stand at one and the same moment, while somebody writes to all of them.

All are locked for writing, which succeeds only between two transactions of each; a reading of each is begun, and the locks are
let go at once. What is read then is one moment, as `kill -9` would leave it, and the writer waited some milliseconds. (Copied one
after the other they would be of different moments: a log without events that its stores had published, or the reverse.)
"""

import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final, TypeAlias

from plenary.client import Failure

Broken: TypeAlias = sqlite3.Error
"""What SQLite says of a file that it cannot read."""

TURN: Final = 0.02
"""Seconds to wait for one file; a writer waits five times as long (`shared.store.sqlite.file`) before it gives a request up."""
PAUSE: Final = 0.05
"""Seconds between two tries."""
LONGEST: Final = 60.0
"""Seconds of trying."""


class Moment(ExitStack):
    """Readings of several files, by name, until it is closed. `seen` is what `look` found while nobody could write."""

    def __init__(self, files: Mapping[str, Path], look: Callable[[], frozenset[str]]) -> None:
        """Raises `Failure` where no such moment is found, or a file cannot be opened."""
        super().__init__()
        until = time.monotonic() + LONGEST
        while not self._taken(files, look):
            self.close()
            if time.monotonic() > until:
                raise Failure("The files were never at rest together. Stop the installation, or try again.")
            time.sleep(PAUSE)

    def _taken(self, files: Mapping[str, Path], look: Callable[[], frozenset[str]]) -> bool:
        locks = {name: self._opened(path, "rw") for name, path in files.items()}
        self.readings = {name: self._opened(path, "ro") for name, path in files.items()}
        try:
            for lock in locks.values():
                lock.execute("BEGIN IMMEDIATE")
            for reading in self.readings.values():
                reading.execute("BEGIN")
                reading.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on it sees this moment
            self.seen = look()
            for lock in locks.values():
                lock.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise
            return False
        return True

    def _opened(self, path: Path, mode: str) -> sqlite3.Connection:
        where = f"{path.absolute().as_uri()}?mode={mode}"
        return self.enter_context(closing(sqlite3.connect(where, uri=True, timeout=TURN, isolation_level=None)))


def copied(reading: sqlite3.Connection, target: Path) -> str:
    """What is read, as a whole file at `target`, which must exist; returns what is wrong with it, mostly nothing."""
    with closing(sqlite3.connect(target)) as copy:
        reading.backup(copy)
    with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        (told,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    return "" if told == "ok" else str(told)


def examined(path: Path) -> tuple[int, str, str]:
    """The form of a file, its version in words, and what is wrong with it, mostly nothing; beside whoever writes to it."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as reading:
            form, told, (wrong,) = _form(reading), version(reading), reading.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as broken:
        return 0, "", str(broken)
    return form, told, "" if wrong == "ok" else str(wrong)


def version(reading: sqlite3.Connection) -> str:
    """The number of the form of a file, and the SQLite that reads it here."""
    return f"form {_form(reading)}, SQLite {sqlite3.sqlite_version}"


def _form(reading: sqlite3.Connection) -> int:
    (number,) = reading.execute("PRAGMA user_version").fetchone()
    return int(number)
