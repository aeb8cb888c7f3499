"""One-time links by which a browser signs in. A used link leaves an empty file, so that no restart makes it new."""

import hashlib
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from shared.auth.caller import Caller, known
from shared.auth.keys import Keys
from shared.errors import Forbidden, Invalid

SESSION: Final = timedelta(hours=12)
"""How long a browser stays signed in."""

LONGEST: Final = timedelta(days=1)
_PURPOSE: Final = "sign-in"


class SignIn:
    """Makes and spends sign-in links. `spent` is a directory; processes that share it share what is spent."""

    def __init__(self, keys: Keys, spent: Path) -> None:
        self._keys = keys
        self._spent = spent

    def link(self, sub: UUID, roles: Iterable[str], lifetime: timedelta = timedelta(hours=1)) -> str:
        """The text for `/sign-in?link=…`. It ends after a day at the latest."""
        ends = time.time() + min(lifetime, LONGEST).total_seconds()
        return self._keys.sealed(_PURPOSE, [str(sub), sorted(roles), int(ends), uuid4().hex])

    def look(self, link: str) -> Caller:
        """Who would sign in, without using the link up; raises `Forbidden`."""
        return Caller(*self._read(link))

    def _read(self, link: str) -> tuple[UUID, frozenset[str]]:
        try:
            sub, roles, ends, _ = self._keys.unsealed(_PURPOSE, link)
        except Invalid as error:
            raise Forbidden("This link is not valid. Ask for a new one.", code="link-invalid") from error
        if time.time() > ends or self._mark(link).exists():
            raise Forbidden("This link was used, or its time is over. Ask for a new one.", code="link-ended")
        return UUID(sub), known(roles)

    def spend(self, link: str) -> str:
        """Use the link up; returns the token of the session. Of two who try at once, one raises `Forbidden`."""
        sub, roles = self._read(link)
        self._spent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._mark(link).touch(mode=0o600, exist_ok=False)
        except FileExistsError as error:
            raise Forbidden("This link was used. Ask for a new one.", code="link-ended") from error
        self._tidy()
        return self._keys.issue(sub, roles, SESSION)

    def _mark(self, link: str) -> Path:
        return self._spent / hashlib.sha256(link.encode()).hexdigest()

    def _tidy(self) -> None:
        """Marks of links that have ended anyway are of no use."""
        long_ago = time.time() - 2 * LONGEST.total_seconds()
        for mark in self._spent.iterdir():
            if mark.stat().st_mtime < long_ago:
                mark.unlink(missing_ok=True)
