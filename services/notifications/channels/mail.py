"""Mail through an SMTP server, over a few connections that are kept open."""

import asyncio
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import UUID

from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from services.notifications.channels import Answer, Letterhead, Mail, Trouble
from services.notifications.channels.message import Unaddressable, built, envelope_address

SIGN_IN = frozenset({530, 534, 535, 538})
"""Codes that speak of our account, not of the mail (RFC 4954)."""

GREETING = 8.0
"""Seconds that a server has to greet us and to let us sign in, when it is only asked whether it would."""

CLOSING = 421
"""The server closes the connection (RFC 5321, 3.8): of one that was kept open, no answer to this mail."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where and how to sign in. `start_tls`: True demands it, None takes it if offered, False does without."""

    host: str
    port: int
    user: str | None
    password: str | None
    tls: bool
    start_tls: bool | None

    @classmethod
    def of(cls, url: str) -> "Server":
        """From `smtp://user:password@host:587` or `smtps://…`; `?tls=off` does without TLS.

        A password is only sent in the clear to this very machine.
        """
        parts = urlsplit(url)
        tls, host = parts.scheme == "smtps", parts.hostname or "localhost"
        user = unquote(parts.username) if parts.username else None
        start_tls = False if tls or parse_qs(parts.query).get("tls") == ["off"] else None
        if user and not tls and not _is_here(host):
            start_tls = True
        password = unquote(parts.password) if parts.password else None
        return cls(host, parts.port or (465 if tls else 587 if user else 25), user, password, tls, start_tls)


class MailServer:
    """A channel through one server. `at_once`: how many connections at a time; `limit`: seconds for one mail, all in all."""

    name = "server"

    def __init__(self, server: Server, letterhead: Letterhead, *, at_once: int = 8, limit: float = 60) -> None:
        self.letterhead = letterhead
        self.at_once = at_once
        self.repeatable = False  # a reader would see it twice
        self._server = server
        self._limit = limit
        self._free = asyncio.Semaphore(at_once)
        self._idle: list[SMTP] = []

    async def send(self, mail: Mail) -> Answer:
        """Hand it over. A connection that was lost after the text left gives `LOST`: it may have arrived."""
        try:
            delivery = _Delivery(
                self.letterhead.address, envelope_address(mail.to_address), built(mail, self.letterhead)
            )
        except Unaddressable as error:
            return Answer(Trouble.REFUSED, str(error))
        async with self._free:
            try:
                async with asyncio.timeout(self._limit):
                    return await self._send(delivery)
            except (SMTPException, OSError, TimeoutError) as error:
                trouble = Trouble.LOST if delivery.handed_over else Trouble.TECHNICAL
                return Answer(trouble, _said(error))

    async def greet(self) -> Answer:
        """Connect, sign in and take leave: on a connection of its own, since a kept one may not do so again."""
        try:
            async with asyncio.timeout(GREETING):
                client = await self._connected()
        except (SMTPException, OSError, TimeoutError) as error:
            return Answer(Trouble.TECHNICAL, _said(error))
        await _leave(client)
        return Answer(None, "the server greets us")

    async def holds(self, notification: UUID) -> bool:  # noqa: ARG002  only the server knows
        """Nobody can know."""
        return False

    async def forget(self, notification: UUID) -> bool:  # noqa: ARG002  nothing to look for
        """Nothing is kept here."""
        return True

    async def close(self) -> None:
        """Take leave of the server, within a second; safe to call twice."""
        while self._idle:
            await _leave(self._idle.pop())

    async def _send(self, delivery: "_Delivery") -> Answer:
        """On a connection that was kept, if there is one; if the server has closed it meanwhile, on a new one."""
        while self._idle:
            client = self._idle.pop()
            try:
                return await self._carry(client, delivery)
            except (SMTPException, OSError) as error:
                if delivery.handed_over or not _connection_is_gone(error):
                    raise
        return await self._carry(await self._connected(), delivery)

    async def _carry(self, client: SMTP, delivery: "_Delivery") -> Answer:
        try:
            answer = await delivery.over(client)
            if answer.trouble is not None:
                await client.rset()
        except BaseException:
            client.close()
            raise
        self._idle.append(client)
        return answer

    async def _connected(self) -> SMTP:
        server = self._server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password,
            use_tls=server.tls,
            start_tls=server.start_tls,
            local_hostname=self.letterhead.domain,
            timeout=self._limit,
        )
        try:
            await client.connect()
        except BaseException:
            client.close()
            raise
        return client


async def _leave(client: SMTP) -> None:
    try:
        await client.quit(timeout=1)
    except (SMTPException, OSError, TimeoutError):
        client.close()


@dataclass(slots=True)
class _Delivery:
    """One mail on its way. `handed_over`: from here on nobody can say that it did not arrive."""

    sender: str
    recipient: str
    content: bytes
    handed_over: bool = False

    async def over(self, client: SMTP) -> Answer:
        """The transaction; what the server answers to this mail. Raises for what is wrong with the connection."""
        self.handed_over = False
        try:
            await client.mail(self.sender)
            await client.rcpt(self.recipient)
            self.handed_over = True
            answer = await client.data(self.content)
        except SMTPResponseException as refused:
            trouble = _trouble(refused.code)
            if trouble is None or (refused.code == CLOSING and not self.handed_over):
                raise
            self.handed_over = False
            return Answer(trouble, _said(refused))
        return Answer(None, f"{answer.code} {answer.message}")


def _trouble(code: int) -> Trouble | None:
    if code in SIGN_IN:
        return Trouble.TECHNICAL
    return {4: Trouble.REFUSED_FOR_NOW, 5: Trouble.REFUSED}.get(code // 100)


def _connection_is_gone(error: Exception) -> bool:
    return isinstance(error, OSError) or (isinstance(error, SMTPResponseException) and error.code == CLOSING)


def _said(error: Exception) -> str:
    if isinstance(error, SMTPResponseException):
        return f"{error.code} {error.message}"
    return f"{type(error).__name__}: {error}"


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
