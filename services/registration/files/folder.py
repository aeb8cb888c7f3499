"""The directory in which files lie, each under the id of whose it is and its own: nothing that anybody typed is a name here.

A file is on the disk, whole, before a document names it. What none names is left by a request that was refused or a process
that died; `answers` sweeps it. Of several processes all see one directory.
"""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final, Self
from uuid import UUID, uuid4, uuid5

from services.registration.files.content import looked_at
from services.registration.files.model import File, Looks, Rule
from services.registration.files.named import harmless
from shared.errors import TooMany, Unavailable
from shared.settings import Settings

DRAFT: Final = "part"
"""How the name of a file ends that is on its way."""

MOST: Final = 16
"""Files of one owner, with those that nothing names."""


@dataclass(frozen=True, slots=True)
class Lying:
    """Something that lies in the directory: whose, which file (None: one on its way), and since when."""

    path: Path
    owner: UUID
    file: UUID | None
    since: datetime


class Folder:
    """The directory. `owner` is the id of the document that names a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Where `PLENARY_FILES` says, below the data directory or elsewhere."""
        return cls(settings.data / settings.files)

    def at(self, owner: UUID, file: UUID) -> Path:
        """Where a file lies."""
        return self.path / f"{owner}.{file}"

    @asynccontextmanager
    async def draft(self, owner: UUID, rule: Rule) -> AsyncIterator["Draft"]:
        """A file on its way; it goes at the end, unless it was kept. Raises Unavailable where the directory takes none, and
        TooMany where so much of one owner lies here that it was refused again and again."""
        if len(await asyncio.to_thread(self.lying, owner)) >= MOST:
            raise TooMany("Too many files were sent and not taken; send them again in an hour.", 3_600)
        path = self.path / f"{owner}.{uuid4()}.{DRAFT}"
        with _written():
            stream = await asyncio.to_thread(self._begun, path)
        draft = Draft(self, owner, rule, path, stream)
        try:
            yield draft
        finally:
            stream.close()
            await asyncio.to_thread(path.unlink, missing_ok=True)

    def _begun(self, path: Path) -> BinaryIO:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")

    async def remove(self, owner: UUID, files: Iterable[UUID]) -> None:
        """Take files away that no document names any more."""
        for each in files:
            await asyncio.to_thread(self.at(owner, each).unlink, missing_ok=True)

    async def forget(self, owner: UUID) -> None:
        """Take away all of one owner, also what is on its way; on the disk, before anybody says that it is done."""
        for each in await asyncio.to_thread(self.lying, owner):
            await asyncio.to_thread(each.path.unlink, missing_ok=True)
        if self.path.is_dir():
            await asyncio.to_thread(self.settle)

    def lying(self, owner: UUID | None = None) -> list[Lying]:
        """All that lies there, or all of one owner; what is none of ours is left out."""
        return [found for path in self.path.glob(f"{owner or ''}*") if (found := _lying(path))]

    def settle(self) -> None:
        """The names are on the disk."""
        descriptor = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class Draft:
    """A file on its way: read piece by piece, and no more kept than the rule allows."""

    def __init__(self, folder: Folder, owner: UUID, rule: Rule, path: Path, stream: BinaryIO) -> None:
        self.rule, self.size = rule, 0
        self._folder, self._owner, self._path, self._stream = folder, owner, path, stream
        self._digest = hashlib.sha256()
        self._looks = Looks()

    @property
    def is_too_large(self) -> bool:
        """Nothing more is kept of it."""
        return self.size > self.rule.most

    async def take(self, piece: bytes) -> None:
        """The next piece. Of what is too large already it is only counted."""
        self.size += len(piece)
        if not self.is_too_large:
            self._digest.update(piece)
            with _written():
                await asyncio.to_thread(self._stream.write, piece)

    async def trouble(self, declared: str) -> str:
        """All of it came: the key of a text that says what is wrong with it. `declared`: the media type it was sent as."""
        self._looks = await asyncio.to_thread(looked_at, self._stream)
        return self.rule.trouble(self.size, self._looks, declared)

    async def keep(self, asked: UUID, field: str, name: str, at: datetime) -> File:
        """Lay it under its name, durably. The same file for the same command and field has one id, which nobody can guess:
        a command's id is random, or made with the installation's key."""
        sha256 = self._digest.hexdigest()
        id, media_type = uuid5(asked, f"{field}/{sha256}"), self._looks.media_type
        with _written():
            await asyncio.to_thread(self._keep, self._folder.at(self._owner, id), at)
        return File(id, media_type, self.size, sha256, harmless(name, media_type))

    def _keep(self, path: Path, at: datetime) -> None:
        self._stream.flush()
        os.utime(self._stream.fileno(), (at.timestamp(), at.timestamp()))
        os.fsync(self._stream.fileno())
        self._path.replace(path)
        self._folder.settle()


@contextmanager
def _written() -> Iterator[None]:
    """Round what is written: where the disk says no, who asked may ask again later."""
    try:
        yield
    except OSError as error:
        raise Unavailable(f"The file cannot be kept now ({error.strerror}).") from error


def _lying(path: Path) -> Lying | None:
    owner, _, rest = path.name.partition(".")
    file, _, ending = rest.partition(".")
    try:
        whose, which = UUID(owner), UUID(file)
        since = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (ValueError, FileNotFoundError):
        return None
    return Lying(path, whose, None if ending == DRAFT else which, since)
