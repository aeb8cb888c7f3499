"""Where no mail server is set: each mail becomes a file `<notification>.eml`, which any mail client opens."""

import asyncio
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from services.notifications.channels import Answer, Letterhead, Mail, Trouble
from services.notifications.channels.message import Unaddressable, built
from shared.store.group_commit import GroupCommit

WRITERS = 6
"""Threads that write files at a time."""

log = logging.getLogger(__name__)


class Folder:
    """A folder of mails. A file appears whole and durably, under a name made from the notification: a repeat replaces it."""

    name = "folder"

    def __init__(self, path: Path, letterhead: Letterhead) -> None:
        self.letterhead = letterhead
        self.at_once = 64
        self.repeatable = True  # the same file
        self._path = path
        self._writing = GroupCommit(self._together)

    async def send(self, mail: Mail) -> Answer:
        """Write it, together with others that come meanwhile."""
        try:
            content = built(mail, self.letterhead)
        except Unaddressable as error:
            return Answer(Trouble.REFUSED, str(error))
        [answer] = await self._writing.submit([(mail.notification, content)])
        return answer

    async def greet(self) -> Answer:
        """It can be written to, or made."""
        there = next(path for path in (self._path, *self._path.absolute().parents) if path.exists())
        able = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
        return Answer(None if able else Trouble.TECHNICAL, f"the folder {'takes' if able else 'does not take'} mails")

    async def holds(self, notification: UUID) -> bool:
        """Its file is there."""
        return await asyncio.to_thread(self._file(notification).exists)

    async def forget(self, notification: UUID) -> bool:
        """Take the file away, if there is one, and what a process that was killed had written of it."""
        try:
            for file in (self._file(notification), self._draft(notification)):
                await asyncio.to_thread(file.unlink, missing_ok=True)
        except OSError as error:
            about = {"notification": str(notification), "reason": error.strerror}
            log.warning("the mail of an erased person cannot be taken away", extra=about)
            return False
        return True

    async def close(self) -> None:
        """What was handed over is written."""
        await self._writing.close()

    def _file(self, notification: UUID) -> Path:
        return self._path / f"{notification}.eml"

    def _draft(self, notification: UUID) -> Path:
        """Always the same name: who sends the mail once more after a crash takes up what is left of the first."""
        return self._path / f"{notification}.part"

    async def _together(self, mails: Sequence[tuple[UUID, bytes]]) -> list[Answer]:
        """Each whole or not at all, also after a power cut: its data is on the disk before its name is, then the folder is."""
        parts = [mails[start::WRITERS] for start in range(min(WRITERS, len(mails)))]  # a disk settles several at a time
        written = await asyncio.gather(*(asyncio.to_thread(self._write, part) for part in parts))
        answers = [written[place % WRITERS][place // WRITERS] for place in range(len(mails))]
        try:
            await asyncio.to_thread(self._settle)
        except OSError as error:
            lost = Answer(Trouble.LOST, f"the folder has it, and a power cut may take it away: {error.strerror}")
            return [answer if answer.trouble else lost for answer in answers]
        return answers

    def _write(self, mails: Sequence[tuple[UUID, bytes]]) -> list[Answer]:
        return [self._written(notification, content) for notification, content in mails]

    def _written(self, notification: UUID, content: bytes) -> Answer:
        """A file under its name; a disk that is full or read-only is trouble on our side."""
        try:
            self._path.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft = self._draft(notification)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(self._file(notification))
        except OSError as error:
            return Answer(Trouble.TECHNICAL, f"the folder does not take it: {error.strerror}")
        return Answer(None, "written to the folder")

    def _settle(self) -> None:
        """The names are on the disk."""
        folder = os.open(self._path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
