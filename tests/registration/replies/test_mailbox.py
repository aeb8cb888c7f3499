"""A mailbox is read by IMAP: answers count once, are marked as handled, and what is unclear is left for somebody to look at."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from services.registration.replies import loop
from services.registration.replies.loop import Reader, follow, mails
from services.registration.replies.mailbox import Place
from services.registration.replies.model import Mailbox
from shared.errors import Unavailable
from shared.flow.point import ARMED
from shared.http.app import Installation
from shared.settings import Settings
from tests.ports import free_port
from tests.registration.invitations.test_answering import Guest
from tests.registration.replies.test_invited import asked, mail
from tests.waiting import until
from tests.world.crash import Crash, Fuse
from tests.world.mailbox import Postbox, postbox

ORDINARY = b"From: Ana <ana@example.org>\r\nSubject: Hello\r\n\r\nShall we have lunch?\r\n"
DONE, LEFT = {"\\Answered", "\\Seen"}, {"\\Flagged"}


@dataclass
class Office:
    """Somebody is invited; calendars answer to a mailbox that we read."""

    guest: Guest
    box: Postbox
    entry: dict[str, Any]

    @property
    def reader(self) -> Reader:
        """A process that reads, and knows nothing yet."""
        here = self.guest.here
        return Reader(here.service, here.installation.keys, Place.of(self.box.url))

    def says(self, said: str, **other: Any) -> bytes:
        """The mail of who is invited."""
        return b"Message-ID: <%s@example.org>\r\n" % said.encode() + mail(said, **self.entry | other)

    async def answers(self) -> list[str]:
        return [each["state"] for each in (await self.guest.now())["answers"]]

    async def came(self) -> dict[str, float]:
        store, clock = self.guest.here.service.store, self.guest.here.service.clock
        return {each.labels["outcome"]: each.value for each in await mails(store, clock()) if each.value}


@asynccontextmanager
async def office(folder: Path) -> AsyncIterator[Office]:
    async with asked(folder) as (guest, _, entry), postbox() as box:
        yield Office(guest, box, entry)


async def test_each_answer_counts_once_and_what_is_unclear_is_left_and_counted(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        twice = here.says("TENTATIVE")
        stranger = here.says("DECLINED", address="somebody@else.example")
        await here.box.receives(twice, ORDINARY, b"Received: again\r\n" + twice, here.says("DELEGATED"), stranger)
        await here.reader.step()
        assert await here.answers() == ["tentative"]
        assert [each - {"\\Recent"} for each in await here.box.flags()] == [DONE, set(), DONE, LEFT, LEFT]
        assert await here.came() == {"counted": 2, "other": 1, "unclear": 1, "refused": 1}
        await here.reader.step()
        await here.box.receives(here.says("ACCEPTED"))
        await here.reader.step()
        assert await here.answers() == ["tentative", "accepted"]
        assert (await here.came())["counted"] == 3


async def test_the_service_reads_the_mailbox_that_the_settings_name_and_says_when_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "EVERY", 0.05)
    async with office(tmp_path) as here:
        await here.box.receives(here.says("ACCEPTED"))
        named = Settings(data=here.guest.here.folder, replies_url=here.box.url)
        service, reading = here.guest.here.service, Installation.open(named)
        await follow(service, here.guest.here.installation)  # without the setting there is nothing to do
        async with asyncio.TaskGroup() as tasks:
            task = tasks.create_task(follow(service, reading))
            await until(here.answers)
            task.cancel()
        away = Installation.open(named.model_copy(update={"replies_url": f"imap://127.0.0.1:{free_port()}"}))
        async with asyncio.TaskGroup() as tasks:
            task = tasks.create_task(follow(service, away))

            async def degraded() -> list[str]:
                return [each for each in (await service.health())["degraded"] if each.startswith("answers by mail")]

            await until(degraded)
            task.cancel()


@pytest.mark.parametrize("commit", [1, 2, 3])
async def test_whenever_it_dies_nothing_is_lost_and_nothing_counts_twice(commit: int, tmp_path: Path) -> None:
    """At the command, at the note of its mail, and at the next command."""
    async with office(tmp_path) as here:
        await here.box.receives(here.says("TENTATIVE"), here.says("ACCEPTED"))
        armed = ARMED.set(Fuse("run.committed", commit))
        with suppress(Crash):
            await here.reader.step()
        ARMED.reset(armed)
        assert len(await here.answers()) == (1 if commit < 3 else 2)
        await here.reader.step()
        assert await here.answers() == ["tentative", "accepted"]
        assert [each - {"\\Recent"} for each in await here.box.flags()] == [DONE, DONE]
        assert await here.came() == {"counted": 2}


async def test_after_the_numbers_of_a_mailbox_began_anew_what_was_answered_is_not_answered_again(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as here:
        await here.box.receives(here.says("ACCEPTED"))
        await here.reader.step()
        store = here.guest.here.service.store
        stored = await store.get(Mailbox, here.reader.mailbox)
        assert stored
        stored.entity.validity += 1
        await store.commit([stored])
        await here.guest.posts("reply", {"reply": "declined"})
        await here.reader.step()
        assert await here.answers() == ["accepted", "declined"]


async def test_a_mailbox_that_does_not_let_us_in_is_named_and_the_password_is_not(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        wrong = Place.of(here.box.url.replace("p%20w%40rd", "secret"))
        with pytest.raises(Unavailable) as told:
            await Reader(here.guest.here.service, here.guest.here.installation.keys, wrong).step()
        assert "secret" not in str(told.value)


@pytest.mark.parametrize(
    ("scheme", "host", "why"), [("imaps", "127.0.0.1", "SSLCertVerificationError"), ("imap", "0.0.0.0", "abort|error")]
)
async def test_a_server_that_does_not_prove_who_it_is_is_not_told_the_password(
    scheme: str, host: str, why: str, tmp_path: Path
) -> None:
    """A certificate that nobody vouches for; and, of another machine, no TLS at all."""
    async with asked(tmp_path) as (guest, _, _), postbox(unvouched(tmp_path) if scheme == "imaps" else None) as box:
        place = Place.of(box.url.replace("imap://", f"{scheme}://").replace("127.0.0.1", host))
        with pytest.raises(Unavailable, match=why):
            await Reader(guest.here.service, guest.here.installation.keys, place).step()


def unvouched(folder: Path) -> SSLContext:
    """A certificate that its owner made for this address."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail")])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(datetime(2020, 1, 1)).not_valid_after(datetime(2120, 1, 1))  # noqa: DTZ001
    host = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
    signed = made.add_extension(host, critical=False).sign(key, hashes.SHA256())
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "server.pem").write_bytes(secret + signed.public_bytes(Encoding.PEM))
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    return context


def test_where_a_mailbox_is_follows_from_its_url() -> None:
    there = Place.of("imaps://a%40b:p%2Fw@mail.example/Archive%2FReplies")
    assert there == Place("mail.example", 993, "a@b", "p/w", True, "Archive/Replies")
    assert Place.of("imap://localhost") == Place("localhost", 143, "", "", False, "INBOX")
