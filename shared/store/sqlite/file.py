"""A SQLite file of this process: who may open it, how it is written, and that what was erased does not stay in it.

Durable: WAL, `synchronous=FULL`. What is deleted is overwritten (`secure_delete`), and after an erasure the write-ahead log is
emptied. But when a page is full its rows move to others, and where they lay their bytes stay in its unused part. Only a file that
is written anew (VACUUM) is free of them. That blocks writers, so it is done rarely, and only after something was erased.
"""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Literal, TypeVar

from shared.errors import Unavailable
from shared.store.sqlite.errors import Condition
from shared.threads import Threads

T = TypeVar("T")

SETTINGS = "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=100", "wal_autocheckpoint=4000"
"""Of who writes. The loop waits with the file: briefly, should an operator's shell write to it. 4,000 pages (16 MB) of the
write-ahead log are carried into the file by one commit, and it waits for the disk once more. A lone registration writes 25:
with SQLite's own 1,000 pages one in forty waited, and what changes each time was carried more often."""
SMALL = 64_000_000
"""Bytes up to which a file is written anew at every end: a few tenths of a second."""
EVERY = 12 * 3600.0
"""Seconds after which at the latest it is done while the process runs."""

HELD = "held"
"""The code of `Unavailable` where another process has the file open to write."""


def hold(path: Path, what: str) -> Callable[[], None]:
    """Keep other writers away from the file until what is returned is called or this process ends; readers stay free.

    Raises `Unavailable`, `HELD` if another one holds it. (It is a transaction on a second file.)
    """
    with Condition(path, what).watched(f"The {what} {path} cannot be opened"):
        lock = sqlite3.connect(f"{path}.lock", timeout=0, isolation_level=None, check_same_thread=False)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            lock.close()
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise Unavailable(f"The {what} {path} is already open, perhaps in another process.", code=HELD) from error
    return lock.close


class Connection:
    """A connection to a file, and the thread in which `do` uses it. Who never calls `do` may use `db` at once."""

    def __init__(self, path: Path, mode: Literal["ro", "rw"], condition: Condition) -> None:
        where = f"{path.absolute().as_uri()}?mode={mode}"
        self.db = sqlite3.connect(where, uri=True, isolation_level=None, check_same_thread=False, cached_statements=512)
        self._condition, self._thread = condition, Threads(path.name)

    async def do(self, work: Callable[..., T], *what: Any) -> T:
        """What `work` answers. Raises `Unavailable` if SQLite fails."""
        with self._condition.watched():
            return await self._thread.call(work, *what)

    def close(self) -> None:
        self._thread.close()
        self.db.close()


class File:
    """The file at `path`, made if it is missing (mode 0600). `what` says in messages what it is.

    Only one process can open it to write; `read_only` opens beside it and needs an existing file. Raises `Unavailable`.
    Whoever writes has the `turn`. While nobody has it the writer may read, too, and has what it wrote in its cache: that of any
    other connection is void after each commit.
    """

    def __init__(self, path: Path, what: str, *, read_only: bool) -> None:
        self.path, self.condition, self.turn = path, Condition(path, what), asyncio.Lock()
        self._erased, self._wiped = False, time.monotonic()
        with ExitStack() as opened, self.condition.watched(f"The {what} {path} cannot be opened"):
            self._opened = opened
            if not read_only:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch(mode=0o600)  # people's names and addresses are in it
                opened.callback(hold(path, what))
            self.writer = self.connection("ro" if read_only else "rw")
            if not read_only:
                self.writer.db.executescript("".join(f"PRAGMA {each};" for each in SETTINGS))
                opened.callback(self._wipe, at_the_end=True)
            self._opened = opened.pop_all()

    def connection(self, mode: Literal["ro", "rw"] = "ro") -> Connection:
        """One more, closed with the file."""
        made = Connection(self.path, mode, self.condition)
        self._opened.callback(made.close)
        return made

    async def write(self, work: Callable[..., T], *what: Any, durable: bool = True) -> T:
        """What `work` answers, once what it wrote stands; raises what SQLite raises, and then nothing of it stands.

        Its statements run at once: none of them waits for the disk, and in a thread each would wait for its turn at the
        interpreter. The commit does wait for it, in the writer's thread.
        """
        async with self.turn:
            with ExitStack() as opened:
                opened.enter_context(self.transaction(durable=durable))
                answer = work(*what)
                await self.writer.do(opened.pop_all().close)
                return answer

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """All that is written inside stands durably afterwards, or nothing.

        `durable=False` is for what may be lost with the power, though never half of it: it waits for no disk.
        """
        db = self.writer.db
        if not durable:
            db.execute("PRAGMA synchronous = NORMAL")
        try:
            with db:  # which commits, or rolls back
                db.execute("BEGIN IMMEDIATE")
                yield db
        finally:
            if not durable:
                db.execute("PRAGMA synchronous = FULL")
        self._wipe()

    def erases(self) -> None:
        """Something is erased by the transaction that is open. It is noted in the file, so that a kill forgets nothing."""
        self.writer.db.execute("PRAGMA application_id = 1")
        self._erased = True

    def _wipe(self, *, at_the_end: bool = False) -> None:
        """Empty the write-ahead log of what was erased, and write the file anew if it is time to. It stands already."""
        db, now = self.writer.db, time.monotonic()
        try:
            if self._erased:  # if a reader is in the way, with the next transaction
                (self._erased, *_) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if now - self._wiped >= EVERY or (at_the_end and self.path.stat().st_size <= SMALL):
                self._wiped = now
                if db.execute("PRAGMA application_id").fetchone()[0]:
                    for statement in ("VACUUM", "PRAGMA application_id = 0", "PRAGMA wal_checkpoint(TRUNCATE)"):
                        db.execute(statement)
        except (OSError, sqlite3.Error) as error:
            about = {"file": str(self.path), "reason": str(error)}
            logging.getLogger(__name__).warning("what was erased may still lie in the file; wiped later", extra=about)

    def close(self) -> None:
        """Closing twice is fine."""
        self._opened.close()
