"""A mailbox that is read by IMAP (RFC 3501), one visit at a time. Its library blocks, so each step of a visit is a thread's.

Every wait for the server ends by itself, and no more of a mail is fetched than an answer can have.
"""

import asyncio
import imaplib
import re
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from services.registration.replies.parts import LARGEST
from shared.errors import NotFound, Unavailable

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds that the server has for each answer."""

RANGE = 50_000
"""So many numbers are searched at once: the answer is one line, of which the library takes a million bytes."""

HANDLED = r"\Answered \Seen"
"""What mail programs show of a mail that was answered: an answer that counts needs nobody any more."""

OURS = "$Plenary"
"""By this we know such a mail again: people answer mails, too. Where a server permits no marks but its own, by HANDLED alone."""

LEFT = r"\Flagged"
"""What mail programs show of one that somebody should look at; it stays unread."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is and how to sign in. `tls`: from the first byte; else STARTTLS is demanded, but for this very machine."""

    host: str
    port: int
    user: str
    password: str
    tls: bool
    folder: str

    @classmethod
    def of(cls, url: str) -> "Place":
        """From `imaps://user:password@host/INBOX` or `imap://…`."""
        parts = urlsplit(url)
        tls, host = parts.scheme == "imaps", parts.hostname or "localhost"
        user, password = (unquote(each or "") for each in (parts.username, parts.password))
        return cls(host, parts.port or (993 if tls else 143), user, password, tls, unquote(parts.path[1:]) or "INBOX")

    @property
    def name(self) -> str:
        """Which mailbox it is, without the password."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that is there: its number, its bytes, and whether it was marked as handled."""

    uid: int
    size: int
    handled: bool


@dataclass
class Visit:
    """A mailbox that is open. `validity`: numbers of mails mean the same mails as long as this is the same.

    `ours`: whether the server keeps a mark of ours.
    """

    client: imaplib.IMAP4
    validity: int
    ours: bool

    async def after(self, uid: int, most: int) -> list[Waiting]:
        """The first mails with higher numbers, in their order."""
        highest, found = max(await self._numbers("*"), default=0), list[int]()
        while uid < highest and len(found) < most:
            found += await self._numbers(f"{uid + 1}:{min(uid + RANGE, highest)}", "UNDELETED")
            uid += RANGE
        return [await self._waiting(each) for each in found[:most]]

    async def content(self, uid: int) -> bytes:
        """The mail, as far as an answer goes; it is not marked as read. Raises NotFound where the server does not give it."""
        found = await _thread(lambda: self._asked("FETCH", str(uid), f"(BODY.PEEK[]<0.{LARGEST}>)"))
        return next((bytes(each[1]) for each in found if isinstance(each, tuple)), b"")

    async def mark(self, uid: int, flags: str) -> None:
        """For whoever reads the mailbox with a mail program, and for us. Raises NotFound where the server does not let us."""
        marks = f"({flags} {OURS})" if self.ours and flags == HANDLED else f"({flags})"
        await _thread(lambda: self._asked("STORE", str(uid), "+FLAGS.SILENT", marks))

    async def _numbers(self, *which: str) -> list[int]:
        found = await _thread(lambda: self._asked("SEARCH", "UID", *which))
        return sorted({int(each) for line in found if isinstance(line, bytes) for each in line.split()})

    async def _waiting(self, uid: int) -> Waiting:
        found: list[Any] = []
        with suppress(NotFound):  # whether it can be read at all is seen when it is
            found = await _thread(lambda: self._asked("FETCH", str(uid), "(RFC822.SIZE FLAGS)"))
        # A server also says here, unasked, what became of other mails.
        about = [each for each in found if isinstance(each, bytes) and re.search(rb"\bUID %d\b" % uid, each)]
        size = re.search(rb"RFC822\.SIZE (\d+)", b" ".join(about))
        marks = {mark.lower() for line in about for mark in imaplib.ParseFlags(line)}
        known = (OURS if self.ours else r"\Answered").lower().encode()
        return Waiting(uid, int(size[1]) if size else 0, known in marks)

    def _asked(self, command: str, *of: str) -> list[Any]:
        """Raises NotFound if the server says no to what is asked of a single mail: with all others it may be well."""
        try:
            status, found = self.client.uid(command, *of)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            status, found = "BAD", []
        if status != "OK":
            raise (
                imaplib.IMAP4.error(command) if command == "SEARCH" else NotFound("The server does not give this mail.")
            )
        return found


@asynccontextmanager
async def visit(place: Place) -> AsyncIterator[Visit]:
    """Sign in, open the folder, and take leave. Raises Unavailable where the server does not do what it should."""
    client = await _thread(lambda: _signed_in(place))
    try:
        yield await _thread(lambda: _opened(client, place.folder))
        with suppress(Unavailable):
            await _thread(client.logout)
    finally:
        with suppress(OSError):  # what is closed already is as it should be
            client.shutdown()  # which also ends a step that still waits for the server


def _signed_in(place: Place) -> imaplib.IMAP4:
    trusted = ssl.create_default_context()
    if place.tls:
        client: imaplib.IMAP4 = imaplib.IMAP4_SSL(place.host, place.port, ssl_context=trusted, timeout=PATIENCE)
    else:
        client = imaplib.IMAP4(place.host, place.port, timeout=PATIENCE)
    try:
        if not place.tls and not _is_here(place.host):
            client.starttls(trusted)
        said = f"\0{place.user}\0{place.password}".encode()
        client.authenticate("PLAIN", lambda _: said)
    except BaseException:
        client.shutdown()
        raise
    return client


def _opened(client: imaplib.IMAP4, folder: str) -> Visit:
    quoted = folder.replace("\\", "\\\\").replace('"', '\\"')
    if client.select(f'"{quoted}"')[0] != "OK":
        raise imaplib.IMAP4.error("SELECT")
    [validity] = client.response("UIDVALIDITY")[1]
    [marks] = client.response("PERMANENTFLAGS")[1]
    may_be = {mark.lower() for mark in imaplib.ParseFlags(b"FLAGS " + (marks or b"()"))}
    return Visit(client, int(validity or 0), bool(may_be & {rb"\*", OURS.lower().encode()}))


def _is_here(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


async def _thread(step: Callable[[], T]) -> T:
    """Raises Unavailable with what kind of trouble it is, and nothing of what the server says: that may quote a mail."""
    try:
        return await asyncio.to_thread(step)
    except (imaplib.IMAP4.error, OSError, ValueError, TypeError) as error:
        raise Unavailable(f"The mailbox of answers cannot be read ({type(error).__name__}).") from error
