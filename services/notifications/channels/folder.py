"""Where no mail server is set: each mail becomes a file `<notification>.eml`, which any mail client opens."""

import asyncio
import logging
import os
from pathlib import Path
from uuid import UUID

from services.notifications.channels import Answer, Letterhead, Mail, Trouble
from services.notifications.channels.message import Unaddressable, built

log = logging.getLogger(__name__)


class _Unsettled(Exception):
    """The file has its name; whether it is on the disk nobody can say."""


class Folder:
    """A folder of mails. A file appears whole and durably, under a name made from the notification: a repeat replaces it."""

    name = "folder"

    def __init__(self, path: Path, letterhead: Letterhead) -> None:
        self.letterhead = letterhead
        self.at_once = 32
        self.repeatable = True  # the same file
        self._path = path

    async def send(self, mail: Mail) -> Answer:
        """Write it; a disk that is full or read-only is trouble on our side."""
        try:
            content = built(mail, self.letterhead)
            await asyncio.to_thread(self._write, mail.notification, content)
        except Unaddressable as error:
            return Answer(Trouble.REFUSED, str(error))
        except _Unsettled as error:
            return Answer(Trouble.LOST, f"the folder has it, and a power cut may take it away: {error}")
        except OSError as error:
            return Answer(Trouble.TECHNICAL, f"the folder does not take it: {error.strerror}")
        return Answer(None, "written to the folder")

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
        """Nothing is open."""

    def _file(self, notification: UUID) -> Path:
        return self._path / f"{notification}.eml"

    def _draft(self, notification: UUID) -> Path:
        """Always the same name: who sends the mail once more after a crash takes up what is left of the first."""
        return self._path / f"{notification}.part"

    def _write(self, notification: UUID, content: bytes) -> None:
        """All or nothing, also after a power cut: the data is on the disk before the name is, then the folder is."""
        self._path.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._draft(notification)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(self._file(notification))
        try:
            folder = os.open(self._path, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            raise _Unsettled(error.strerror) from error
