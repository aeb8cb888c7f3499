"""One-time links by which a browser signs in. A used link leaves an empty file, so that no restart makes it new."""

import hashlib
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from shared.auth.caller import known
from shared.auth.keys import Keys
from shared.errors import Forbidden

SESSION: Final = timedelta(hours=12)
"""How long a browser stays signed in."""

LONGEST: Final = timedelta(days=1)
USED: Final = "This link was used. Ask for a new one."
_PURPOSE: Final = "sign-in"


class SignIn:
    """Makes and spends sign-in links. `spent` is a directory; processes that share it share what is spent."""

    def __init__(self, keys: Keys, spent: Path) -> None:
        self._keys = keys
        self._spent = spent

    def link(self, sub: UUID, roles: Iterable[str], lifetime: timedelta = timedelta(hours=1)) -> str:
        """The text for `/sign-in?link=…`. It ends after a day at the latest."""
        return self._keys.link(_PURPOSE, [sub, sorted(roles), uuid4()], min(lifetime, LONGEST))

    def look(self, link: str) -> tuple[UUID, frozenset[str]]:
        """Who would sign in, in which roles, without using the link up; raises `Forbidden`."""
        sub, roles, _ = self._keys.opened(_PURPOSE, link)
        if self._mark(link).exists():
            raise Forbidden(USED, code="link-ended")
        return UUID(sub), known(roles)

    def spend(self, link: str) -> str:
        """Use the link up; returns the token of the session. Of two who try at once, one raises `Forbidden`."""
        sub, roles = self.look(link)
        self._spent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._mark(link).touch(mode=0o600, exist_ok=False)
        except FileExistsError as error:
            raise Forbidden(USED, code="link-ended") from error
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
