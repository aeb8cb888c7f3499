"""A mail server that is read by IMAP, in the process of the test: pymap keeps everything in memory."""

import asyncio
import imaplib
from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from ssl import SSLContext

from proxyprotocol.noop import ProxyProtocolNoop
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer
from pysasl.hashing import Cleartext

USER, PASSWORD = "secretariat", "p w@rd"
NOT_SAID = dict.fromkeys(("host", "cert", "key", "debug", "demo_data", "proxy_protocol", "passlib_cfg"))
"""What its command line would be asked for."""


@dataclass
class Postbox:
    """Where it listens, and what an ordinary mail program sees and does there."""

    port: int

    @property
    def url(self) -> str:
        """As a setting names it."""
        return f"imap://{USER}:p%20w%40rd@127.0.0.1:{self.port}/INBOX"

    async def receives(self, *mails: bytes) -> None:
        """They arrive."""
        await asyncio.to_thread(self._append, mails)

    async def flags(self) -> list[set[str]]:
        """Of each mail, in the order in which they came."""
        return await asyncio.to_thread(self._flags)

    async def marks(self, number: int, flags: str) -> None:
        """Somebody does, in a mail program."""
        await asyncio.to_thread(self._mark, number, flags)

    def _append(self, mails: tuple[bytes, ...]) -> None:
        with self._signed_in() as client:
            for mail in mails:
                assert client.append("INBOX", "", "", mail)[0] == "OK"

    def _flags(self) -> list[set[str]]:
        with self._signed_in() as client:
            client.select("INBOX", readonly=True)
            found = client.fetch("1:*", "(FLAGS)")[1]
            return [{flag.decode() for flag in imaplib.ParseFlags(line)} for line in found if isinstance(line, bytes)]

    def _mark(self, number: int, flags: str) -> None:
        with self._signed_in() as client:
            client.select("INBOX")
            assert client.store(str(number), "+FLAGS", flags)[0] == "OK"

    def _signed_in(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        client.login(USER, PASSWORD)
        return client


@asynccontextmanager
async def postbox(tls: SSLContext | None = None) -> AsyncIterator[Postbox]:
    """An empty one; with `tls` from the first byte."""
    asked = Namespace(**NOT_SAID | {"tls": False, "port": "0", "demo_user": USER, "demo_password": PASSWORD})
    backend, config = await DictBackend.init(asked, secure_auth=False, hash_context=Cleartext())
    config.apply_context()
    async with AsyncExitStack() as stack:
        await backend.start(stack)
        answers = ProxyProtocolReader(ProxyProtocolNoop()).get_callback(IMAPServer(backend.login, config))
        server = await stack.enter_async_context(await asyncio.start_server(answers, "127.0.0.1", 0, ssl=tls))
        yield Postbox(server.sockets[0].getsockname()[1])
