"""What stays in a file of somebody who was erased, though SQLite overwrites what it deletes (`secure_delete`).

When a page is full its rows move to others, and where they lay before their bytes stay in the page's unused part. Only a file
that is written anew (VACUUM) is free of them. That blocks writers, so it is done rarely, and only after something was erased.
"""

import logging
import sqlite3
import time
from pathlib import Path

SMALL = 64_000_000
"""Bytes up to which a file is written anew at every end: a few tenths of a second."""
EVERY = 12 * 3600.0
"""Seconds after which at the latest it is done while the process runs."""


def noted(db: sqlite3.Connection) -> None:
    """Something is erased by the transaction that is open. It is noted in the file, so that a kill forgets nothing."""
    db.execute("PRAGMA application_id = 1")


class Remains:
    """Of one file, in the thread that writes it."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self._path = path
        self._last = time.monotonic()

    def wiped(self, *, at_the_end: bool = False) -> None:
        """Between two transactions: write the file anew if it is time to, and something was erased."""
        is_time = time.monotonic() - self._last >= EVERY or (at_the_end and self._path.stat().st_size <= SMALL)
        if not is_time:
            return
        self._last = time.monotonic()
        try:
            if self._db.execute("PRAGMA application_id").fetchone()[0]:
                self._db.execute("VACUUM")
                self._db.execute("PRAGMA application_id = 0")
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            about = {"file": str(self._path), "reason": str(error)}
            logging.getLogger(__name__).warning("what was erased may still lie in the file; wiped later", extra=about)
