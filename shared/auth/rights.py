"""Who holds which role now and which sessions have ended, as this process knows it: asked on each request, so kept in memory.

The services of the process fill it from their documents and mirrors (`services/rights.py`).
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from shared.auth.caller import Caller
from shared.auth.keys import CACHED, Keys, Untrusted
from shared.errors import Invalid


class Rights:
    """A table for each process. Until it is `filled`, a session opens nothing. `ended`: sessions that open nothing any more.
    `used`: session -> when it asked last (seconds since 1970)."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._read = lru_cache(CACHED)(self._opened)
        self._roles: dict[UUID, tuple[int, str, frozenset[UUID]]] = {}
        self._held: dict[UUID, frozenset[str]] = {}
        self.ended: set[UUID] = set()
        self.used: dict[UUID, float] = {}
        self.filled = False

    def cookie(self, session: UUID, person: UUID, name: str, until: datetime) -> str:
        """What a browser shows for this session. The name is for the head of the pages of its owner."""
        return self._keys.sealed("session", [session, person, name, until.timestamp()])

    def caller(self, cookie: str) -> Caller:
        """Who shows this cookie, with the roles of now. Raises `Untrusted`."""
        try:
            session, person, name, until = self._read(cookie)
        except Invalid as error:
            raise Untrusted("The session is not one of this installation.") from error
        if until < (now := self._keys.clock().timestamp()) or session in self.ended or not self.filled:
            raise Untrusted("The session has ended. Sign in again.")
        self.used[session] = now
        return Caller(person, self._held.get(person, frozenset()), name, session)

    def holds(self, id: UUID, sequence: int, role: str, holders: Iterable[UUID]) -> None:
        """These hold a role; of two who say so counts whose document has heard more."""
        if id in self._roles and sequence < self._roles[id][0]:
            return
        self._roles[id], self._held = (sequence, role, frozenset(holders)), {}
        for _, name, people in self._roles.values():
            for person in people:
                self._held[person] = self._held.get(person, frozenset()) | {name}

    def _opened(self, cookie: str) -> tuple[UUID, UUID, str, float]:
        session, person, name, until = self._keys.unsealed("session", cookie)
        return UUID(session), UUID(person), name, until
