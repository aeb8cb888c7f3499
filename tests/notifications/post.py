"""A real SMTP server in this process (aiosmtpd) that can be told to refuse or to hang up, stage by stage."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.smtp import SMTP

from tests.notifications.house import parsed

HANG_UP = "hang up"


@dataclass
class Post:
    """What arrived (whole messages, in order) and what to say next: at each stage one answer a mail, then 250."""

    port: int = 0
    mails: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    greetings: int = 0
    at_sender: list[str] = field(default_factory=list)
    at_recipient: list[str] = field(default_factory=list)
    at_text: list[str] = field(default_factory=list)
    on_text: Callable[[], None] = lambda: None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def ids(self) -> list[str]:
        return [str(parsed(mail)["Message-ID"]) for mail in self.mails]

    async def handle_EHLO(  # noqa: N802  aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.greetings += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self._next(self.at_sender, server)

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        self.recipients.append(address)
        return self._next(self.at_recipient, server)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.on_text()
        answer = self._next(self.at_text, server)
        if not answer.startswith(("4", "5")):
            self.mails.append(bytes(envelope.original_content))
        return answer

    def _next(self, answers: list[str], server: Any) -> str:
        answer = answers.pop(0) if answers else "250 2.0.0 taken"
        if answer == HANG_UP:
            server.transport.abort()
        return answer


@asynccontextmanager
async def post_office(port: int = 0) -> AsyncIterator[Post]:
    """Listening on a port of the loopback."""
    post, loop = Post(), asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(post, loop=loop, enable_SMTPUTF8=False), "127.0.0.1", port)
    post.port = server.sockets[0].getsockname()[1]
    try:
        yield post
    finally:
        server.close()
        await server.wait_closed()
