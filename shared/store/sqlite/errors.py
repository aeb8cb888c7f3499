"""What an error of SQLite says of its file: it does not answer now, or it is damaged and stays so."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.errors import Damaged, Unavailable

BROKEN = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_READ", "SQLITE_IOERR_DATA", "SQLITE_IOERR_CORRUPTFS")
"""How the name of an error begins by which a page is broken, or not given back. (A full disk may take something again.)"""


class Condition:
    """Of one file. Damage is remembered, since it does not pass by itself, and logged once."""

    def __init__(self, path: Path, what: str) -> None:
        self._path, self._failure = path, f"The {what} {path.name} does not answer"
        self._damage = ""

    @contextmanager
    def watched(self, failure: str = "") -> Iterator[None]:
        """Raises `Unavailable` or `Damaged` for an error of SQLite or the system inside; `failure`: what could not be done."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            name, text = getattr(error, "sqlite_errorname", ""), str(error)
            if text.startswith("Could not decode to UTF-8"):  # and then the text itself
                name, text = BROKEN[0], "a text is not UTF-8"
            if not name.startswith(BROKEN):
                raise Unavailable(f"{failure or self._failure}: {text}.") from error
            if not self._damage:
                logging.getLogger(__name__).critical("a file is damaged", extra={"file": self._path, "reason": text})
            self._damage = f"Damaged: {self._path.name} cannot be read any more ({text}). Only a backup helps."
            raise Damaged(self._damage) from error

    def must_be_whole(self) -> None:
        """Raises `Damaged` if damage was met before."""
        if self._damage:
            raise Damaged(self._damage)
